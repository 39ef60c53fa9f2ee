import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { success, type Reply } from '../../shared/contract/failure.ts';
import type { Handlers } from '../host/handlers.ts';
import type { Session } from './session.ts';
import type { UploadStore } from './upload-store.ts';

interface Parts {
  /** The workbook of the fictional estate. */
  readonly samplePath: string;
  readonly uploads: UploadStore;
  readonly handlers: Pick<Handlers, 'import.preview' | 'import.confirm' | 'engagement.change-settings' | 'plan.set-limits' | 'plan.make'>;
}

/** What a consultant would have asked in the first meeting. */
const SETTINGS = { targetRegion: 'northeurope', vaultRegion: 'northeurope', siteLinkMbps: 500, timeZone: 'Europe/Dublin' } as const;
const LIMITS = {
  machinesPerWave: 25,
  pilotMachines: 5,
  timeZone: SETTINGS.timeZone,
  firstWindowStartsAt: '2027-01-16T20:00:00.000Z',
  freezes: [{ title: 'Half-year close', startsAt: '2027-01-29T00:00:00.000Z', endsAt: '2027-02-02T00:00:00.000Z' }],
} as const;

/** Takes the sample engagement the way a person would: import, preview, confirm, settings, plan. Nothing in it is special. */
export function createSampleFiller({ samplePath, uploads, handlers }: Parts): (session: Session) => Promise<Reply<unknown>> {
  const context = { signal: new AbortController().signal };

  async function importEstate(): Promise<Reply<unknown>> {
    const bytes = await readFile(samplePath);
    const upload = await uploads.start(path.basename(samplePath), bytes.byteLength);
    if (!upload.ok) return upload;
    const received = await uploads.addChunk(upload.value.uploadId, 0, bytes);
    if (!received.ok) return received;
    const preview = await handlers['import.preview']({ uploadId: upload.value.uploadId }, context);
    return preview.ok ? await handlers['import.confirm']({ previewId: preview.value.previewId, decisions: [] }, context) : preview;
  }

  return async () => {
    const steps = [
      importEstate,
      async () => await handlers['engagement.change-settings'](SETTINGS, context),
      async () => await handlers['plan.set-limits']({ limits: { ...LIMITS, freezes: [...LIMITS.freezes] } }, context),
      async () => await handlers['plan.make']({ timeLimitMs: 1000 }, context),
    ];
    for (const step of steps) {
      // Each step builds on the one before.
      // oxlint-disable-next-line no-await-in-loop
      const done = await step();
      if (!done.ok) return done;
    }
    return success({});
  };
}
