import { open, stat } from 'node:fs/promises';
import { promisify } from 'node:util';

import { fromFd, type Entry, type ZipFile } from 'yauzl';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';

/** What a file looks like from its first bytes, before any parser sees it. */
export type FileShape = 'workbook' | 'open-document' | 'archive' | 'compound' | 'text' | 'empty';

const MAX_FILE_BYTES = 200 * 1024 * 1024;
const MAX_ZIP_ENTRIES = 2000;
const MAX_UNPACKED_BYTES = 1024 * 1024 * 1024;
const MAX_RATIO = 100;
const SMALL_ENTRY_BYTES = 1024 * 1024;

/**
 * SECURITY: an imported file is hostile until shown otherwise. Looks at its size, its first bytes and, for a zip, at the
 * directory only, so that a bomb is refused in milliseconds. Sizes that the directory lies about are caught by the reader.
 */
export async function guardFile(filePath: string, fileName: string): Promise<Reply<FileShape>> {
  const { size } = await stat(filePath);
  if (size === 0) return success('empty');
  if (size > MAX_FILE_BYTES) {
    return failed(
      'invalid-input',
      `${fileName} is ${megabytes(size)} MB; at most ${megabytes(MAX_FILE_BYTES)} MB are read. Export fewer columns or split it by cluster.`,
    );
  }
  const file = await open(filePath, 'r');
  try {
    const start = Buffer.alloc(8);
    await file.read(start, 0, 8, 0);
    if (start.readUInt32LE(0) === 0x04034b50) {
      return await checkZipDirectory(file.fd, fileName);
    }
    if (start.readUInt32BE(0) === 0xd0cf11e0) return success('compound');
    return success('text');
  } finally {
    await file.close();
  }
}

/** What the zip library says of `../x`, `/x` and `..\\x`. */
const LEADS_OUT = /absolute path|invalid relative path|invalid characters in fileName/i;

const openZip = promisify<number, object, ZipFile>(fromFd);

async function checkZipDirectory(fd: number, fileName: string): Promise<Reply<FileShape>> {
  let zip: ZipFile;
  try {
    zip = await openZip(fd, { lazyEntries: true, autoClose: false });
  } catch {
    return failed('invalid-input', `${fileName} is damaged or cut off: its directory cannot be read. Export or copy it again.`);
  }
  if (zip.entryCount > MAX_ZIP_ENTRIES)
    return failed('invalid-input', `${fileName} holds ${zip.entryCount} parts, far more than a workbook has. It was not opened.`);
  return await new Promise((resolve) => {
    let unpacked = 0;
    let isWorkbook = false;
    let isOpenDocument = false;
    const refuse = (sentence: string): void => resolve(failed('invalid-input', sentence));
    zip.on('entry', (entry: Entry) => {
      unpacked += entry.uncompressedSize;
      isWorkbook ||= entry.fileName === '[Content_Types].xml';
      isOpenDocument ||= entry.fileName === 'content.xml';
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      if (unpacked > MAX_UNPACKED_BYTES || (ratio > MAX_RATIO && entry.uncompressedSize > SMALL_ENTRY_BYTES)) {
        refuse(
          `${fileName} would unpack to a suspicious size (${megabytes(unpacked)} MB and more), so it was not opened. Export it again from the tool.`,
        );
      } else zip.readEntry();
    });
    zip.on('end', () => resolve(success(isWorkbook ? 'workbook' : isOpenDocument ? 'open-document' : 'archive')));
    zip.on('error', (error: Error) =>
      refuse(
        LEADS_OUT.test(error.message)
          ? `${fileName} holds parts whose names lead out of the archive. It was not opened; zip the files again.`
          : `${fileName} is damaged or cut off: its directory cannot be read. Export or copy it again.`,
      ),
    );
    zip.readEntry();
  });
}

function megabytes(bytes: number): string {
  return Math.ceil(bytes / (1024 * 1024)).toLocaleString('en');
}
