import { countTasks, listTasks, taskFilter, type ListedTask, type TaskFilter } from '../../shared/backlog/list-tasks.ts';
import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { ParsedInput } from '../../shared/contract/methods.ts';
import type { TaskView } from '../../shared/contract/methods/readiness-methods.ts';
import type { EntryPayload } from '../../shared/journal/entry.ts';
import { isBlocking, seenKey } from '../../shared/readiness/assess-readiness.ts';
import { ruleById } from '../../shared/readiness/index.ts';
import type { Derived } from '../../shared/snapshot/derived.ts';
import type { Handlers } from '../host/handlers.ts';
import { inSlices } from './in-slices.ts';
import type { Slot } from './open-engagement-slot.ts';
import type { Session } from './session.ts';

type Changes = ParsedInput<'backlog.change'>['changes'];

/** Tasks that one call may change: their ids go into one entry of the journal. */
const MOST_CHANGED_AT_ONCE = 50_000;

/** The fix backlog. Listing a large engagement takes a while, so the list is kept as long as nothing changes. */
export function createBacklogService({ slot }: { readonly slot: Slot }) {
  const lists = new WeakMap<Derived, Promise<readonly ListedTask[]>>();

  function tasksOf(session: Session): Promise<readonly ListedTask[]> {
    const derived = session.derived();
    const known = lists.get(derived);
    if (known !== undefined) return known;
    const { engagement, assessments, waveOf } = derived;
    const list = inSlices(listTasks({ engagement, assessments, rule: ruleById, waveOf }));
    lists.set(derived, list);
    return list;
  }

  async function change(session: Session, input: ParsedInput<'backlog.change'>): Promise<Reply<{ changed: number }>> {
    const found = chosen(await tasksOf(session), input);
    if (!found.ok) return found;
    const problem = changeProblem(found.value, input.changes);
    if (problem !== null) return problem;
    const appended = await session.append('backlog.changed', payloadOf(found.value, input.changes));
    return appended.ok ? success({ changed: found.value.length }) : appended;
  }

  return {
    'backlog.list': async ({ offset, limit, ...filter }) => {
      const open = slot.need();
      if (!open.ok) return open;
      const tasks = await inSlices(filtered(await tasksOf(open.value), filter));
      return success({ tasks: tasks.slice(offset, offset + limit).map(viewOf), total: tasks.length, counts: countTasks(tasks) });
    },
    'backlog.change': (input) => slot.change((session) => change(session, input)),
  } satisfies Partial<Handlers>;
}

const SLICE = 10_000;

function* filtered(tasks: readonly ListedTask[], filter: TaskFilter): Generator<void, ListedTask[], void> {
  const isMeant = taskFilter(filter, titleOf);
  const found: ListedTask[] = [];
  for (let start = 0; start < tasks.length; start += SLICE) {
    for (const task of tasks.slice(start, start + SLICE)) if (isMeant(task)) found.push(task);
    yield;
  }
  return found;
}

function titleOf(ruleId: string): string {
  return ruleById(ruleId)?.title ?? '';
}

function viewOf(task: ListedTask): TaskView {
  const rule = ruleById(task.ruleId);
  const { finding, ...rest } = task;
  return {
    ...rest,
    title: rule?.title ?? task.ruleId,
    remedy: rule?.remedy ?? '',
    seen: { ...finding?.seen },
    detail: finding?.detail ?? null,
  };
}

/** The tasks a change is about: those that were named, each of which must be there, or those that a filter finds. */
function chosen(all: readonly ListedTask[], { tasks, filter }: ParsedInput<'backlog.change'>): Reply<readonly ListedTask[]> {
  if ((tasks === undefined) === (filter === undefined))
    return failed('invalid-input', 'tasks, filter: give either the tasks or a filter that finds them.');
  if (filter !== undefined) {
    const found = all.filter(taskFilter(filter, titleOf));
    if (found.length === 0) return failed('not-found', 'filter: it finds no task.');
    return found.length > MOST_CHANGED_AT_ONCE ? tooMany(found.length) : success(found);
  }
  const byKey = new Map(all.map((task) => [`${task.ruleId}|${task.machineId}`, task]));
  const found = new Set<ListedTask>();
  for (const { ruleId, machineIds } of tasks ?? []) {
    for (const machineId of machineIds) {
      const task = byKey.get(`${ruleId}|${machineId}`);
      if (task === undefined) return failed('not-found', `tasks: there is no task of ${ruleId} for machine ${machineId} (any more).`);
      found.add(task);
    }
  }
  return found.size > MOST_CHANGED_AT_ONCE ? tooMany(found.size) : success([...found]);
}

function tooMany(count: number): Reply<never> {
  const most = MOST_CHANGED_AT_ONCE.toLocaleString('en');
  return failed(
    'invalid-input',
    `At most ${most} tasks can be changed at once; these are ${count.toLocaleString('en')}. Narrow the filter.`,
  );
}

function changeProblem(tasks: readonly ListedTask[], changes: Changes): Reply<never> | null {
  if (Object.values(changes).every((value) => value === undefined))
    return failed('invalid-input', 'changes: say what to change: owner, due date, state or note.');
  if (changes.state !== 'accepted') return null;
  if ((changes.note ?? '') === '') return failed('invalid-input', 'changes.note: say why it is accepted as it is.');
  const blocker = tasks.find(isBlocking);
  if (blocker === undefined) return null;
  return failed(
    'not-ready',
    `${blocker.ruleId} is a blocker of ${blocker.machineName}: a blocker is not accepted but overridden, by a named person with a reason.`,
  );
}

function payloadOf(tasks: readonly ListedTask[], changes: Changes): EntryPayload<'backlog.changed'> {
  const byRule = Map.groupBy(tasks, (task) => task.ruleId);
  return {
    tasks: [...byRule].map(([ruleId, own]) => ({
      ruleId,
      machines: own.map(({ machineId, finding }) => ({
        machineId,
        ...(changes.state === undefined || finding === null ? {} : { seen: seenKey(finding.seen) }),
      })),
    })),
    changes,
  };
}
