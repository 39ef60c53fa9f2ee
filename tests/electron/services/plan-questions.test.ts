import { describe, expect, it } from 'vitest';

import { planned } from '../../support/planned-estate.ts';
import { startSmallEstate } from '../../support/small-estate.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();

describe('explanations', () => {
  it('say why a group stands where it stands, what is tight, and what more of a limit would save', async () => {
    const estate = await startSmallEstate(await newFolder());
    const { ask, failureOf } = estate;
    expect(await failureOf('plan.explain-group', { groupId: 'app:shop' })).toMatchObject({ code: 'not-ready' });
    const plan = await planned(estate);
    const last = plan.waves.at(-1)?.groupIds.find((id) => id.startsWith('app:')) ?? '';
    const why = await ask('plan.explain-group', { groupId: last });
    expect(why.earlier[0]).toMatchObject({ waveId: plan.waves[0]?.id, isUsed: true });
    expect(why.earlier[0]?.reasons.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Machines: 3 of 3 machines taken, \d more needed, \d too many$/),
    ]);
    const wave = await ask('plan.explain-wave', { waveId: plan.waves[0]?.id ?? '' });
    expect(wave.tight).toEqual([{ resourceId: 'machines', used: 3, limit: 3 }]);
    const what = await ask('plan.what-if', {});
    expect(what).toMatchObject({
      objective: 'fewest-waves',
      value: 2,
      changes: [{ id: 'machine', title: '1 more machine per wave', value: 2, saved: 0 }],
    });
    await ask('plan.set-limits', { limits: { machinesPerWave: 5, pilotMachines: 1 } });
    const piloted = await ask('plan.what-if', {});
    expect(piloted.changes.find(({ id }) => id === 'machine')).toMatchObject({ title: '1 more machine per wave' });
    await estate.app.close();
  });
});
