import type { StepView } from '../contract/shapes.ts';
import type { StepId } from '../domain/ids.ts';
import { TRAIT_WORDS, type ExtraWhat, type Step, type Verification } from '../scenarios/scenario.ts';
import type { ChecklistIndex } from './checklist-index.ts';
import type { Counts } from './count-items.ts';
import { openQuestions, questionTitle } from './item-state.ts';

type CountsByStep = ReadonlyMap<StepId, Counts>;

export function stepView(step: Step, counts: CountsByStep, index: ChecklistIndex): StepView {
  const own = counts.get(step.id) ?? { done: 0, notApplicable: 0, total: 0 };
  return {
    id: step.id,
    title: step.title,
    phase: step.phase,
    what: whatToDo(step, index),
    who: [...step.who],
    per: step.per,
    doneWhen: step.doneWhen,
    verification: verificationWords(step.verification),
    isCheckable: step.verification.kind === 'api',
    evidenceAsked: step.verification.evidence ?? null,
    typicalTime: step.typicalTime,
    badOutcome: step.badOutcome,
    badOutcomeRemedy: step.badOutcomeRemedy,
    sources: step.sources.map((source) => ({ ...source })),
    conditionText: conditionWords(step, index),
    notApplicableReason: step.condition?.otherwise ?? null,
    questionIds: [...new Set([...(step.decides ?? []), ...(step.condition?.asks ?? [])])],
    isCritical: step.isCritical,
    needsEvidence: step.needsEvidence,
    scenarios: index.catalogue.scenarios.filter((scenario) => scenario.stepIds.includes(step.id)).map((scenario) => scenario.id),
    doneCount: own.done,
    notApplicableCount: own.notApplicable,
    totalCount: own.total,
    blockedBy: [...openQuestions(step, index), ...step.after.flatMap((id) => blockingWords(id, step, { counts, index }))],
  };
}

/** What to do here: the common sentences, then those for the traits and the answers of this engagement. */
export function whatToDo(step: Step, index: ChecklistIndex): string[] {
  const extra = (step.extra ?? []).flatMap((part) => (isWanted(part, index) ? part.what.map((what) => labelled(what, part, index)) : []));
  const openAnswers = (step.extra ?? []).flatMap(({ trait, answer }) =>
    answer === undefined || index.answers.has(answer.question) || (trait !== undefined && !index.traits.has(trait))
      ? []
      : [answer.question],
  );
  const follows = [...new Set(openAnswers)].map((id) => `More follows from the answer to “${questionTitle(id, index)}”`);
  return [...step.what, ...extra, ...follows];
}

function isWanted({ trait, answer }: ExtraWhat, index: ChecklistIndex): boolean {
  if (trait !== undefined && !index.traits.has(trait)) return false;
  if (answer === undefined) return true;
  return index.answers.get(answer.question)?.some((value) => answer.values.includes(value)) === true;
}

/** Where only some of the machines have the trait, the sentence says which. */
function labelled(what: string, { trait }: ExtraWhat, index: ChecklistIndex): string {
  if (trait === undefined) return what;
  const chosen = index.engagement.settings.scenarios;
  const isCommon = chosen.every((id) => index.catalogue.traitsOf(id).has(trait));
  return isCommon ? what : `${TRAIT_WORDS[trait]}: ${what}`;
}

/** Why the step is here: its condition, and what is known about it in this engagement. */
function conditionWords(step: Step, index: ChecklistIndex): string | null {
  const { condition } = step;
  if (condition === undefined) return null;
  const words = [condition.text];
  for (const id of condition.asks ?? []) words.push(answerWords(id, index));
  if (condition.concerns !== undefined && index.machines.length > 0) {
    const { machines, candidateCount, unknownCount } = index.concerned(step);
    const unknown = unknownCount === 0 ? '' : `; of ${unknownCount.toLocaleString('en')} the facts do not say, so they are among them`;
    words.push(`It concerns ${machines.length.toLocaleString('en')} of ${candidateCount.toLocaleString('en')} machines${unknown}.`);
  }
  return words.join(' ');
}

function answerWords(id: string, index: ChecklistIndex): string {
  const question = index.catalogue.questions.find((candidate) => candidate.id === id);
  const title = questionTitle(id, index);
  const values = index.answers.get(id);
  if (values === undefined) return `Not answered yet: “${title}”`;
  const labels = values.map((value) => question?.options.find((option) => option.value === value)?.label ?? value);
  return `Answered: “${title}” ${labels.join(', ')}.`;
}

interface Known {
  readonly counts: CountsByStep;
  readonly index: ChecklistIndex;
}

/** A step per machine can begin as soon as the one before is done for some machine; everything else waits for all. */
function blockingWords(id: StepId, step: Step, { counts, index }: Known): string[] {
  const before = index.catalogue.step(id);
  const count = counts.get(id);
  if (before === undefined || count === undefined) return [];
  const closed = count.done + count.notApplicable;
  if (before.per === 'wave' && count.total === 0) return index.engagement.plan === null ? ['First plan waves.'] : [];
  const isFlowing = isPerPart(step) && isPerPart(before);
  const isOpen = isFlowing ? closed === 0 && count.total > 0 : closed < count.total;
  if (!isOpen) return [];
  return [count.total === 1 ? `First: ${before.title}.` : `First: ${before.title} (${closed} of ${count.total} done).`];
}

/** Steps of parts of the estate flow one behind the other; what concerns everything waits for everything. */
function isPerPart(step: Step): boolean {
  return step.per === 'machine' || step.per === 'wave' || step.per === 'site';
}

function verificationWords(verification: Verification): string {
  if (verification.kind === 'by-hand') return 'Confirmed by a person';
  if (verification.kind === 'offline')
    return verification.check === undefined ? `A person decides, from ${verification.from}` : `Seen from ${verification.from}`;
  return verification.isPartial
    ? `Supported by reading ${verification.read}; confirmed by a person`
    : `Read from Azure: ${verification.read}`;
}
