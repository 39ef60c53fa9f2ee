import { Button, Checkbox, Field, Input, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';

import type { MachineRow } from '../../../shared/contract/shapes.ts';
import type { InventoryQuery, MachineFilter } from '../../store/inventory-query.ts';
import { formatNumber } from '../../text/common-format.ts';
import { inventoryText } from '../../text/inventory.ts';
import type { RowNames } from './columns.ts';
import { facetsOf } from './filter-rows.ts';
import { fieldWords, unitOf, valueWords } from './filter-words.ts';

const useStyles = makeStyles({
  panel: { width: '280px', maxWidth: 'calc(100vw - 48px)', display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { maxHeight: 'min(320px, 45vh)', overflowY: 'auto', display: 'flex', flexDirection: 'column' },
  value: { display: 'flex', alignItems: 'center' },
  label: { overflowWrap: 'anywhere' },
  count: { marginLeft: 'auto', paddingRight: '8px', color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  range: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '8px' },
  done: { alignSelf: 'flex-end' },
});

/** Above so many values a person wants to type and not to scroll. */
const SEARCH_FROM = 9;

interface FilterPanelProps {
  readonly filter: MachineFilter;
  readonly rows: readonly MachineRow[];
  readonly query: InventoryQuery;
  readonly names: RowNames;
  readonly onChange: (filter: MachineFilter) => void;
  readonly onDone: () => void;
}

/** Chooses the values of one filter; the list of machines follows at once. */
export function FilterPanel(props: FilterPanelProps) {
  const { filter, onChange, onDone } = props;
  const styles = useStyles();
  return (
    <div className={styles.panel} data-testid="filter-panel">
      {filter.kind === 'choice' && <ChoiceValues {...props} filter={filter} />}
      {filter.kind === 'range' && <RangeValues filter={filter} onChange={onChange} />}
      <Button size="small" className={styles.done} onClick={onDone}>
        {inventoryText.filters.done}
      </Button>
    </div>
  );
}

type Choice = Extract<MachineFilter, { kind: 'choice' }>;

function ChoiceValues({ filter, rows, query, names, onChange }: FilterPanelProps & { readonly filter: Choice }) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const { field, values } = filter;
  const facets = useMemo(() => {
    const found = facetsOf(rows, query, field);
    // A value that was chosen and that no machine has any more can still be taken out.
    const lost = values.filter((value) => !found.some((facet) => facet.value === value)).map((value) => ({ value, count: 0 }));
    return [...found, ...lost].map((facet) => ({ ...facet, words: valueWords(field, facet.value, names) }));
  }, [rows, query, field, values, names]);
  const shown = facets.filter(({ words }) => words.toLowerCase().includes(text.trim().toLowerCase()));
  const toggle = (value: string | null, isOn: boolean): void =>
    onChange({ ...filter, values: isOn ? [...values, value] : values.filter((known) => known !== value) });
  const words = inventoryText.filters;
  return (
    <>
      {facets.length >= SEARCH_FROM && (
        <SearchBox
          size="small"
          aria-label={words.findValue}
          placeholder={words.findValue}
          value={text}
          onChange={(_, data) => setText(data.value)}
        />
      )}
      <div className={styles.list} role="group" aria-label={words.values(fieldWords(field))}>
        {shown.length === 0 && words.noValue}
        {shown.map((facet) => (
          <div key={facet.value ?? ''} className={styles.value}>
            <Checkbox
              label={{ className: styles.label, children: facet.words }}
              checked={values.includes(facet.value)}
              onChange={(_, data) => toggle(facet.value, data.checked === true)}
            />
            <span className={styles.count}>{formatNumber(facet.count)}</span>
          </div>
        ))}
      </div>
    </>
  );
}

type NumberRange = Extract<MachineFilter, { kind: 'range' }>;

function RangeValues({ filter, onChange }: { readonly filter: NumberRange; readonly onChange: (filter: MachineFilter) => void }) {
  const styles = useStyles();
  const words = inventoryText.filters;
  const unit = unitOf(filter.field);
  return (
    <div className={styles.range}>
      <NumberInput label={words.from} unit={unit} value={filter.from} onChange={(from) => onChange({ ...filter, from })} />
      <NumberInput label={words.to} unit={unit} value={filter.to} onChange={(to) => onChange({ ...filter, to })} />
    </div>
  );
}

interface NumberInputProps {
  readonly label: string;
  readonly unit: string | null;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

function NumberInput({ label, unit, value, onChange }: NumberInputProps) {
  const [text, setText] = useState(value === null ? '' : String(value));
  return (
    <Field label={label}>
      <Input
        size="small"
        inputMode="decimal"
        value={text}
        {...(unit === null ? {} : { contentAfter: unit })}
        input={{ size: 6 }}
        onChange={(_, data) => {
          setText(data.value);
          const plain = data.value.trim().replace(',', '.');
          const read = Number(plain);
          if (plain === '') onChange(null);
          else if (Number.isFinite(read)) onChange(read);
        }}
      />
    </Field>
  );
}
