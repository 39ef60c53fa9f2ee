import { Button, makeStyles } from '@fluentui/react-components';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons';
import { useEffect, useMemo } from 'react';

import type { WaveView } from '../../../shared/contract/shapes.ts';
import { useApp, useAppState, useSnapshot } from '../../store/app-context.tsx';
import { exportTable } from '../../store/export-table.ts';
import { useScreenMemory } from '../../store/screen-memory.ts';
import { useReply } from '../../store/use-reply.ts';
import { backlogText } from '../../text/backlog.ts';
import { readinessText } from '../../text/readiness.ts';
import { ExportMenu } from '../../ui/export-menu.tsx';
import { ImportFirst } from '../../ui/import-first.tsx';
import { ScreenLayout } from '../../ui/screen-layout.tsx';
import { BacklogTools } from './backlog-tools.tsx';
import { backlogFilter } from './backlog-view.ts';
import { buildHeatTable, rowsInOrder } from './heat-table.ts';
import { ReadinessDetails } from './readiness-details.tsx';
import { backlogExport, heatTableExport, machinesExport, missingExport } from './readiness-export.ts';
import { ReadinessLook } from './readiness-look.tsx';
import { ReadinessTools } from './readiness-tools.tsx';
import { FIRST_VIEW, filterMachines, machinesByScenario, viewAt, type ReadinessView } from './readiness-view.ts';
import { readWholeBacklog, useBacklog } from './use-backlog.ts';
import { VerdictStrip } from './verdict-strip.tsx';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  look: { flex: '1 1 0', minHeight: 0 },
});

const NO_WAVES: readonly WaveView[] = [];

/** What stops whom, and who fixes it? */
export function ReadinessScreen() {
  const app = useApp();
  const hasMachines = useAppState((state) => state.machines.length > 0);
  if (hasMachines) return <Readiness />;
  return (
    <ImportFirst
      title={readinessText.title}
      answer={readinessText.noData}
      icon={<ShieldCheckmarkRegular />}
      words={readinessText.empty}
      onImport={() => app.openOverlay({ kind: 'import', file: null })}
    />
  );
}

function Readiness() {
  const styles = useStyles();
  const app = useApp();
  const readiness = useSnapshot((snapshot) => snapshot.readiness);
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const tasks = useSnapshot((snapshot) => snapshot.backlog);
  const waves = useSnapshot((snapshot) => snapshot.plan?.waves ?? NO_WAVES);
  const machines = useAppState((state) => state.machines);
  const [view, onView] = useReadinessView();
  const perScenario = useMemo(() => machinesByScenario(machines), [machines]);
  const heat = useMemo(
    () => buildHeatTable(readiness, perScenario, { severities: new Set(view.severities), scenario: view.scenario, text: view.text }),
    [readiness, perScenario, view.severities, view.scenario, view.text],
  );
  const rows = useMemo(() => filterMachines(machines, view), [machines, view]);
  const missing = useReply('readiness.missing-facts', view.tab === 'missing' ? {} : null, `${view.tab} ${seq}`);
  const filter = backlogFilter(view.backlog);
  const backlog = useBacklog(filter, view.tab === 'backlog');
  const facts = missing.kind === 'answered' ? missing.value : [];
  const total = Object.values(readiness.verdicts).reduce((sum, count) => sum + count, 0);
  const counts = {
    rules: readinessText.counts(rowsInOrder(heat.sections).length, readiness.rules.length, 'rule'),
    machines: readinessText.counts(rows.length, total, 'machine'),
    missing: readinessText.counts(facts.length, facts.length, 'fact'),
    backlog: readinessText.counts(backlog.total, backlog.total, 'task'),
  };
  const tableOf = {
    rules: () => heatTableExport(heat.scenarios, heat.sections),
    machines: () => machinesExport(rows),
    missing: () => missingExport(facts),
    backlog: async () => {
      const all = await readWholeBacklog(app, filter);
      return all === null ? null : backlogExport(all);
    },
  };
  const onExport = async (format: 'csv' | 'xlsx'): Promise<void> => {
    const table = await tableOf[view.tab]();
    if (table !== null) await exportTable(app, { ...table, format });
  };
  const openPanel = (panel: 'bulk' | 'facts' | 'changes'): void => {
    onView({ panel });
    app.toggleDetails(true);
  };
  return (
    <ScreenLayout
      isFlush
      title={readinessText.title}
      answer={readinessText.answer(total, readiness.verdicts.blocked ?? 0, readiness.verdicts.undecided ?? 0)}
      actions={
        <>
          {view.tab === 'backlog' && backlog.total > 0 && (
            <Button onClick={() => openPanel('bulk')}>{backlogText.bulk(backlog.total)}</Button>
          )}
          <Button onClick={() => openPanel('facts')}>{readinessText.facts.open}</Button>
        </>
      }
      toolbar={
        <ReadinessTools
          view={view}
          onView={onView}
          scenarios={[...perScenario.keys()]}
          readiness={readiness}
          counts={counts[view.tab]}
          backlogTools={
            <BacklogTools
              view={view.backlog}
              backlog={tasks}
              waves={waves}
              onView={(changes) => onView({ backlog: { ...view.backlog, ...changes } })}
            />
          }
          exportMenu={
            <ExportMenu
              label={readinessText.export}
              csvLabel={readinessText.exportCsv}
              xlsxLabel={readinessText.exportXlsx}
              onExport={(format) => void onExport(format)}
            />
          }
        />
      }
      details={<ReadinessDetails view={view} readiness={readiness} facts={facts} backlog={backlog} onView={onView} />}
    >
      <div className={styles.body}>
        <VerdictStrip readiness={readiness} onChanges={() => openPanel('changes')} />
        <div className={styles.look}>
          <ReadinessLook view={view} onView={onView} heat={heat} rows={rows} missing={missing} backlog={backlog} />
        </div>
      </div>
    </ScreenLayout>
  );
}

/** The view as it was left; a link into the screen changes it once. */
function useReadinessView(): readonly [ReadinessView, (changes: Partial<ReadinessView>) => void] {
  const [view, setView] = useScreenMemory('readiness.view', FIRST_VIEW);
  const rules = useSnapshot((snapshot) => snapshot.readiness.rules);
  const route = useAppState((state) => state.history.current);
  const target = route.screen === 'readiness' ? route.target : null;
  useEffect(() => {
    if (target !== null) setView((known) => viewAt(known, target, rules));
    // A link counts when it is followed, not each time the rules change.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [route]);
  return [view, (changes) => setView((known) => ({ ...known, ...changes }))];
}
