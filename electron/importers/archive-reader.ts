import { promisify } from 'node:util';

import { open as openZip, type Entry, type ZipFile } from 'yauzl';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';

export interface ArchivePart {
  readonly name: string;
  readonly bytes: Buffer;
}

const MAX_PART_BYTES = 200 * 1024 * 1024;
const MAX_ALL_BYTES = 400 * 1024 * 1024;

const openFile = promisify<string, object, ZipFile>(openZip);

/**
 * The text tables and JSON documents in an archive (a folder of CSV files that was zipped). Other parts are passed over. The
 * directory was checked by the import guard; what it lied about is caught here by counting the bytes that come out.
 */
export async function readArchive(filePath: string, fileName: string): Promise<Reply<readonly ArchivePart[]>> {
  const tooLarge = `${fileName} unpacks to more than ${MAX_ALL_BYTES / 1024 / 1024} MB, so it was not read. Import its parts one by one.`;
  let zip: ZipFile;
  try {
    zip = await openFile(filePath, { lazyEntries: true, validateEntrySizes: true });
  } catch {
    return failed('invalid-input', `${fileName} is damaged or cut off: its directory cannot be read. Export or copy it again.`);
  }
  const parts: ArchivePart[] = [];
  let total = 0;
  let inside: string | null = null;
  try {
    for await (const entry of entriesOf(zip)) {
      if (!isText(entry.fileName)) {
        if (/\.(xlsx|xlsm|xls|ods|zip)$/i.test(entry.fileName)) inside ??= entry.fileName;
        continue;
      }
      if (entry.isEncrypted())
        return failed(
          'invalid-input',
          `${fileName} is protected by a password, which is asked only for .xlsx. Unpack it and import what is inside.`,
        );
      const bytes = await readEntry(zip, entry, Math.min(MAX_PART_BYTES, MAX_ALL_BYTES - total));
      if (bytes === null) return failed('invalid-input', tooLarge);
      total += bytes.length;
      parts.push({ name: entry.fileName, bytes });
    }
  } catch {
    return failed('invalid-input', `${fileName} is damaged: one of its parts cannot be unpacked. Nothing was stored; zip it again.`);
  } finally {
    zip.close();
  }
  if (parts.length === 0 && inside !== null)
    return failed('invalid-input', `${fileName} holds ${inside}, which is not read inside an archive. Unpack it and import that file.`);
  if (parts.length === 0)
    return failed(
      'invalid-input',
      `${fileName} holds no text table and no JSON file. Zip the CSV files of the export and nothing around them.`,
    );
  return success(parts);
}

function isText(name: string): boolean {
  return /\.(csv|tsv|txt|json)$/i.test(name) && !/(^|\/)(__MACOSX|\.)/.test(name);
}

/** The directory, entry by entry; the zip was opened with `lazyEntries`. */
export async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry, void, void> {
  for (;;) {
    // yauzl hands out one entry per request.
    // oxlint-disable-next-line no-await-in-loop
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const end = (): void => settle(() => resolve(null));
      const got = (next: Entry): void => settle(() => resolve(next));
      const fail = (error: Error): void => settle(() => reject(error));
      function settle(act: () => void): void {
        zip.off('end', end);
        zip.off('entry', got);
        zip.off('error', fail);
        act();
      }
      zip.once('end', end);
      zip.once('entry', got);
      zip.once('error', fail);
      zip.readEntry();
    });
    if (entry === null) return;
    yield entry;
  }
}

async function readEntry(zip: ZipFile, entry: Entry, mostBytes: number): Promise<Buffer | null> {
  const stream = await promisify(
    zip.openReadStream.bind(zip) as (entry: Entry, done: (error: Error | null, value: NodeJS.ReadableStream) => void) => void,
  )(entry);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream) {
    const bytes = piece as Buffer;
    size += bytes.length;
    if (size > mostBytes) return null;
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}
