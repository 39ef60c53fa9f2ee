import { Button, Checkbox, Field, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';

import type { MachineRow } from '../../../shared/contract/shapes.ts';
import { machineField } from '../../../shared/domain/machine-fields.ts';
import { useApp } from '../../store/app-context.tsx';
import { inventoryText } from '../../text/inventory.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import { firstText, presentValue, readLine, readLines, settableFields, type ValueLine } from './value-form.ts';
import { ValueInput } from './value-input.tsx';

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
  select: { minWidth: 0, '& > select': { minWidth: 0, width: '100%' } },
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
  const [lines, setLines] = useState<readonly ValueLine[]>(() => [lineFor(rows, settableFields[0]?.name ?? 'application', 0)]);
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
        noValidate
        className={styles.form}
        data-testid="edit-values"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {lines.map((line, index) => (
          <div key={line.id} className={styles.line}>
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
            onClick={() => setLines([...lines, lineFor(rows, unused.name, (lines.at(-1)?.id ?? 0) + 1)])}
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

function lineFor(rows: readonly MachineRow[], field: string, id: number): ValueLine {
  return { id, field, text: firstText(rows, field), isTakenBack: false };
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
          <Select
            className={styles.select}
            autoFocus={isFirst}
            value={line.field}
            onChange={(_, data) => onChange(lineFor(rows, data.value, line.id))}
          >
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
