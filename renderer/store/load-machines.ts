import type { Client } from '../../shared/contract/client.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { MachineRow } from '../../shared/contract/shapes.ts';

const ROWS_PER_PAGE = 2000;
const MOST_ATTEMPTS = 5;

export interface MachinePages {
  readonly seq: number;
  readonly rows: readonly MachineRow[];
}

export type LoadedMachines = { readonly ok: true; readonly value: MachinePages } | { readonly ok: false; readonly failure: Failure };

/**
 * Fetches all rows, page by page. When the engagement changes between two pages the whole list is fetched again, so that the
 * rows always belong to one state; after five changes in a row the last list counts and later events mend it.
 */
export async function loadMachines(client: Client, onProgress: (loaded: number, total: number) => void): Promise<LoadedMachines> {
  for (let attempt = 1; ; attempt += 1) {
    const pages = await loadPages({ client, onProgress, mustBeOneState: attempt < MOST_ATTEMPTS });
    if (!pages.ok) return pages;
    if (pages.isComplete) return { ok: true, value: { seq: pages.seq, rows: pages.rows } };
  }
}

type Pages =
  | { readonly ok: true; readonly seq: number; readonly rows: readonly MachineRow[]; readonly isComplete: boolean }
  | { readonly ok: false; readonly failure: Failure };

interface PageRun {
  readonly client: Client;
  readonly onProgress: (loaded: number, total: number) => void;
  readonly mustBeOneState: boolean;
}

async function loadPages({ client, onProgress, mustBeOneState }: PageRun): Promise<Pages> {
  const rows: MachineRow[] = [];
  let firstSeq: number | null = null;
  for (;;) {
    const reply = await client.call('machine.list', { offset: rows.length, limit: ROWS_PER_PAGE });
    if (!reply.ok) return reply;
    const { seq, total } = reply.value;
    firstSeq ??= seq;
    if (seq !== firstSeq && mustBeOneState) return { ok: true, seq: firstSeq, rows, isComplete: false };
    rows.push(...reply.value.rows);
    onProgress(rows.length, total);
    if (rows.length >= total || reply.value.rows.length === 0) return { ok: true, seq: firstSeq, rows, isComplete: true };
  }
}
