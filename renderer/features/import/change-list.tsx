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

/** Machines that would be new or would get other values, with the values before and after. */
export function ChangeList({ preview, className }: { readonly preview: ImportPreview; readonly className: string }) {
  const styles = useStyles();
  const { changes } = preview;
  const shown = preview.changeRows.filter(({ kind }) => kind === 'added' || kind === 'changed');
  const total = changes.added + changes.changed;
  // What is changed first: that is what a person has to look at.
  const rows = shown
    .toSorted((a, b) => Number(a.kind === 'added') - Number(b.kind === 'added'))
    .map((change) => ({
      id: rowKey(change),
      cells: [
        change.name,
        importText.changeKinds[change.kind],
        change.kind === 'added'
          ? importText.newMachine
          : `${change.fields.map(({ field, before, after }) => formatFieldChange(field, before, after)).join('; ')} (${importText.recognisedBy(matchWords(change.by ?? ''))})`,
        formatNumber(change.row),
      ],
    }));
  return (
    <>
      {shown.length < total && <p className={styles.note}>{importText.mostShown(shown.length, total)}</p>}
      <PlainTable
        label={importText.changesLabel}
        className={className}
        columns={[
          { id: 'name', title: 'Name' },
          { id: 'kind', title: importText.changeKind },
          { id: 'what', title: importText.changeWhat, kind: 'long' },
          { id: 'row', title: importText.rowColumn, kind: 'number' },
        ]}
        rows={rows}
      />
    </>
  );
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
