import { zipSync } from 'fflate';

import type { WrittenFile } from './exporter.ts';

/** The earliest time that a zip can hold: the clock of the export is not part of what is exported. */
const NO_TIME = new Date(1980, 0, 1);

/** Several files as one, for whoever saves them by a single click. Same files, same bytes. */
export function zipFiles(name: string, files: readonly WrittenFile[]): WrittenFile {
  const contents = Object.fromEntries(files.map((file) => [file.name, file.bytes]));
  return { name, mediaType: 'application/zip', bytes: zipSync(contents, { mtime: NO_TIME, level: 6 }) };
}

/** Files as they came, unpacked, since whoever keeps them packs them again. Of two of one name the second gets a number. */
export function bundleFiles(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const contents: Record<string, Uint8Array> = {};
  for (const { name, bytes } of files) {
    let free = name;
    for (let number = 2; Object.hasOwn(contents, free); number += 1) free = `${number} ${name}`;
    contents[free] = bytes;
  }
  return zipSync(contents, { mtime: NO_TIME, level: 0 });
}
