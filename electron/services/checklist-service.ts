import { readFile } from 'node:fs/promises';

import { canMark, type MarkRequest } from '../../shared/checklist/can-mark.ts';
import { checklistIndex } from '../../shared/checklist/checklist-index.ts';
import { itemOf, itemsOf } from '../../shared/checklist/checklist.ts';
import { countParts } from '../../shared/checklist/part-counts.ts';
import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { ParsedInput } from '../../shared/contract/methods.ts';
import type { EntryPayload } from '../../shared/journal/entry.ts';
import type { Handlers } from '../host/handlers.ts';
import type { PreparedAttachment } from '../journal/attachments.ts';
import type { DownloadStore } from './download-store.ts';
import { inSlices } from './in-slices.ts';
import { mediaTypeOf } from './media-type.ts';
import type { Slot } from './open-engagement-slot.ts';
import type { Session } from './session.ts';
import type { UploadStore } from './upload-store.ts';

type EvidenceInput = ParsedInput<'checklist.add-evidence'>['evidence'];
type StoredEvidence = EntryPayload<'checklist.evidence-added'>['evidence'];

interface Parts {
  readonly slot: Slot;
  readonly uploads: UploadStore;
  readonly downloads: DownloadStore;
  readonly prepareAttachment: (
    bytes: Uint8Array,
    about: { readonly name: string; readonly mediaType: string },
  ) => Promise<PreparedAttachment>;
}

/** Evidence is looked at, not analysed: what is larger belongs on a file share, linked from here. */
const MAX_EVIDENCE_BYTES = 50 * 1024 * 1024;

export function createChecklistService({ slot, uploads, downloads, prepareAttachment }: Parts) {
  async function takeEvidence(input: EvidenceInput): Promise<Reply<{ stored: StoredEvidence; attachments: PreparedAttachment[] }>> {
    if (input.kind === 'note') return success({ stored: { kind: 'note', text: input.text }, attachments: [] });
    if (input.kind === 'link') return success({ stored: { kind: 'link', text: input.text, url: input.url }, attachments: [] });
    const upload = uploads.finished(input.uploadId);
    if (!upload.ok) return upload;
    const { name, sizeBytes, filePath, id } = upload.value;
    if (sizeBytes > MAX_EVIDENCE_BYTES)
      return failed('invalid-input', `${name} is larger than 50 MiB. Put it on a file share and add a link instead.`);
    const attachment = await prepareAttachment(await readFile(filePath), { name, mediaType: mediaTypeOf(name) });
    await uploads.remove(id);
    return success({ stored: { kind: 'file', text: input.text, attachment: attachment.ref }, attachments: [attachment] });
  }

  async function mark(session: Session, input: ParsedInput<'checklist.mark'>): Promise<Reply<{ marked: number }>> {
    const request: MarkRequest = {
      items: input.items,
      state: input.state,
      reason: input.reason ?? null,
      newEvidenceCount: input.evidence.length,
    };
    const refusal = canMark(session.derived().checklistFacts, request);
    if (refusal !== null) return failed('not-ready', refusal);
    const evidence: StoredEvidence[] = [];
    const attachments: PreparedAttachment[] = [];
    for (const item of input.evidence) {
      // Evidence keeps its order, and a file that fails stops the rest.
      // oxlint-disable-next-line no-await-in-loop
      const taken = await takeEvidence(item);
      if (!taken.ok) return taken;
      evidence.push(taken.value.stored);
      attachments.push(...taken.value.attachments);
    }
    const payload = {
      items: input.items.map(({ stepId, scope }) => ({ stepId, scope })),
      state: input.state,
      reason: input.reason ?? null,
      evidence,
    };
    const appended = await session.append('checklist.items-marked', payload, attachments);
    return appended.ok ? success({ marked: input.items.length }) : appended;
  }

  return {
    'checklist.items': (input) => {
      const open = slot.need();
      if (!open.ok) return open;
      const filter = { stepId: input.stepId ?? null, waveId: input.waveId ?? null, machineId: input.machineId ?? null };
      const { items, total } = itemsOf(open.value.derived().checklistFacts, filter, input.limit);
      return success({ items: [...items], total });
    },
    'checklist.part-counts': async (input) => {
      const open = slot.need();
      if (!open.ok) return open;
      const part = { waveId: input.waveId ?? null, machineId: input.machineId ?? null };
      const counts = await inSlices(countParts(checklistIndex(open.value.derived().checklistFacts), part));
      return success(counts.map((count) => ({ ...count, blockedBy: [...count.blockedBy] })));
    },
    'checklist.mark': (input) => slot.change((session) => mark(session, input)),
    'checklist.add-evidence': (input) =>
      slot.change(async (session) => {
        const find = () => itemOf(session.derived().checklistFacts, input.stepId, input.scope);
        if (find() === null) return failed('not-found', 'This checklist item is not there (any more).');
        const taken = await takeEvidence(input.evidence);
        if (!taken.ok) return taken;
        const payload = { stepId: input.stepId, scope: input.scope, evidence: taken.value.stored };
        const appended = await session.append('checklist.evidence-added', payload, taken.value.attachments);
        if (!appended.ok) return appended;
        const item = find();
        return item === null ? failed('not-found', 'This checklist item is not there (any more).') : success(item);
      }),
    'evidence.open': async (input) => {
      const open = slot.need();
      if (!open.ok) return open;
      const named = [...open.value.engagement().marks.values()]
        .flatMap((item) => item.evidence)
        .find((evidence) => evidence.sha256 === input.sha256);
      if (named === undefined) return failed('not-found', 'No evidence with this content is in the engagement.');
      const bytes = await open.value.journal.readAttachment(input.sha256);
      if (!bytes.ok) return bytes;
      const name = named.fileName ?? 'evidence';
      const mediaType = named.mediaType ?? 'application/octet-stream';
      const downloadId = downloads.add({ name, mediaType, bytes: bytes.value });
      return success({ downloadId, name, mediaType, sizeBytes: bytes.value.byteLength });
    },
  } satisfies Partial<Handlers>;
}
