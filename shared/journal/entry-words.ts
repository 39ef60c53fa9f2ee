/** Names for the ids an entry mentions, as they are known today; an id that is not known any more is shown as it is. */
export interface Names {
  readonly machine: (id: string) => string;
  readonly wave: (id: string) => string;
  readonly group: (id: string) => string;
  readonly step: (id: string) => string;
  readonly question: (id: string) => string;
  readonly scenario: (id: string) => string;
  readonly rule: (id: string) => string;
}

export interface EntryWords {
  /** One sentence in the past tense. */
  readonly title: string;
  readonly detail: string;
  /** Follows "Undo: " on a button; empty for what cannot be undone. */
  readonly undoName: string;
  readonly screen: string | null;
  readonly target: string | null;
}

export function plural(count: number, singular: string, many = `${singular}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? singular : many}`;
}

export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}

export function words(
  title: string,
  undoName: string,
  detail = '',
  screen: string | null = null,
  target: string | null = null,
): EntryWords {
  return { title, undoName, detail, screen, target };
}
