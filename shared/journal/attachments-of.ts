import type { AttachmentRef, Entry } from './entry.ts';

/** Every attachment an entry names. A new kind of entry with attachments must be added here; the compiler does not see it. */
export function attachmentsOf(entry: Entry): AttachmentRef[] {
  if (entry.kind === 'inventory.imported') return [entry.payload.inventory, entry.payload.original];
  if (entry.kind === 'checklist.evidence-added')
    return entry.payload.evidence.attachment === undefined ? [] : [entry.payload.evidence.attachment];
  if (entry.kind === 'checklist.items-marked')
    return entry.payload.evidence.flatMap((evidence) => (evidence.attachment === undefined ? [] : [evidence.attachment]));
  if (entry.kind === 'azure.state-read') return [entry.payload.state];
  return [];
}
