import { engagementField } from '../domain/engagement-fields.ts';
import { listed, plural, words, type EntryWords, type Names } from './entry-words.ts';
import type { EntryPayload } from './entry.ts';

export function describeFacts({ values }: EntryPayload<'engagement.facts-set'>): EntryWords {
  const titles = Object.keys(values).map((name) => engagementField(name)?.title ?? name);
  const details = Object.entries(values).map(([name, value]) => `${engagementField(name)?.title ?? name}: ${factWords(value)}`);
  return words(`Stated ${listed(titles)}`, `state ${listed(titles)}`, listed(details), 'readiness');
}

function factWords(value: unknown): string {
  if (value === null) return 'forgotten';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export function describeOverride({ ruleId, machines, reason }: EntryPayload<'finding.overridden'>, names: Names): EntryWords {
  const what = `${names.rule(ruleId)} for ${subject(
    machines.map(({ machineId }) => machineId),
    names,
  )}`;
  return words(`Overrode ${what}`, `override ${what}`, reason, 'readiness', ruleId);
}

export function describeWithdrawal({ ruleId, machineIds, reason }: EntryPayload<'finding.override-withdrawn'>, names: Names): EntryWords {
  const what = `the override of ${names.rule(ruleId)} for ${subject(machineIds, names)}`;
  return words(`Withdrew ${what}`, `withdraw ${what}`, reason, 'readiness', ruleId);
}

const STATE_WORDS = { open: 'open', 'in-progress': 'in progress', fixed: 'fixed', accepted: 'accepted' } as const;

export function describeBacklog({ tasks, changes }: EntryPayload<'backlog.changed'>, names: Names): EntryWords {
  const count = tasks.reduce((sum, { machines }) => sum + machines.length, 0);
  const [first] = tasks;
  const only = tasks.length === 1 && first !== undefined ? names.rule(first.ruleId) : plural(tasks.length, 'rule');
  const what = `${plural(count, 'fix task')} of ${only}`;
  const parts = [
    ...(changes.state === undefined ? [] : [STATE_WORDS[changes.state]]),
    ...(changes.owner === undefined ? [] : [changes.owner === null ? 'without owner' : `owner ${changes.owner}`]),
    ...(changes.dueOn === undefined ? [] : [changes.dueOn === null ? 'without due date' : `due ${changes.dueOn}`]),
    ...(changes.note === undefined || changes.note === null ? [] : [changes.note]),
  ];
  return words(`Changed ${what}`, `change ${what}`, parts.join(' · '), 'readiness', first?.ruleId ?? null);
}

export function describeRecord({ ruleSetVersion, verdicts }: EntryPayload<'readiness.recorded'>): EntryWords {
  const total = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
  const detail = `${verdicts.blocked ?? 0} blocked, ${verdicts.undecided ?? 0} undecided of ${plural(total, 'machine')}`;
  return words(`Recorded the readiness under rule set ${ruleSetVersion}`, '', detail, 'readiness');
}

export function describeSizes({ sizes }: EntryPayload<'machine.sizes-adopted'>): EntryWords {
  const count = sizes.reduce((sum, { machineIds }) => sum + machineIds.length, 0);
  const what = `the proposed size of ${plural(count, 'machine')}`;
  const detail = listed(sizes.map(({ targetVmSize, machineIds }) => `${targetVmSize}: ${machineIds.length}`));
  return words(`Took over ${what}`, `take over ${what}`, detail, 'inventory', sizes[0]?.machineIds[0] ?? null);
}

function subject(machineIds: readonly string[], names: Names): string {
  const [first] = machineIds;
  return machineIds.length === 1 && first !== undefined ? names.machine(first) : plural(machineIds.length, 'machine');
}
