import { describe, expect, it } from 'vitest';

import { itemsOf } from '../../../shared/checklist/checklist.ts';
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
