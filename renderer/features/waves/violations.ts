import type { GroupView, PlanView, WaveView } from '../../../shared/contract/shapes.ts';
import { DATA, MACHINES } from '../../../shared/planner/plan-resources.ts';

type PlanViolation = PlanView['violations'][number];

/** A broken rule with what can be done about it. */
export interface Violation extends PlanViolation {
  /** The wave in whose window it is broken; `null` where it concerns two waves or none. */
  readonly waveId: string | null;
  /** Groups worth moving, the best first, at most two. */
  readonly toMove: readonly string[];
  /** A limit, pin, order or freeze stands behind it, which a person may change. */
  readonly canRelax: boolean;
}

const RELAXABLE: ReadonlySet<string> = new Set(['capacity', 'precedence', 'pin', 'date', 'freeze']);

export function violationsOf(plan: Pick<PlanView, 'waves' | 'violations'>, groups: readonly GroupView[]): Violation[] {
  const byWindow = new Map(plan.waves.flatMap((wave) => (wave.window === null ? [] : [[wave.window.id, wave] as const])));
  const byId = new Map(groups.map((group) => [group.id, group]));
  return plan.violations.map((violation) => {
    const wave = violation.windowId === undefined ? undefined : byWindow.get(violation.windowId);
    const members = violation.groupIds.flatMap((id) => byId.get(id) ?? []);
    const toMove = violation.rule === 'capacity' && wave !== undefined ? groupToTakeOut(wave, members) : members.slice(0, 2);
    return {
      ...violation,
      waveId: wave?.id ?? null,
      toMove: toMove.map((group) => group.id),
      canRelax: RELAXABLE.has(violation.rule),
    };
  });
}

/** The smallest group that brings an over-full wave back under its limits; where none does, the largest. */
function groupToTakeOut(wave: WaveView, members: readonly GroupView[]): GroupView[] {
  const excess = wave.loads.map((load) => ({ id: load.resourceId, amount: load.limit === null ? 0 : load.used - load.limit }));
  const over = excess.filter((one) => one.amount > 0);
  const [main] = over;
  if (main === undefined) return [];
  const bySize = members.toSorted((a, b) => demandOf(a, main.id) - demandOf(b, main.id));
  const enough = bySize.find((group) => over.every((one) => demandOf(group, one.id) >= one.amount));
  const chosen = enough ?? bySize.at(-1);
  return chosen === undefined ? [] : [chosen];
}

function demandOf(group: Pick<GroupView, 'machineIds' | 'sizeGiB'>, resourceId: string): number {
  if (resourceId === MACHINES.id) return group.machineIds.length;
  return resourceId === DATA.id ? group.sizeGiB : 0;
}
