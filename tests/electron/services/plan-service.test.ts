import { describe, expect, it } from 'vitest';

import type { PlanView } from '../../../shared/contract/shapes.ts';
import { planned, START } from '../../support/planned-estate.ts';
import { startSmallEstate } from '../../support/small-estate.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { startTestApp, upload } from '../../support/test-app.ts';

const newFolder = useTemporaryFolders();

function windowOf(startsAt: string, endsAt: string) {
  return { title: startsAt, startsAt, endsAt, timeZone: 'UTC', machines: null, gib: null, teams: null };
}

function wavesOf(plan: PlanView): Record<string, number> {
  return Object.fromEntries(plan.waves.flatMap((wave) => wave.groupIds.map((groupId) => [groupId, wave.number])));
}

describe('making a plan', () => {
  it('keeps groups together and limits, says the least number of waves, and is a plan that the checker accepts', async () => {
    const estate = await startSmallEstate(await newFolder());
    const plan = await planned(estate);
    expect(plan).toMatchObject({ isValid: true, lowerBound: 2, violations: [], leftOut: [], unplannedGroupIds: [], handMoves: 0 });
    expect(plan.waves.map((wave) => wave.machineCount)).toEqual([3, 3]);
    expect(plan.waves[0]?.window?.startsAt).toBe(START);
    expect(plan.balance).toMatchObject({
      largest: 1,
      even: 1,
      text: expect.stringMatching(/^The fullest wave is Wave 1, at 100 %/) as unknown,
    });
    expect(await estate.ask('plan.check', {})).toMatchObject({ isValid: true, isBoundConfirmed: true, wavesUsed: 2, lowerBound: 2 });
    await estate.app.close();
  });

  it('tells no least number of waves that today’s machines do not prove', async () => {
    const estate = await startSmallEstate(await newFolder());
    await planned(estate);
    const machineIds = ['gamma', 'delta', 'zeta'].map(estate.idOf);
    await estate.ask('machine.set-scope', { machineIds, isInScope: false, reason: 'Billing is replaced' });
    expect(await estate.ask('plan.check', {})).toMatchObject({ isValid: true, isBoundConfirmed: false });
    expect((await estate.ask('snapshot.get', {}))?.plan).toMatchObject({
      lowerBound: null,
      changedSince: 'machines',
      lowerBoundReason: expect.stringContaining('its proof does not hold any more') as unknown,
    });
    await estate.app.close();
  });

  it('keeps the order, the calendar and the pins that a person gives', async () => {
    const estate = await startSmallEstate(await newFolder());
    const freezes = [{ title: 'Year end', startsAt: '2027-03-13T00:00:00.000Z', endsAt: '2027-03-15T00:00:00.000Z' }];
    const plan = await planned(estate, {
      freezes,
      precedences: [{ before: 'app:billing', after: 'app:shop', kind: 'strict' }],
      pins: [{ groupId: 'app:shop', waveNumber: 2 }],
    });
    const waves = wavesOf(plan);
    expect(waves['app:billing']).toBeLessThan(waves['app:shop'] ?? 0);
    expect(plan.waves.map((wave) => wave.window?.startsAt)).not.toContain('2027-03-13T20:00:00.000Z');
    expect(plan.isValid).toBe(true);
    await estate.app.close();
  });

  it('that cannot be is answered with the rules that contradict each other, and the old plan stays', async () => {
    const estate = await startSmallEstate(await newFolder());
    const before = await planned(estate);
    await estate.ask('plan.set-limits', { limits: { machinesPerWave: 2 } });
    const made = await estate.ask('plan.make', { timeLimitMs: 1000 });
    if (made.status !== 'contradiction') throw new Error('a plan was made that cannot be');
    expect(made.rules.map((rule) => rule.text).join(' ')).toBe(
      'The largest window takes 2 machines. Billing needs 3 machines in one wave.',
    );
    expect((await estate.ask('snapshot.get', {}))?.plan?.id).toBe(before.id);
    await estate.app.close();
  });

  it('needs machines in scope', async () => {
    const { ask, failureOf, app } = startTestApp(await newFolder());
    await ask('engagement.create', { name: 'Empty', customer: '' });
    expect(await failureOf('plan.make', {})).toMatchObject({
      code: 'not-ready',
      detail: expect.stringMatching(/Import an inventory first/) as unknown,
    });
    expect(await failureOf('plan.check', {})).toMatchObject({ code: 'not-ready' });
    await app.close();
  });
});

describe('limits changed after a plan was made', () => {
  it('show at once what the plan in force breaks of them, and never call it valid', async () => {
    const estate = await startSmallEstate(await newFolder());
    const plan = await planned(estate);
    const freezes = [{ title: 'Audit', startsAt: '2027-03-06T00:00:00.000Z', endsAt: '2027-03-07T12:00:00.000Z' }];
    await estate.ask('plan.set-limits', { limits: { freezes } });
    const frozen = (await estate.ask('snapshot.get', {}))?.plan;
    expect(frozen).toMatchObject({ id: plan.id, isValid: false });
    expect(new Set(frozen?.violations.map((violation) => `${violation.rule} ${violation.windowId}`))).toEqual(new Set(['freeze w1']));
    await estate.ask('plan.set-limits', { limits: { freezes: [], firstWindowStartsAt: '2027-03-07T20:00:00Z' } });
    expect((await estate.ask('plan.check', {})).violations).toContainEqual(
      expect.stringMatching(/^\w+ stands in Wave 1, whose window is not in the calendar any more\.$/),
    );
    await estate.ask('plan.set-limits', { limits: { firstWindowStartsAt: START } });
    expect((await estate.ask('snapshot.get', {}))?.plan).toMatchObject({ isValid: true, lowerBound: 2 });
    await estate.app.close();
  });

  it('count every capacity that has a limit, wave by wave', async () => {
    const estate = await startSmallEstate(await newFolder());
    await planned(estate, { teams: 3, vcpuQuota: 100 });
    const loads = (await estate.ask('snapshot.get', {}))?.plan?.waves.map((wave) =>
      wave.loads.map(({ resourceId, used, limit }) => [resourceId, used, limit]),
    );
    // Minutes: 55 or 65 for each machine; vCPU of sizes, wave after wave on top of each other.
    expect(loads?.map((wave) => wave.map(([id, , limit]) => [id, limit]))).toEqual(
      Array.from({ length: 2 }, () => [
        ['machines', 3],
        ['gib', null],
        ['minutes', 1440],
        ['vcpu', 100],
      ]),
    );
    const vcpu = loads?.map((wave) => Number(wave[3]?.[1])) ?? [];
    expect(vcpu[1]).toBeGreaterThan(vcpu[0] ?? 0);
    await estate.app.close();
  });
});

describe('a calendar file', () => {
  it('is read in a worker for a preview; nothing is stored, and the file is forgotten', async () => {
    const estate = await startSmallEstate(await newFolder());
    const before = await estate.entryCount();
    const text = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      'UID:1',
      'SUMMARY:Audit',
      'DTSTART;VALUE=DATE:20270306',
      'END:VEVENT',
      'END:VCALENDAR',
    ];
    const uploadId = await upload(estate, 'audit.ics', Buffer.from(text.join('\r\n')));
    const read = await estate.ask('plan.read-calendar', { uploadId, timeZone: 'Europe/Berlin' });
    expect(read.events).toMatchObject([{ title: 'Audit', startsAt: '2027-03-05T23:00:00.000Z', endsAt: '2027-03-06T23:00:00.000Z' }]);
    expect(await estate.failureOf('plan.read-calendar', { uploadId, timeZone: 'Europe/Berlin' })).toMatchObject({ code: 'not-found' });
    const broken = await upload(estate, 'notes.ics', Buffer.from('no calendar'));
    expect((await estate.failureOf('plan.read-calendar', { uploadId: broken, timeZone: 'UTC' })).detail).toMatch(
      /^notes.ics is not a calendar file/,
    );
    expect(await estate.entryCount()).toBe(before);
    await estate.app.close();
  });
});

describe('limits', () => {
  it.each([
    [{ timeZone: 'Atlantis/Harbour' }, /is not a time zone/],
    [
      { freezes: [{ title: 'Backwards', startsAt: '2027-03-15T00:00:00.000Z', endsAt: '2027-03-13T00:00:00.000Z' }] },
      /ends before it starts/,
    ],
    [{ windowHours: 48, daysBetweenWindows: 1 }, /still be open when the next one starts/],
    [{ conflicts: [{ a: 'app:shop', b: 'app:shop' }] }, /cannot be kept apart from itself/],
    [{ dates: [{ groupId: 'app:shop', notBefore: '2027-03-15T00:00:00Z', notAfter: '2027-03-13T00:00:00Z' }] }, /done before it may begin/],
    [{ windows: [windowOf('2027-03-13T20:00:00Z', '2027-03-13T18:00:00Z')] }, /ends before it starts/],
    [
      { windows: [windowOf('2027-03-13T20:00:00Z', '2027-03-14T20:00:00Z'), windowOf('2027-03-14T10:00:00Z', '2027-03-14T21:00:00Z')] },
      /is still open when/,
    ],
  ])('%j are refused with a sentence', async (limits, sentence) => {
    const { failureOf, app, entryCount } = await startSmallEstate(await newFolder());
    const before = await entryCount();
    expect(await failureOf('plan.set-limits', { limits })).toMatchObject({
      code: 'invalid-input',
      detail: expect.stringMatching(sentence) as unknown,
    });
    expect(await entryCount()).toBe(before);
    await app.close();
  });

  it('that do not change are no entry', async () => {
    const { ask, app, entryCount } = await startSmallEstate(await newFolder());
    await ask('plan.set-limits', { limits: { machinesPerWave: 7 } });
    const before = await entryCount();
    expect(await ask('plan.set-limits', { limits: { machinesPerWave: 7 } })).toMatchObject({ machinesPerWave: 7 });
    expect(await entryCount()).toBe(before);
    await app.close();
  });
});

describe('moving by hand', () => {
  it('does what the preview said, and a move that breaks a rule is made and called what it is', async () => {
    const estate = await startSmallEstate(await newFolder());
    const { ask, app, failureOf } = estate;
    const plan = await planned(estate);
    const shop = wavesOf(plan)['app:shop'];
    const target = plan.waves.find((wave) => wave.number !== shop);
    const preview = await ask('plan.preview-move', { groupIds: ['app:shop'] });
    const seen = preview.find((move) => move.waveId === target?.id);
    expect(seen).toMatchObject({ isAllowed: false, problems: [expect.stringMatching(/3|machines/i)] });
    const moved = await ask('plan.move-groups', { groupIds: ['app:shop'], toWaveId: target?.id ?? '' });
    expect(moved).toMatchObject({ isValid: false, handMoves: 1 });
    expect(moved.violations.map((violation) => violation.text)).toEqual(seen?.problems);
    expect(moved.waves.find((wave) => wave.id === target?.id)?.problems).toEqual(seen?.problems);
    await ask('journal.undo', {});
    expect((await ask('snapshot.get', {}))?.plan).toMatchObject({ isValid: true, handMoves: 0 });
    expect(await failureOf('plan.move-groups', { groupIds: ['app:nothing'], toWaveId: target?.id ?? '' })).toMatchObject({
      code: 'not-found',
    });
    await app.close();
  });

  it('machines that come later are shown as not planned yet, and can be moved into a wave', async () => {
    const estate = await startSmallEstate(await newFolder());
    const { ask, app, idOf } = estate;
    await ask('machine.set-scope', { machineIds: [idOf('epsilon')], isInScope: false, reason: 'Later.' });
    const plan = await planned(estate, { machinesPerWave: 10 });
    await ask('machine.set-scope', { machineIds: [idOf('epsilon')], isInScope: true, reason: 'Now.' });
    const group = `machine:${idOf('epsilon')}`;
    expect((await ask('snapshot.get', {}))?.plan?.unplannedGroupIds).toEqual([group]);
    const moved = await ask('plan.move-groups', { groupIds: [group], toWaveId: plan.waves[0]?.id ?? '' });
    expect(moved).toMatchObject({ isValid: true, unplannedGroupIds: [] });
    await app.close();
  });
});
