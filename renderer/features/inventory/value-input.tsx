import { Combobox, Input, Option, Select } from '@fluentui/react-components';
import { useMemo } from 'react';

import { machineField } from '../../../shared/domain/machine-fields.ts';
import { useAppState } from '../../store/app-context.tsx';
import { choiceWords } from '../../text/common-values.ts';
import { inventoryText } from '../../text/inventory.ts';
import { isColumnId } from './columns.ts';
import type { ValueLine } from './value-form.ts';

/** Takes a value by the kind of its field: from a list, yes or no, a number with its unit, or a text with suggestions. */
export function ValueInput({ line, onText }: { readonly line: ValueLine; readonly onText: (text: string) => void }) {
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
        onOptionSelect={(_, data) => {
          // Also told when typing leaves the option that was chosen; the text is what was typed then.
          if (data.optionValue !== undefined) onText(data.optionValue);
        }}
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
