import { makeStyles, tokens } from '@fluentui/react-components';
import type { Ref } from 'react';

import type { ChecklistView } from '../../../shared/contract/shapes.ts';
import { useSnapshot } from '../../store/app-context.tsx';
import { checklistText } from '../../text/checklist.ts';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import { Section } from '../../ui/section.tsx';
import { QuestionsPanel } from './questions-panel.tsx';
import { StepPanel, type ChecklistPart } from './step-panel.tsx';

const useStyles = makeStyles({
  text: { margin: '0 0 12px', color: tokens.colorNeutralForeground2 },
  list: { margin: '0 0 12px', paddingLeft: '18px' },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface ChecklistPanelProps {
  readonly checklist: ChecklistView;
  readonly stepId: string | null;
  /** The wave or machine that is looked at; `null` = everything. */
  readonly part: ChecklistPart | null;
  readonly isAsking: boolean;
  readonly noteRef: Ref<HTMLTextAreaElement>;
  readonly onQuestions: () => void;
  readonly onCloseQuestions: () => void;
}

/** The panel at the right: the first questions, the chosen step, or what is worth knowing before the first one. */
export function ChecklistPanel(props: ChecklistPanelProps) {
  const { checklist, stepId, part, isAsking, onQuestions } = props;
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const step = checklist.steps.find((candidate) => candidate.id === stepId);
  if (isAsking) return <QuestionsPanel questions={checklist.questions} isReadOnly={isReadOnly} onClose={props.onCloseQuestions} />;
  if (step === undefined) return <AboutChecklist checklist={checklist} />;
  return (
    <StepPanel
      key={`${step.id} ${JSON.stringify(part)}`}
      step={step}
      part={part}
      questions={checklist.questions}
      isReadOnly={isReadOnly}
      noteRef={props.noteRef}
      onQuestions={onQuestions}
    />
  );
}

/** What applies to the whole checklist: notices, notes on the scenarios, and the steps that nothing here needs. */
function AboutChecklist({ checklist }: { readonly checklist: ChecklistView }) {
  const styles = useStyles();
  const { about } = checklistText;
  return (
    <DetailsPanel title={about.title}>
      <p className={styles.text}>{checklistText.chooseStep}</p>
      {checklist.notices.length > 0 && (
        <ul className={styles.list}>
          {checklist.notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
      {checklist.scenarios.map((scenario) => (
        <Section key={scenario.id} title={scenario.title} note={about.machines(scenario.machineCount)} level={3} isDense>
          <p className={styles.text}>{scenario.description}</p>
          {scenario.notes.length > 0 && (
            <ul className={styles.list}>
              {scenario.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
        </Section>
      ))}
      {checklist.leftOut.length > 0 && (
        <Section title={about.leftOut} note={String(checklist.leftOut.length)} level={3} isDense>
          <ul className={styles.list}>
            {checklist.leftOut.map((left) => (
              <li key={left.stepId}>
                {left.title} <span className={styles.small}>{left.reason}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </DetailsPanel>
  );
}
