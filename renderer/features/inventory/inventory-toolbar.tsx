import { Button, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { CopySelectRegular } from '@fluentui/react-icons';

import { useShortcutText } from '../../commands/commands-context.tsx';
import { inventoryText } from '../../text/inventory.ts';
import { ExportMenu } from '../../ui/export-menu.tsx';
import { ColumnsMenu } from './columns-menu.tsx';
import { useDuplicates } from './duplicates-panel.tsx';
import { FilterBar } from './filter-bar.tsx';
import { GroupMenu } from './group-menu.tsx';
import { InventoryTabs } from './inventory-tabs.tsx';
import { exportShown } from './use-inventory-commands.ts';
import type { Inventory } from './use-inventory.ts';
import { ViewsMenu } from './views-menu.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '4px' },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px', rowGap: '6px' },
  search: { width: '232px', maxWidth: '100%' },
  end: { display: 'flex', alignItems: 'center', gap: '2px', marginLeft: 'auto' },
  count: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', marginRight: '6px' },
});

/** Only there while pairs are in doubt. */
function DuplicatesButton({ onOpen }: { readonly onOpen: () => void }) {
  const total = useDuplicates()?.total ?? 0;
  if (total === 0) return null;
  return (
    <Button size="small" icon={<CopySelectRegular />} data-testid="open-duplicates" onClick={onOpen}>
      {inventoryText.duplicates.open(total)}
    </Button>
  );
}

interface InventoryToolbarProps {
  readonly inventory: Inventory;
  readonly searchRef: (element: HTMLInputElement | null) => void;
}

/** Text filter, view, filter chips, count, and what shapes the grid. */
export function InventoryToolbar({ inventory, searchRef }: InventoryToolbarProps) {
  const styles = useStyles();
  const { machines, query, setQuery, names, shown, views, layout, changeLayout } = inventory;
  const findKey = useShortcutText('machines.filter');
  const words = inventoryText;
  return (
    <div className={styles.root}>
      <InventoryTabs current="machines" />
      <div className={styles.bar}>
        <SearchBox
          ref={searchRef}
          className={styles.search}
          size="small"
          value={query.text}
          placeholder={words.search.placeholder}
          aria-label={words.search.label}
          title={findKey === undefined ? undefined : `${words.search.label} (${findKey})`}
          onChange={(_, data) => setQuery((known) => ({ ...known, text: data.value }))}
        />
        <ViewsMenu
          saved={views.saved}
          current={views.current}
          lastSaved={views.lastSaved}
          onChoose={views.choose}
          onSave={views.save}
          onDelete={views.remove}
        />
        <FilterBar rows={machines} query={query} names={names} onChange={setQuery} />
        <DuplicatesButton onOpen={() => inventory.setTask({ kind: 'duplicates', machineIds: [] })} />
        <span className={styles.end}>
          <span className={styles.count} role="status" data-testid="shown-count">
            {words.shown(shown.length, machines.length)}
          </span>
          <GroupMenu layout={layout} onChange={changeLayout} />
          <ColumnsMenu layout={layout} onChange={changeLayout} />
          <ExportMenu
            label={words.export.label}
            csvLabel={words.export.csv}
            xlsxLabel={words.export.xlsx}
            onExport={(format) => exportShown(inventory, format)}
          />
        </span>
      </div>
    </div>
  );
}
