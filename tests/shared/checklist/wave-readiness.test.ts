import { describe, expect, it } from 'vitest';

import { checklistIndex } from '../../../shared/checklist/checklist-index.ts';
import { itemsOf } from '../../../shared/checklist/checklist.ts';
import { countsOfWave } from '../../../shared/checklist/count-items.ts';
import { waveReadiness } from '../../../shared/checklist/wave-readiness.ts';
import { factsOf, markOf, withMarks, M1, ANYTHING, SMALL } from './checklist-world.ts';

describe('ready waves', () => {
  const verdicts = { ready: 2, 'ready-with-warnings': 0, blocked: 0, undecided: 0 };

  it('names the open critical steps, of the wave and of what it stands on', () => {
    const found = waveReadiness(factsOf(SMALL), [{ id: 'w2', verdicts }]).get('w2');
    expect(found?.isReady).toBe(false);
    expect(found?.openCriticalItems[0]).toEqual({
      stepId: 'choose-tool-route',
      title: 'Decide the route: Site Recovery, Azure Migrate or Resource Mover',
      open: 1,
      total: 1,
    });
    expect(found?.notReadyBecause[0]).toMatch(/^\d+ critical checklist items are open, first: Decide the route/);
  });

  it('counts only machines and sites of the wave', () => {
    const facts = withMarks(factsOf(SMALL), [markOf('deploy-appliance', { kind: 'site', id: 'South' }), markOf('run-test-failover', M1)]);
    const waves = waveReadiness(facts, [
      { id: 'w1', verdicts },
      { id: 'w2', verdicts },
    ]);
    const open = (wave: string, stepId: string) => waves.get(wave)?.openCriticalCount !== undefined && openSteps(facts, wave).get(stepId);
    expect([open('w1', 'deploy-appliance'), open('w2', 'deploy-appliance')]).toEqual(['1/2', undefined]);
    expect([open('w1', 'run-test-failover'), open('w2', 'run-test-failover')]).toEqual(['1/2', '1/1']);
  });

  it('is held up by a blocked machine', () => {
    const found = waveReadiness(factsOf(SMALL), [{ id: 'w1', verdicts: { ...verdicts, blocked: 2 } }]).get('w1');
    expect(found?.notReadyBecause[0]).toBe('2 machines are blocked by a readiness rule.');
  });

  it('says how far each phase of the wave is', () => {
    const facts = withMarks(factsOf(SMALL), [markOf('run-test-failover', M1)]);
    const test = waveReadiness(facts, [{ id: 'w1', verdicts }])
      .get('w1')
      ?.progress.find((phase) => phase.phase === 'test');
    expect(test).toEqual({ phase: 'test', done: 1, total: 7 });
  });

  /** All open critical steps of a wave, past the list that is cut off. */
  function openSteps(facts: ReturnType<typeof factsOf>, wave: string): Map<string, string> {
    const open = new Map<string, string>();
    let current = facts;
    for (let round = 0; round < 10; round += 1) {
      const listed = waveReadiness(current, [{ id: wave, verdicts }]).get(wave)?.openCriticalItems ?? [];
      if (listed.length === 0) return open;
      for (const item of listed) open.set(item.stepId, `${item.open}/${item.total}`);
      const items = listed.flatMap((item) => itemsOf(current, { ...ANYTHING, stepId: item.stepId }, 100).items);
      current = withMarks(
        current,
        items.map((item) => markOf(item.stepId, item.scope, 'not-applicable')),
      );
    }
    return open;
  }
});

describe('counts of a wave', () => {
  it('are those of its items, step by step, and leave out what concerns neither it nor its machines', () => {
    const facts = withMarks(factsOf(SMALL), [markOf('run-test-failover', M1)]);
    const counts = countsOfWave(checklistIndex(facts), 'w1');
    const { items } = itemsOf(facts, { stepId: null, waveId: 'w1', machineId: null }, 100_000);
    const expected = Object.entries(Object.groupBy(items, (item) => item.stepId)).map(([stepId, own = []]) => ({
      stepId,
      total: own.length,
      closed: own.filter((item) => item.state !== 'open').length,
    }));
    expect(counts.toSorted((a, b) => (a.stepId < b.stepId ? -1 : 1))).toEqual(expected.toSorted((a, b) => (a.stepId < b.stepId ? -1 : 1)));
    expect(counts.find((count) => count.stepId === 'run-test-failover')).toEqual({ stepId: 'run-test-failover', total: 2, closed: 1 });
    expect(counts.some((count) => count.stepId === 'choose-tool-route')).toBe(false);
  });
});
