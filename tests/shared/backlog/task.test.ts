import { describe, expect, it } from 'vitest';

import { countTasks, listTasks, taskFilter, type ListFacts } from '../../../shared/backlog/list-tasks.ts';
import { summariseBacklog } from '../../../shared/backlog/summarise-backlog.ts';
import { isBlockingWave, taskOf, type Task } from '../../../shared/backlog/task.ts';
import type { TaskMark, TaskState } from '../../../shared/domain/backlog.ts';
import { runToEnd } from '../../../shared/domain/run-to-end.ts';
import { seenKey } from '../../../shared/readiness/assess-readiness.ts';
import { ruleById } from '../../../shared/readiness/index.ts';
import type { Finding, MachineAssessment } from '../../../shared/readiness/rule.ts';
import { factsOf } from '../checklist/checklist-world.ts';

const MONDAY = '2026-11-23T09:00:00.000Z';
const TUESDAY = '2026-11-24T09:00:00.000Z';

function finding(ruleId: string, seen: Finding['seen'] = { firmware: 'uefi' }, rest: Partial<Finding> = {}): Finding {
  return { ruleId, severity: 'blocker', outcome: 'raised', seen, missing: [], detail: null, ...rest };
}

function mark(state: TaskState, rest: Partial<TaskMark> = {}): TaskMark {
  const seen = seenKey({ firmware: 'uefi' });
  return {
    ruleId: 'R-BT-01',
    machineId: 'm1',
    owner: 'Ada',
    dueOn: null,
    state,
    note: null,
    stateBy: 'Ada',
    stateAt: MONDAY,
    seen,
    ...rest,
  };
}

function stateOf(raised: Finding, own: TaskMark | undefined, dataAt: string | null = null): Pick<Task, 'state' | 'reopenedBecause'> {
  const { state, reopenedBecause } = taskOf(raised, 'm1', own, () => dataAt);
  return { state, reopenedBecause };
}

describe('a task', () => {
  it('is open and of nobody until somebody says otherwise', () => {
    expect(taskOf(finding('R-BT-01'), 'm1', undefined, () => TUESDAY)).toMatchObject({ state: 'open', owner: null, reopenedBecause: null });
    expect(stateOf(finding('R-BT-01'), mark('in-progress'), TUESDAY)).toEqual({ state: 'in-progress', reopenedBecause: null });
  });

  it('stays fixed while no newer data were read, and opens again when newer data still show it', () => {
    expect(stateOf(finding('R-BT-01'), mark('fixed'), MONDAY).state).toBe('fixed');
    expect(stateOf(finding('R-BT-01'), mark('fixed'), TUESDAY)).toEqual({
      state: 'open',
      reopenedBecause: 'Data of 2026-11-24 still show it.',
    });
  });

  it('opens again when the values are other than those that were accepted or fixed', () => {
    const other = finding('R-BT-01', { firmware: 'bios' });
    expect(stateOf(other, mark('accepted'))).toEqual({
      state: 'open',
      reopenedBecause: 'The values are no longer those that were accepted.',
    });
    expect(stateOf(other, mark('fixed')).reopenedBecause).toBe('The values have changed, and the rule is still raised.');
    expect(stateOf(finding('R-BT-01'), mark('accepted'), TUESDAY).state).toBe('accepted');
  });

  it('is accepted as long as its blocker is overridden for the same values', () => {
    const override = { reason: 'proven in a test', by: 'Ben', at: MONDAY, seen: '{}', isStale: false };
    const overridden = taskOf(finding('R-BT-11', {}, { override }), 'm1', undefined, () => null);
    expect(overridden).toMatchObject({ state: 'accepted', note: 'proven in a test', stateBy: 'Ben' });
    expect(stateOf(finding('R-BT-11', {}, { override: { ...override, isStale: true } }), undefined).state).toBe('open');
  });
});

const machines = [
  { id: 'm2', wave: 1, facts: { name: 'beta' } },
  { id: 'm1', wave: 1, facts: { name: 'alpha' } },
  { id: 'm3', wave: 2, facts: { name: 'gamma' } },
] as const;

function listFacts(marks: readonly TaskMark[] = []): ListFacts {
  const world = factsOf({ scenarios: ['vmware'], machines });
  const assessment = (machineId: string, findings: readonly Finding[]): MachineAssessment => ({ machineId, verdict: 'blocked', findings });
  const tasks = new Map(
    [...Map.groupBy(marks, (own) => own.machineId)].map(([id, own]) => [id, new Map(own.map((one) => [one.ruleId, one]))]),
  );
  return {
    engagement: { ...world.engagement, tasks },
    assessments: new Map([
      ['m1', assessment('m1', [finding('R-BT-01'), finding('R-OS-29', {}, { severity: 'warning' })])],
      [
        'm2',
        assessment('m2', [
          finding('R-DK-11', {}, { severity: 'refused' }),
          finding('R-BT-01'),
          finding('R-PL-03', {}, { severity: 'info' }),
        ]),
      ],
      ['m3', assessment('m3', [finding('R-BT-01', {}, { outcome: 'unknown', missing: ['firmware'] })])],
    ]),
    rule: ruleById,
    waveOf: (id) => (id === 'm3' ? 'wave-2' : 'wave-1'),
  };
}

describe('the list of tasks', () => {
  it('has a task for every blocker and warning that is raised: the gravest first, machines by name', () => {
    expect(runToEnd(listTasks(listFacts())).map((task) => `${task.ruleId} ${task.machineName}`)).toEqual([
      'R-DK-11 beta',
      'R-BT-01 alpha',
      'R-BT-01 beta',
      'R-OS-29 alpha',
    ]);
  });

  it('keeps what was worked on when its rule is no longer raised, and says whether data prove it', () => {
    const list = runToEnd(listTasks(listFacts([mark('fixed', { ruleId: 'R-OS-23' }), mark('open', { machineId: 'm3' })])));
    const closed = list.filter((task) => task.state === 'fixed');
    expect(closed.map((task) => [task.ruleId, task.machineName, task.isProven])).toEqual([
      ['R-BT-01', 'gamma', false],
      ['R-OS-23', 'alpha', true],
    ]);
    expect(closed.map(isBlockingWave)).toEqual([true, false]);
  });

  it('is narrowed by rule, wave, severity, state, owner, due date and words', () => {
    const list = runToEnd(listTasks(listFacts([mark('in-progress', { dueOn: '2026-12-01' })])));
    const found = (filter: Parameters<typeof taskFilter>[0]): string[] =>
      list.filter(taskFilter(filter, (id) => ruleById(id)?.title ?? '')).map((task) => `${task.ruleId} ${task.machineId}`);
    expect(found({ ruleId: 'R-BT-01' })).toEqual(['R-BT-01 m1', 'R-BT-01 m2']);
    expect(found({ owner: 'Ada' })).toEqual(['R-BT-01 m1']);
    expect(found({ owner: null, severity: 'warning' })).toEqual(['R-OS-29 m1']);
    expect(found({ state: 'in-progress', dueBy: '2026-12-01' })).toEqual(['R-BT-01 m1']);
    expect(found({ dueBy: '2026-11-30' })).toEqual([]);
    expect(found({ waveId: 'wave-2' })).toEqual([]);
    expect(found({ text: 'secure boot' })).toEqual(['R-BT-01 m1', 'R-BT-01 m2']);
    expect(found({ text: 'BETA' })).toEqual(['R-DK-11 m2', 'R-BT-01 m2']);
    expect(countTasks(list)).toEqual({ open: 3, 'in-progress': 1, fixed: 0, accepted: 0 });
  });

  it('is counted per wave, with what keeps the wave from being ready', () => {
    const summary = runToEnd(summariseBacklog(listFacts([mark('accepted', { ruleId: 'R-OS-29', seen: seenKey({}) })])));
    expect(summary.counts).toEqual({ open: 3, 'in-progress': 0, fixed: 0, accepted: 1 });
    expect(summary.owners).toEqual(['Ada']);
    expect(summary.byWave.get('wave-1')).toEqual({ counts: { open: 3, 'in-progress': 0, fixed: 0, accepted: 1 }, blocking: 3 });
    expect(summary.byWave.get('wave-2')?.blocking).toBe(0);
  });
});
