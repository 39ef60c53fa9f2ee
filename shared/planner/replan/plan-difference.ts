import type { PlanInput } from '../model.ts';
import { movedGroups, type Assignment } from './few-moves.ts';

/** What another plan changes, before it is adopted. */
export interface PlanDifference {
  readonly moves: readonly { readonly groupId: string; readonly from: string; readonly to: string }[];
  /** Groups that had no window. */
  readonly added: readonly string[];
  readonly wavesBefore: number;
  readonly wavesAfter: number;
  /** Window of the last wave; `null` without one. */
  readonly lastBefore: string | null;
  readonly lastAfter: string | null;
}

export function planDifference(input: PlanInput, before: Assignment, after: Assignment): PlanDifference {
  const used = (assignment: Assignment): string[] => {
    const ids = new Set(Object.values(assignment));
    return input.windows.flatMap((window) => (ids.has(window.id) ? [window.id] : []));
  };
  const [windowsBefore, windowsAfter] = [used(before), used(after)];
  return {
    moves: movedGroups(before, after).map((groupId) => ({ groupId, from: before[groupId] ?? '', to: after[groupId] ?? '' })),
    added: Object.keys(after).filter((id) => before[id] === undefined),
    wavesBefore: windowsBefore.length,
    wavesAfter: windowsAfter.length,
    lastBefore: windowsBefore.at(-1) ?? null,
    lastAfter: windowsAfter.at(-1) ?? null,
  };
}
