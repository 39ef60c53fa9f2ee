import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useRef, useState, type Ref } from 'react';

import type { ChecklistItem, StepView } from '../../../shared/contract/shapes.ts';
import { checklistText } from '../../text/checklist.ts';
import { EvidenceFields } from './evidence-fields.tsx';
import { hasEvidence, whyNotDone } from './mark-form.ts';
import { formOfDraft, type Draft, type Marking } from './use-marking.ts';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: '-16px',
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    margin: '16px -16px -16px',
    padding: '12px 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-height: 480px)': { position: 'static' },
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  why: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  said: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, ':empty': { display: 'none' } },
});

interface MarkBarProps {
  readonly step: StepView;
  /** The items that a press would mark. */
  readonly chosen: readonly ChecklistItem[];
  readonly draft: Draft;
  readonly onDraft: (changes: Partial<Draft>) => void;
  readonly marking: Marking;
  readonly isReadOnly: boolean;
  readonly said: string;
  readonly noteRef: Ref<HTMLTextAreaElement>;
  readonly onMark: (state: ChecklistItem['state'], reason: string | null) => void;
  readonly onAddEvidence: () => void;
  /** For a step with many items of which none is chosen: how many could be, and what chooses them. */
  readonly choose: { readonly count: number; readonly onChooseAll: () => void } | null;
}

/** Evidence and the buttons that mark; stays in sight while the step is read. */
export function MarkBar(props: MarkBarProps) {
  const { step, chosen, draft, onDraft, marking, isReadOnly, noteRef, onMark, onAddEvidence } = props;
  const styles = useStyles();
  const { mark } = checklistText;
  const [isAskingReason, setIsAskingReason] = useState(false);
  const form = formOfDraft(draft);
  const isFinished = chosen.length > 0 && chosen.every((item) => item.state !== 'open');
  const why = isReadOnly ? mark.readOnly : (marking.busy ?? (isFinished ? null : whyNotDone(step, chosen, form)));
  if (isAskingReason) {
    return (
      <ReasonForm
        suggested={step.notApplicableReason ?? ''}
        onCancel={() => setIsAskingReason(false)}
        onSubmit={(reason) => {
          setIsAskingReason(false);
          onMark('not-applicable', reason);
        }}
      />
    );
  }
  return (
    <div className={styles.bar} role="group" aria-label={mark.heading} data-testid="mark-bar">
      <EvidenceFields draft={draft} onDraft={onDraft} isReadOnly={isReadOnly} noteRef={noteRef} />
      {why !== null && chosen.length > 0 && <span className={styles.why}>{why}</span>}
      <div className={styles.line}>
        {props.choose !== null && chosen.length === 0 ? (
          <Button disabledFocusable={props.choose.count === 0} onClick={props.choose.onChooseAll}>
            {props.choose.count === 0 ? checklistText.noneMarkable : checklistText.chooseMarkable(props.choose.count)}
          </Button>
        ) : isFinished ? (
          <>
            <Button disabled={isReadOnly || marking.busy !== null} onClick={() => onMark('open', null)}>
              {mark.open}
            </Button>
            <Button disabledFocusable={!hasEvidence(form) || chosen.length !== 1 || marking.busy !== null} onClick={onAddEvidence}>
              {mark.addEvidence}
            </Button>
          </>
        ) : (
          <>
            <Button appearance="primary" disabledFocusable={why !== null} onClick={() => onMark('done', null)}>
              {chosen.length > 1 ? mark.doneMany(chosen.length) : mark.done}
            </Button>
            <Button disabledFocusable={chosen.length === 0 || isReadOnly || marking.busy !== null} onClick={() => setIsAskingReason(true)}>
              {mark.notApplicable}
            </Button>
          </>
        )}
      </div>
      <span role="status" className={styles.said}>
        {props.said}
      </span>
    </div>
  );
}

interface ReasonFormProps {
  readonly suggested: string;
  readonly onSubmit: (reason: string) => void;
  readonly onCancel: () => void;
}

/** "Not applicable" is a decision somebody will ask about: it needs a reason. */
function ReasonForm({ suggested, onSubmit, onCancel }: ReasonFormProps) {
  const styles = useStyles();
  const { mark } = checklistText;
  const [reason, setReason] = useState(suggested);
  const [isTried, setIsTried] = useState(false);
  const isMissing = reason.trim() === '';
  const field = useRef<HTMLTextAreaElement>(null);
  const error = isTried && isMissing ? { validationMessage: mark.reasonNeeded } : {};
  return (
    <form
      className={styles.bar}
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (isMissing) field.current?.focus();
        else onSubmit(reason.trim());
      }}
    >
      <Field label={mark.reason} {...error}>
        <Textarea
          textarea={{ ref: field }}
          autoFocus
          rows={2}
          resize="vertical"
          maxLength={2000}
          value={reason}
          onChange={(_, data) => setReason(data.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onCancel();
          }}
        />
      </Field>
      <div className={styles.line}>
        <Button type="submit" appearance="primary">
          {mark.reasonSubmit}
        </Button>
        <Button onClick={onCancel}>{mark.cancel}</Button>
      </div>
    </form>
  );
}
