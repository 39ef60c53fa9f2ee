import { Button, makeStyles, ProgressBar } from '@fluentui/react-components';
import { NoteAddRegular, ShieldCheckmarkRegular, StopRegular } from '@fluentui/react-icons';

import { useApp, useAppState } from '../../store/app-context.tsx';
import { journalText } from '../../text/journal.ts';
import { ExportMenu } from '../../ui/export-menu.tsx';

const useStyles = makeStyles({ progress: { width: '120px' } });

interface JournalActionsProps {
  readonly isReadOnly: boolean;
  readonly onWrite: () => void;
  readonly onExport: (format: 'csv' | 'xlsx') => void;
}

/** Export, note, and verifying with its progress. */
export function JournalActions({ isReadOnly, onWrite, onExport }: JournalActionsProps) {
  const styles = useStyles();
  const app = useApp();
  const task = useAppState((state) => state.tasks.find((candidate) => candidate.kind === 'verify') ?? null);
  return (
    <>
      <ExportMenu label={journalText.export} csvLabel={journalText.exportCsv} xlsxLabel={journalText.exportXlsx} onExport={onExport} />
      <Button icon={<NoteAddRegular />} disabled={isReadOnly} onClick={onWrite}>
        {journalText.addNote}
      </Button>
      {task === null ? (
        <Button appearance="primary" icon={<ShieldCheckmarkRegular />} onClick={() => void app.verifyJournal()}>
          {journalText.verify}
        </Button>
      ) : (
        <>
          <ProgressBar
            className={styles.progress}
            aria-label={journalText.verifying}
            {...(task.done === null ? {} : { value: task.done })}
          />
          <Button icon={<StopRegular />} onClick={() => void app.ask('task.cancel', { taskId: task.taskId }, journalText.stopFailed)}>
            {journalText.stopVerifying}
          </Button>
        </>
      )}
    </>
  );
}
