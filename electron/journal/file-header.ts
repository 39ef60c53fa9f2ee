import { open, stat } from 'node:fs/promises';

/** "LdFl": says that a SQLite file is an engagement. Stored in the header, read by `file(1)` and by us before SQLite sees it. */
export const APPLICATION_ID = 0x4c64466c;

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const FORMAT_WRITE_OFFSET = 18;
const FORMAT_READ_OFFSET = 19;
const USER_VERSION_OFFSET = 60;
const APPLICATION_ID_OFFSET = 68;

export type FileHeader =
  /** `usesLog`: changes go into a write-ahead log beside the file, as in every file that Landfall wrote. */
  | { readonly kind: 'engagement'; readonly version: number; readonly usesLog: boolean }
  | { readonly kind: 'missing' | 'folder' | 'empty' | 'not-sqlite' | 'other-sqlite' | 'unreadable' };

/** What the file says of itself, its log not counted. Looks at the first 100 bytes only and changes nothing, so that a file that is not ours stays untouched. */
export async function readFileHeader(filePath: string): Promise<FileHeader> {
  try {
    const { size } = await stat(filePath);
    const file = await open(filePath, 'r');
    try {
      if (size === 0) return { kind: 'empty' };
      const header = Buffer.alloc(HEADER_BYTES);
      await file.read(header, 0, HEADER_BYTES, 0);
      return parseFileHeader(header);
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') return { kind: 'missing' };
    return { kind: code === 'EISDIR' ? 'folder' : 'unreadable' };
  }
}

export function parseFileHeader(bytes: Buffer): FileHeader {
  if (bytes.length < HEADER_BYTES || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return { kind: 'not-sqlite' };
  if (bytes.readInt32BE(APPLICATION_ID_OFFSET) !== APPLICATION_ID) return { kind: 'other-sqlite' };
  const usesLog = bytes[FORMAT_WRITE_OFFSET] === 2 && bytes[FORMAT_READ_OFFSET] === 2;
  return { kind: 'engagement', version: bytes.readInt32BE(USER_VERSION_OFFSET), usesLog };
}

/** Makes the bytes say "plain journal" (1), because in memory SQLite can do without a log only. */
export function withoutLog(bytes: Buffer): Buffer {
  bytes[FORMAT_WRITE_OFFSET] = 1;
  bytes[FORMAT_READ_OFFSET] = 1;
  return bytes;
}
