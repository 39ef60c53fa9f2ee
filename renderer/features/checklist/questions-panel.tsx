import { Button, Checkbox, Field, makeStyles, Radio, RadioGroup, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';

import type { QuestionView } from '../../../shared/contract/shapes.ts';
import { useApp } from '../../store/app-context.tsx';
import { checklistText } from '../../text/checklist.ts';
import { formatDayTime } from '../../text/common-format.ts';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import { isSameAnswer, toggleAnswer, whyNotSaved } from './question-form.ts';

const useStyles = makeStyles({
  intro: { margin: '0 0 12px', color: tokens.colorNeutralForeground2 },
  question: { padding: '12px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  why: { margin: '0 0 4px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  option: { display: 'flex', flexDirection: 'column' },
  options: { display: 'flex', flexDirection: 'column', margin: '0 -8px' },
  by: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginTop: '8px' },
});

interface QuestionsPanelProps {
  readonly questions: readonly QuestionView[];
  readonly isReadOnly: boolean;
  readonly onClose: () => void;
}

/** The first questions: each answer shapes which steps appear, and stands in the journal with its reason. */
export function QuestionsPanel({ questions, isReadOnly, onClose }: QuestionsPanelProps) {
  const styles = useStyles();
  const { questions: words } = checklistText;
  return (
    <DetailsPanel
      title={words.title}
      actions={
        <Button size="small" appearance="subtle" onClick={onClose}>
          {words.back}
        </Button>
      }
    >
      <p className={styles.intro}>{words.intro}</p>
      {questions.map((question) => (
        // Another answer from elsewhere (undo, a colleague) starts the form anew.
        <Question key={`${question.id} ${JSON.stringify(question.answer)}`} question={question} isReadOnly={isReadOnly} />
      ))}
    </DetailsPanel>
  );
}

function Question({ question, isReadOnly }: { readonly question: QuestionView; readonly isReadOnly: boolean }) {
  const styles = useStyles();
  const app = useApp();
  const { questions: words } = checklistText;
  const [values, setValues] = useState<readonly string[]>(question.answer?.values ?? []);
  const [reason, setReason] = useState(question.answer?.reason ?? '');
  const [isTried, setIsTried] = useState(false);
  const form = { values, reason };
  const why = whyNotSaved(question, form);
  const save = (): void => {
    setIsTried(true);
    if (why !== null) return;
    const input = { questionId: question.id, values: [...values], ...(reason.trim() === '' ? {} : { reason: reason.trim() }) };
    void app.ask('engagement.answer-question', input, words.failed);
  };
  const reasonError = isTried && why !== null && values.length > 0 ? { validationMessage: why } : {};
  return (
    <section className={styles.question} aria-labelledby={`question-${question.id}`} data-testid={`question-${question.id}`}>
      <h3 id={`question-${question.id}`} className={styles.title}>
        {question.title}
      </h3>
      <p className={styles.why}>{question.why}</p>
      <Options question={question} values={values} isReadOnly={isReadOnly} onValues={setValues} />
      {question.needsReason && (
        <Field label={words.reason} {...reasonError}>
          <Textarea
            rows={2}
            resize="vertical"
            maxLength={2000}
            disabled={isReadOnly}
            value={reason}
            onChange={(_, data) => setReason(data.value)}
          />
        </Field>
      )}
      <div className={styles.buttons}>
        {!isSameAnswer(question, form) && (
          <Button size="small" appearance="primary" disabled={isReadOnly} onClick={save}>
            {words.save}
          </Button>
        )}
        {question.answer?.by != null && question.answer.at !== null && (
          <span className={styles.by}>{checklistText.evidence.by(question.answer.by, formatDayTime(question.answer.at))}</span>
        )}
        {question.answer === null && values.length === 0 && <span className={styles.by}>{words.unanswered}</span>}
      </div>
    </section>
  );
}

interface OptionsProps {
  readonly question: QuestionView;
  readonly values: readonly string[];
  readonly isReadOnly: boolean;
  readonly onValues: (values: readonly string[]) => void;
}

function Options({ question, values, isReadOnly, onValues }: OptionsProps) {
  const styles = useStyles();
  const labelOf = (option: QuestionView['options'][number]) => (
    <span className={styles.option}>
      {option.label}
      <span className={styles.why}>{option.meaning}</span>
    </span>
  );
  if (question.kind === 'one') {
    return (
      <RadioGroup
        className={styles.options}
        aria-labelledby={`question-${question.id}`}
        disabled={isReadOnly}
        value={values[0] ?? ''}
        onChange={(_, data) => onValues([data.value])}
      >
        {question.options.map((option) => (
          <Radio key={option.value} value={option.value} label={labelOf(option)} />
        ))}
      </RadioGroup>
    );
  }
  return (
    <div role="group" aria-labelledby={`question-${question.id}`} className={styles.options}>
      {question.options.map((option) => (
        <Checkbox
          key={option.value}
          checked={values.includes(option.value)}
          disabled={isReadOnly}
          label={labelOf(option)}
          onChange={() => onValues(toggleAnswer(question, values, option.value))}
        />
      ))}
    </div>
  );
}
