import { describe, expect, it } from 'vitest';

import { canMark } from '../../../shared/checklist/can-mark.ts';
import { checklistView, itemOf } from '../../../shared/checklist/checklist.ts';
import type { ItemScope } from '../../../shared/domain/engagement.ts';
import { factsOf, markOf, NOW, withMarks, WHOLE, M1, SMALL, done, type World } from './checklist-world.ts';

describe('what the data show', () => {
  const started = (world: World = SMALL) => withMarks(factsOf(world), [markOf('choose-tool-route', WHOLE)]);
  const state = (world: World, stepId: string, scope: ItemScope) => itemOf(started(world), stepId, scope);

  it('closes a step by itself, with what was seen and when as evidence', () => {
    expect(state(SMALL, 'import-inventory', WHOLE)).toMatchObject({
      state: 'done',
      by: 'Seen from the data',
      at: NOW,
      evidence: [{ kind: 'note', text: '3 machines in scope from 1 import.', by: 'Seen from the data', at: NOW }],
    });
  });

  it('never before what has to be done first', () => {
    expect(itemOf(factsOf(SMALL), 'import-inventory', WHOLE)).toMatchObject({
      state: 'open',
      blockedBy: ['First: Decide the route: Site Recovery, Azure Migrate or Resource Mover.'],
      seen: { verdict: 'done' },
    });
  });

  it.each([
    ['ready', 'done', 'may be marked'],
    ['ready-with-warnings', 'open', 'may be marked'],
    ['undecided', 'open', 'may be marked'],
    ['blocked', 'open', 'the data speak against it. A blocker is open'],
  ] as const)('takes a machine that is %s as %s', (verdict, expected, refusal) => {
    const world: World = { ...SMALL, verdicts: { m1: verdict } };
    expect(state(world, 'assess-readiness', M1)?.state).toBe(expected);
    expect(canMark(started(world), done('assess-readiness', M1)) ?? 'may be marked').toContain(refusal);
  });

  it('takes warnings as decided when every fix task is mended or accepted', () => {
    const world = (blockingTasks: Record<string, number>): World => ({ ...SMALL, verdicts: { m1: 'ready-with-warnings' }, blockingTasks });
    expect(state(world({}), 'assess-readiness', M1)).toMatchObject({ state: 'done', by: 'Seen from the data' });
    expect(state(world({ m1: 2 }), 'assess-readiness', M1)).toMatchObject({
      state: 'open',
      seen: { text: 'No blocker; decide on 2 fix tasks in the backlog, or say here who decided.' },
    });
  });

  it('an undecided machine is not confirmed without evidence', () => {
    const world: World = { ...SMALL, verdicts: { m1: 'undecided' } };
    expect(canMark(started(world), done('assess-readiness', M1, { newEvidenceCount: 0 }))).toContain('needs evidence');
  });

  it('opens again what was ticked when the data contradict it, and says so', () => {
    const facts = withMarks(started({ ...SMALL, verdicts: { m1: 'blocked' } }), [markOf('assess-readiness', M1)]);
    expect(itemOf(facts, 'assess-readiness', M1)).toMatchObject({
      state: 'open',
      drift: expect.stringContaining('Test Person marked it done, but the data say now: A blocker is open') as string,
    });
    expect(checklistView(facts).steps.find((candidate) => candidate.id === 'assess-readiness')).toMatchObject({
      doneCount: 2,
      totalCount: 3,
    });
  });

  it('cannot be opened by hand', () => {
    expect(canMark(started(), done('import-inventory', WHOLE, { state: 'open' }))).toContain('opens by itself when they change');
  });

  it('sees a target size, supported vSphere versions and a plan', () => {
    const world: World = {
      ...SMALL,
      machines: [
        {
          id: 'm1',
          wave: 1,
          facts: {
            targetVmName: 'app-1',
            targetVmSize: 'Standard_D4s_v5',
            targetDiskType: 'Premium_LRS',
            esxiVersion: 'VMware ESXi 7.0.3 build-1',
            vmwareToolsStatus: 'running',
          },
        },
      ],
    };
    const facts = withMarks(started(world), [markOf('choose-target-region', WHOLE), markOf('map-dependencies', WHOLE)]);
    expect(itemOf(facts, 'plan-target-size', M1)?.seen?.text).toBe('app-1 is to be a Standard_D4s_v5 with Premium_LRS.');
    expect(itemOf(facts, 'plan-target-size', M1)?.state).toBe('done');
    expect(itemOf(facts, 'check-vsphere', { kind: 'site', id: 'site' })?.state).toBe('done');
    expect(itemOf(facts, 'plan-waves', WHOLE)?.state).toBe('done');
    const broken = { ...facts, planProblems: ['Wave 1 has too many machines.'] };
    expect(itemOf(broken, 'plan-waves', WHOLE)).toMatchObject({ state: 'open', seen: { verdict: 'against' } });
  });

  it.each([
    [{ esxiVersion: 'VMware ESXi 6.0.0', vmwareToolsStatus: 'running' }, 'Found 1 machine on an unsupported version'],
    [{ esxiVersion: 'VMware ESXi 8.0.1', vmwareToolsStatus: 'notRunning' }, 'without running VMware Tools'],
    [{ vmwareToolsStatus: 'running' }, 'of which that is not known'],
  ] as const)('does not call vSphere %o fine', (facts, words) => {
    const world: World = { ...SMALL, machines: [{ id: 'm1', facts }] };
    const seen = state(world, 'check-vsphere', { kind: 'site', id: 'site' })?.seen;
    expect(seen?.verdict).toBe('open');
    expect(seen?.text).toContain(words);
  });

  it('closes the engagement with a completion report that is newer than the last tick', () => {
    const at = '2027-06-01T00:00:00.000Z';
    const base = started();
    const report = (when: string) => ({
      ...base,
      engagement: { ...base.engagement, reports: [{ at: when, by: 'Test Person', preset: 'completion', files: [] }] },
    });
    expect(itemOf(report(at), 'close-engagement', WHOLE)?.seen?.verdict).toBe('done');
    expect(itemOf(report('2027-02-01T00:00:00.000Z'), 'close-engagement', WHOLE)?.seen?.verdict).toBe('open');
  });
});
