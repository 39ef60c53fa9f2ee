import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { OpenRegular } from '@fluentui/react-icons';

import type { QuestionView, StepView } from '../../../shared/contract/shapes.ts';
import { checklistText, perTitle, roleTitle } from '../../text/checklist.ts';
import { FactList } from '../../ui/facts.tsx';
import { Section } from '../../ui/section.tsx';

const useStyles = makeStyles({
  facts: { marginBottom: '16px' },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
  text: { margin: '0 0 4px' },
  muted: { color: tokens.colorNeutralForeground2 },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  sources: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
});

interface StepTextProps {
  readonly step: StepView;
  readonly questions: readonly QuestionView[];
  readonly onQuestions: () => void;
}

/** A step in full: who does what, how it is known to be done, and what if it goes wrong. */
export function StepText({ step, questions, onQuestions }: StepTextProps) {
  const styles = useStyles();
  const asked = questions.filter((question) => step.questionIds.includes(question.id));
  return (
    <>
      <div className={styles.facts}>
        <FactList
          facts={[
            { title: checklistText.who, value: step.who.map(roleTitle).join(', ') },
            { title: checklistText.howOften, value: perTitle(step.per) },
            ...(step.typicalTime === null ? [] : [{ title: checklistText.typicalTime, value: step.typicalTime }]),
            ...(step.isCritical ? [{ title: checklistText.critical, value: checklistText.criticalMeaning }] : []),
          ]}
        />
      </div>
      <Section title={checklistText.whatToDo} level={3} isDense>
        <ol className={styles.list}>
          {step.what.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      </Section>
      <Section title={checklistText.doneWhen} level={3} isDense>
        <p className={styles.text}>{step.doneWhen}</p>
        <p className={styles.small}>{step.verification}</p>
        {step.evidenceAsked !== null && <p className={styles.small}>{checklistText.evidenceLine(step.evidenceAsked)}</p>}
      </Section>
      <Section title={checklistText.badOutcome} level={3} isDense>
        <p className={styles.text}>{step.badOutcome}</p>
        <p className={styles.text}>{step.badOutcomeRemedy}</p>
      </Section>
      {step.conditionText !== null && (
        <Section title={checklistText.condition} level={3} isDense>
          <p className={styles.text}>{step.conditionText}</p>
          {asked.length > 0 && (
            <Link as="button" onClick={onQuestions}>
              {checklistText.questions.open}
            </Link>
          )}
        </Section>
      )}
      <Section title={checklistText.sources} level={3} isDense>
        <ul className={styles.sources}>
          {step.sources.map((source) => (
            <li key={source.code}>
              <Link href={source.url} target="_blank" rel="noreferrer">
                {source.title} <OpenRegular aria-hidden />
              </Link>
              <div className={styles.small}>{checklistText.sourceLine(source.code, source.date)}</div>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
