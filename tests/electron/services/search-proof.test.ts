import { describe, expect, it } from 'vitest';

import { startSmallEstate } from '../../support/small-estate.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();

const WEEK_MS = 7 * 86_400_000;
const START_MS = Date.UTC(2027, 2, 6, 20);
const at = (week: number, hours = 0): string => new Date(START_MS + week * WEEK_MS + hours * 3_600_000).toISOString();

function window(week: number, machines: number | null) {
  const title = `Night ${week + 1}`;
  return { title, startsAt: at(week), endsAt: at(week, 8), timeZone: 'UTC', machines, gib: null, teams: null };
}

const application = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name}${index};${name};Windows Server 2019;2;8;100;Production`);
const LIST = [
  'Name;Application;OS;vCPU;Memory (GB);In use (GB);Environment',
  ...application('Alpha', 3),
  ...application('Beta', 5),
  ...application('Gamma', 3),
].join('\n');

/** Three waves are needed, and neither sums nor chains nor pairs say so: the pilot is too small for Beta, which comes before Gamma. */
const LIMITS = {
  machinesPerWave: null,
  pilotMachines: 4,
  windows: [window(0, 4), window(1, 5), window(2, null), window(3, null), window(4, 4)],
  precedences: [{ before: 'app:beta', after: 'app:gamma', kind: 'strict' as const }],
  conflicts: [
    { a: 'app:alpha', b: 'app:beta' },
    { a: 'app:beta', b: 'app:gamma' },
  ],
  dates: [{ groupId: 'app:alpha', notBefore: null, notAfter: at(2, 8) }],
};

describe('a bound that only a search proves', () => {
  it('is adopted with its plan, repeated by the checker, and told as long as the problem is the same', async () => {
    const estate = await startSmallEstate(await newFolder(), LIST);
    const { ask } = estate;
    await ask('plan.set-limits', { limits: LIMITS });
    const made = await ask('plan.make', { timeLimitMs: 500 });
    if (made.status !== 'adopted') throw new Error(made.status);
    expect((await ask('plan.file', {})).bound?.certificate.kind).toBe('exhaustive-search');
    expect(made.plan).toMatchObject({ isValid: true, lowerBound: 3, changedSince: null });
    expect(await ask('plan.check', {})).toMatchObject({ isValid: true, isBoundConfirmed: true });
    await estate.app.close();
  });
});

describe('what was proven for a plan', () => {
  it('stays told when a group is pinned where it stands or a wave is done, and not when a limit is loosened', async () => {
    const estate = await startSmallEstate(await newFolder(), LIST);
    const { ask } = estate;
    await ask('plan.set-limits', { limits: LIMITS });
    const made = await ask('plan.make', { timeLimitMs: 500 });
    if (made.status !== 'adopted') throw new Error(made.status);
    const planNow = async () => (await ask('snapshot.get', {}))?.plan;
    const [first, second] = made.plan.waves;
    if (first?.window == null || second?.window == null) throw new Error('two waves are needed');
    const startsAt = first.window.startsAt;
    await ask('plan.set-limits', {
      limits: {
        locks: [{ startsAt, groupIds: first.groupIds, why: 'done' }],
        pins: second.groupIds.map((groupId) => ({ groupId, waveNumber: 2, startsAt: second.window?.startsAt })),
      },
    });
    expect(await planNow()).toMatchObject({ isValid: true, lowerBound: 3, changedSince: null });
    await ask('plan.set-limits', { limits: { conflicts: [], precedences: [], pins: [] } });
    expect(await planNow()).toMatchObject({ isValid: true, lowerBound: null, changedSince: 'limits' });
    await estate.app.close();
  });

  it('is not told for limits under which the plan breaks rules', async () => {
    const estate = await startSmallEstate(await newFolder(), LIST);
    const { ask } = estate;
    await ask('plan.set-limits', { limits: { machinesPerWave: 6, pilotMachines: null, firstWindowStartsAt: at(0) } });
    await ask('plan.make', { timeLimitMs: 500 });
    expect((await ask('snapshot.get', {}))?.plan).toMatchObject({ isValid: true, lowerBound: 2 });
    await ask('plan.set-limits', { limits: { machinesPerWave: 4 } });
    expect((await ask('snapshot.get', {}))?.plan).toMatchObject({
      isValid: false,
      lowerBound: null,
      lowerBoundReason: expect.stringMatching(/^Limits or rules were changed since the plan was made/) as unknown,
    });
    await estate.app.close();
  });
});
