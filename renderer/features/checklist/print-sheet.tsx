import type { ChecklistView } from '../../../shared/contract/shapes.ts';
import { checklistText, perTitle, roleTitle } from '../../text/checklist.ts';
import { PrintSheet } from '../../ui/print-sheet.tsx';
import { stepsByPhase, type StepRow } from './step-filter.ts';

interface ChecklistSheetProps {
  readonly phases: ChecklistView['phases'];
  readonly rows: readonly StepRow[];
  /** What was narrowed, in words; the heading says so. */
  readonly about: string;
  readonly engagement: string;
  readonly printedAt: string;
  readonly onPrinted: () => void;
}

/** The steps that the filters leave, in full, as a person without a computer gets them. */
export function ChecklistSheet({ phases, rows, about, engagement, printedAt, onPrinted }: ChecklistSheetProps) {
  return (
    <PrintSheet onPrinted={onPrinted}>
      <header>
        <h1>{engagement}</h1>
        <p>{`${checklistText.title}: ${about}. ${printedAt}`}</p>
      </header>
      {stepsByPhase(phases, rows).map(({ phase, rows: own }) => (
        <section key={phase.id}>
          <h2>{phase.title}</h2>
          {own.map(({ step, counts, state }) => (
            <article key={step.id}>
              <h3>
                <span aria-hidden>{state === 'done' || state === 'not-needed' ? '☑' : '☐'}</span> {step.title}
              </h3>
              <p>
                {[
                  step.who.map(roleTitle).join(', '),
                  perTitle(step.per),
                  step.typicalTime,
                  counts.totalCount > 1
                    ? checklistText.stepCounts(counts.doneCount + counts.notApplicableCount, counts.totalCount)
                    : checklistText.states[state],
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </p>
              <ol>
                {step.what.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ol>
              <p>
                <strong>{checklistText.doneWhen}:</strong> {step.doneWhen}
              </p>
              {step.evidenceAsked !== null && (
                <p>
                  <strong>{checklistText.evidenceAsked}:</strong> {step.evidenceAsked}
                </p>
              )}
              <p>
                <strong>{checklistText.badOutcome}:</strong> {step.badOutcome} {step.badOutcomeRemedy}
              </p>
              <p>{checklistText.signLine}</p>
            </article>
          ))}
        </section>
      ))}
    </PrintSheet>
  );
}
