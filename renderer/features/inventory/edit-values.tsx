import { Button, Checkbox, Combobox, Field, Input, makeStyles, Option, Select, Textarea, tokens } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';

import type { MachineRow } from '../../../shared/contract/shapes.ts';
import { machineField } from '../../../shared/domain/machine-fields.ts';
import { useApp, useAppState } from '../../store/app-context.tsx';
import { choiceWords } from '../../text/common-values.ts';
import { inventoryText } from '../../text/inventory.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import { isColumnId } from './columns.ts';
import { firstText, presentValue, readLine, readLines, settableFields, type ValueLine } from './value-form.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  line: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    paddingBottom: '12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', alignItems: 'flex-end', gap: '4px' },
  field: { flex: '1 1 0', minWidth: 0 },
  add: { alignSelf: 'flex-start' },
  actions: { display: 'flex', gap: '8px' },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface EditValuesProps {
  readonly rows: readonly MachineRow[];
  readonly onDone: () => void;
}

/** Sets values by hand, for one machine or for many: field by field, with the reason. One entry, which can be undone. */
export function EditValues({ rows, onDone }: EditValuesProps) {
  const styles = useStyles();
  const app = useApp();
  const words = inventoryText.edit;
  const [lines, setLines] = useState<readonly ValueLine[]>(() => [lineFor(rows, settableFields[0]?.name ?? 'application')]);
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const change = (index: number, changed: ValueLine): void => setLines(lines.map((line, place) => (place === index ? changed : line)));
  const unused = settableFields.find((field) => !lines.some((line) => line.field === field.name));

  const save = async (): Promise<void> => {
    setWasTried(true);
    const values = readLines(lines);
    if (values === null) return;
    const why = reason.trim();
    const input = { machineIds: rows.map((row) => row.id), values, ...(why === '' ? {} : { reason: why }) };
    const saved = await app.ask('machine.set-values', input, words.notSaved);
    if (saved === null) return;
    app.notify({ tone: 'success', title: words.saved(saved.changed), text: words.undo });
    onDone();
  };

  return (
    <DetailsPanel title={words.title(rows.length, rows[0]?.name ?? '')}>
      <form
        className={styles.form}
        data-testid="edit-values"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {lines.map((line, index) => (
          <div key={line.field} className={styles.line}>
            <LineEditor
              line={line}
              rows={rows}
              taken={lines.filter((other) => other !== line).map((other) => other.field)}
              showsProblem={wasTried}
              isFirst={index === 0}
              onChange={(changed) => change(index, changed)}
              onRemove={lines.length === 1 ? null : () => setLines(lines.filter((other) => other !== line))}
            />
          </div>
        ))}
        {unused !== undefined && (
          <Button
            size="small"
            className={styles.add}
            icon={<AddRegular />}
            onClick={() => setLines([...lines, lineFor(rows, unused.name)])}
          >
            {words.add}
          </Button>
        )}
        <Field label={words.reason} hint={words.reasonHint}>
          <Textarea value={reason} rows={2} maxLength={2000} onChange={(_, data) => setReason(data.value)} />
        </Field>
        <div className={styles.actions}>
          <Button type="submit" appearance="primary">
            {words.save}
          </Button>
          <Button onClick={onDone}>{words.cancel}</Button>
        </div>
      </form>
    </DetailsPanel>
  );
}

function lineFor(rows: readonly MachineRow[], field: string): ValueLine {
  return { field, text: firstText(rows, field), isTakenBack: false };
}

interface LineEditorProps {
  readonly line: ValueLine;
  readonly rows: readonly MachineRow[];
  readonly taken: readonly string[];
  readonly showsProblem: boolean;
  readonly isFirst: boolean;
  readonly onChange: (line: ValueLine) => void;
  readonly onRemove: (() => void) | null;
}

function LineEditor({ line, rows, taken, showsProblem, isFirst, onChange, onRemove }: LineEditorProps) {
  const styles = useStyles();
  const words = inventoryText.edit;
  const field = machineField(line.field);
  const read = readLine(line);
  const hint = presentValue(rows, line.field);
  return (
    <>
      <div className={styles.head}>
        <Field className={styles.field} label={words.field}>
          <Select autoFocus={isFirst} value={line.field} onChange={(_, data) => onChange(lineFor(rows, data.value))}>
            {settableFields
              .filter(({ name }) => !taken.includes(name))
              .map(({ name, title, unit }) => (
                <option key={name} value={name}>
                  {unit === null ? title : `${title} (${unit})`}
                </option>
              ))}
          </Select>
        </Field>
        {onRemove !== null && <IconButton icon={<DismissRegular />} label={words.remove(field?.title ?? line.field)} onClick={onRemove} />}
      </div>
      <Field
        label={words.value}
        {...(hint === null ? {} : { hint })}
        {...(showsProblem && 'problem' in read ? { validationMessage: read.problem } : {})}
      >
        <ValueInput line={line} onText={(text) => onChange({ ...line, text })} />
      </Field>
      {line.field !== 'name' && (
        <Checkbox
          label={words.asImported}
          title={words.takeBack}
          checked={line.isTakenBack}
          onChange={(_, data) => onChange({ ...line, isTakenBack: data.checked === true })}
        />
      )}
    </>
  );
}

function ValueInput({ line, onText }: { readonly line: ValueLine; readonly onText: (text: string) => void }) {
  const words = inventoryText.edit;
  const field = machineField(line.field);
  const known = useKnownValues(line.field);
  const isOff = line.isTakenBack;
  if (field?.kind === 'choice' || field?.kind === 'boolean') {
    const choices = field.kind === 'boolean' ? ['true', 'false'] : (field.choices ?? []);
    const title = (choice: string): string => (field.kind === 'boolean' ? (choice === 'true' ? words.yes : words.no) : choiceWords(choice));
    return (
      <Select value={line.text} disabled={isOff} onChange={(_, data) => onText(data.value)}>
        <option value="">{words.chooseValue}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {title(choice)}
          </option>
        ))}
      </Select>
    );
  }
  if (known.length > 0) {
    const matching = known.filter((value) => value.toLowerCase().includes(line.text.trim().toLowerCase())).slice(0, 30);
    return (
      <Combobox
        freeform
        disabled={isOff}
        value={line.text}
        selectedOptions={[line.text]}
        onChange={(event) => onText(event.target.value)}
        onOptionSelect={(_, data) => onText(data.optionValue ?? line.text)}
      >
        {matching.map((value) => (
          <Option key={value} value={value}>
            {value}
          </Option>
        ))}
      </Combobox>
    );
  }
  return (
    <Input
      value={line.text}
      disabled={isOff}
      maxLength={2000}
      {...(field?.unit == null ? {} : { contentAfter: field.unit })}
      inputMode={field?.kind === 'number' ? 'decimal' : 'text'}
      onChange={(_, data) => onText(data.value)}
    />
  );
}

/** Values that machines of this engagement hold already, so that one application is not written in two ways. */
function useKnownValues(field: string): readonly string[] {
  const rows = useAppState((state) => state.machines);
  return useMemo(() => {
    const kind = machineField(field)?.kind;
    if (kind !== 'text' || !isColumnId(field) || field === 'name') return [];
    const values = new Set<string>();
    for (const row of rows) {
      const value = row[field];
      if (typeof value === 'string') values.add(value);
    }
    return [...values].toSorted((a, b) => (a < b ? -1 : 1));
  }, [rows, field]);
}
