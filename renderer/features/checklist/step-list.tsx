import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AttachRegular, ImportantRegular } from '@fluentui/react-icons';
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';

import type { ChecklistView } from '../../../shared/contract/shapes.ts';
import { checklistText, perTitle, roleTitle } from '../../text/checklist.ts';
import { nextRow } from '../../ui/next-row.ts';
import { CHOSEN_ROW } from '../../ui/row-styles.ts';
import { ToneIcon } from '../../ui/tone-mark.tsx';
import type { Tone } from '../../ui/tone.ts';
import { stepsByPhase, type StepRow, type StepState } from './step-filter.ts';

const useStyles = makeStyles({
  list: {
    height: '100%',
    overflow: 'auto',
    padding: '0 12px 16px',
    outline: 'none',
    ':focus-visible [aria-selected="true"]': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    justifyContent: 'space-between',
    gap: '12px',
    padding: '8px 12px 6px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  note: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  row: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr) auto',
    columnGap: '10px',
    padding: '6px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    cursor: 'default',
    scrollMarginTop: '36px',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  chosen: CHOSEN_ROW,
  icon: { marginTop: '2px' },
  title: { display: 'flex', alignItems: 'center', gap: '6px', minWidth: 0 },
  words: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  finished: { color: tokens.colorNeutralForeground2 },
  mark: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  detail: {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
  count: { alignSelf: 'center', color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

const TONES: Readonly<Record<StepState, Tone>> = {
  done: 'done',
  partly: 'running',
  open: 'neutral',
  blocked: 'waiting',
  'not-needed': 'done',
};

interface StepListProps {
  readonly phases: ChecklistView['phases'];
  readonly rows: readonly StepRow[];
  readonly chosenId: string | null;
  readonly onChoose: (stepId: string) => void;
  /** Enter and double click: go on to marking. */
  readonly onOpen: () => void;
}

/** The steps under their phases: one tab stop, arrow keys move, Enter goes to the form that marks the step. */
export function StepList({ phases, rows, chosenId, onChoose, onOpen }: StepListProps) {
  const styles = useStyles();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const groups = stepsByPhase(phases, rows);
  const ordered = groups.flatMap((group) => group.rows);
  const current = ordered.findIndex((row) => row.step.id === chosenId);
  useEffect(() => {
    if (chosenId === null) return;
    list.current?.querySelector(`[data-step-id="${CSS.escape(chosenId)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && current >= 0) {
      event.preventDefault();
      return onOpen();
    }
    const next = ordered[nextRow({ key: event.key, current, count: ordered.length, page: 8 }) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next.step.id);
  };
  const idOf = (stepId: string): string => `${listId}-${stepId}`;
  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label={checklistText.listLabel}
      aria-activedescendant={current < 0 || chosenId === null ? undefined : idOf(chosenId)}
      className={styles.list}
      data-testid="step-list"
      onKeyDown={onKeyDown}
    >
      {groups.map(({ phase, rows: own }) => (
        <div key={phase.id} role="group" aria-label={phase.title}>
          <div aria-hidden className={styles.head}>
            <span>{phase.title}</span>
            <span className={styles.note}>{checklistText.phaseProgress(phase.done, phase.total)}</span>
          </div>
          {own.map((row) => (
            <StepOption
              key={row.step.id}
              id={idOf(row.step.id)}
              row={row}
              isChosen={row.step.id === chosenId}
              onChoose={onChoose}
              onOpen={onOpen}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface StepOptionProps {
  readonly id: string;
  readonly row: StepRow;
  readonly isChosen: boolean;
  readonly onChoose: (stepId: string) => void;
  readonly onOpen: () => void;
}

function StepOption({ id, row, isChosen, onChoose, onOpen }: StepOptionProps) {
  const styles = useStyles();
  const { step, counts, state } = row;
  const finished = counts.doneCount + counts.notApplicableCount;
  const isFinished = state === 'done' || state === 'not-needed';
  const [waits] = counts.blockedBy;
  const detail = [step.who.map(roleTitle).join(', '), perTitle(step.per)];
  if (state === 'blocked' && waits !== undefined) detail.push(checklistText.waitsFor(waits));
  return (
    // Keys are handled by the list, which holds the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      data-step-id={step.id}
      className={mergeClasses(styles.row, isChosen && styles.chosen)}
      onClick={() => onChoose(step.id)}
      onDoubleClick={onOpen}
    >
      <ToneIcon tone={TONES[state]} className={styles.icon} />
      <div>
        <div className={styles.title}>
          <span className={mergeClasses(styles.words, isFinished && styles.finished)} title={step.title}>
            {step.title}
          </span>
          {step.isCritical && <ImportantRegular aria-hidden title={checklistText.critical} className={styles.mark} />}
          {step.needsEvidence && <AttachRegular aria-hidden title={checklistText.evidenceNeeded} className={styles.mark} />}
        </div>
        <div className={styles.detail} title={detail.join(' · ')}>
          {detail.join(' · ')}
        </div>
      </div>
      <span className={styles.count}>
        {counts.totalCount > 1 && checklistText.stepCounts(finished, counts.totalCount)}
        <span className={styles.unseen}>
          {`, ${checklistText.states[state]}${step.isCritical ? `, ${checklistText.critical}` : ''}${step.needsEvidence ? `, ${checklistText.evidenceNeeded}` : ''}`}
        </span>
      </span>
    </div>
  );
}
