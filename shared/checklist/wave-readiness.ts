import type { WaveView } from '../contract/shapes.ts';
import type { WaveId } from '../domain/ids.ts';
import { PHASES, type Step } from '../scenarios/scenario.ts';
import { checklistIndex, type ChecklistFacts, type ChecklistIndex } from './checklist-index.ts';
import { countByWave, type WaveCounts } from './count-items.ts';
import { isClosed } from './item-state.ts';
import { scopesOf, siteOf } from './scopes.ts';

export type WaveReadiness = Pick<WaveView, 'isReady' | 'notReadyBecause' | 'openCriticalItems' | 'openCriticalCount' | 'progress'>;

/** Open critical steps that are listed by name; further ones are counted. */
const MOST_LISTED = 12;

interface OpenStep {
  readonly stepId: string;
  readonly title: string;
  readonly open: number;
  readonly total: number;
}

/**
 * Whether each wave may be cut over: every critical item is closed, of the wave, its machines, their sites and the whole
 * engagement, and no machine of it is blocked. The reasons are sentences.
 */
export function waveReadiness(
  facts: ChecklistFacts,
  waves: readonly Pick<WaveView, 'id' | 'verdicts'>[],
): ReadonlyMap<WaveId, WaveReadiness> {
  const index = checklistIndex(facts);
  const byWave = countByWave(index);
  const shared = index.steps.filter((step) => step.isCritical).map((step) => ({ step, open: openForAll(step, index) }));
  return new Map(
    waves.map((wave) => {
      const open = shared.flatMap(({ step, open: common }) => openStep(step, wave.id, { common, counts: byWave.get(step.id), index }));
      const openCriticalCount = open.reduce((sum, step) => sum + step.open, 0);
      const notReadyBecause = reasons(wave.verdicts, open, openCriticalCount);
      const readiness = {
        isReady: notReadyBecause.length === 0,
        notReadyBecause,
        openCriticalItems: open.slice(0, MOST_LISTED),
        openCriticalCount,
        progress: progressOf(wave.id, byWave, index),
      };
      return [wave.id, readiness];
    }),
  );
}

/** Items of a step that is not done per wave or machine: open ones by site, or one entry for all. */
function openForAll(step: Step, index: ChecklistIndex): ReadonlyMap<string, boolean> {
  const open = new Map<string, boolean>();
  if (step.per === 'wave' || step.per === 'machine') return open;
  for (const scope of scopesOf(step, index)) open.set(scope.id, !isClosed(step, scope, index));
  return open;
}

interface Known {
  readonly common: ReadonlyMap<string, boolean>;
  readonly counts: WaveCounts | undefined;
  readonly index: ChecklistIndex;
}

function openStep(step: Step, waveId: WaveId, { common, counts, index }: Known): OpenStep[] {
  const [open, total] = counts === undefined ? openOfWave(step, waveId, { common, index }) : openByCounts(waveId, counts);
  return open === 0 ? [] : [{ stepId: step.id, title: step.title, open, total }];
}

function openByCounts(waveId: WaveId, { total, closed }: WaveCounts): [open: number, total: number] {
  const all = total.get(waveId) ?? 0;
  return [all - (closed.get(waveId) ?? 0), all];
}

function openOfWave(step: Step, waveId: WaveId, { common, index }: Pick<Known, 'common' | 'index'>): [open: number, total: number] {
  if (step.per !== 'site') return [[...common.values()].filter(Boolean).length, common.size];
  const sites = [...new Set(index.machinesOfWave.get(waveId)?.map(siteOf))].filter((site) => common.has(site));
  return [sites.filter((site) => common.get(site) === true).length, sites.length];
}

function reasons(verdicts: WaveView['verdicts'], open: readonly OpenStep[], openCount: number): string[] {
  const found: string[] = [];
  const machines = (count: number): string => (count === 1 ? 'One machine is' : `${count.toLocaleString('en')} machines are`);
  // An undecided machine keeps its item of the assessment open until a person has looked into it, with evidence.
  if (verdicts.blocked > 0) found.push(`${machines(verdicts.blocked)} blocked by a readiness rule.`);
  const [first] = open;
  if (first !== undefined) {
    const items = openCount === 1 ? 'One critical checklist item is' : `${openCount.toLocaleString('en')} critical checklist items are`;
    found.push(`${items} open, first: ${first.title}.`);
  }
  return found;
}

function progressOf(waveId: WaveId, byWave: ReadonlyMap<string, WaveCounts>, index: ChecklistIndex): WaveView['progress'] {
  const done = new Map<string, number>();
  const total = new Map<string, number>();
  for (const step of index.steps) {
    const counts = byWave.get(step.id);
    const all = counts?.total.get(waveId) ?? 0;
    if (all === 0) continue;
    total.set(step.phase, (total.get(step.phase) ?? 0) + all);
    done.set(step.phase, (done.get(step.phase) ?? 0) + (counts?.closed.get(waveId) ?? 0));
  }
  return PHASES.filter(({ id }) => total.has(id)).map(({ id }) => ({ phase: id, done: done.get(id) ?? 0, total: total.get(id) ?? 0 }));
}
