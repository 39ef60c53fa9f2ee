import { makeStyles, Spinner, tokens } from '@fluentui/react-components';

import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { MachineRow } from '../../../shared/contract/shapes.ts';
import { useApp } from '../../store/app-context.tsx';
import type { Asked } from '../../store/use-reply.ts';
import { backlogText } from '../../text/backlog.ts';
import { readinessText } from '../../text/readiness.ts';
import { BacklogGrid } from './backlog-grid.tsx';
import { taskKey } from './backlog-view.ts';
import { GuestFactsNote } from './guest-facts-note.tsx';
import { HeatGrid } from './heat-grid.tsx';
import type { buildHeatTable } from './heat-table.ts';
import { MachineGrid } from './machine-grid.tsx';
import { MissingGrid } from './missing-grid.tsx';
import type { ReadinessView } from './readiness-view.ts';
import type { Backlog } from './use-backlog.ts';

const useStyles = makeStyles({
  scroll: { height: '100%', overflow: 'auto', padding: '4px 24px 24px' },
  grid: { height: '100%', padding: '0 12px' },
  intro: { margin: '0 12px 8px', maxWidth: '80ch', color: tokens.colorNeutralForeground2 },
  withIntro: { height: '100%', padding: '0 12px', display: 'flex', flexDirection: 'column', minHeight: 0 },
  rest: { flex: '1 1 0', minHeight: 0 },
  note: { margin: '24px', color: tokens.colorNeutralForeground2 },
});

interface ReadinessLookProps {
  readonly view: ReadinessView;
  readonly onView: (changes: Partial<ReadinessView>) => void;
  readonly heat: ReturnType<typeof buildHeatTable>;
  readonly rows: readonly MachineRow[];
  readonly missing: Asked<MethodOutput<'readiness.missing-facts'>>;
  readonly backlog: Backlog;
}

/** One of the looks at the same assessment: by rule, by machine, by missing fact, or as tasks. */
export function ReadinessLook({ view, onView, heat, rows, missing, backlog }: ReadinessLookProps) {
  const styles = useStyles();
  const app = useApp();
  switch (view.tab) {
    case 'rules':
      return heat.sections.length === 0 ? (
        <p className={styles.note}>{readinessText.noMatch}</p>
      ) : (
        <div className={styles.scroll}>
          <HeatGrid
            scenarios={heat.scenarios}
            sections={heat.sections}
            chosenRuleId={view.ruleId}
            onChoose={(ruleId) => onView({ ruleId, panel: 'details' })}
          />
        </div>
      );
    case 'machines':
      return rows.length === 0 ? (
        <p className={styles.note}>{readinessText.noMachineMatch}</p>
      ) : (
        <div className={styles.grid}>
          <MachineGrid
            rows={rows}
            selectedId={view.machineId}
            sort={view.sort}
            onSort={(sort) => onView({ sort })}
            onSelect={(machineId) => onView({ machineId, panel: 'details' })}
            onOpen={(machineId) => app.go('inventory', machineId)}
          />
        </div>
      );
    case 'missing':
      if (missing.kind === 'asking') return <Spinner className={styles.note} size="small" label={readinessText.missing.loading} />;
      if (missing.kind === 'failed') return <p className={styles.note}>{missing.failure.detail}</p>;
      if (missing.value.length === 0) return <p className={styles.note}>{readinessText.missing.none}</p>;
      return (
        <div className={styles.withIntro}>
          <GuestFactsNote />
          <p className={styles.intro}>{readinessText.missing.intro}</p>
          <div className={styles.rest}>
            <MissingGrid facts={missing.value} selectedField={view.field} onSelect={(field) => onView({ field, panel: 'details' })} />
          </div>
        </div>
      );
    case 'backlog':
      if (backlog.tasks === null) return <Spinner className={styles.note} size="small" label={backlogText.loading} />;
      if (backlog.tasks.length === 0) return <p className={styles.note}>{backlogText.none}</p>;
      return (
        <div className={styles.grid}>
          <BacklogGrid
            tasks={backlog.tasks}
            selectedKey={view.taskKey}
            onSelect={(task) => onView({ taskKey: taskKey(task), panel: 'details' })}
            onOpen={(task) => app.go('inventory', task.machineId)}
            onEnd={backlog.loadMore}
          />
        </div>
      );
    default:
      return null;
  }
}
