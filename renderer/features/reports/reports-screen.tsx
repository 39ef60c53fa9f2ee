import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { ArrowExportUpRegular, DocumentTextRegular, PrintRegular, StopRegular } from '@fluentui/react-icons';
import { useRef } from 'react';

import type { ReportFormat, ReportPreset } from '../../../shared/reports/report.ts';
import { useApp, useAppState, useSnapshot } from '../../store/app-context.tsx';
import { useScreenMemory } from '../../store/screen-memory.ts';
import { reportsText } from '../../text/reports.ts';
import { ImportFirst } from '../../ui/import-first.tsx';
import { ScreenLayout } from '../../ui/screen-layout.tsx';
import { FormatChoice, PresetChoice } from './report-choice.tsx';
import { ReportPanel } from './report-panel.tsx';
import { ReportPreview } from './report-preview.tsx';
import { useReportExport, type ReportExport } from './use-export.ts';
import { useReportCommands } from './use-report-commands.ts';

const useStyles = makeStyles({
  tools: { display: 'flex', flexDirection: 'column', gap: '4px' },
  body: { height: '100%', minHeight: 0, padding: '0 24px 16px' },
  sheet: {
    height: '100%',
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  progress: { display: 'inline-flex', alignItems: 'center', gap: '12px' },
  bar: { width: '120px' },
});

/** What do I hand over? */
export function ReportsScreen() {
  const app = useApp();
  const hasMachines = useAppState((state) => state.machines.length > 0);
  const count = useSnapshot((snapshot) => snapshot.reports.length);
  if (hasMachines) return <Reports />;
  return (
    <ImportFirst
      title={reportsText.title}
      answer={reportsText.answer(count)}
      icon={<DocumentTextRegular />}
      words={reportsText.empty}
      onImport={() => app.openOverlay({ kind: 'import', file: null })}
    />
  );
}

function Reports() {
  const styles = useStyles();
  const history = useSnapshot((snapshot) => snapshot.reports);
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const [preset, setPreset] = useScreenMemory<ReportPreset>('reports.preset', 'assessment');
  const [formats, setFormats] = useScreenMemory<readonly ReportFormat[]>('reports.formats', ['html', 'xlsx']);
  const exporting = useReportExport();
  const frame = useRef<HTMLIFrameElement>(null);
  const why = whyNot(formats, isReadOnly);
  const start = (): void => {
    if (why === null && !exporting.isRunning) exporting.start(preset, formats);
  };
  const print = (): void => frame.current?.contentWindow?.print();
  useReportCommands({ why: exporting.isRunning ? reportsText.exporting : why, onExport: start, onPrint: print });
  return (
    <ScreenLayout
      isFlush
      title={reportsText.title}
      answer={<Answer count={history.length} exporting={exporting} />}
      actions={
        <>
          <Button appearance="subtle" icon={<PrintRegular />} onClick={print}>
            {reportsText.print}
          </Button>
          {exporting.isRunning ? (
            <Button icon={<StopRegular />} onClick={exporting.stop}>
              {reportsText.stop}
            </Button>
          ) : (
            <Button
              appearance="primary"
              icon={<ArrowExportUpRegular />}
              disabledFocusable={why !== null}
              {...(why === null ? {} : { title: why })}
              onClick={start}
            >
              {reportsText.export}
            </Button>
          )}
        </>
      }
      toolbar={
        <div className={styles.tools}>
          <PresetChoice chosen={preset} onChoose={setPreset} />
          <FormatChoice chosen={formats} onChange={setFormats} />
        </div>
      }
      details={<ReportPanel history={history} files={exporting.files} onSave={(file) => void exporting.save(file)} />}
    >
      <div className={styles.body}>
        <div className={styles.sheet}>
          <ReportPreview preset={preset} frameRef={frame} />
        </div>
      </div>
    </ScreenLayout>
  );
}

function whyNot(formats: readonly ReportFormat[], isReadOnly: boolean): string | null {
  if (isReadOnly) return reportsText.readOnly;
  return formats.length === 0 ? reportsText.chooseFormat : null;
}

function Answer({ count, exporting }: { readonly count: number; readonly exporting: ReportExport }) {
  const styles = useStyles();
  if (!exporting.isRunning) return reportsText.answer(count);
  const { task } = exporting;
  return (
    <span className={styles.progress} role="status">
      <ProgressBar className={styles.bar} aria-label={reportsText.exporting} {...(task?.done == null ? {} : { value: task.done })} />
      {task?.step ?? reportsText.exporting}
    </span>
  );
}
