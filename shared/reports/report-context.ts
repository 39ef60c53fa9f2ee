import type { MachineRow, RuleSummary } from '../contract/shapes.ts';
import type { Engagement } from '../domain/engagement.ts';
import { sizeOverTheLineGiB } from '../domain/machine-size.ts';
import type { Machine } from '../domain/machine.ts';
import { transferHours } from '../domain/units.ts';
import type { MoveGroup, Wave } from '../domain/wave.ts';
import type { Names } from '../journal/describe-entry.ts';
import type { MachineAssessment, Verdict } from '../readiness/rule.ts';
import { namesOf } from '../snapshot/names.ts';
import { gatherFindings, type GatheredFindings } from './gather-findings.ts';
import { momentWords } from './local-time.ts';
import type { ReportState } from './report-state.ts';
import type { ReportPreset } from './report.ts';
import { countWords, listWords } from './words.ts';

/** What a report is made of. */
export interface ReportSource extends ReportState {
  readonly preset: ReportPreset;
  readonly appVersion: string;
}

/** A machine with everything that sections ask of it. */
export interface ReportMachine {
  readonly machine: Machine;
  readonly row: MachineRow;
  readonly assessment: MachineAssessment;
  readonly verdict: Verdict;
  readonly group: MoveGroup | null;
  readonly wave: Wave | null;
  /** `null` = unknown. */
  readonly sizeGiB: number | null;
}

/** A sum, and for how many machines the summand is unknown. */
export interface Sum {
  readonly value: number;
  readonly unknownCount: number;
}

export interface ReportContext extends ReportSource, GatheredFindings {
  readonly engagement: Engagement;
  readonly timeZone: string;
  /** Every machine, by name. */
  readonly machines: readonly ReportMachine[];
  readonly inScope: readonly ReportMachine[];
  readonly machinesOfWave: ReadonlyMap<string, readonly ReportMachine[]>;
  readonly rules: ReadonlyMap<string, RuleSummary>;
  readonly names: Names;
  /** Sentences that say where figures come from and of when they are. */
  readonly sources: { readonly inventory: string; readonly readiness: string; readonly plan: string; readonly journal: string };
}

const SLICE = 200;

/** Gathers what the sections share, in one pass over the machines. */
export function* reportContext(source: ReportSource): Generator<void, ReportContext, void> {
  const { derived } = source;
  const { engagement } = derived;
  const groupOf = new Map(derived.groups.flatMap((group) => group.machineIds.map((id) => [id, group] as const)));
  const waves = new Map((engagement.plan?.waves ?? []).map((wave) => [wave.id, wave]));
  yield;
  const machines: ReportMachine[] = [];
  for (const machine of engagement.machines.values()) {
    const row = derived.rows.get(machine.id);
    const assessment = derived.assessments.get(machine.id);
    if (row === undefined || assessment === undefined) continue;
    machines.push({
      machine,
      row,
      assessment,
      verdict: assessment.verdict,
      group: groupOf.get(machine.id) ?? null,
      wave: (row.waveId === null ? undefined : waves.get(row.waveId)) ?? null,
      sizeGiB: sizeOverTheLineGiB(machine.facts),
    });
    if (machines.length % SLICE === 0) yield;
  }
  const sorted = sortByName(machines);
  yield;
  const inScope = sorted.filter((each) => each.machine.isInScope);
  return {
    ...source,
    engagement,
    timeZone: engagement.settings.timeZone,
    machines: sorted,
    inScope,
    ...(yield* gatherFindings(inScope)),
    machinesOfWave: groupByWave(inScope),
    rules: new Map(derived.readiness.rules.map((rule) => [rule.id, rule])),
    names: namesOf(engagement),
    sources: sourceSentences(source),
  };
}

/** Names are folded once and not in each comparison: there may be ten thousand. */
function sortByName(machines: readonly ReportMachine[]): ReportMachine[] {
  const keyed = machines.map((each) => ({ each, key: each.row.name.toLowerCase() }));
  keyed.sort((a, b) => {
    if (a.key !== b.key) return a.key < b.key ? -1 : 1;
    return a.each.machine.id < b.each.machine.id ? -1 : 1;
  });
  return keyed.map(({ each }) => each);
}

function groupByWave(machines: readonly ReportMachine[]): ReadonlyMap<string, readonly ReportMachine[]> {
  const byWave = new Map<string, ReportMachine[]>();
  for (const each of machines) {
    if (each.wave === null) continue;
    const members = byWave.get(each.wave.id);
    if (members === undefined) byWave.set(each.wave.id, [each]);
    else members.push(each);
  }
  return byWave;
}

function sourceSentences({ derived, entries }: ReportSource): ReportContext['sources'] {
  const { engagement, dataAt, readiness } = derived;
  const zone = engagement.settings.timeZone;
  const { imports, plan } = engagement;
  const files = [...new Set(imports.map((record) => record.fileName))];
  const inventory =
    dataAt === null ? 'No inventory was imported.' : `Source: ${listWords(files, 3)}; newest data of ${momentWords(dataAt, zone)}.`;
  const last = entries.at(-1);
  return {
    inventory,
    readiness:
      dataAt === null
        ? 'Nothing was assessed: no inventory was imported.'
        : `Source: rule set ${readiness.ruleSetVersion} of ${readiness.ruleSetDate} on inventory data of ${momentWords(dataAt, zone)}.`,
    plan:
      plan === null
        ? 'No plan is in force.'
        : `Source: plan put in force by ${plan.adoptedBy} on ${momentWords(plan.adoptedAt, zone)}${plan.handMoves === 0 ? '' : `, with ${countWords(plan.handMoves, 'move')} by hand since`}; sizes from the inventory.`,
    journal: last === undefined ? '' : `Source: journal up to entry ${last.id} of ${momentWords(last.recordedAt, zone)}.`,
  };
}

/** Sums a figure over machines; unknown summands are counted, never taken for zero. */
export function sumOf(machines: readonly ReportMachine[], valueOf: (each: ReportMachine) => number | null): Sum {
  let value = 0;
  let unknownCount = 0;
  for (const each of machines) {
    const summand = valueOf(each);
    if (summand === null) unknownCount += 1;
    else value += summand;
  }
  return { value, unknownCount };
}

export function verdictCounts(machines: readonly ReportMachine[]): Readonly<Record<Verdict, number>> {
  const counts: Record<Verdict, number> = { ready: 0, 'ready-with-warnings': 0, blocked: 0, undecided: 0 };
  for (const each of machines) counts[each.verdict] += 1;
  return counts;
}

export const MIB_PER_GIB = 1024;

export const memoryGiB = (each: ReportMachine): number | null => (each.row.memoryMiB === null ? null : each.row.memoryMiB / MIB_PER_GIB);

/** Hours of the first replication; unknown where the size or the line is. */
export function hoursOverTheLine(sizeGiB: number | null, lineMbps: number | null): number | null {
  return sizeGiB === null || lineMbps === null ? null : transferHours(sizeGiB, lineMbps);
}
