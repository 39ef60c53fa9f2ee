import { setImmediate } from 'node:timers/promises';

import type { Verification } from '../../shared/contract/methods/journal-methods.ts';
import { attachmentsOf } from '../../shared/journal/attachments-of.ts';
import { createChainCheck } from '../../shared/journal/chain.ts';
import { entryId, type AttachmentRef, type Entry, type StoredEntry } from '../../shared/journal/entry.ts';
import { parseEntry } from '../../shared/journal/parse-entry.ts';
import { sha256InSlices, sha256Of, unpackAttachment } from './attachments.ts';
import type { Journal } from './journal.ts';

type Problem = Verification['problems'][number];

const SLICE_MS = 20;

/** Checks every entry and every attachment, and names what does not hold. Gives way often; changes nothing. */
export async function verifyJournal(
  journal: Journal,
  options: { readonly now: () => Date; readonly onProgress?: (done: number) => void; readonly signal?: AbortSignal },
): Promise<Verification> {
  const problems: Problem[] = journal
    .integrityProblems()
    .map((text) => ({ what: `The database is damaged: ${text}`, entryId: null, sha256: null }));
  const total = journal.entryCount() + journal.attachmentCount();
  const pause = createPause(options.signal);
  const checkChain = createChainCheck(sha256Of);
  const refs = new Map<string, { ref: AttachmentRef; entryId: string }[]>();
  let head: StoredEntry | null = null;
  let done = 0;
  // Copied first: the statement must not stay open while other calls are answered between slices.
  for (const stored of [...journal.storedEntries()]) {
    for (const { entryId: id, what } of checkChain(stored)) problems.push({ what, entryId: id, sha256: null });
    const parsed = parseEntry(stored);
    if (parsed.ok) collectRefs(parsed.entry, refs);
    else
      problems.push({
        what: `Entry ${entryId(stored)} (${stored.kind}) cannot be understood by this version.`,
        entryId: entryId(stored),
        sha256: null,
      });
    if (head === null || stored.lamport >= head.lamport) head = stored;
    done += 1;
    options.onProgress?.(total === 0 ? 1 : done / total);
    await pause();
  }
  const present = new Set<string>();
  for (const { sha256, bytes } of journal.storedAttachments()) {
    present.add(sha256);
    problems.push(...(await checkAttachment(sha256, bytes, refs.get(sha256) ?? [])));
    done += 1;
    options.onProgress?.(done / total);
    await pause();
  }
  for (const [sha256, named] of refs) {
    if (present.has(sha256)) continue;
    problems.push({
      what: `The attachment “${named[0]?.ref.name ?? sha256}” named by entry ${named[0]?.entryId ?? '?'} is missing.`,
      entryId: named[0]?.entryId ?? null,
      sha256,
    });
  }
  return {
    isSound: problems.length === 0,
    checkedAt: options.now().toISOString(),
    entryCount: journal.entryCount(),
    attachmentCount: journal.attachmentCount(),
    headHash: head?.hash ?? '',
    problems,
  };
}

async function checkAttachment(
  sha256: string,
  bytes: Uint8Array,
  named: readonly { ref: AttachmentRef; entryId: string }[],
): Promise<Problem[]> {
  const [first] = named;
  if (first === undefined) return [{ what: `The attachment ${sha256} belongs to no entry.`, entryId: null, sha256 }];
  const storedHash = await sha256InSlices(bytes);
  const matching = named.find(({ ref }) => ref.storedSha256 === storedHash);
  if (matching === undefined) {
    return [
      {
        what: `The attachment “${first.ref.name}” (${sha256}) of entry ${first.entryId} was changed after it was stored.`,
        entryId: first.entryId,
        sha256,
      },
    ];
  }
  const unpacked = await unpackAttachment(sha256, bytes);
  const isWhole = unpacked.ok && unpacked.value.byteLength === matching.ref.sizeBytes;
  return isWhole
    ? []
    : [
        {
          what: `The attachment “${first.ref.name}” (${sha256}) of entry ${first.entryId} does not hold what the entry says.`,
          entryId: first.entryId,
          sha256,
        },
      ];
}

function collectRefs(entry: Entry, refs: Map<string, { ref: AttachmentRef; entryId: string }[]>): void {
  for (const ref of attachmentsOf(entry)) {
    const named = refs.get(ref.sha256) ?? [];
    named.push({ ref, entryId: entry.id });
    refs.set(ref.sha256, named);
  }
}

function createPause(signal: AbortSignal | undefined): () => Promise<void> {
  let sliceEndsAt = performance.now() + SLICE_MS;
  return async () => {
    if (performance.now() < sliceEndsAt) return;
    await setImmediate();
    signal?.throwIfAborted();
    sliceEndsAt = performance.now() + SLICE_MS;
  };
}
