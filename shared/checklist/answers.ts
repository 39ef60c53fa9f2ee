import type { Answer, EngagementSettings } from '../domain/engagement.ts';
import type { QuestionId } from '../domain/ids.ts';
import type { Answers } from '../scenarios/scenario.ts';

/** Everything answered so far, wherever it is kept. Scenarios and route have a setting of their own. */
export function answersOf(settings: EngagementSettings): Answers {
  const answers = new Map<QuestionId, readonly string[]>();
  for (const [id, answer] of Object.entries(settings.answers ?? {})) answers.set(id, answer.values);
  if (settings.scenarios.length > 0) answers.set('scenarios', settings.scenarios);
  if (settings.routeDecision !== null) answers.set('route', [settings.routeDecision.route]);
  return answers;
}

/** One answer with its reason; who and when only where the journal entry was about this answer alone. */
export function answerOf(settings: EngagementSettings, question: QuestionId): Answer | null {
  if (question === 'scenarios') return settings.scenarios.length === 0 ? null : { values: settings.scenarios };
  if (question === 'route')
    return settings.routeDecision === null ? null : { values: [settings.routeDecision.route], reason: settings.routeDecision.reason };
  return settings.answers?.[question] ?? null;
}
