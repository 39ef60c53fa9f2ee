import { expect, it } from 'vitest';

import type { ChecklistFacts } from '../../../shared/checklist/checklist-index.ts';
import { checklistView, deriveChecklist } from '../../../shared/checklist/checklist.ts';
import { waveReadiness } from '../../../shared/checklist/wave-readiness.ts';
import { catalogue } from '../../../shared/scenarios/catalogue.ts';
import { factsOf, markOf, withMarks } from './checklist-world.ts';

const FAMILIES = [{ osFamily: 'windows' }, { osFamily: 'linux' }, {}] as const;
const machines = Array.from({ length: 10_000 }, (_, index) => ({
  id: `m${index}`,
  wave: Math.floor(index / 25) + 1,
  facts: { ...FAMILIES[index % 3], site: `Site ${index % 4}` },
}));
const base = factsOf({ scenarios: ['vmware'], machines, answers: { 'push-install': ['some'], 'hybrid-benefit': ['yes'] } });

/** Milliseconds of processor time: other work on the same computer does not count. */
function processorMs(act: () => void): number {
  const start = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The best of several runs on the same state, each from the beginning: the index of a state is built once. */
function best(runs: number, facts: ChecklistFacts, measure: (fresh: ChecklistFacts) => number): number {
  return Math.min(...Array.from({ length: runs }, () => measure({ ...facts })));
}

it('shows the checklist of 10,000 machines in under 50 ms, and what it says of 400 waves', () => {
  expect(best(12, base, (facts) => processorMs(() => void checklistView(facts)))).toBeLessThan(50);
  const verdicts = { ready: 25, 'ready-with-warnings': 0, blocked: 0, undecided: 0 };
  const waves = (base.engagement.plan?.waves ?? []).map(({ id }) => ({ id, verdicts }));
  expect(waves.length).toBe(400);
  expect(best(12, base, (facts) => processorMs(() => void waveReadiness(facts, waves)))).toBeLessThan(100);
});

it('gives way between slices when there are hundreds of thousands of marks', () => {
  const perMachine = (catalogue.scenario('vmware')?.stepIds ?? []).filter((id) => catalogue.step(id)?.per === 'machine');
  const marks = perMachine.flatMap((id) => machines.map((machine) => markOf(id, { kind: 'machine', id: machine.id })));
  const full = withMarks(base, marks);
  expect(full.engagement.marks.size).toBeGreaterThan(250_000);
  const longest = best(4, full, (facts) => {
    const slices = deriveChecklist(facts);
    const times: number[] = [];
    for (;;) {
      const start = process.cpuUsage();
      const { done = false } = slices.next();
      const { user, system } = process.cpuUsage(start);
      times.push((user + system) / 1000);
      if (done) return Math.max(...times);
    }
  });
  expect(longest).toBeLessThan(50);
});
