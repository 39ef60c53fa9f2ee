import { makeStyles, Select, tokens } from '@fluentui/react-components';

import type { ImportPreview } from '../../../shared/contract/methods/import-methods.ts';
import { formatNumber, formatShare } from '../../text/common-format.ts';
import { formatFieldChange, matchWords } from '../../text/common-values.ts';
import { importText } from '../../text/import.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import { rowKey, type Decisions } from './import-step.ts';

const useStyles = makeStyles({
  note: { margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
  decision: { minWidth: '320px' },
});

/** What the file would do, machine by machine, with the row it stands in: what is gone and changed first, that has to be looked at. */
export function ChangeList({ preview, className }: { readonly preview: ImportPreview; readonly className: string }) {
  const styles = useStyles();
  const { changes } = preview;
  const shown = (['changed', 'added', 'unchanged'] as const).flatMap((kind) => preview.changeRows.filter((change) => change.kind === kind));
  const total = changes.added + changes.changed + changes.unchanged + changes.gone;
  const gone = preview.gone.map(({ machineId, name, fileName, row }) => ({
    id: machineId,
    cells: [name, importText.changeKinds.gone, importText.goneFrom(fileName), formatNumber(row)],
  }));
  const rows = shown.map((change) => ({
    id: rowKey(change),
    cells: [change.name, importText.changeKinds[change.kind], whatChanges(change), formatNumber(change.row)],
  }));
  return (
    <>
      {shown.length + gone.length < total && <p className={styles.note}>{importText.mostShown(shown.length + gone.length, total)}</p>}
      <PlainTable
        label={importText.changesLabel}
        className={className}
        columns={[
          { id: 'name', title: 'Name' },
          { id: 'kind', title: importText.changeKind },
          { id: 'what', title: importText.changeWhat, kind: 'long' },
          { id: 'row', title: importText.rowColumn, kind: 'number' },
        ]}
        rows={[...gone, ...rows]}
      />
    </>
  );
}

function whatChanges({ kind, fields, by }: ImportPreview['changeRows'][number]): string {
  if (kind === 'added') return importText.newMachine;
  const recognised = importText.recognisedBy(matchWords(by ?? ''));
  if (kind === 'unchanged') return recognised;
  return `${fields.map(({ field, before, after }) => formatFieldChange(field, before, after)).join('; ')} (${recognised})`;
}

interface DoubtfulListProps {
  readonly preview: ImportPreview;
  readonly decisions: Decisions;
  readonly className: string;
  readonly onDecide: (decisions: Decisions) => void;
}

/** Rows that may be a known machine: a person says which one it is. */
export function DoubtfulList({ preview, decisions, className, onDecide }: DoubtfulListProps) {
  const styles = useStyles();
  const words = importText.doubtful;
  const rows = preview.changeRows
    .filter(({ kind }) => kind === 'doubtful')
    .map((change) => {
      const key = rowKey(change);
      return {
        id: key,
        cells: [
          change.name,
          <Select
            key="decision"
            size="small"
            className={styles.decision}
            aria-label={words.decisionFor(change.name)}
            value={decisions[key] ?? ''}
            onChange={(_, data) => onDecide({ ...decisions, [key]: data.value === '' ? null : data.value })}
          >
            <option value="">{words.own}</option>
            {change.candidates.map(({ machineId, name, by, confidence, against }) => (
              <option key={machineId} value={machineId}>
                {words.candidate(name, matchWords(by), formatShare(confidence), against.map(matchWords).join(', '))}
              </option>
            ))}
          </Select>,
          change.sheet,
          formatNumber(change.row),
        ],
      };
    });
  return (
    <>
      <p className={styles.note}>{words.text}</p>
      <PlainTable
        label={words.label}
        className={className}
        columns={[
          { id: 'name', title: 'Name' },
          { id: 'decision', title: words.decision, kind: 'long' },
          { id: 'sheet', title: importText.sheet },
          { id: 'row', title: importText.rowColumn, kind: 'number' },
        ]}
        rows={rows}
      />
    </>
  );
}
