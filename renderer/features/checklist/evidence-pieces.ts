import type { ChecklistItem } from '../../../shared/contract/shapes.ts';

type Evidence = ChecklistItem['evidence'][number];

/** One piece of evidence with the names of what it was handed in for; empty when that is only one thing. */
export interface Piece {
  readonly key: string;
  readonly evidence: Evidence;
  readonly scopes: readonly string[];
}

/** Newest first. One piece handed in for many items by one act is listed once. */
export function evidenceOfItems(items: readonly Pick<ChecklistItem, 'scopeTitle' | 'evidence'>[]): Piece[] {
  const pieces = new Map<string, { readonly evidence: Evidence; readonly scopes: string[] }>();
  for (const item of items) {
    for (const evidence of item.evidence) {
      const key = JSON.stringify([evidence.at, evidence.by, evidence.kind, evidence.text, evidence.url, evidence.sha256]);
      const known = pieces.get(key);
      if (known === undefined) pieces.set(key, { evidence, scopes: [item.scopeTitle] });
      else known.scopes.push(item.scopeTitle);
    }
  }
  const isSingle = items.length <= 1;
  return [...pieces]
    .map(([key, { evidence, scopes }]) => ({ key, evidence, scopes: isSingle ? [] : scopes }))
    .toSorted((a, b) => (a.evidence.at < b.evidence.at ? 1 : -1));
}

/** Kinds that a browser draws without running anything. SECURITY: SVG is left out; it may carry script. */
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']);

/** Kinds that are text by themselves; shown as such, letter by letter. */
const TEXTS: ReadonlySet<string> = new Set(['text/plain', 'text/csv', 'application/json', 'message/rfc822']);

/** How a file can be looked at without saving it; `null` when it cannot. */
export function previewKind({ mediaType }: Pick<Evidence, 'mediaType'>): 'picture' | 'text' | null {
  if (mediaType === undefined) return null;
  if (PICTURES.has(mediaType)) return 'picture';
  return TEXTS.has(mediaType) ? 'text' : null;
}
