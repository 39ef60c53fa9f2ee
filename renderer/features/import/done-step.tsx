import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons';

import type { ImportPreview } from '../../../shared/contract/methods/import-methods.ts';
import type { ImportSummary } from '../../../shared/contract/shapes.ts';
import { useApp } from '../../store/app-context.tsx';
import { exportTable } from '../../store/export-table.ts';
import { importText } from '../../text/import.ts';
import { ChangeFigures } from './change-figures.tsx';
import { doneChanges } from './import-step.ts';
import { SkippedRows } from './preview-tables.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '16px', minHeight: 0, height: '100%' },
  title: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  ok: { color: tokens.colorStatusSuccessForeground1, fontSize: '20px' },
  counts: { margin: 0, color: tokens.colorNeutralForeground2 },
  skipped: { flex: '1 1 0', minHeight: '96px' },
  export: { alignSelf: 'flex-start' },
});

/** What became of the import; its counts add up to the rows of the file. */
export function DoneStep({ preview, summary }: { readonly preview: ImportPreview; readonly summary: ImportSummary }) {
  const styles = useStyles();
  const app = useApp();
  const words = importText.done;
  const { skipped, machineCount, fileName } = summary;
  const exportSkipped = (): void =>
    void exportTable(app, {
      title: words.skippedTitle(fileName).slice(0, 200),
      format: 'csv',
      columns: [
        { title: importText.sheet, kind: 'text' },
        { title: importText.rowColumn, kind: 'number' },
        { title: importText.what, kind: 'text' },
        { title: importText.reason, kind: 'text' },
      ],
      rows: skipped.map(({ sheet, row, what, reason }) => [sheet, row, what, reason]),
    });
  return (
    <div className={styles.root} data-testid="import-done">
      <p className={styles.title}>
        <CheckmarkCircleFilled aria-hidden className={styles.ok} />
        {words.title(machineCount)}
      </p>
      <ChangeFigures changes={doneChanges(preview, summary.newMachineCount)} />
      <p className={styles.counts}>{words.counts(machineCount + skipped.length, machineCount, skipped.length)}</p>
      {skipped.length > 0 && (
        <>
          <SkippedRows skipped={skipped} className={styles.skipped} />
          <Button className={styles.export} onClick={exportSkipped}>
            {words.exportSkipped}
          </Button>
        </>
      )}
    </div>
  );
}
