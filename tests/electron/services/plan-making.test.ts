import { describe, expect, it } from 'vitest';

import { planned, START } from '../../support/planned-estate.ts';
import { startSmallEstate } from '../../support/small-estate.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();

describe('planning again', () => {
  it('proposes what it would change first, with few moves, and adopts what was looked at', async () => {
    const estate = await startSmallEstate(await newFolder());
    const { ask, failureOf } = estate;
    const before = await planned(estate);
    const freezes = [{ title: 'Audit', startsAt: '2027-03-06T00:00:00.000Z', endsAt: '2027-03-07T12:00:00.000Z' }];
    await ask('plan.set-limits', { limits: { freezes } });
    const made = await ask('plan.make', { adopt: 'ask', timeLimitMs: 500 });
    if (made.status !== 'proposed') throw new Error(made.status);
    const [fewest] = made.proposal.variants;
    expect(made.proposal.variants.map(({ id }) => id)).toEqual(['fewest']);
    // Only what stood in the frozen window moves; the other wave stays.
    const frozenOut = before.waves.find((wave) => wave.window?.startsAt === START)?.groupIds.toSorted();
    expect(fewest).toMatchObject({ id: 'fewest', waves: 2, movesAtLeast: frozenOut?.length, added: [] });
    expect(fewest?.moves.map(({ groupId }) => groupId).toSorted()).toEqual(frozenOut);
    expect((await ask('snapshot.get', {}))?.plan?.id).toBe(before.id);
    const kept = before.waves.find((wave) => wave.window?.startsAt !== START);
    const plan = await ask('plan.adopt', { proposalId: made.proposal.proposalId, variant: 'fewest' });
    expect(plan).toMatchObject({ isValid: true });
    // The wave that stays keeps its id, so that what was marked for it stays with it.
    expect(plan.waves.find((wave) => wave.window?.startsAt === kept?.window?.startsAt)?.id).toBe(kept?.id);
    expect(await failureOf('plan.adopt', { proposalId: made.proposal.proposalId, variant: 'fewest' })).toMatchObject({ code: 'not-found' });
    await estate.app.close();
  });

  it('does not adopt what was computed from another state', async () => {
    const estate = await startSmallEstate(await newFolder());
    await planned(estate);
    const made = await estate.ask('plan.make', { adopt: 'ask', timeLimitMs: 200 });
    if (made.status !== 'proposed') throw new Error(made.status);
    await estate.ask('plan.set-limits', { limits: { machinesPerWave: 4 } });
    expect(await estate.failureOf('plan.adopt', { proposalId: made.proposal.proposalId, variant: 'fewest' })).toMatchObject({
      code: 'conflict',
    });
    await estate.app.close();
  });

  it('leaves done waves as they are and uses later windows only', async () => {
    const estate = await startSmallEstate(await newFolder());
    const before = await planned(estate);
    const first = before.waves[0];
    await estate.ask('plan.set-limits', {
      limits: { locks: [{ startsAt: START, groupIds: first?.groupIds ?? [], why: 'done' }], machinesPerWave: 2 },
    });
    await estate.ask('plan.set-limits', { limits: { machinesPerWave: 3 } });
    const made = await estate.ask('plan.make', { timeLimitMs: 300 });
    if (made.status !== 'adopted') throw new Error(made.status);
    expect(made.plan.waves[0]).toMatchObject({ id: first?.id, groupIds: first?.groupIds });
    const others = made.plan.waves.slice(1).map((wave) => wave.window?.startsAt ?? '');
    expect(others.every((startsAt) => startsAt > START)).toBe(true);
    await estate.app.close();
  });

  it('tells how plan and bound came closer, and being stopped keeps the best plan', async () => {
    // Two or three to a wave: a proof is far away, a plan is not.
    const names = Array.from({ length: 420 }, (_, index) => {
      const gib = 251 + ((index * 7919) % 249);
      return `m${index};App ${index};Windows Server 2019;${1 + (index % 7)};8;${gib};10.0.${index >> 8}.${index & 255};Production`;
    });
    const list = ['Name;Application;OS;vCPU;Memory (GB);In use (GB);IP address;Environment', ...names].join('\n');
    const estate = await startSmallEstate(await newFolder(), list);
    await estate.ask('plan.set-limits', {
      limits: { gibPerWave: 1000, machinesPerWave: 5, pilotMachines: null, firstWindowStartsAt: START },
    });
    const running = estate.ask('plan.make', { taskId: 'stop-me', timeLimitMs: 60_000 });
    await expect
      .poll(() => estate.events.some((event) => event.name === 'task.progress' && (event.payload.plan?.upper ?? null) !== null), {
        timeout: 20_000,
      })
      .toBe(true);
    const stoppedAt = performance.now();
    await estate.ask('task.cancel', { taskId: 'stop-me' });
    const made = await running;
    expect(performance.now() - stoppedAt).toBeLessThan(4000);
    if (made.status !== 'adopted') throw new Error(made.status);
    expect(made.plan).toMatchObject({ isValid: true });
    expect(made.wasStopped).toBe(true);
    expect(made.plan.lowerBound).toBeGreaterThan(1);
    const [last] = made.course.slice(-1);
    expect(last).toMatchObject({ upper: made.plan.waves.length, lower: made.plan.lowerBound });
    await estate.app.close();
  }, 60_000);
});

describe('rules that contradict each other', () => {
  it('each say what giving them up gains, and the change that does it works', async () => {
    const estate = await startSmallEstate(await newFolder());
    const { ask } = estate;
    await planned(estate);
    const dates = [{ groupId: 'app:billing', notBefore: null, notAfter: '2027-03-08T00:00:00.000Z' }];
    const precedences = [{ before: 'app:shop', after: 'app:billing', kind: 'strict' as const }];
    await ask('plan.set-limits', { limits: { dates, precedences } });
    const made = await ask('plan.make', { timeLimitMs: 500 });
    if (made.status !== 'contradiction') throw new Error(made.status);
    const relaxations = made.rules.flatMap(({ id, relaxation }) => (relaxation?.limits == null ? [] : [{ id, ...relaxation }]));
    expect(new Set(relaxations.map(({ id }) => id.split(':')[0]))).toEqual(new Set(['latest', 'precedence']));
    for (const { limits, waves } of relaxations) {
      expect(waves).toBe(2);
      // One after the other: each is tried and taken back.
      // oxlint-disable no-await-in-loop
      await ask('plan.set-limits', { limits: limits ?? {} });
      expect(await ask('plan.make', { timeLimitMs: 500 })).toMatchObject({ status: 'adopted', plan: { isValid: true } });
      await ask('plan.set-limits', { limits: { dates, precedences } });
      // oxlint-enable no-await-in-loop
    }
    await estate.app.close();
  });
});

describe('a plan that aims at the earliest finish', () => {
  const week = (count: number, hours = 0): string => new Date(Date.parse(START) + (count * 7 * 24 + hours) * 3_600_000).toISOString();
  const window = (count: number, machines: number) => ({
    title: `Night ${count + 1}`,
    startsAt: week(count),
    endsAt: week(count, 8),
    timeZone: 'UTC',
    machines,
    gib: null,
    teams: null,
  });

  it('uses early small windows instead of a late large one, says when it ends and cannot end before, and keeps its aim', async () => {
    const estate = await startSmallEstate(await newFolder());
    const { ask, failureOf } = estate;
    // Three small nights, then one that takes everything: the fewest waves wait for it.
    const windows = [window(0, 3), window(1, 3), window(2, 1), window(3, 6)];
    await ask('plan.set-limits', { limits: { windows, machinesPerWave: null, pilotMachines: null } });
    expect(await failureOf('plan.set-limits', { limits: { objective: 'cheapest' as never } })).toMatchObject({ code: 'invalid-input' });
    const fewest = await ask('plan.make', { timeLimitMs: 500 });
    if (fewest.status !== 'adopted') throw new Error(fewest.status);
    expect(fewest.plan).toMatchObject({ lowerBound: 1, finish: null });
    expect(fewest.plan.waves.map((wave) => wave.window?.startsAt)).toEqual([week(3)]);

    await ask('plan.set-limits', { limits: { objective: 'earliest-finish' } });
    // What counted waves says nothing of days.
    expect((await ask('snapshot.get', {}))?.plan).toMatchObject({
      lowerBound: null,
      changedSince: 'limits',
      finish: { endsAt: week(3, 8), notBefore: null },
    });
    const made = await ask('plan.make', { adopt: 'ask', timeLimitMs: 500 });
    if (made.status !== 'proposed') throw new Error(made.status);
    expect(made.proposal).toMatchObject({ lowerBound: 2, finishNotBefore: week(1, 8) });
    expect(made.proposal.variants[0]).toMatchObject({ waves: 2, lastWaveEndsAt: week(1, 8) });
    const plan = await ask('plan.adopt', { proposalId: made.proposal.proposalId, variant: 'fewest' });
    expect(plan).toMatchObject({
      isValid: true,
      lowerBound: 2,
      limits: { objective: 'earliest-finish' },
      finish: { endsAt: week(1, 8), notBefore: week(1, 8), timeZone: 'UTC' },
    });
    expect(await ask('plan.check', {})).toMatchObject({ isValid: true, isBoundConfirmed: true, wavesUsed: 2 });
    const what = await ask('plan.what-if', {});
    expect(what).toMatchObject({ objective: 'earliest-finish', value: 2 });
    // The aim is a limit like the others: closed and opened again it is there, and undone it is not.
    await ask('engagement.close', {});
    await ask('engagement.open', { path: estate.filePath });
    const opened = await ask('snapshot.get', {});
    expect([opened?.waveLimits.objective, opened?.plan?.limits.objective]).toEqual(['earliest-finish', 'earliest-finish']);
    const { entries } = await ask('journal.list', { limit: 5 });
    expect(entries.map(({ detail }) => detail)).toContainEqual(expect.stringContaining('No plan is finished before window 2.'));
    await ask('journal.undo', {});
    await ask('journal.undo', {});
    expect((await ask('snapshot.get', {}))?.waveLimits.objective).toBe('fewest-waves');
    await estate.app.close();
  });
});
