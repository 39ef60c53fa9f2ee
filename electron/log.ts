import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

import type { Log } from './app-parts.ts';

const SECRET_NAMES =
  'password|passwd|pwd|secret|account_?key|access_?token|refresh_?token|id_?token|client_?secret|shared_?access_?(?:signature|key)|api_?key|ticket';

/** SECURITY: shapes of what must never be written: bearer tokens, JSON web tokens, signed addresses, keys, passwords. */
const SECRETS: readonly RegExp[] = [
  /\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi,
  /\beyJ[\w-]{5,}\.[\w.-]+/g,
  /([?&](?:sig|sv|se|skoid|token|code|key|t|c|s|h)=)[^&\s"]+/gi,
  // Quoted, up to the closing quote; the quotes are escaped where JSON stands inside JSON.
  new RegExp(String.raw`((?:${SECRET_NAMES})\\*"?\s*[:=]\s*\\*")[^"\\]+`, 'gi'),
  new RegExp(String.raw`((?:${SECRET_NAMES})\s*[:=]\s*)[^\s"\\&,;}]+`, 'gi'),
];

const MAX_BYTES = 2 * 1024 * 1024;

export function redact(text: string): string {
  let clean = text;
  for (const secret of SECRETS) {
    clean = clean.replace(secret, (_match, kept: unknown) => `${typeof kept === 'string' && /[=:?&"]/.test(kept) ? kept : ''}[removed]`);
  }
  return clean;
}

/** Lines of JSON, redacted before they are written; one older file is kept. Losing a line must never lose work. */
export function createFileLog(folder: string, now: () => Date): Log {
  const file = path.join(folder, 'landfall.log');
  function write(level: string, message: string, details: Readonly<Record<string, unknown>> = {}): void {
    try {
      mkdirSync(folder, { recursive: true });
      rotate(file);
      appendFileSync(file, `${redact(JSON.stringify({ at: now().toISOString(), level, message, ...details }))}\n`);
    } catch {
      // A full disk must not stop the app because of its log.
    }
  }
  return {
    info: (message, details) => write('info', message, details),
    warn: (message, details) => write('warn', message, details),
    error: (message, details) => write('error', message, details),
  };
}

function rotate(file: string): void {
  try {
    if (statSync(file).size > MAX_BYTES) renameSync(file, `${file}.old`);
  } catch {
    // There is no log yet.
  }
}
