import { readFile } from 'node:fs/promises';
import path from 'node:path';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface RendererFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

/**
 * One file of the built window by the path of its address, or `null`. SECURITY: whatever the path says, nothing outside the
 * folder is read, and only kinds of files that the build makes.
 */
export async function readRendererFile(folder: string, urlPath: string): Promise<RendererFile | null> {
  const wanted = decode(urlPath === '/' ? '/index.html' : urlPath);
  if (wanted === null || wanted.includes('\0')) return null;
  const filePath = path.join(folder, wanted);
  const inFolder = path.relative(folder, filePath);
  const mediaType = MEDIA_TYPES[path.extname(filePath).toLowerCase()];
  if (mediaType === undefined || inFolder.startsWith('..') || path.isAbsolute(inFolder)) return null;
  try {
    return { bytes: await readFile(filePath), mediaType };
  } catch {
    return null;
  }
}

function decode(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return null;
  }
}
