import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';

import type { TaskView } from '../../../shared/contract/methods/readiness-methods.ts';
import { backlogText, TASK_STATE_WORDS } from '../../text/backlog.ts';
import { UNKNOWN } from '../../text/common-format.ts';
import { SEVERITY_WORDS } from '../../text/common-verdicts.ts';
import { RowGrid, type GridColumn } from '../../ui/row-grid.tsx';
import { ToneIcon, ToneMark } from '../../ui/tone-mark.tsx';
import { useNow } from '../../ui/use-now.ts';
import { isOverdue, localDay, taskKey } from './backlog-view.ts';

const useStyles = makeStyles({
  task: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0 },
  title: { overflow: 'hidden', textOverflow: 'ellipsis' },
  overdue: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface Row {
  readonly task: TaskView;
  readonly isLate: boolean;
}

const { columns: titles } = backlogText;

const COLUMNS: readonly GridColumn<Row>[] = [
  {
    id: 'task',
    title: titles.task,
    width: 'minmax(220px, 3fr)',
    cell: (row) => <TaskTitle task={row.task} />,
    hint: ({ task }) => `${SEVERITY_WORDS[task.severity].title}: ${task.title}`,
  },
  {
    id: 'machine',
    title: titles.machine,
    width: 'minmax(120px, 1fr)',
    cell: ({ task }) => task.machineName,
    hint: ({ task }) => task.machineName,
  },
  {
    id: 'owner',
    title: titles.owner,
    width: 'minmax(100px, 1fr)',
    cell: ({ task }) => task.owner ?? UNKNOWN,
    hint: ({ task }) => task.owner ?? '',
  },
  {
    id: 'due',
    title: titles.due,
    width: '108px',
    cell: (row) => <DueDay row={row} />,
    hint: ({ isLate }) => (isLate ? backlogText.overdue : ''),
  },
  {
    id: 'state',
    title: titles.state,
    width: '136px',
    cell: ({ task }) => <ToneMark tone={TASK_STATE_WORDS[task.state].tone}>{TASK_STATE_WORDS[task.state].title}</ToneMark>,
    hint: ({ task }) => task.reopenedBecause ?? '',
  },
];

function TaskTitle({ task }: { readonly task: TaskView }) {
  const styles = useStyles();
  return (
    <span className={styles.task}>
      <ToneIcon tone={SEVERITY_WORDS[task.severity].tone} />
      <span className={styles.title}>{task.title}</span>
    </span>
  );
}

function DueDay({ row }: { readonly row: Row }) {
  const styles = useStyles();
  return <span className={row.isLate ? styles.overdue : undefined}>{row.task.dueOn ?? UNKNOWN}</span>;
}

interface BacklogGridProps {
  readonly tasks: readonly TaskView[];
  readonly selectedKey: string | null;
  readonly onSelect: (task: TaskView) => void;
  readonly onOpen: (task: TaskView) => void;
  readonly onEnd: () => void;
}

/** The fix backlog: what, on which machine, who, until when, how far. */
export function BacklogGrid({ tasks, selectedKey, onSelect, onOpen, onEnd }: BacklogGridProps) {
  const today = localDay(useNow());
  const rows = useMemo(() => tasks.map((task): Row => ({ task, isLate: isOverdue(task, today) })), [tasks, today]);
  return (
    <RowGrid
      label={backlogText.gridLabel}
      columns={COLUMNS}
      rows={rows}
      keyOf={(row) => taskKey(row.task)}
      selectedKey={selectedKey}
      onSelect={(row) => onSelect(row.task)}
      onOpen={(row) => onOpen(row.task)}
      onEnd={onEnd}
    />
  );
}
