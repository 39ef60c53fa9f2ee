import { Button } from '@fluentui/react-components';
import { GroupListRegular } from '@fluentui/react-icons';
import { useCallback, useRef } from 'react';

import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { exportTable } from '../../store/export-table.ts';
import { groupsText } from '../../text/groups.ts';
import { ExportMenu } from '../../ui/export-menu.tsx';
import { ImportFirst } from '../../ui/import-first.tsx';
import { ScreenLayout } from '../../ui/screen-layout.tsx';
import { callRows } from './call-grid.tsx';
import { callsTable, groupsTable } from './groups-export.ts';
import { GroupsLook } from './groups-look.tsx';
import { GroupsPanelView } from './groups-panel.tsx';
import { GroupsTools } from './groups-tools.tsx';
import { sharedRows } from './shared-services.ts';
import { useGroupCommands } from './use-group-commands.ts';
import { useGroups, type Groups } from './use-groups.ts';

/** What must move together, and why? */
export function GroupsScreen() {
  const app = useApp();
  const hasGroups = useSnapshot((snapshot) => snapshot.groups.length > 0);
  if (hasGroups) return <FullGroups />;
  return (
    <ImportFirst
      title={groupsText.title}
      answer={groupsText.answer(0, 0, 0)}
      icon={<GroupListRegular />}
      words={groupsText.empty}
      onImport={() => app.openOverlay({ kind: 'import', file: null })}
    />
  );
}

function FullGroups() {
  const app = useApp();
  const groups = useGroups();
  const { view, onView, rows, summary } = groups;
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const search = useRef<HTMLInputElement | null>(null);
  const searchRef = useCallback((element: HTMLInputElement | null) => {
    search.current = element;
  }, []);
  const machines = rows.reduce((sum, { group }) => sum + group.machineIds.length, 0);
  const chosenId = view.panel.kind === 'group' ? view.panel.groupId : null;
  const onExport = (format: 'csv' | 'xlsx'): void => {
    const table = view.tab === 'calls' && groups.graph !== null ? callsTable(callRows(groups.graph)) : groupsTable(groups.shown);
    void exportTable(app, { ...table, format });
  };
  useGroupCommands({
    chosenId,
    isReadOnly,
    onView: (changes) => {
      onView(changes);
      app.toggleDetails(true);
    },
    onExport,
    focusSearch: () => search.current?.focus(),
  });
  return (
    <ScreenLayout
      isFlush
      title={groupsText.title}
      answer={groupsText.answer(rows.length, machines, rows.filter(({ isLarge }) => isLarge).length)}
      actions={
        <>
          <Button onClick={() => onView({ panel: { kind: 'why', from: '', to: '' } })}>{groupsText.commands.whyShort}</Button>
          {summary?.connectionCount === 0 && (
            <Button appearance="primary" title={groupsText.noCalls} onClick={() => app.openOverlay({ kind: 'import', file: null })}>
              {groupsText.importCalls}
            </Button>
          )}
        </>
      }
      toolbar={
        <GroupsTools
          view={view}
          onView={onView}
          rows={rows}
          counts={countsOf(groups)}
          searchRef={searchRef}
          end={
            (view.tab === 'groups' || view.tab === 'calls') && (
              <ExportMenu
                label={groupsText.export.label}
                csvLabel={groupsText.export.csv}
                xlsxLabel={groupsText.export.xlsx}
                onExport={onExport}
              />
            )
          }
        />
      }
      details={<GroupsPanelView groups={groups} />}
    >
      <GroupsLook groups={groups} />
    </ScreenLayout>
  );
}

function countsOf({ view, shown, rows, graph, summary }: Groups): string {
  if (view.tab === 'groups') return groupsText.shown(shown.length, rows.length, 'group');
  if (view.tab === 'calls' && graph !== null) return groupsText.shown(graph.edges.length, graph.edges.length + graph.edgesLeftOut, 'line');
  if (view.tab === 'shared' && summary !== null) {
    const count = sharedRows(summary, (id) => id).length;
    return groupsText.shown(count, count, 'shared service');
  }
  return '';
}
