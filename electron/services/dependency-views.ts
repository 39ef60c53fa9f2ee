import type { MethodOutput } from '../../shared/contract/methods.ts';
import type { ApplicationLink } from '../../shared/dependencies/application-links.ts';
import type { Cut } from '../../shared/dependencies/cheapest-cuts.ts';
import type { PathStep } from '../../shared/dependencies/explain-path.ts';
import type { Tie, Ties } from '../../shared/dependencies/tie.ts';
import { readingsOf } from '../../shared/domain/effective-facts.ts';
import type { MoveGroup } from '../../shared/domain/wave.ts';
import type { EntryPayload } from '../../shared/journal/entry.ts';
import type { Session } from './session.ts';

type Rules = EntryPayload<'dependencies.rules-changed'>['rules'];
export type TieView = MethodOutput<'dependency.ties'>['ties'][number];
type Source = MethodOutput<'dependency.why'>['steps'][number]['sources'][number];
type Effect = MethodOutput<'dependency.preview-rules'>['now'];

export interface Named {
  id: string;
  name: string;
}

const MOST_UNKNOWN_ENDS = 500;

export function machineNamer(session: Session): (id: string) => Named {
  const { machines } = session.engagement();
  return (id) => ({ id, name: machines.get(id)?.facts.name ?? id });
}

export function summaryOf(session: Session): MethodOutput<'dependency.summary'> {
  const { ties, groups, engagement } = session.derived();
  const { dependencyRules } = engagement;
  const named = machineNamer(session);
  return {
    connectionCount: ties.connectionCount,
    tieCount: ties.ties.length,
    rules: dependencyRules as Rules,
    foldedAway: ties.foldedAway.map((folded) => ({ ...folded })),
    sharedMachines: ties.sharedMachineIds.map(({ machineId, peers, by }) => ({ ...named(machineId), peers, by })),
    unknownEnds: ties.unknownEnds.slice(0, MOST_UNKNOWN_ENDS).map((end) => ({ ...end })),
    unknownEndCount: ties.unknownEnds.length,
    largeGroups: groups
      .filter((group) => group.machineIds.length > dependencyRules.largestGroup)
      .map(({ id, title, machineIds }) => ({ groupId: id, title, machines: machineIds.length }))
      .toSorted((a, b) => b.machines - a.machines),
  };
}

export function tieViewer(session: Session): (tie: Tie) => TieView {
  const files = new Map(session.engagement().imports.map(({ id, fileName }) => [id, fileName]));
  const named = machineNamer(session);
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

export function cutView(cut: Cut, session: Session): MethodOutput<'dependency.cuts'>['cuts'][number] {
  const named = machineNamer(session);
  return { ...cut, sideA: cut.sideA.map(named), sideB: cut.sideB.map(named), ties: cut.ties.map(tieViewer(session)) };
}

/** What a set of ties and groups comes to, in numbers that a person compares. */
export function effectOf(ties: Ties, groups: readonly MoveGroup[], largestGroup: number): Effect {
  return {
    groups: groups.length,
    largestGroup: groups.reduce((most, { machineIds }) => Math.max(most, machineIds.length), 0),
    largeGroups: groups.filter(({ machineIds }) => machineIds.length > largestGroup).length,
    ties: ties.ties.length,
    sharedConnections: ties.foldedAway.reduce((sum, { connections }) => sum + connections, 0),
    sharedMachines: ties.sharedMachineIds.length,
  };
}

/** Where a step of a path stands: the rows of its calls, or those that name the application, or the cluster and its nodes. */
export function sourcesOf(step: PathStep, session: Session): Source[] {
  const { engagement, ties } = session.derived();
  if (step.reason === 'person') return [];
  const files = new Map(engagement.imports.map((record) => [record.id, record]));
  if (step.reason === 'application' || step.reason === 'cluster') {
    const fields = step.reason === 'application' ? (['application'] as const) : (['failoverClusterNodes', 'failoverCluster'] as const);
    return [step.from, step.to].flatMap((id) => {
      const machine = engagement.machines.get(id);
      const readings = machine === undefined ? [] : fields.flatMap((field) => readingsOf(machine, field, files).at(-1) ?? []);
      const [reading] = readings;
      if (reading === undefined) return [];
      const source = reading.source.kind === 'person' ? reading.source.name : (files.get(reading.source.importId)?.fileName ?? 'Import');
      return [{ source, sheet: reading.sheet ?? null, row: reading.row ?? null }];
    });
  }
  return tiesBetween(ties.ties, step.from, step.to).map(({ importId, row }) => ({
    source: files.get(importId)?.fileName ?? importId,
    sheet: null,
    row,
  }));
}

export function applicationViewer(
  session: Session,
  groupsOf: (application: string) => readonly string[],
): (link: ApplicationLink) => MethodOutput<'dependency.applications'>['links'][number] {
  const files = new Map(session.engagement().imports.map(({ id, fileName }) => [id, fileName]));
  return ({ from, to, importId, row }) => ({
    from,
    to,
    fromGroupIds: [...groupsOf(from)],
    toGroupIds: [...groupsOf(to)],
    source: files.get(importId) ?? importId,
    row,
  });
}

export function tiesBetween(ties: readonly Tie[], a: string, b: string): Tie[] {
  return ties.filter(({ from, to }) => (from === a && to === b) || (from === b && to === a));
}
