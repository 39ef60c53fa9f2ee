import path from 'node:path';

import { prepareAttachment, type PreparedAttachment } from '../../electron/journal/attachments.ts';
import type { Journal } from '../../electron/journal/journal.ts';
import { createEngagementFile, openEngagementFile, type OpenOptions } from '../../electron/journal/open-engagement.ts';
import type { Reply } from '../../shared/contract/failure.ts';
import type { EntryPayload } from '../../shared/journal/entry.ts';

export const ENGAGEMENT_ID = 'e-0001';

export const SETTINGS: EntryPayload<'engagement.created'>['settings'] = {
  name: 'Harbour move',
  customer: 'Example Harbours',
  scenarios: ['vmware'],
  routeDecision: null,
  targetRegion: null,
  vaultRegion: null,
  siteLinkMbps: null,
  timeZone: 'UTC',
  isSample: false,
};

export function openOptions(changes: Partial<OpenOptions> = {}): OpenOptions {
  return {
    actor: () => 'Test Person',
    machineName: 'laptop-one',
    laptopId: 'laptop-one-0123456789',
    appVersion: '0.1.0',
    now: () => new Date('2026-11-24T10:00:00.000Z'),
    ...changes,
  };
}

export function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`${reply.failure.code}: ${reply.failure.detail}`);
  return reply.value;
}

/** A new file with its first entry. */
export async function newEngagement(folder: string, options = openOptions(), name = 'harbour.landfall'): Promise<Journal> {
  const journal = valueOf(await createEngagementFile(path.join(folder, name), ENGAGEMENT_ID, options));
  valueOf(journal.append('engagement.created', { engagementId: ENGAGEMENT_ID, settings: SETTINGS }));
  return journal;
}

export async function reopen(filePath: string, options = openOptions()): Promise<Journal> {
  return valueOf(await openEngagementFile(filePath, options));
}

export function addNote(journal: Journal, text: string): void {
  valueOf(journal.append('journal.note-added', { text, about: null }));
}

/** An entry with a file as evidence; the bytes become an attachment. */
export async function addEvidence(journal: Journal, bytes: Uint8Array, name = 'proof.txt'): Promise<PreparedAttachment> {
  const attachment = await prepareAttachment(bytes, { name, mediaType: 'text/plain' });
  const evidence = { kind: 'file', text: 'as seen', attachment: attachment.ref } as const;
  const payload = { stepId: 'choose-tool-route', scope: { kind: 'engagement', id: 'engagement' } as const, evidence };
  valueOf(journal.append('checklist.evidence-added', payload, [attachment]));
  return attachment;
}
