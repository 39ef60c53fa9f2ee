import { Button, makeStyles } from '@fluentui/react-components';
import { ClipboardTaskListLtrRegular, PrintRegular, QuestionCircleRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useMemo, useRef } from 'react';

import { useApp, useAppState, useSnapshot } from '../../store/app-context.tsx';
import { useScreenMemory } from '../../store/screen-memory.ts';
import { useReply } from '../../store/use-reply.ts';
import { checklistText, roleTitle } from '../../text/checklist.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ScreenLayout } from '../../ui/screen-layout.tsx';
import { ChecklistAnswer } from './checklist-answer.tsx';
import { ChecklistPanel } from './checklist-panel.tsx';
import { ChecklistTools } from './checklist-tools.tsx';
import { PhasePath } from './phase-path.tsx';
import { unanswered } from './question-form.ts';
import { countsByStep, filterSteps, NO_STEP_FILTER, phasesOfPart, type StepFilter } from './step-filter.ts';
import { StepList } from './step-list.tsx';
import type { ChecklistPart } from './step-panel.tsx';
import { useChecklistCommands } from './use-checklist-commands.ts';
import { useChecklistPrint } from './use-checklist-print.tsx';
import { WaveNotice } from './wave-notice.tsx';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  list: { flex: '1 1 0', minHeight: '120px' },
  note: { margin: '24px' },
});

/** What do I do now? */
export function ChecklistScreen() {
  const hasSteps = useSnapshot((snapshot) => snapshot.checklist.steps.length > 0);
  const app = useApp();
  if (hasSteps) return <Checklist />;
  const { title, text, action } = checklistText.empty;
  return (
    <ScreenLayout title={checklistText.title} answer={checklistText.answer(0, 0)}>
      <EmptyState
        icon={<ClipboardTaskListLtrRegular />}
        title={title}
        text={text}
        action={
          <Button appearance="primary" onClick={() => app.go('settings')}>
            {action}
          </Button>
        }
      />
    </ScreenLayout>
  );
}

function Checklist() {
  const styles = useStyles();
  const app = useApp();
  const checklist = useSnapshot((snapshot) => snapshot.checklist);
  const plan = useSnapshot((snapshot) => snapshot.plan);
  const [filter, setFilter] = useScreenMemory<StepFilter>('checklist.filter', NO_STEP_FILTER);
  const [chosenId, setChosenId] = useScreenMemory<string | null>('checklist.step', null);
  const [isAsking, setIsAsking] = useScreenMemory('checklist.questions', false);
  const note = useRef<HTMLTextAreaElement>(null);
  const onFilter = useCallback((changes: Partial<StepFilter>) => setFilter((known) => ({ ...known, ...changes })), [setFilter]);
  useStepLink(setChosenId, onFilter, setIsAsking);

  const waves = plan?.waves ?? [];
  const wave = waves.find((candidate) => candidate.id === filter.waveId) ?? null;
  const machineId = useAppState((state) =>
    filter.machineId !== null && state.machinesById.has(filter.machineId) ? filter.machineId : null,
  );
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const part = useMemo(() => partOf(wave?.id ?? null, machineId), [wave?.id, machineId]);
  const asked = useReply('checklist.part-counts', part, `${JSON.stringify(part)} ${seq}`);
  const counts = useMemo(() => (part === null ? null : countsByStep(asked.kind === 'answered' ? asked.value : [])), [part, asked]);
  const rows = useMemo(() => filterSteps(checklist, filter, counts), [checklist, filter, counts]);
  const phases = useMemo(() => (counts === null ? checklist.phases : phasesOfPart(checklist, counts)), [checklist, counts]);
  const openQuestions = (): void => {
    setIsAsking(true);
    app.toggleDetails(true);
  };
  const choose = (stepId: string): void => {
    setIsAsking(false);
    setChosenId(stepId);
  };
  const goToForm = (): void => {
    app.toggleDetails(true);
    // The panel may have to be drawn first.
    requestAnimationFrame(() => note.current?.focus());
  };
  const { sheet, print } = useChecklistPrint(filter.role, wave?.id ?? null);
  useChecklistCommands({
    onQuestions: openQuestions,
    onPrint: print,
    onNextStep: () => {
      const next = filterSteps(checklist, { ...filter, show: 'todo' }, counts).find((row) => row.step.id !== chosenId);
      if (next !== undefined) choose(next.step.id);
    },
  });
  const open = unanswered(checklist.questions);
  return (
    <ScreenLayout
      isFlush
      title={checklistText.title}
      answer={<ChecklistAnswer checklist={checklist} onStep={choose} onQuestions={openQuestions} />}
      actions={
        <>
          <Button appearance="subtle" icon={<PrintRegular />} onClick={print}>
            {filter.role === null ? checklistText.print : checklistText.printFor(roleTitle(filter.role))}
          </Button>
          <Button icon={<QuestionCircleRegular />} appearance={open > 0 ? 'primary' : 'secondary'} onClick={openQuestions}>
            {checklistText.questions.button(open)}
          </Button>
        </>
      }
      toolbar={<ChecklistTools checklist={checklist} waves={waves} filter={filter} onFilter={onFilter} shownCount={rows.length} />}
      details={
        <ChecklistPanel
          checklist={checklist}
          stepId={chosenId}
          part={part}
          isAsking={isAsking}
          noteRef={note}
          onQuestions={openQuestions}
          onCloseQuestions={() => setIsAsking(false)}
        />
      }
    >
      <div className={styles.body}>
        <PhasePath phases={phases} chosen={filter.phase} onChoose={(phase) => onFilter({ phase })} />
        {wave !== null && <WaveNotice wave={wave} />}
        <div className={styles.list}>
          {rows.length === 0 ? (
            <p className={styles.note}>{checklistText.noMatch}</p>
          ) : (
            <StepList phases={phases} rows={rows} chosenId={chosenId} onChoose={choose} onOpen={goToForm} />
          )}
        </div>
      </div>
      {sheet}
    </ScreenLayout>
  );
}

/** What is looked at instead of the whole engagement, as the contract takes it; `null` when that is nothing. */
function partOf(waveId: string | null, machineId: string | null): ChecklistPart | null {
  if (waveId === null && machineId === null) return null;
  return { ...(waveId === null ? {} : { waveId }), ...(machineId === null ? {} : { machineId }) };
}

/** A link into the screen opens its step, and takes away filters that would hide it. */
function useStepLink(
  choose: (stepId: string) => void,
  onFilter: (changes: Partial<StepFilter>) => void,
  setIsAsking: (isAsking: boolean) => void,
): void {
  const route = useAppState((state) => state.history.current);
  const target = route.screen === 'checklist' ? route.target : null;
  useEffect(() => {
    if (target === null) return;
    if (target === 'questions') return setIsAsking(true);
    choose(target);
    onFilter(NO_STEP_FILTER);
    setIsAsking(false);
    // A link counts when it is followed.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [route]);
}
