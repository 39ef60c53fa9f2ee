import { describe, expect, it } from 'vitest';

import { checklistIndex, type ChecklistFacts } from '../../../shared/checklist/checklist-index.ts';
import { itemsOf } from '../../../shared/checklist/checklist.ts';
import { countParts, type Part, type PartCounts } from '../../../shared/checklist/part-counts.ts';
import type { ItemScope } from '../../../shared/domain/engagement.ts';
import { runToEnd } from '../../../shared/domain/run-to-end.ts';
import { factsOf, M1, markOf, SMALL, stepIn, withMarks } from './checklist-world.ts';

const machine = (id: string): ItemScope => ({ kind: 'machine', id });

function counts(facts: ChecklistFacts, part: Partial<Part>): readonly PartCounts[] {
  return runToEnd(countParts(checklistIndex(facts), { waveId: null, machineId: null, ...part }));
}

/** Everything that comes before the test of the machines given is closed; nothing is for the others. */
function testable(ids: readonly string[]): ChecklistFacts {
  const facts = factsOf(SMALL);
  const before = checklistIndex(facts).steps.slice(
    0,
    checklistIndex(facts).steps.findIndex((step) => step.id === 'run-test-failover'),
  );
  const marks = before.flatMap((step) =>
    itemsOf(facts, { stepId: step.id, waveId: null, machineId: null }, 100)
      .items.filter((item) => item.scope.kind !== 'machine' || ids.includes(item.scope.id))
      .filter((item) => item.scope.kind !== 'wave' || item.scope.id === 'w1' || ids.includes('m3'))
      .map((item) => markOf(step.id, item.scope, 'not-applicable')),
  );
  return withMarks(facts, marks);
}

describe('counts of a part', () => {
  it('are those of its items, and a step is blocked where each open item of the part is', () => {
    const facts = withMarks(testable(['m1', 'm2']), [markOf('run-test-failover', M1)]);
    for (const part of [{ waveId: 'w1' }, { waveId: 'w2' }, { machineId: 'm1' }, { machineId: 'm3' }, { waveId: 'w1', machineId: 'm1' }]) {
      const { items } = itemsOf(facts, { stepId: null, waveId: null, machineId: null, ...part }, 100_000);
      const byStep = Map.groupBy(items, (item) => item.stepId);
      const expected = [...byStep].map(([stepId, own]) => {
        const open = own.filter((item) => item.state === 'open');
        const isBlocked = open.length > 0 && open.every((item) => item.blockedBy.length > 0);
        return { stepId, total: own.length, closed: own.length - open.length, blockedBy: isBlocked ? (open[0]?.blockedBy ?? []) : [] };
      });
      expect(counts(facts, part)).toEqual(expected);
      expect(expected.length).toBeGreaterThan(3);
    }
  });

  it('of a wave do not take from another wave that a step can be done, nor that it waits', () => {
    const facts = testable(['m1', 'm2']);
    const test = (part: Partial<Part>) => counts(facts, part).find((count) => count.stepId === 'run-test-failover')?.blockedBy;
    expect(test({ waveId: 'w1' })).toEqual([]);
    expect(test({ waveId: 'w2' })?.[0]).toMatch(/^First/);
    expect(test({ machineId: 'm1' })).toEqual([]);
    expect(test({ machineId: 'm3' })?.[0]).toMatch(/^First/);
  });

  it('of a wave do not wait for the tests of another wave, as the whole step does', () => {
    const before = testable(['m1', 'm2', 'm3']);
    const tested = ['run-test-failover', 'clean-up-test'].flatMap((step) => ['m1', 'm2'].map((id) => markOf(step, machine(id))));
    const signOff = checklistIndex(before).steps.find((step) => step.id === 'sign-off-test');
    const others = (signOff?.after ?? []).flatMap((id) =>
      itemsOf(before, { stepId: id, waveId: null, machineId: null }, 100)
        .items.filter((item) => item.scope.id !== 'm3' && item.scope.id !== 'w2')
        .map((item) => markOf(id, item.scope)),
    );
    const facts = withMarks(before, [...tested, ...others]);
    const blocked = (waveId: string) => counts(facts, { waveId }).find((count) => count.stepId === 'sign-off-test')?.blockedBy;
    expect(blocked('w1')).toEqual([]);
    expect(blocked('w2')?.[0]).toMatch(/^First/);
  });

  it('leave out what concerns neither the part nor its machines', () => {
    const ids = (part: Partial<Part>) => new Set(counts(factsOf(SMALL), part).map((count) => count.stepId));
    expect(ids({ waveId: 'w1' }).has('choose-tool-route')).toBe(false);
    expect(ids({ waveId: 'w1' }).has('deploy-appliance')).toBe(false);
    expect(ids({ machineId: 'm1' }).has('deploy-appliance')).toBe(true);
    expect(ids({ waveId: 'w2', machineId: 'm1' }).size).toBe(0);
    expect(ids({ machineId: 'gone' }).size).toBe(0);
    expect(stepIn(SMALL, 'deploy-appliance')?.per).toBe('site');
  });

  it('of everything count every item once', () => {
    const facts = factsOf(SMALL);
    const { total } = itemsOf(facts, { stepId: null, waveId: null, machineId: null }, 1);
    expect(counts(facts, {}).reduce((sum, count) => sum + count.total, 0)).toBe(total);
  });
});
