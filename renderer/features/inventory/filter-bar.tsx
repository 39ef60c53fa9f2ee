import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
  useArrowNavigationGroup,
} from '@fluentui/react-components';
import { DismissRegular, FilterAddRegular } from '@fluentui/react-icons';
import { useState } from 'react';

import type { MachineRow } from '../../../shared/contract/shapes.ts';
import type { InventoryQuery, MachineFilter } from '../../store/inventory-query.ts';
import { inventoryText } from '../../text/inventory.ts';
import type { RowNames } from './columns.ts';
import { FilterPanel } from './filter-panel.tsx';
import { filterKey, isEmptyFilter, isFiltered, withFilter, withoutFilter } from './filter-rows.ts';
import { CHOICE_FIELDS, fieldWords, filterWords, RANGE_FIELDS } from './filter-words.ts';

const useStyles = makeStyles({
  bar: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px', minWidth: 0 },
  chip: {
    display: 'inline-flex',
    alignItems: 'stretch',
    maxWidth: '320px',
    height: '26px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
  },
  words: {
    minWidth: 0,
    padding: '0 4px 0 8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  remove: {
    display: 'grid',
    placeItems: 'center',
    width: '24px',
    padding: 0,
    flexShrink: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: 'inherit',
    fontSize: '12px',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  menu: { maxHeight: '60vh' },
});

interface FilterBarProps {
  readonly rows: readonly MachineRow[];
  readonly query: InventoryQuery;
  readonly names: RowNames;
  readonly onChange: (query: InventoryQuery) => void;
}

/** The filters in force as chips: each can be changed and taken away, and all of them at once. One tab stop. */
export function FilterBar({ rows, query, names, onChange }: FilterBarProps) {
  const styles = useStyles();
  const arrows = useArrowNavigationGroup({ axis: 'horizontal', memorizeCurrent: true });
  const [openKey, setOpenKey] = useState<string | null>(null);
  const close = (filter: MachineFilter): void => {
    setOpenKey(null);
    if (isEmptyFilter(filter)) onChange(withoutFilter(query, filterKey(filter)));
  };
  const add = (filter: MachineFilter): void => {
    const isThere = query.filters.some((known) => filterKey(known) === filterKey(filter));
    if (!isThere) onChange(withFilter(query, filter));
    setOpenKey(filterKey(filter));
  };
  const words = inventoryText.filters;
  return (
    <div className={styles.bar} role="toolbar" aria-label={words.label} {...arrows}>
      {query.filters.map((filter) => {
        const key = filterKey(filter);
        const text = filterWords(filter, names);
        return (
          <span key={key} className={styles.chip} data-testid="filter-chip">
            {filter.kind === 'machines' ? (
              <span className={styles.words} title={text}>
                {text}
              </span>
            ) : (
              <Popover
                trapFocus
                open={openKey === key}
                positioning="below-start"
                onOpenChange={(_, data) => (data.open ? setOpenKey(key) : close(filter))}
              >
                <PopoverTrigger disableButtonEnhancement>
                  <button type="button" className={styles.words} aria-label={words.edit(text)} title={text}>
                    {text}
                  </button>
                </PopoverTrigger>
                <PopoverSurface aria-label={words.edit(text)}>
                  <FilterPanel
                    filter={filter}
                    rows={rows}
                    query={query}
                    names={names}
                    onChange={(changed) => onChange(withFilter(query, changed))}
                    onDone={() => close(filter)}
                  />
                </PopoverSurface>
              </Popover>
            )}
            <button
              type="button"
              className={styles.remove}
              aria-label={words.remove(text)}
              onClick={() => onChange(withoutFilter(query, key))}
            >
              <DismissRegular aria-hidden />
            </button>
          </span>
        );
      })}
      <AddFilter onAdd={add} />
      {isFiltered(query) && (
        <Button size="small" appearance="subtle" data-testid="clear-filters" onClick={() => onChange({ text: '', filters: [] })}>
          {words.clear}
        </Button>
      )}
    </div>
  );
}

function AddFilter({ onAdd }: { readonly onAdd: (filter: MachineFilter) => void }) {
  const styles = useStyles();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={<FilterAddRegular />} data-testid="add-filter">
          {inventoryText.filters.add}
        </Button>
      </MenuTrigger>
      <MenuPopover className={styles.menu}>
        <MenuList>
          {CHOICE_FIELDS.map((field) => (
            <MenuItem key={field} onClick={() => onAdd({ kind: 'choice', field, values: [] })}>
              {fieldWords(field)}
            </MenuItem>
          ))}
          <MenuDivider />
          {RANGE_FIELDS.map((field) => (
            <MenuItem key={field} onClick={() => onAdd({ kind: 'range', field, from: null, to: null })}>
              {fieldWords(field)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
