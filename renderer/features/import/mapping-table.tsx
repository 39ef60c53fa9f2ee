import { Badge, Field, makeStyles, Select, tokens } from '@fluentui/react-components';

import type { ImportPreview } from '../../../shared/contract/methods/import-methods.ts';
import { importText } from '../../text/import.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import { doubleColumns, joinMapping, splitMapping, type Mapping } from './import-step.ts';

const useStyles = makeStyles({
  text: { margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
  header: { display: 'flex', alignItems: 'center', gap: '8px', fontWeight: tokens.fontWeightSemibold },
  sample: { color: tokens.colorNeutralForeground2 },
  field: { minWidth: '220px' },
  unit: { marginTop: '4px' },
});

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

interface MappingTableProps {
  readonly preview: ImportPreview;
  readonly mapping: Mapping;
  readonly className?: string;
  readonly onChange: (mapping: Mapping) => void;
}

/** Which column holds what, one choice per column, reached with Tab and changed with the arrow keys. */
export function MappingTable({ preview, mapping, className, onChange }: MappingTableProps) {
  const styles = useStyles();
  const words = importText.mapping;
  const doubles = doubleColumns(preview, mapping);
  const rows = preview.columns.map((column, index) => {
    const { header, sample, isRemembered, field } = column;
    const other = doubles.get(header);
    const { field: chosen, unit: chosenUnit } = splitMapping(mapping[header] ?? null);
    const isSized = column.unit !== null && chosen === field;
    return {
      id: header,
      cells: [
        <span key="header" className={styles.header}>
          {header}
          {isRemembered && chosen === field && (
            <Badge appearance="tint" color="brand">
              {words.remembered}
            </Badge>
          )}
        </span>,
        <span key="sample" className={styles.sample}>
          {sample.join(' · ')}
        </span>,
        <div key="field">
          <Field
            className={styles.field}
            {...(other === undefined ? {} : { validationMessage: words.twice(other), validationState: 'error' as const })}
          >
            <Select
              size="small"
              {...(preview.needsMapping && index === 0 ? { 'data-autofocus': true } : {})}
              aria-label={words.fieldFor(header)}
              value={chosen ?? ''}
              onChange={(_, data) => onChange({ ...mapping, [header]: data.value === '' ? null : data.value })}
            >
              <option value="">{words.leaveOut}</option>
              {preview.fields.map(({ name, title, unit }) => (
                <option key={name} value={name}>
                  {unit === null ? title : `${title} (${unit})`}
                </option>
              ))}
            </Select>
          </Field>
          {isSized && (
            <Select
              size="small"
              className={styles.unit}
              aria-label={words.unitFor(header)}
              value={chosenUnit ?? column.unit ?? ''}
              onChange={(_, data) => onChange({ ...mapping, [header]: joinMapping(chosen ?? '', data.value) })}
            >
              {UNITS.map((one) => (
                <option key={one} value={one}>
                  {one === column.unit && column.isUnitAssumed ? words.unitAssumed(one) : one}
                </option>
              ))}
            </Select>
          )}
        </div>,
      ],
    };
  });
  return (
    <>
      <p className={styles.text}>{words.text}</p>
      <PlainTable
        label={words.label}
        {...(className === undefined ? {} : { className })}
        columns={[
          { id: 'column', title: words.column },
          { id: 'sample', title: words.sample },
          { id: 'field', title: words.field },
        ]}
        rows={rows}
      />
    </>
  );
}
