import type { Engagement } from '../domain/engagement.ts';
import type { EntryOf } from './entry.ts';

export function foldPlanAdopted(state: Engagement, entry: EntryOf<'plan.adopted'>): Engagement {
  const {
    planId,
    groups,
    waves,
    limits,
    lowerBound,
    lowerBoundReason,
    boundCertificate = null,
    problemKey = null,
    leftOut,
  } = entry.payload;
  return {
    ...state,
    plan: {
      id: planId,
      adoptedAt: entry.recordedAt,
      adoptedBy: entry.actor,
      groups,
      waves,
      limits,
      lowerBound,
      lowerBoundReason,
      boundCertificate,
      problemKey,
      leftOut,
      handMoves: 0,
    },
  };
}

/** Moves to a wave that the plan in force does not have are passed over: they belonged to a plan that was taken back. */
export function foldGroupsMoved(state: Engagement, entry: EntryOf<'plan.groups-moved'>): Engagement {
  const { plan } = state;
  const { groupIds, toWaveId } = entry.payload;
  if (plan === null || plan.waves.every((wave) => wave.id !== toWaveId)) return state;
  const moved = new Set(groupIds);
  const waves = plan.waves.map((wave) => {
    const kept = wave.groupIds.filter((id) => !moved.has(id));
    if (wave.id === toWaveId) return { ...wave, groupIds: [...kept, ...groupIds] };
    return kept.length === wave.groupIds.length ? wave : { ...wave, groupIds: kept };
  });
  return {
    ...state,
    plan: { ...plan, waves, handMoves: plan.handMoves + 1, leftOut: plan.leftOut.filter((left) => !moved.has(left.groupId)) },
  };
}
