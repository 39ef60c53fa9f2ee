import type { Severity, Verdict } from '../readiness/rule.ts';
import type { ReportTone } from './report.ts';

/** Grouped digits that do not depend on the laptop's language: same state, same bytes. */
export function numberWords(value: number, decimals = 0): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
  const grouped = groups.join(',');
  const isNegative = value < 0 && Number(`${whole}.${fraction ?? 0}`) !== 0;
  return `${isNegative ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** "1 machine", "12 machines". */
export function countWords(count: number, singular: string, plural = `${singular}s`): string {
  return `${numberWords(count)} ${count === 1 ? singular : plural}`;
}

const GIB_PER_TIB = 1024;

/** GiB, from 10 TiB on in TiB with one decimal. */
export function sizeWords(sizeGiB: number): string {
  return sizeGiB >= 10 * GIB_PER_TIB ? `${numberWords(sizeGiB / GIB_PER_TIB, 1)} TiB` : `${numberWords(sizeGiB)} GiB`;
}

/** "a", "a and b", "a, b and c"; further ones are counted. */
export function listWords(items: readonly string[], most = 5): string {
  const shown = items.length > most ? [...items.slice(0, most), `${numberWords(items.length - most)} more`] : items;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

export function shareWords(part: number, whole: number): string {
  return whole === 0 ? '–' : `${numberWords((part / whole) * 100)} %`;
}

export const VERDICTS: readonly Verdict[] = ['ready', 'ready-with-warnings', 'undecided', 'blocked'];

export const VERDICT_TITLES: Readonly<Record<Verdict, string>> = {
  ready: 'Ready',
  'ready-with-warnings': 'Ready, with warnings',
  undecided: 'Undecided',
  blocked: 'Blocked',
};

export const VERDICT_TONE: Readonly<Record<Verdict, ReportTone>> = {
  ready: 'good',
  'ready-with-warnings': 'warning',
  undecided: 'unknown',
  blocked: 'bad',
};

/** Tones by the words that stand in the cells. */
export const VERDICT_TONES: Readonly<Record<string, ReportTone>> = Object.fromEntries(
  VERDICTS.map((verdict) => [VERDICT_TITLES[verdict], VERDICT_TONE[verdict]]),
);

export const SEVERITY_TITLES: Readonly<Record<Severity, string>> = {
  refused: 'Refused by Azure',
  blocker: 'Blocker',
  warning: 'Warning',
  info: 'Note',
};

export const SEVERITY_TONES: Readonly<Record<string, ReportTone>> = {
  'Refused by Azure': 'bad',
  Blocker: 'bad',
  Warning: 'warning',
  Note: 'neutral',
};

const SEVERITY_ORDER: readonly Severity[] = ['refused', 'blocker', 'warning', 'info'];

export function severityRank(severity: Severity): number {
  return SEVERITY_ORDER.indexOf(severity);
}

export const GROUP_REASONS = {
  application: 'Same application',
  cluster: 'Nodes of one cluster',
  single: 'Moves alone',
  person: 'Put together by hand',
  connections: 'They call each other',
} as const;

export const ROLE_TITLES: Readonly<Record<string, string>> = {
  'migration-consultant': 'Migration consultant',
  'azure-administrator': 'Azure administrator',
  'entra-administrator': 'Entra administrator',
  network: 'Network team',
  'server-owner': 'Owner of the machine',
  'virtualization-administrator': 'Virtualization administrator',
  'aws-administrator': 'AWS administrator',
  'licence-manager': 'Licence manager',
  security: 'Security team',
};

export const SCOPE_TITLES: Readonly<Record<string, string>> = {
  engagement: 'Once',
  vault: 'Per vault',
  site: 'Per site',
  wave: 'Per wave',
  machine: 'Per machine',
};

/** Stable order without the laptop's language: by code unit, capital letters beside small ones. */
export function compareWords(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (left !== right) return left < right ? -1 : 1;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A value seen by a rule, as a person reads it. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined) return 'unknown';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : String(Math.round(value * 100) / 100);
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(valueWords).join(', ');
  return Object.entries(value)
    .map(([name, member]) => `${name} ${valueWords(member)}`)
    .join(', ');
}
