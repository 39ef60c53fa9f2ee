import type { MachineRow, RuleSummary } from '../../shared/contract/shapes.ts';
import type { Tone } from '../ui/tone.ts';

/** Word and tone of a verdict; the same everywhere. */
export const VERDICT_WORDS: Readonly<Record<MachineRow['verdict'], { readonly title: string; readonly tone: Tone }>> = {
  ready: { title: 'Ready', tone: 'ready' },
  'ready-with-warnings': { title: 'Ready, with warnings', tone: 'warning' },
  blocked: { title: 'Blocked', tone: 'blocked' },
  undecided: { title: 'Undecided', tone: 'undecided' },
};

export const SEVERITY_WORDS: Readonly<Record<RuleSummary['severity'], { readonly title: string; readonly tone: Tone }>> = {
  refused: { title: 'Refused by Azure', tone: 'blocked' },
  blocker: { title: 'Blocker', tone: 'blocked' },
  warning: { title: 'Warning', tone: 'warning' },
  info: { title: 'Note', tone: 'neutral' },
};

export const PROVENANCE_WORDS = {
  'one-source': 'One source',
  agreed: 'Sources agree',
  conflict: 'Sources differ',
  person: 'Set by a person',
  unknown: 'Unknown',
} as const;
