import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { closeSharedBrowser, sharedBrowser } from './shared-browser.ts';

/** Draws the icon files of the three systems from `resources/icons/icon.svg`: `node tests/host/draw-icons.ts`. */
const folder = path.join(import.meta.dirname, '../../resources/icons');

/** Sizes in Windows' file, and kinds in macOS' file by size; both hold PNG images. */
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256];
const MAC_KINDS: readonly (readonly [string, number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
];

async function draw(svg: string, size: number): Promise<Buffer> {
  const page = await (await sharedBrowser()).newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  const bytes = await page.screenshot({ omitBackground: true });
  await page.close();
  return bytes;
}

/** Directory of images, then the images. SOURCE: https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10), 2026-11. */
function windowsIcon(images: readonly { readonly size: number; readonly bytes: Buffer }[]): Buffer {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  for (const [index, { size, bytes }] of images.entries()) {
    const at = 6 + 16 * index;
    // 256 is written as 0.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(bytes.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += bytes.length;
  }
  return Buffer.concat([header, ...images.map((image) => image.bytes)]);
}

function macIcon(images: readonly { readonly kind: string; readonly bytes: Buffer }[]): Buffer {
  const chunk = (name: string, length: number): Buffer => {
    const head = Buffer.alloc(8);
    head.write(name, 'ascii');
    head.writeUInt32BE(length + 8, 4);
    return head;
  };
  const chunks = images.flatMap(({ kind, bytes }) => [chunk(kind, bytes.length), bytes]);
  const body = Buffer.concat(chunks);
  return Buffer.concat([chunk('icns', body.length), body]);
}

const svg = await readFile(path.join(folder, 'icon.svg'), 'utf8');
const bySize = new Map<number, Buffer>();
for (const size of new Set([...WINDOWS_SIZES, ...MAC_KINDS.map(([, size_]) => size_)])) {
  // One page after another; the whole takes two seconds.
  // oxlint-disable-next-line no-await-in-loop
  bySize.set(size, await draw(svg, size));
}
await closeSharedBrowser();
const imageOf = (size: number): Buffer => bySize.get(size) ?? Buffer.alloc(0);
await writeFile(path.join(folder, 'icon.png'), imageOf(512));
await writeFile(path.join(folder, 'icon.ico'), windowsIcon(WINDOWS_SIZES.map((size) => ({ size, bytes: imageOf(size) }))));
await writeFile(path.join(folder, 'icon.icns'), macIcon(MAC_KINDS.map(([kind, size]) => ({ kind, bytes: imageOf(size) }))));
