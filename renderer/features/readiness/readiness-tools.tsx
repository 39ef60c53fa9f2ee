import { Button, makeStyles, Select, Tab, TabList, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

import type { ReadinessSummary } from '../../../shared/contract/shapes.ts';
import { scenarioTitle } from '../../text/common-scenarios.ts';
import { SEVERITY_WORDS, VERDICT_WORDS } from '../../text/common-verdicts.ts';
import { readinessText } from '../../text/readiness.ts';
import { ChipRow } from '../../ui/chip-row.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SEVERITY_ORDER } from './heat-table.ts';
import { isFiltered, READINESS_TABS, toggled, type ReadinessTab, type ReadinessView } from './readiness-view.ts';
import { VERDICT_ORDER } from './verdicts.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '4px' },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px', minHeight: '32px' },
  tabs: { margin: '0 -8px' },
  end: { marginLeft: 'auto', display: 'flex', alignItems: 'center', gap: '8px', color: tokens.colorNeutralForeground2 },
});

interface ReadinessToolsProps {
  readonly view: ReadinessView;
  readonly onView: (changes: Partial<ReadinessView>) => void;
  readonly scenarios: readonly string[];
  readonly readiness: ReadinessSummary;
  /** Rows shown and in all, in words. */
  readonly counts: string;
  readonly exportMenu: ReactNode;
  /** Filters of the backlog; shown on its tab. */
  readonly backlogTools: ReactNode;
}

/** Which of the looks, narrowed by what. */
export function ReadinessTools({ view, onView, scenarios, readiness, counts, exportMenu, backlogTools }: ReadinessToolsProps) {
  const styles = useStyles();
  const isMachines = view.tab === 'machines';
  const isSearched = isMachines || view.tab === 'rules';
  return (
    <div className={styles.root}>
      <TabList
        size="small"
        className={styles.tabs}
        aria-label={readinessText.tabsLabel}
        selectedValue={view.tab}
        onTabSelect={(_, data) => onView({ tab: data.value as ReadinessTab, text: '', panel: 'details' })}
      >
        {READINESS_TABS.map((tab) => (
          <Tab key={tab} value={tab}>
            {readinessText.tabs[tab]}
          </Tab>
        ))}
      </TabList>
      <div className={styles.bar}>
        {view.tab === 'backlog' && backlogTools}
        {isSearched && (
          <SearchField
            label={isMachines ? readinessText.findMachine : readinessText.searchLabel}
            placeholder={isMachines ? readinessText.findMachinePlaceholder : readinessText.searchPlaceholder}
            value={view.text}
            onValue={(text) => onView({ text })}
          />
        )}
        {view.tab === 'rules' && (
          <ChipRow
            label={readinessText.severityLabel}
            chips={SEVERITY_ORDER.map((id) => ({ id, ...SEVERITY_WORDS[id], hint: readinessText.severityMeanings[id] }))}
            chosen={view.severities}
            onToggle={(id) => onView({ severities: toggled(view.severities, id) })}
          />
        )}
        {isMachines && (
          <ChipRow
            label={readinessText.verdictLabel}
            chips={VERDICT_ORDER.map((id) => ({
              id,
              ...VERDICT_WORDS[id],
              count: readiness.verdicts[id] ?? 0,
              hint: readinessText.verdictMeanings[id],
            }))}
            chosen={view.verdicts}
            onToggle={(id) => onView({ verdicts: toggled(view.verdicts, id) })}
          />
        )}
        {isSearched && scenarios.length > 1 && (
          <Select
            size="small"
            aria-label={readinessText.scenarioLabel}
            value={view.scenario ?? ''}
            onChange={(_, data) => onView({ scenario: data.value === '' ? null : data.value })}
          >
            <option value="">{readinessText.allScenarios}</option>
            {scenarios.map((id) => (
              <option key={id} value={id}>
                {scenarioTitle(id)}
              </option>
            ))}
          </Select>
        )}
        {isFiltered(view) && (
          <Button size="small" appearance="subtle" onClick={() => onView({ text: '', severities: [], verdicts: [], scenario: null })}>
            {readinessText.clearFilters}
          </Button>
        )}
        <span className={styles.end}>
          <span role="status">{counts}</span>
          {exportMenu}
        </span>
      </div>
    </div>
  );
}
