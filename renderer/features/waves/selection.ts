import type { GroupView, PlanView, WaveView } from '../../../shared/contract/shapes.ts';
import type { WaveLimits } from '../../../shared/domain/wave.ts';

/** What the panel at the right is about. */
export type Selection =
  | { readonly kind: 'plan' }
  | { readonly kind: 'wave'; readonly waveId: string }
  | { readonly kind: 'group'; readonly groupId: string };

export const WHOLE_PLAN: Selection = { kind: 'plan' };

/** The thing that a link into this screen names: a wave or a group; anything else is the whole plan. */
export function selectionOf(target: string | null, plan: Pick<PlanView, 'waves'> | null, groups: readonly GroupView[]): Selection {
  if (target === null) return WHOLE_PLAN;
  if (plan?.waves.some((wave) => wave.id === target) === true) return { kind: 'wave', waveId: target };
  return groups.some((group) => group.id === target) ? { kind: 'group', groupId: target } : WHOLE_PLAN;
}

/** A selected thing may be gone after planning again or undo; then the panel goes back to the whole plan. */
export function stillThere(selection: Selection, plan: Pick<PlanView, 'waves'>, groups: readonly GroupView[]): Selection {
  return selection.kind === 'plan'
    ? selection
    : selectionOf(selection.kind === 'wave' ? selection.waveId : selection.groupId, plan, groups);
}

/** Whether the limits were changed after the plan was made, so that planning again may give another one. */
export function hasOldLimits(ofPlan: WaveLimits, now: WaveLimits): boolean {
  // A plan made without a first window keeps the one it chose; that alone is no change.
  const chosen = now.firstWindowStartsAt ?? ofPlan.firstWindowStartsAt;
  return JSON.stringify(ordered(ofPlan)) !== JSON.stringify(ordered({ ...now, firstWindowStartsAt: chosen }));
}

function ordered(limits: WaveLimits): readonly (readonly [string, unknown])[] {
  // Pins and locks are judged as soon as they are set; the plan shows what it breaks of them.
  const { pins: _pins, locks: _locks, notBefore: _notBefore, ...others } = limits;
  return Object.entries(others).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

export type LockState = 'open' | 'person' | 'done';

/** Whether a wave stays as it is, and why: a person locked it, or said that it is done. */
export function lockOf(wave: Pick<WaveView, 'window'>, { locks }: Pick<WaveLimits, 'locks'>): LockState {
  return locks.find((lock) => lock.startsAt === wave.window?.startsAt)?.why ?? 'open';
}
