import { assertNever } from '../../domain/assert-never.ts';
import type { KnownLimits } from '../../domain/bound-certificate.ts';
import type { PlanBound, PlanInput } from '../model.ts';
import { followLimits, refutesByLimits, wavesByPairs, weightsOf } from './confirm-limits.ts';
import { isHeaviestWave } from './heaviest-wave.ts';
import { numberProblem, type NumberedProblem } from './numbered-problem.ts';
import { decidingResource, isLineRefuted } from './refute-line.ts';
import { hasAlikeWindows, isRefutedBySearch, type SearchClaim } from './refute.ts';
import { sharingOf, type Sharing } from './sharing.ts';
import { turnedProblem } from './turned-problem.ts';
import { volumeValue } from './volume.ts';

export interface ConfirmOptions {
  /** How many loads the checker may look at to repeat a search; 0 = a search is not repeated, and not confirmed. */
  readonly mostLoads: number;
}

/**
 * Is the claimed bound right? Everything is worked out anew from the input; of the certificate only the hints are used, each
 * of them checked. False means: not confirmed, which is less than refuted.
 */
export function confirmsBound(input: PlanInput, { certificate, value }: PlanBound, options: ConfirmOptions): boolean {
  if (certificate.kind === 'none') {
    const required = input.windows.filter((window) => window.isRequired === true && !window.isFrozen).length;
    return value <= (input.groups.length > 0 ? Math.max(1, input.objective === 'fewest-waves' ? required : 0) : 0);
  }
  const problem = numberProblem(input);
  if (problem === null) return false;
  if (certificate.kind === 'volume') return value <= volumeValue(problem, certificate);
  if (certificate.kind === 'dates') {
    const unit = problem.unitOf.get(certificate.groupId);
    const place = unit === undefined ? undefined : problem.openPlaces[problem.first[unit]!];
    return input.objective === 'earliest-finish' && place !== undefined && value <= place + 1;
  }
  return confirmsWaves(problem, { certificate, value, mostLoads: options.mostLoads });
}

interface WaveClaim {
  readonly certificate: Exclude<PlanBound['certificate'], { readonly kind: 'none' | 'volume' | 'dates' }>;
  readonly value: number;
  readonly mostLoads: number;
}

function confirmsWaves(problem: NumberedProblem, { certificate, value, mostLoads }: WaveClaim): boolean {
  const sharing = sharingOf(problem);
  switch (certificate.kind) {
    case 'weights': {
      const weights = weightsOf(problem, certificate.weights);
      if (weights === null || !Number.isSafeInteger(certificate.most) || certificate.most <= 0) return false;
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return value <= valueOf(problem, Math.ceil(total / certificate.most)) && isHeaviestWave(problem, sharing, weights, certificate.most);
    }
    case 'pairs': {
      const set = unitsOf(problem, certificate.groupIds);
      const { barrier } = certificate;
      return set !== null && value <= valueOf(problem, wavesByPairs(problem, sharing, set, { barrier, mayShare: sharing.mayShare }));
    }
    case 'pairwise-exclusive': {
      const set = unitsOf(problem, certificate.groupIds);
      return set !== null && value <= valueOf(problem, set.length) && areExclusive(sharing, set);
    }
    case 'chain': {
      const waves = chainWaves(problem, certificate.groupIds);
      return waves !== null && value <= valueOf(problem, waves);
    }
    case 'limits':
      return refutesByLimits(problem, sharing, certificate, wavesBelow(problem, value));
    case 'exhaustive-search':
      return mostLoads > 0 && confirmsSearch(problem, sharing, { value, mostLoads, known: certificate.known });
    default:
      return assertNever(certificate);
  }
}

interface KnownClaim extends SearchClaim {
  readonly known: KnownLimits | undefined;
}

/** Parts of the effort that a search from either end may take in turn: some are short from one end only. */
const SHARES = [1 / 64, 1 / 8, 1];

function confirmsSearch(problem: NumberedProblem, sharing: Sharing, { value, mostLoads, known }: KnownClaim): boolean {
  if (!hasAlikeWindows(problem)) return isRefutedBySearch(problem, sharing, { value, mostLoads });
  const turned = turnedProblem(problem);
  const resource = decidingResource(problem, sharing);
  const most = (share: number): number => Math.ceil(mostLoads * share);
  if (resource === -1 || problem.input.objective !== 'fewest-waves') {
    const turnedSharing = sharingOf(turned);
    return SHARES.some((share) => {
      const claim = { value, mostLoads: most(share) };
      return isRefutedBySearch(problem, sharing, claim) || isRefutedBySearch(turned, turnedSharing, claim);
    });
  }
  const { limits, weighing } = followLimits(problem, sharing, known ?? { raised: [] });
  const turnedLimits = { head: limits.tail, tail: limits.head };
  return SHARES.some((share) => {
    const claim = { waves: value - 1, mostLoads: most(share), weighing, resource };
    return isLineRefuted(problem, sharing, { ...claim, limits }) || isLineRefuted(turned, sharing, { ...claim, limits: turnedLimits });
  });
}

/** The least value of the objective when so many waves are needed. */
function valueOf({ input, openPlaces }: NumberedProblem, waves: number): number {
  if (input.objective === 'fewest-waves' || waves === 0) return waves;
  return waves <= openPlaces.length ? openPlaces[waves - 1]! + 1 : Infinity;
}

/** The most waves that a plan better than `value` can have. */
function wavesBelow(problem: NumberedProblem, value: number): number {
  let waves = 0;
  while (waves < problem.openPlaces.length && valueOf(problem, waves + 1) < value) waves += 1;
  return problem.input.objective === 'fewest-waves' ? value - 1 : waves;
}

/** Different units of these groups; `null` when one is not known. */
function unitsOf({ unitOf }: NumberedProblem, groupIds: readonly string[]): number[] | null {
  const units = groupIds.map((id) => unitOf.get(id) ?? -1);
  return units.includes(-1) ? null : [...new Set(units)];
}

function areExclusive({ mayShare }: Sharing, set: readonly number[]): boolean {
  return set.every((a, at) => set.slice(at + 1).every((b) => !mayShare(a, b)));
}

/** Waves of a chain: one, and one more for every strict step. */
function chainWaves({ units, unitOf, order }: NumberedProblem, groupIds: readonly string[]): number | null {
  let waves = 1;
  for (const [at, id] of groupIds.entries()) {
    const a = unitOf.get(id);
    const next = groupIds[at + 1];
    const b = next === undefined ? undefined : unitOf.get(next);
    if (a === undefined || (next !== undefined && b === undefined)) return null;
    if (b === undefined) continue;
    const kind = order[a * units + b]!;
    if (kind === 0) return null;
    waves += kind - 1;
  }
  return waves;
}
