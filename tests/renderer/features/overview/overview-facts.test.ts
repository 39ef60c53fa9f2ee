import { expect, test } from 'vitest';

import { conflictCount, filtersOfStage, laterStages, plannedButNotReady } from '../../../../renderer/features/overview/overview-facts.ts';
import type { MachineRow, PlanView } from '../../../../shared/contract/shapes.ts';

function row(values: Partial<MachineRow>): MachineRow {
  return { isInScope: true, verdict: 'ready', waveId: null, provenance: {}, ...values } as MachineRow;
}

test('machines in a wave that are not ready are told beside the funnel', () => {
  const rows = [
    row({ verdict: 'blocked', waveId: 'wave-1' }),
    row({ verdict: 'undecided', waveId: 'wave-1' }),
    row({ verdict: 'blocked', waveId: 'wave-1', isInScope: false }),
    row({ verdict: 'blocked' }),
    row({ waveId: 'wave-1' }),
  ];
  expect(plannedButNotReady(rows)).toBe(2);
});

test('each stage of the funnel opens the machines that it counts', () => {
  const plan = { waves: [{ id: 'wave-1' }, { id: 'wave-2' }] } as PlanView;
  expect([filtersOfStage('found', plan), filtersOfStage('planned', plan)]).toEqual([
    [],
    [
      { kind: 'choice', field: 'isInScope', values: ['true'] },
      { kind: 'choice', field: 'verdict', values: ['ready', 'ready-with-warnings'] },
      { kind: 'choice', field: 'waveId', values: ['wave-1', 'wave-2'] },
    ],
  ]);
});

test('a machine counts once, however many of its values differ', () => {
  expect(conflictCount([row({ provenance: { cpuCount: 'conflict', owner: 'conflict' } }), row({ provenance: { owner: 'person' } })])).toBe(
    1,
  );
});

test('later stages come from the checklist, once the first machine has got there', () => {
  const steps = [
    { id: 'confirm-replication-healthy', doneCount: 0 },
    { id: 'validate-test-vm', doneCount: 0 },
    { id: 'commit-move', doneCount: 0 },
  ];
  expect(laterStages(steps)).toEqual([]);
  const further = steps.map((step, index) => ({ ...step, doneCount: 3 - index }));
  expect(laterStages(further).map(({ id, count, stepId }) => [id, count, stepId])).toEqual([
    ['replicating', 3, 'confirm-replication-healthy'],
    ['tested', 2, 'validate-test-vm'],
    ['moved', 0, 'run-failover'],
    ['completed', 1, 'commit-move'],
    ['source-off', 0, 'decommission-source'],
  ]);
});
