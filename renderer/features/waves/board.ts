import type { GroupView, PlanView, WaveView } from '../../../shared/contract/shapes.ts';
import type { WaveLimits } from '../../../shared/domain/wave.ts';

/** One column of the board. Groups without a wave stand in a column of their own, which takes no drops. */
export interface BoardColumn {
  readonly wave: WaveView | null;
  readonly groups: readonly BoardGroup[];
}

/** A group as its card shows it. */
export interface BoardGroup extends GroupView {
  readonly pinnedWave: number | null;
  /** Rules that the group breaks where it stands, in words. */
  readonly violations: readonly string[];
  /** Why it was left out of the plan, or that it came later. */
  readonly whyNoWave: string | null;
}

/**
 * Columns in the order of the waves, then the groups without a wave where there are any. Pins are those in force now, which
 * may be younger than the plan: a card shows its pin as soon as it is set.
 */
export function buildBoard(
  plan: PlanView,
  groups: readonly GroupView[],
  currentPins: WaveLimits['pins'] = plan.limits.pins,
): BoardColumn[] {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const numberAt = new Map(plan.waves.map((wave) => [wave.window?.startsAt, wave.number]));
  const pins = new Map(currentPins.map((pin) => [pin.groupId, numberAt.get(pin.startsAt ?? '') ?? pin.waveNumber]));
  const violations = violationsByGroup(plan);
  const leftOut = new Map(plan.leftOut.map((left) => [left.groupId, left.reason]));
  const card = (group: GroupView): BoardGroup => ({
    ...group,
    pinnedWave: pins.get(group.id) ?? null,
    violations: violations.get(group.id) ?? [],
    whyNoWave: leftOut.get(group.id) ?? null,
  });
  const planned = new Set(plan.waves.flatMap((wave) => wave.groupIds));
  const columns: BoardColumn[] = plan.waves.map((wave) => ({
    wave,
    groups: wave.groupIds.flatMap((id) => byId.get(id) ?? []).map(card),
  }));
  const loose = groups.filter((group) => !planned.has(group.id)).map(card);
  return loose.length === 0 ? columns : [...columns, { wave: null, groups: loose }];
}

function violationsByGroup(plan: PlanView): ReadonlyMap<string, readonly string[]> {
  const byGroup = new Map<string, string[]>();
  for (const violation of plan.violations) {
    for (const id of violation.groupIds) byGroup.set(id, [...(byGroup.get(id) ?? []), violation.text]);
  }
  return byGroup;
}

/** Columns with the cards whose title holds the text; columns stay, so that the order of waves is kept. */
export function filterBoard(columns: readonly BoardColumn[], text: string): BoardColumn[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [...columns];
  return columns.map((column) => ({
    ...column,
    groups: column.groups.filter((group) => group.title.toLowerCase().includes(wanted)),
  }));
}

/** A place on the board: column and card, both from 0. */
export interface BoardPlace {
  readonly column: number;
  readonly card: number;
}

/** Where the focus goes from here; columns without cards are stepped over. `null`: it stays. */
export function nextPlace(columns: readonly { readonly groups: readonly unknown[] }[], from: BoardPlace, key: string): BoardPlace | null {
  const cards = columns[from.column]?.groups.length ?? 0;
  switch (key) {
    case 'ArrowDown':
      return from.card + 1 < cards ? { ...from, card: from.card + 1 } : null;
    case 'ArrowUp':
      return from.card > 0 ? { ...from, card: from.card - 1 } : null;
    case 'Home':
      return cards > 0 ? { ...from, card: 0 } : null;
    case 'End':
      return cards > 0 ? { ...from, card: cards - 1 } : null;
    case 'ArrowRight':
      return sideways(columns, from, 1);
    case 'ArrowLeft':
      return sideways(columns, from, -1);
    default:
      return null;
  }
}

function sideways(columns: readonly { readonly groups: readonly unknown[] }[], from: BoardPlace, step: 1 | -1): BoardPlace | null {
  for (let index = from.column + step; index >= 0 && index < columns.length; index += step) {
    const cards = columns[index]?.groups.length ?? 0;
    if (cards > 0) return { column: index, card: Math.min(from.card, cards - 1) };
  }
  return null;
}

/** Where a group stands, so that the focus can follow a card that was moved. */
export function placeOf(columns: readonly BoardColumn[], groupId: string): BoardPlace | null {
  for (const [column, { groups }] of columns.entries()) {
    const card = groups.findIndex((group) => group.id === groupId);
    if (card >= 0) return { column, card };
  }
  return null;
}

/** Sums of several groups for the status line and the move dialog. */
export function sumGroups(groups: readonly Pick<GroupView, 'machineIds' | 'sizeGiB' | 'unknownSizeCount'>[]): {
  readonly machineCount: number;
  readonly sizeGiB: number;
  readonly unknownSizeCount: number;
} {
  let machineCount = 0;
  let sizeGiB = 0;
  let unknownSizeCount = 0;
  for (const group of groups) {
    machineCount += group.machineIds.length;
    sizeGiB += group.sizeGiB;
    unknownSizeCount += group.unknownSizeCount;
  }
  return { machineCount, sizeGiB, unknownSizeCount };
}
