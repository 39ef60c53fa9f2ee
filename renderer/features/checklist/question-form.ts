import type { QuestionView } from '../../../shared/contract/shapes.ts';
import { checklistText } from '../../text/checklist.ts';

export interface QuestionForm {
  readonly values: readonly string[];
  readonly reason: string;
}

/** The values in the order of the options, so that the same answer always looks the same. */
export function toggleAnswer(question: Pick<QuestionView, 'options'>, values: readonly string[], value: string): readonly string[] {
  const chosen = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return question.options.map((option) => option.value).filter((option) => chosen.includes(option));
}

/** Why the answer cannot be saved, in words; `null` when it can. */
export function whyNotSaved(question: Pick<QuestionView, 'needsReason'>, form: QuestionForm): string | null {
  if (form.values.length === 0) return checklistText.questions.chooseFirst;
  return question.needsReason && form.reason.trim() === '' ? checklistText.questions.reasonNeeded : null;
}

export function isSameAnswer(question: Pick<QuestionView, 'answer'>, form: QuestionForm): boolean {
  const { answer } = question;
  if (answer === null) return form.values.length === 0 && form.reason.trim() === '';
  return JSON.stringify(answer.values) === JSON.stringify(form.values) && (answer.reason ?? '') === form.reason.trim();
}

export function unanswered(questions: readonly Pick<QuestionView, 'answer'>[]): number {
  return questions.filter((question) => question.answer === null).length;
}
