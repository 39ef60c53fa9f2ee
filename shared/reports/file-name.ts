import { localStamp } from './local-time.ts';
import type { Report } from './report.ts';

const MOST_CHARACTERS = 60;

/** Part of a file name that every system takes, from a text that a person typed. */
export function fileStem(text: string, otherwise: string): string {
  const dashed = text.normalize('NFC').replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  const safe = Array.from(dashed)
    .slice(0, MOST_CHARACTERS)
    .join('')
    .replaceAll(/^-+|-+$/g, '');
  return safe === '' ? otherwise : safe;
}

/** `Harbour-move_wave-plan_2026-10-05`: what, which, and of which state; a sample says so first. */
export function reportBaseName(report: Report): string {
  const name = report.title.slice(report.title.indexOf(': ') + 2);
  const day = localStamp(report.stateAt, report.timeZone).slice(0, 10);
  return `${report.isSample ? 'SAMPLE_' : ''}${fileStem(name, 'Engagement')}_${report.preset}_${day}`;
}

const MOST_SHEET_CHARACTERS = 31;

/** Name of a sheet that spreadsheets take: no brackets, slashes, colons or marks, at most 31 characters. */
export function sheetName(title: string): string {
  const safe = title
    .replaceAll(/[[\]:*?/\\']+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_SHEET_CHARACTERS)
    .trim();
  return safe === '' || safe.toLowerCase() === 'history' ? 'Table' : safe;
}
