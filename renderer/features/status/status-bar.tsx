import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, DismissRegular, ShieldCheckmarkRegular, ShieldErrorRegular, ShieldRegular } from '@fluentui/react-icons';
import { useMemo, type ReactNode } from 'react';

import { useApp, useAppState } from '../../store/app-context.tsx';
import { selectedRows, sumMachines } from '../../store/selectors.ts';
import type { TaskView } from '../../store/state.ts';
import { countOf, formatGiB, formatMemory, formatNumber, formatShare, formatTime } from '../../text/common-format.ts';
import { TASK_WORDS } from '../../text/common-tasks.ts';
import { IconButton } from '../../ui/icon-button.tsx';

const useStyles = makeStyles({
  bar: {
    gridArea: 'status',
    display: 'flex',
    alignItems: 'center',
    minHeight: '24px',
    padding: '0 12px',
    columnGap: '16px',
    overflow: 'hidden',
    flexWrap: 'wrap',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  item: { display: 'inline-flex', alignItems: 'center', gap: '4px', whiteSpace: 'nowrap' },
  end: { marginLeft: 'auto', display: 'flex', alignItems: 'center', columnGap: '16px' },
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    padding: '0 4px',
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  progress: { width: '96px' },
  fault: { color: tokens.colorStatusDangerForeground1 },
});

/** What is saved, how much there is, what is chosen, what is running, and whether the journal was verified. */
export function StatusBar() {
  const styles = useStyles();
  const engagement = useAppState((state) => state.snapshot?.engagement ?? null);
  const machineCount = useAppState((state) => state.machines.length);
  const load = useAppState((state) => state.machinesLoad);
  const connection = useAppState((state) => state.connection);
  const tasks = useAppState((state) => state.tasks);
  return (
    <footer className={styles.bar} aria-label="Status">
      {connection.kind === 'failed' && <span className={`${styles.item} ${styles.fault}`}>{connection.failure.detail}</span>}
      {engagement !== null && (
        <>
          <Item icon={<CheckmarkRegular />}>
            {engagement.lastSavedAt === null ? 'Nothing to save yet' : `All changes saved ${formatTime(engagement.lastSavedAt)}`}
          </Item>
          <Item>
            {load.kind === 'loading'
              ? `Reading ${formatNumber(load.loaded)} of ${formatNumber(load.total)} machines`
              : countOf(machineCount, 'machine')}
          </Item>
          <SelectionSums />
        </>
      )}
      <span className={styles.end}>
        {tasks.length === 0
          ? engagement !== null && <Item>No task running</Item>
          : tasks.map((task) => <RunningTask key={task.taskId} task={task} />)}
        {engagement !== null && <JournalState />}
      </span>
    </footer>
  );
}

function Item({ icon, children }: { readonly icon?: ReactNode; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <span className={styles.item}>
      {icon}
      {children}
    </span>
  );
}

function SelectionSums() {
  const byId = useAppState((state) => state.machinesById);
  const ids = useAppState((state) => state.selectedMachineIds);
  const sums = useMemo(() => sumMachines(selectedRows({ machinesById: byId, selectedMachineIds: ids })), [byId, ids]);
  if (sums.count === 0) return null;
  const known = `${formatNumber(sums.count)} selected: ${formatNumber(sums.cpuCount)} vCPU, ${formatMemory(sums.memoryMiB)} memory, ${formatGiB(sums.storageGiB)} storage`;
  return <Item>{sums.unknownCount === 0 ? known : `${known} (values unknown for ${formatNumber(sums.unknownCount)})`}</Item>;
}

function RunningTask({ task }: { readonly task: TaskView }) {
  const styles = useStyles();
  const app = useApp();
  const words = TASK_WORDS[task.kind];
  const share = task.done === null ? '' : ` ${formatShare(task.done)}`;
  return (
    <span className={styles.item}>
      {`${words}: ${task.step}${share}`}
      <ProgressBar
        className={styles.progress}
        aria-label={`${words}: ${task.step}`}
        {...(task.done === null ? {} : { value: task.done })}
      />
      <IconButton
        icon={<DismissRegular />}
        size="small"
        appearance="transparent"
        label={`Cancel: ${words}`}
        onClick={() => void app.ask('task.cancel', { taskId: task.taskId }, 'The task was not cancelled')}
      />
    </span>
  );
}

function JournalState() {
  const styles = useStyles();
  const app = useApp();
  const verification = useAppState((state) => state.verification);
  if (verification === null) {
    return (
      <button type="button" className={styles.button} onClick={() => void app.verifyJournal()}>
        <ShieldRegular aria-hidden />
        Verify journal
      </button>
    );
  }
  const text = verification.isSound
    ? `Journal verified ${formatTime(verification.checkedAt)}`
    : `Journal: ${countOf(verification.problems.length, 'problem')} found`;
  return (
    <button type="button" className={styles.button} onClick={() => app.go('journal')}>
      {verification.isSound ? <ShieldCheckmarkRegular aria-hidden /> : <ShieldErrorRegular aria-hidden className={styles.fault} />}
      {text}
    </button>
  );
}
