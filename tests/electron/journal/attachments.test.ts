import { randomBytes } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { prepareAttachment, sha256InSlices, sha256Of, unpackAttachment } from '../../../electron/journal/attachments.ts';

const MEBIBYTE = 1024 * 1024;

/** Longest time, in milliseconds, for which nothing else could run meanwhile, and how long the work took. */
async function longestPause(work: () => Promise<void>): Promise<{ readonly pause: number; readonly took: number }> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  // The monitor measures between its own ticks: it has to have begun, and to see the end.
  delays.enable();
  await setTimeout(20);
  delays.reset();
  const startedAt = performance.now();
  await work();
  const took = performance.now() - startedAt;
  await setTimeout(20);
  delays.disable();
  return { pause: delays.max / 1e6, took };
}

describe('large attachments', () => {
  it('are hashed like small ones', async () => {
    for (const size of [0, 1, 4 * MEBIBYTE - 1, 4 * MEBIBYTE, 4 * MEBIBYTE + 1, 9 * MEBIBYTE]) {
      const bytes = randomBytes(size);
      // oxlint-disable-next-line no-await-in-loop -- one size after the other
      expect(await sha256InSlices(bytes)).toBe(sha256Of(bytes));
    }
  });

  it('let others have their turn while they are hashed', async () => {
    const bytes = Buffer.alloc(512 * MEBIBYTE, 'evidence');
    const { pause, took } = await longestPause(async () => void (await sha256InSlices(bytes)));
    // At one go the pause would be all of it. A busy machine is slow, so the limit is a share and not a time.
    expect(pause).toBeLessThan(took / 2);
  });

  it('of 50 MiB are prepared and unpacked without a long silence', async () => {
    const bytes = randomBytes(50 * MEBIBYTE);
    const { pause, took } = await longestPause(async () => {
      const { ref, stored } = await prepareAttachment(bytes, { name: 'disk.bin', mediaType: 'application/octet-stream' });
      expect(ref.sizeBytes).toBe(bytes.byteLength);
      const unpacked = await unpackAttachment(ref.sha256, stored);
      expect(unpacked.ok && unpacked.value.equals(bytes)).toBe(true);
    });
    expect(pause).toBeLessThan(took / 3);
  });
});
