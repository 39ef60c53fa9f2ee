import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { MethodOutput, ParsedInput } from '../../shared/contract/methods.ts';
import { applicationLinks, groupsByApplication } from '../../shared/dependencies/application-links.ts';
import { cheapestCuts } from '../../shared/dependencies/cheapest-cuts.ts';
import { deriveTies } from '../../shared/dependencies/derive-ties.ts';
import { drawGraph, REST } from '../../shared/dependencies/draw-graph.ts';
import { explainPath } from '../../shared/dependencies/explain-path.ts';
import { countGroupTies, type GroupTies } from '../../shared/dependencies/group-ties.ts';
import type { Tie } from '../../shared/dependencies/tie.ts';
import { deriveMoveGroups, deriveWelds } from '../../shared/dependencies/weld-groups.ts';
import type { DependencyRules } from '../../shared/domain/dependency-rules.ts';
import type { MoveGroup } from '../../shared/domain/wave.ts';
import type { EntryPayload } from '../../shared/journal/entry.ts';
import type { Derived } from '../../shared/snapshot/derived.ts';
import type { Handlers } from '../host/handlers.ts';
import { applicationViewer, cutView, effectOf, machineNamer, sourcesOf, summaryOf, tiesBetween, tieViewer } from './dependency-views.ts';
import { inSlices } from './in-slices.ts';
import type { Slot } from './open-engagement-slot.ts';
import type { Session } from './session.ts';

type Rules = EntryPayload<'dependencies.rules-changed'>['rules'];

const MOST_CUT_TIES = 200;
const MOST_CALLS = 50;
const MOST_LINKS = 1000;
/** More lines than that are no picture. */
const MOST_EDGES = 1500;

/** Who calls whom, what welds machines into groups, and what a cut would cost. */
export function createDependencyService({ slot, randomId }: { readonly slot: Slot; readonly randomId: () => string }) {
  function read<T>(answer: (session: Session) => T): T | ReturnType<typeof failed> {
    const open = slot.need();
    return open.ok ? answer(open.value) : open;
  }
  const groupTies = rememberGroupTies();

  return {
    'dependency.summary': () => read((session) => success(summaryOf(session))),
    'dependency.groups': () =>
      read(async (session) => success([...(await groupTies(session.derived())).values()].map((group) => ({ ...group })))),
    'dependency.graph': ({ expanded, mostNodes }) =>
      read(async (session) => {
        const { groups, ties } = session.derived();
        const picture = { groupTies: await groupTies(session.derived()), expanded: new Set(expanded), mostNodes, mostEdges: MOST_EDGES };
        const { nodes, edges, edgesLeftOut } = await inSlices(drawGraph({ groups, ties: ties.ties, ...picture }));
        const titles = new Map(groups.map(({ id, title }) => [id, title]));
        const named = machineNamer(session);
        const titleOf = (id: string, kind: string): string => (kind === 'machine' ? named(id).name : (titles.get(id) ?? REST));
        return success({ nodes: nodes.map((node) => ({ ...node, title: titleOf(node.id, node.kind) })), edges: [...edges], edgesLeftOut });
      }),
    'dependency.applications': ({ groupId }) =>
      read(async (session) => {
        const { engagement, groupOfMachine } = session.derived();
        const links = await inSlices(applicationLinks(engagement.imports));
        const groupsOf = groupsByApplication(links.length === 0 ? [] : engagement.machines.values(), groupOfMachine);
        const view = applicationViewer(session, groupsOf);
        const wanted = links.map(view).filter((link) => groupId === undefined || touches(link, groupId));
        return success({ links: wanted.slice(0, MOST_LINKS), total: wanted.length });
      }),
    'dependency.ties': (input) =>
      read((session) => {
        const wanted = tiesWanted(session.derived(), input);
        return success({ ties: wanted.slice(0, input.limit).map(tieViewer(session)), total: wanted.length });
      }),
    'dependency.why': (input) => read(async (session) => await whyTogether(session, input)),
    'dependency.cuts': (input) =>
      read(async (session) => {
        const { groups, ties, welds, engagement } = session.derived();
        const group = groups.find(({ id }) => id === input.groupId);
        if (group === undefined) return failed('not-found', `groupId: there is no move group ${input.groupId} (any more).`);
        const { largestGroup } = engagement.dependencyRules;
        const cuts = await inSlices(cheapestCuts({ machineIds: group.machineIds, ties: ties.ties, welds, largestGroup }));
        return success({ cuts: cuts.map((cut) => cutView(cut, session)) });
      }),
    'dependency.set-rules': (input) =>
      slot.change(async (session) => {
        const { dependencyRules, machines } = session.engagement();
        const rules = changedRules(dependencyRules, input.rules);
        const named = [...rules.cuts, ...rules.together].flatMap(({ a, b }) => [a, b]);
        const stranger = [...named, ...rules.sharedMachineIds, ...rules.ownMachineIds].find((id) => !machines.has(id));
        const isNew = stranger !== undefined && !namesMachine(dependencyRules, stranger);
        if (isNew) return failed('not-found', `rules: there is no machine ${stranger} in this engagement (any more).`);
        if (JSON.stringify(rules) === JSON.stringify(dependencyRules)) return success(rules);
        const appended = await session.append('dependencies.rules-changed', { rules, what: input.what });
        return appended.ok ? success(rules) : appended;
      }),
    'dependency.preview-rules': (input) =>
      read(async (session) => {
        const { engagement, ties, groups } = session.derived();
        const rules = changedRules(engagement.dependencyRules, input.rules);
        const changed = { ...engagement, dependencyRules: rules };
        const newTies = await inSlices(deriveTies(changed));
        const newGroups = await inSlices(deriveMoveGroups(changed, await inSlices(deriveWelds(changed, newTies.ties))));
        return success({
          now: effectOf(ties, groups, engagement.dependencyRules.largestGroup),
          then: effectOf(newTies, newGroups, rules.largestGroup),
        });
      }),
    'group.preview-change': (input) =>
      read((session) => {
        const { cutTies, splitGroups } = changeOf(session, input.machineIds);
        return success({ cutTies: cutTies.slice(0, MOST_CUT_TIES).map(tieViewer(session)), cutTieCount: cutTies.length, splitGroups });
      }),
    'group.change': (input) =>
      slot.change(async (session) => {
        const { machines } = session.engagement();
        const missing = input.machineIds.find((id) => !machines.has(id));
        if (missing !== undefined) return failed('not-found', `machineIds: there is no machine ${missing} in this engagement (any more).`);
        const groupId = input.groupId ?? `hand:${randomId()}`;
        const cutTieCount = changeOf(session, input.machineIds).cutTies.length;
        const appended = await session.append('group.changed', { groupId, title: input.title, machineIds: [...new Set(input.machineIds)] });
        return appended.ok ? success({ groupId, cutTieCount }) : appended;
      }),
  } satisfies Partial<Handlers>;
}

/** Whether one of the two applications is in a group. */
function touches(
  { fromGroupIds, toGroupIds }: { readonly fromGroupIds: string[]; readonly toGroupIds: string[] },
  groupId: string,
): boolean {
  return fromGroupIds.includes(groupId) || toGroupIds.includes(groupId);
}

/** Counted once for each state; the list and the picture both ask. */
function rememberGroupTies(): (derived: Derived) => Promise<ReadonlyMap<string, GroupTies>> {
  let known: { readonly of: Pick<Derived, 'ties' | 'groupOfMachine'>; readonly counts: Promise<ReadonlyMap<string, GroupTies>> } | null =
    null;
  return async (derived) => {
    if (known?.of.ties !== derived.ties || known.of.groupOfMachine !== derived.groupOfMachine) {
      known = { of: derived, counts: inSlices(countGroupTies(derived.ties.ties, derived.groupOfMachine)) };
    }
    return await known.counts;
  };
}

function changedRules(rules: DependencyRules, changes: ParsedInput<'dependency.set-rules'>['rules']): Rules {
  return { ...rules, ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) } as Rules;
}

/** A rule about a machine that has gone since stays until somebody takes it away; a new one is a mistake. */
function namesMachine(rules: DependencyRules, id: string): boolean {
  const pairs = [...rules.cuts, ...rules.together];
  return pairs.some(({ a, b }) => a === id || b === id) || rules.sharedMachineIds.includes(id) || rules.ownMachineIds.includes(id);
}

/** Ties of a machine or group, perhaps only those with another one; the dearest first. */
function tiesWanted({ ties, groupOfMachine }: Derived, input: ParsedInput<'dependency.ties'>): readonly Tie[] {
  const { machineId, groupId, otherMachineId, otherGroupId } = input;
  const hasOne = machineId !== undefined || groupId !== undefined;
  const hasOther = otherMachineId !== undefined || otherGroupId !== undefined;
  const isOne = (id: string): boolean => id === machineId || (groupId !== undefined && groupOfMachine.get(id) === groupId);
  const isOther = (id: string): boolean => id === otherMachineId || (otherGroupId !== undefined && groupOfMachine.get(id) === otherGroupId);
  const wanted = ties.ties.filter(({ from, to }) => {
    if (hasOther) return (isOne(from) && isOther(to)) || (isOther(from) && isOne(to));
    return !hasOne || isOne(from) || isOne(to);
  });
  return wanted.toSorted(dearestFirst);
}

function dearestFirst(a: Tie, b: Tie): number {
  return Number(b.isLatencySensitive) - Number(a.isLatencySensitive) || b.count - a.count;
}

async function whyTogether(session: Session, { from, to }: ParsedInput<'dependency.why'>): Promise<Reply<MethodOutput<'dependency.why'>>> {
  const { engagement, ties, welds } = session.derived();
  const missing = [from, to].find((id) => !engagement.machines.has(id));
  if (missing !== undefined) return failed('not-found', `There is no machine ${missing} in this engagement (any more).`);
  const steps = (await inSlices(explainPath(welds, from, to))) ?? [];
  const named = machineNamer(session);
  const hand = engagement.groupEdits.find(({ machineIds }) => machineIds.includes(from) && machineIds.includes(to));
  return success({
    steps: steps.map((step) => ({ ...step, from: named(step.from), to: named(step.to), sources: sourcesOf(step, session) })),
    byHand: hand === undefined ? null : { groupId: hand.groupId, title: hand.title },
    calls: tiesBetween(ties.ties, from, to).slice(0, MOST_CALLS).map(tieViewer(session)),
  });
}

/** Ties between machines that move together today and would not in a group of exactly these, and the groups it would split. */
function changeOf(
  session: Session,
  machineIds: readonly string[],
): { readonly cutTies: readonly Tie[]; readonly splitGroups: { groupId: string; title: string }[] } {
  const { ties, groups, groupOfMachine } = session.derived();
  const chosen = new Set(machineIds);
  const cutTies = ties.ties
    .filter(({ from, to }) => {
      const group = groupOfMachine.get(from);
      return chosen.has(from) !== chosen.has(to) && group !== undefined && group === groupOfMachine.get(to);
    })
    .toSorted(dearestFirst);
  const touched = new Set(machineIds.map((id) => groupOfMachine.get(id)));
  const isSplit = (group: MoveGroup): boolean => touched.has(group.id) && group.machineIds.some((id) => !chosen.has(id));
  return { cutTies, splitGroups: groups.filter(isSplit).map(({ id, title }) => ({ groupId: id, title })) };
}
