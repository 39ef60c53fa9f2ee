import { success, type Reply } from '../../shared/contract/failure.ts';
import type { EngagementSettings } from '../../shared/domain/engagement.ts';
import type { Session } from './session.ts';

/** Records what differs from the settings in force; nothing is written when nothing does. */
export async function changeSettings(session: Session, wanted: Partial<EngagementSettings>): Promise<Reply<unknown>> {
  const { answers, ...plain } = wanted;
  const { settings } = session.engagement();
  const changed = differing(plain, settings);
  const changedAnswers = Object.fromEntries(
    Object.entries(answers ?? {}).filter(([id, answer]) => !isSameAnswer(answer, settings.answers?.[id])),
  );
  const hasAnswers = Object.keys(changedAnswers).length > 0;
  if (changed.length === 0 && !hasAnswers) return success({});
  const before = changed.map(([key]) => [key, settings[key as keyof EngagementSettings]] as const);
  const answersBefore = Object.entries(settings.answers ?? {}).filter(([id]) => Object.hasOwn(changedAnswers, id));
  return await session.append('engagement.settings-changed', {
    changes: { ...Object.fromEntries(changed), ...(hasAnswers ? { answers: changedAnswers } : {}) },
    before: { ...Object.fromEntries(before), ...(hasAnswers ? { answers: Object.fromEntries(answersBefore) } : {}) },
  });
}

function differing(wanted: Partial<EngagementSettings>, settings: EngagementSettings): (readonly [string, unknown])[] {
  return Object.entries(wanted).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(settings[key as keyof EngagementSettings]),
  );
}

/** Who gave an answer and when does not make it another answer. */
function isSameAnswer(a: NonNullable<EngagementSettings['answers']>[string], b: typeof a | undefined): boolean {
  return b !== undefined && JSON.stringify([a.values, a.reason ?? null]) === JSON.stringify([b.values, b.reason ?? null]);
}
