import type { KnownLimits } from '../domain/bound-certificate.ts';
import { weightBound } from './column-bounds.ts';
import type { KnownOfItems, LineProof } from './line/line-proof.ts';
import type { BoundCertificate, PlanBound } from './model.ts';
import { objectiveOfWaves, type Problem } from './problem.ts';
import { titleOf, waveWords } from './simple-bounds.ts';

/** The proof of a line as a bound in the planner's words, with a certificate that `check-plan` can follow. */
export function boundOfProof(problem: Problem, waves: number, proof: LineProof): PlanBound {
  const value = objectiveOfWaves(problem, waves);
  if (proof.kind === 'search') {
    const reason = `All plans with fewer than ${waveWords(waves)} were searched (${proof.states.toLocaleString('en')} states).`;
    return { value, certificate: { kind: 'exhaustive-search', states: proof.states, known: knownLimits(problem, proof) }, reason };
  }
  if (proof.kind === 'weights') return weightBound(problem, proof.weighing.weights, proof.weighing.most);
  return { value, certificate: certificateOf(problem, proof), reason: reasonOf(problem, waves, proof) };
}

type LimitProof = Extract<LineProof, { kind: 'limits' }>;

function certificateOf(problem: Problem, { end, ...known }: LimitProof): BoundCertificate {
  const idOf = (item: number): string => problem.members[item]![0]!;
  return {
    kind: 'limits',
    ...knownLimits(problem, known),
    end:
      end.kind === 'no-wave'
        ? { kind: 'no-wave', groupId: idOf(end.item) }
        : end.kind === 'pairs'
          ? { ...end, barrier: end.barrier.map(idOf) }
          : end,
  };
}

function knownLimits({ members }: Problem, { raised, weighing }: KnownOfItems): KnownLimits {
  const idOf = (item: number): string => members[item]![0]!;
  const weights =
    weighing === null ? [] : [...weighing.weights].flatMap((weight, item) => (weight > 0 ? [[idOf(item), weight] as const] : []));
  return {
    raised: raised.map(({ item, isHead, waves, because }) => ({
      groupId: idOf(item),
      side: isHead ? 'first' : 'last',
      waves,
      because: because.kind === 'pairs' ? { kind: 'pairs', barrier: because.barrier.map(idOf) } : because,
    })),
    ...(weighing === null ? {} : { weighing: { most: weighing.most, weights } }),
  };
}

function reasonOf(problem: Problem, waves: number, { end }: LimitProof): string {
  const fewer = waveWords(waves - 1);
  if (end.kind === 'no-wave')
    return `In ${fewer} there is no place for ${titleOf(problem, end.item)}: what must move before it and after it needs ${waveWords(waves)} together.`;
  const isWhole = end.from === 1 && end.to === waves - 1;
  const where = isWhole ? fewer : `waves ${end.from} to ${end.to} of ${waves - 1}`;
  if (end.kind === 'pairs')
    return `Too few of the large groups can be paired to fit into ${where}, so at least ${waveWords(waves)} are needed.`;
  return isWhole
    ? `The groups do not fit into ${fewer} by their sizes, so at least ${waveWords(waves)} are needed.`
    : `What would have to stand in ${where} does not fit there, so at least ${waveWords(waves)} are needed.`;
}
