import { Button, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

import { groupsText } from '../../text/groups.ts';
import { ChipRow } from '../../ui/chip-row.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { countFilter, GROUP_FILTERS, type GroupRow } from './group-list.ts';
import { GROUP_TABS, toggled, viewOnTab, type ChangeView, type GroupsView, type GroupTab } from './groups-view.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '4px' },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px', minHeight: '32px' },
  tabs: { margin: '0 -8px' },
  end: { marginLeft: 'auto', display: 'flex', alignItems: 'center', gap: '8px', color: tokens.colorNeutralForeground2 },
});

interface GroupsToolsProps {
  readonly view: GroupsView;
  readonly onView: ChangeView;
  readonly rows: readonly GroupRow[];
  /** Things shown and in all, in words. */
  readonly counts: string;
  readonly end: ReactNode;
  readonly searchRef: (element: HTMLInputElement | null) => void;
}

/** Which of the looks, narrowed by what. */
export function GroupsTools({ view, onView, rows, counts, end, searchRef }: GroupsToolsProps) {
  const styles = useStyles();
  const chips = GROUP_FILTERS.map((id) => ({ id, title: groupsText.filters[id], count: countFilter(rows, id) }));
  return (
    <div className={styles.root}>
      <div className={styles.bar}>
        <TabList
          size="small"
          className={styles.tabs}
          aria-label={groupsText.tabsLabel}
          selectedValue={view.tab}
          onTabSelect={(_, data) => onView(viewOnTab(view, data.value as GroupTab))}
        >
          {GROUP_TABS.map((tab) => (
            <Tab key={tab} value={tab}>
              {groupsText.tabs[tab]}
            </Tab>
          ))}
        </TabList>
        <span className={styles.end}>
          <span role="status">{counts}</span>
          {end}
        </span>
      </div>
      {view.tab === 'groups' && (
        <div className={styles.bar}>
          <SearchField
            inputRef={searchRef}
            label={groupsText.find}
            placeholder={groupsText.findPlaceholder}
            value={view.text}
            onValue={(text) => onView({ text })}
          />
          <ChipRow
            label={groupsText.filtersLabel}
            chips={chips.filter(({ id, count }) => count > 0 || view.filters.includes(id))}
            chosen={view.filters}
            onToggle={(id) => onView({ filters: toggled(view.filters, id) })}
          />
          {(view.text !== '' || view.filters.length > 0) && (
            <Button size="small" appearance="subtle" onClick={() => onView({ text: '', filters: [] })}>
              {groupsText.clearFilters}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
