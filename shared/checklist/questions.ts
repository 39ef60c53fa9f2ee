import type { QuestionView } from '../contract/shapes.ts';
import type { EngagementSettings } from '../domain/engagement.ts';
import type { QuestionId } from '../domain/ids.ts';
import { catalogue, type Catalogue } from '../scenarios/catalogue.ts';
import type { Question, QuestionOption } from '../scenarios/questions.data.ts';
import { answerOf } from './answers.ts';
import type { ChecklistIndex } from './checklist-index.ts';

/** The first two shape everything; they are asked of every engagement. */
const ALWAYS: ReadonlySet<QuestionId> = new Set(['scenarios', 'route']);

/** Questions that matter for the scenarios of the engagement, in order, with their answers. */
export function questionViews(index: ChecklistIndex): QuestionView[] {
  const { settings } = index.engagement;
  return relevantQuestions(settings.scenarios, index.catalogue).map((question) => {
    const answer = answerOf(settings, question.id);
    return {
      id: question.id,
      title: question.title,
      why: question.why,
      kind: question.kind,
      options: optionsOf(question, settings.scenarios, index.catalogue).map((option) => ({ ...option })),
      needsReason: question.needsReason,
      answer:
        answer === null
          ? null
          : { values: [...answer.values], reason: answer.reason ?? null, by: answer.by ?? null, at: answer.at ?? null },
    };
  });
}

/** A question matters when a step of one of the scenarios decides it, depends on it or says more with it. */
export function relevantQuestions(scenarioIds: readonly string[], used: Catalogue): readonly Question[] {
  const asked = new Set<QuestionId>(ALWAYS);
  const stepIds = new Set(scenarioIds.flatMap((id) => used.scenario(id)?.stepIds ?? []));
  for (const step of used.steps) {
    if (!stepIds.has(step.id)) continue;
    for (const id of [...(step.decides ?? []), ...(step.condition?.asks ?? [])]) asked.add(id);
    for (const extra of step.extra ?? []) if (extra.answer !== undefined) asked.add(extra.answer.question);
    // Whether a machine of a classic vault is physical decides steps that other scenarios have as well.
  }
  const isClassic = scenarioIds.some((id) => used.traitsOf(id).has('classic'));
  return used.questions.filter((question) => asked.has(question.id) || (question.id === 'classic-machines' && isClassic));
}

function optionsOf(question: Question, scenarioIds: readonly string[], used: Catalogue): readonly QuestionOption[] {
  if (question.id === 'scenarios')
    return used.scenarios.map(({ id, title, description }) => ({ value: id, label: title, meaning: description }));
  const isFromAzure = scenarioIds.some((id) => used.traitsOf(id).has('azure-source'));
  return question.options.filter((option) => isFromAzure || option.value !== 'resource-mover');
}

export interface AnswerRequest {
  readonly questionId: QuestionId;
  readonly values: readonly string[];
  readonly reason: string | null;
}

export type AnswerChange =
  | { readonly ok: true; readonly changes: Partial<EngagementSettings> }
  | { readonly ok: false; readonly reason: string };

/** The change of the settings that records an answer, or why it cannot be recorded, in one sentence. */
export function answerChange(settings: EngagementSettings, request: AnswerRequest, used: Catalogue = catalogue): AnswerChange {
  const question = used.questions.find((candidate) => candidate.id === request.questionId);
  if (question === undefined) return refused(`There is no question “${request.questionId}”.`);
  const options = optionsOf(question, settings.scenarios, used).map((option) => option.value);
  const unknown = request.values.find((value) => !options.includes(value));
  if (unknown !== undefined) return refused(`“${question.title}” cannot be answered with “${unknown}”; it takes ${options.join(', ')}.`);
  if (question.kind === 'one' && request.values.length !== 1) return refused(`“${question.title}” takes exactly one answer.`);
  if (request.values.length === 0) return refused(`“${question.title}” needs at least one answer.`);
  const reason = (request.reason ?? '').trim();
  if (question.needsReason && reason === '') return refused(`“${question.title}” needs the reason; it stands in the report.`);
  return { ok: true, changes: changesFor(question.id, [...new Set(request.values)], reason) };
}

function changesFor(id: QuestionId, values: readonly string[], reason: string): Partial<EngagementSettings> {
  if (id === 'scenarios') return { scenarios: values };
  if (id === 'route') {
    // The options of the question are the routes of the settings; the catalogue test compares them.
    const route = values[0] as NonNullable<EngagementSettings['routeDecision']>['route'];
    return { routeDecision: { route, reason } };
  }
  return { answers: { [id]: { values, ...(reason === '' ? {} : { reason }) } } };
}

function refused(reason: string): AnswerChange {
  return { ok: false, reason };
}
