import { makeStyles } from '@fluentui/react-components';

import type { ImportPreview } from '../../../shared/contract/methods/import-methods.ts';
import { machineField } from '../../../shared/domain/machine-fields.ts';
import { formatNumber } from '../../text/common-format.ts';
import { plainValue } from '../../text/common-values.ts';
import { importText } from '../../text/import.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { shownFields } from './import-step.ts';

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: '20px', overflow: 'auto' }, none: { margin: '8px 0' } });

interface PartProps {
  readonly preview: ImportPreview;
  readonly className: string;
}

/** The first machines of the file, each with the row it stands in. */
export function FirstRows({ preview, className }: PartProps) {
  const styles = useStyles();
  if (preview.firstRows.length === 0) return <p className={styles.none}>{importText.noRows}</p>;
  const fields = shownFields(preview);
  const columns = [
    { id: 'row', title: importText.rowColumn, kind: 'number' as const },
    { id: 'name', title: 'Name' },
    ...fields.map(({ name, title, unit }) => ({
      id: name,
      title: unit === null ? title : `${title} (${unit})`,
      kind: machineField(name)?.kind === 'number' ? ('number' as const) : ('text' as const),
    })),
  ];
  const rows = preview.firstRows.map(({ row, sheet, name, values }) => ({
    id: `${sheet}-${row}`,
    cells: [formatNumber(row), name, ...fields.map((field) => plainValue(field.name, values[field.name]))],
  }));
  return <PlainTable label={importText.rowsLabel} columns={columns} rows={rows} className={className} />;
}

/** Rows read against rows that the sheet itself announces: a file that was cut off shows here. */
export function SheetList({ preview, className }: PartProps) {
  const columns = [
    { id: 'sheet', title: importText.sheet },
    { id: 'read', title: importText.rowsRead, kind: 'number' as const },
    { id: 'announced', title: importText.rowsAnnounced },
  ];
  const rows = preview.sheets.map(({ name, rows: read, announcedRows }) => ({
    id: name,
    cells: [
      name,
      formatNumber(read),
      announcedRows === null || announcedRows === read ? (
        importText.asMany
      ) : (
        <ToneMark key="differs" tone="warning">
          {importText.rowsDiffer(announcedRows)}
        </ToneMark>
      ),
    ],
  }));
  return <PlainTable label={importText.sheetsLabel} columns={columns} rows={rows} className={className} />;
}

export function SkippedRows({ skipped, className }: { readonly skipped: ImportPreview['skipped']; readonly className?: string }) {
  const styles = useStyles();
  if (skipped.length === 0) return <p className={styles.none}>{importText.noSkipped}</p>;
  const columns = [
    { id: 'sheet', title: importText.sheet },
    { id: 'row', title: importText.rowColumn, kind: 'number' as const },
    { id: 'what', title: importText.what },
    { id: 'reason', title: importText.reason, kind: 'long' as const },
  ];
  const rows = skipped.map(({ sheet, row, what, reason }) => ({
    id: `${sheet}-${row}-${reason}`,
    cells: [sheet, formatNumber(row), what, reason],
  }));
  return <PlainTable label={importText.skippedLabel} columns={columns} rows={rows} {...(className === undefined ? {} : { className })} />;
}

export function WarningList({ preview, className }: PartProps) {
  const styles = useStyles();
  if (preview.warnings.length === 0) return <p className={styles.none}>{importText.noWarnings}</p>;
  return (
    <div className={className} role="region" aria-label={importText.tabs.warnings(preview.warnings.length)} tabIndex={0}>
      <ul className={styles.list}>
        {preview.warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </div>
  );
}
