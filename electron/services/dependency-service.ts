import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { MethodOutput } from '../../shared/contract/methods.ts';
import { cheapestCuts, type Cut } from '../../shared/dependencies/cheapest-cuts.ts';
import { explainPath } from '../../shared/dependencies/explain-path.ts';
import { aggregateTies } from '../../shared/dependencies/tie-graph.ts';
import type { Tie } from '../../shared/dependencies/tie.ts';
import { weldsBetween } from '../../shared/dependencies/weld-groups.ts';
import type { MoveGroup } from '../../shared/domain/wave.ts';
import type { EntryPayload } from '../../shared/journal/entry.ts';
import type { Handlers } from '../host/handlers.ts';
import { inSlices } from './in-slices.ts';
import type { Slot } from './open-engagement-slot.ts';
import type { Session } from './session.ts';

type Rules = EntryPayload<'dependencies.rules-changed'>['rules'];
type TieView = MethodOutput<'dependency.ties'>['ties'][number];

const MOST_UNKNOWN_ENDS = 500;
const MOST_CUT_TIES = 200;

/** Who calls whom, what welds machines into groups, and what a cut would cost. */
export function createDependencyService({ slot, randomId }: { readonly slot: Slot; readonly randomId: () => string }) {
  function read<T>(answer: (session: Session) => Reply<T>): Reply<T> {
    const open = slot.need();
    return open.ok ? answer(open.value) : open;
  }

  return {
    'dependency.summary': () => read((session) => success(summaryOf(session))),
    'dependency.graph': (input) => read((session) => graphOf(session, input.groupId)),
    'dependency.ties': (input) =>
      read((session) => {
        const { ties, groups } = session.derived();
        const members = input.groupId === undefined ? null : new Set(groups.find(({ id }) => id === input.groupId)?.machineIds);
        const wanted = ties.ties.filter(
          ({ from, to }) =>
            (input.machineId === undefined || from === input.machineId || to === input.machineId) &&
            (members === null || members.has(from) || members.has(to)),
        );
        const view = tieViewer(session);
        return success({ ties: wanted.slice(0, input.limit).map(view), total: wanted.length });
      }),
    'dependency.why': (input) =>
      read((session) => {
        const { engagement, ties } = session.derived();
        const missing = [input.from, input.to].find((id) => !engagement.machines.has(id));
        if (missing !== undefined) return failed('not-found', `There is no machine ${missing} in this engagement (any more).`);
        const name = (id: string): { id: string; name: string } => ({ id, name: engagement.machines.get(id)?.facts.name ?? id });
        const steps = explainPath(weldsBetween(engagement, ties.ties), input.from, input.to) ?? [];
        return success({ steps: steps.map((step) => ({ ...step, from: name(step.from), to: name(step.to) })) });
      }),
    'dependency.cuts': async (input) => {
      const open = slot.need();
      if (!open.ok) return open;
      const { groups, ties, engagement } = open.value.derived();
      const group = groups.find(({ id }) => id === input.groupId);
      if (group === undefined) return noGroup(input.groupId);
      const cuts = await inSlices(cheapestCuts(group.machineIds, ties.ties, weldsBetween(engagement, ties.ties)));
      return success({ cuts: cuts.map((cut) => cutView(cut, open.value)) });
    },
    'dependency.set-rules': (input) =>
      slot.change(async (session) => {
        const { dependencyRules, machines } = session.engagement();
        const rules = {
          ...dependencyRules,
          ...Object.fromEntries(Object.entries(input.rules).filter(([, value]) => value !== undefined)),
        } as Rules;
        const stranger = [...rules.cuts, ...rules.together].flatMap(({ a, b }) => [a, b]).find((id) => !machines.has(id));
        if (stranger !== undefined) return failed('not-found', `rules: there is no machine ${stranger} in this engagement (any more).`);
        if (JSON.stringify(rules) === JSON.stringify(dependencyRules)) return success(rules);
        const appended = await session.append('dependencies.rules-changed', { rules, what: input.what });
        return appended.ok ? success(rules) : appended;
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

function graphOf(session: Session, groupId: string | undefined): Reply<MethodOutput<'dependency.graph'>> {
  const { groups, ties, groupOfMachine, engagement } = session.derived();
  if (groupId === undefined) {
    const nodes = groups.map(({ id, title, machineIds }) => ({ id, title, machines: machineIds.length, kind: 'group' as const }));
    return success({ nodes, edges: aggregateTies(ties.ties, (id) => groupOfMachine.get(id) ?? null) });
  }
  const group = groups.find(({ id }) => id === groupId);
  if (group === undefined) return noGroup(groupId);
  const members = new Set(group.machineIds);
  const nodes = group.machineIds.map((id) => ({
    id,
    title: engagement.machines.get(id)?.facts.name ?? id,
    machines: 1,
    kind: 'machine' as const,
  }));
  return success({ nodes, edges: aggregateTies(ties.ties, (id) => (members.has(id) ? id : null)) });
}

function noGroup(id: string): ReturnType<typeof failed> {
  return failed('not-found', `groupId: there is no move group ${id} (any more).`);
}

function summaryOf(session: Session): MethodOutput<'dependency.summary'> {
  const { ties, groups, engagement } = session.derived();
  const { dependencyRules } = engagement;
  return {
    connectionCount: ties.connectionCount,
    tieCount: ties.ties.length,
    rules: dependencyRules as Rules,
    foldedAway: ties.foldedAway.map((folded) => ({ ...folded })),
    sharedMachines: ties.sharedMachineIds.map(({ machineId, peers, by }) => ({
      id: machineId,
      name: engagement.machines.get(machineId)?.facts.name ?? machineId,
      peers,
      by,
    })),
    unknownEnds: ties.unknownEnds.slice(0, MOST_UNKNOWN_ENDS).map((end) => ({ ...end })),
    unknownEndCount: ties.unknownEnds.length,
    largeGroups: groups
      .filter((group) => group.machineIds.length > dependencyRules.largestGroup)
      .map(({ id, title, machineIds }) => ({ groupId: id, title, machines: machineIds.length }))
      .toSorted((a, b) => b.machines - a.machines),
  };
}

/** Ties that a group of exactly these machines would cut although they weld today, and the groups it would split. */
function changeOf(
  session: Session,
  machineIds: readonly string[],
): { readonly cutTies: readonly Tie[]; readonly splitGroups: { groupId: string; title: string }[] } {
  const { engagement, ties, groups, groupOfMachine } = session.derived();
  const chosen = new Set(machineIds);
  const welded = new Set(
    weldsBetween(engagement, ties.ties).flatMap(({ a, b, reason }) => (reason === 'application' ? [] : [`${a}|${b}`])),
  );
  const cutTies = ties.ties.filter(
    ({ from, to }) => chosen.has(from) !== chosen.has(to) && (welded.has(`${from}|${to}`) || welded.has(`${to}|${from}`)),
  );
  const touched = new Set(machineIds.map((id) => groupOfMachine.get(id)));
  const isSplit = (group: MoveGroup): boolean => touched.has(group.id) && group.machineIds.some((id) => !chosen.has(id));
  return { cutTies, splitGroups: groups.filter(isSplit).map(({ id, title }) => ({ groupId: id, title })) };
}

function tieViewer(session: Session): (tie: Tie) => TieView {
  const { machines, imports } = session.engagement();
  const files = new Map(imports.map(({ id, fileName }) => [id, fileName]));
  const named = (id: string): { id: string; name: string } => ({ id, name: machines.get(id)?.facts.name ?? id });
  return ({ from, to, ports, count, isLatencySensitive, seenAt, importId, row }) => ({
    from: named(from),
    to: named(to),
    ports: [...ports],
    count,
    isLatencySensitive,
    seenAt,
    source: files.get(importId) ?? importId,
    row,
  });
}

function cutView(cut: Cut, session: Session): MethodOutput<'dependency.cuts'>['cuts'][number] {
  const { machines } = session.engagement();
  const named = (id: string): { id: string; name: string } => ({ id, name: machines.get(id)?.facts.name ?? id });
  return { ...cut, sideA: cut.sideA.map(named), sideB: cut.sideB.map(named), ties: cut.ties.map(tieViewer(session)) };
}
