import { Link } from '@fluentui/react-components';

import type { ChecklistView } from '../../../shared/contract/shapes.ts';
import { checklistText } from '../../text/checklist.ts';
import { unanswered } from './question-form.ts';
import { nextStep, progressOf } from './step-filter.ts';

interface ChecklistAnswerProps {
  readonly checklist: ChecklistView;
  readonly onStep: (stepId: string) => void;
  readonly onQuestions: () => void;
}

/** How far the checklist is, and the way to the next step that can be done. */
export function ChecklistAnswer({ checklist, onStep, onQuestions }: ChecklistAnswerProps) {
  const { done, total } = progressOf(checklist.phases);
  const next = nextStep(checklist);
  const words = checklistText.answer(done, total);
  if (done >= total) return words;
  if (next === null && unanswered(checklist.questions) > 0) {
    return (
      <>
        {`${words} ${checklistText.next} `}
        <Link as="button" onClick={onQuestions}>
          {checklistText.questions.answerThem}
        </Link>
      </>
    );
  }
  if (next === null) return `${words} ${checklistText.allWait}`;
  return (
    <>
      {`${words} ${checklistText.next} `}
      <Link as="button" onClick={() => onStep(next.id)}>
        {next.title}
      </Link>
    </>
  );
}
