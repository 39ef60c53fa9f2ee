import { makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';

import type { ReadinessSummary } from '../../../shared/contract/shapes.ts';
import { useAppState } from '../../store/app-context.tsx';
import { backlogText } from '../../text/backlog.ts';
import { readinessText } from '../../text/readiness.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import { AboutRules, Changes } from './about-rules.tsx';
import { backlogFilter, FIRST_BACKLOG, taskKey } from './backlog-view.ts';
import { FactsPanel } from './facts-panel.tsx';
import { MachineDetails } from './machine-details.tsx';
import { MissingDetails, type MissingFactView } from './missing-details.tsx';
import type { ReadinessView } from './readiness-view.ts';
import { RuleDetails } from './rule-details.tsx';
import { BulkPanel, TaskPanel } from './task-panel.tsx';
import type { Backlog } from './use-backlog.ts';

const useStyles = makeStyles({ hint: { margin: 0, color: tokens.colorNeutralForeground2 } });

interface ReadinessDetailsProps {
  readonly view: ReadinessView;
  readonly readiness: ReadinessSummary;
  readonly facts: readonly MissingFactView[];
  readonly backlog: Backlog;
  readonly onView: (changes: Partial<ReadinessView>) => void;
}

/** The panel at the right: the chosen rule, machine or missing fact. */
export function ReadinessDetails({ view, readiness, facts, backlog, onView }: ReadinessDetailsProps) {
  const onRule = (ruleId: string): void => onView({ tab: 'rules', ruleId, text: '', severities: [], panel: 'details' });
  const onMachine = (machineId: string): void => onView({ tab: 'machines', machineId, text: '', verdicts: [], panel: 'details' });
  const row = useAppState((state) => (view.machineId === null ? undefined : state.machinesById.get(view.machineId)));
  const close = (): void => onView({ panel: 'details' });
  if (view.panel === 'facts') return <FactsPanel onClose={close} />;
  if (view.panel === 'changes' && readiness.ruleSetChange !== null) {
    const { title, close: label } = readinessText.change;
    return (
      <DetailsPanel title={title} actions={<IconButton icon={<DismissRegular />} size="small" label={label} onClick={close} />}>
        <Changes change={readiness.ruleSetChange} rules={readiness.rules} onRule={onRule} />
      </DetailsPanel>
    );
  }
  if (view.panel === 'bulk' && view.tab === 'backlog')
    return <BulkPanel filter={backlogFilter(view.backlog)} total={backlog.total} onClose={close} />;
  if (view.tab === 'backlog') {
    const task = backlog.tasks?.find((candidate) => taskKey(candidate) === view.taskKey);
    if (task === undefined) return <Hint title={backlogText.title} text={backlogText.choose} />;
    return (
      <TaskPanel
        key={taskKey(task)}
        task={task}
        onRule={onRule}
        onMachine={onMachine}
        onSameRule={(ruleId) => onView({ backlog: { ...FIRST_BACKLOG, ruleId } })}
      />
    );
  }
  if (view.tab === 'rules') {
    const rule = readiness.rules.find((candidate) => candidate.id === view.ruleId);
    if (rule === undefined) return <AboutRules readiness={readiness} onRule={onRule} />;
    return (
      <DetailsPanel key={rule.id} title={rule.title} actions={<RuleId id={rule.id} />}>
        <RuleDetails rule={rule} onMachine={onMachine} />
      </DetailsPanel>
    );
  }
  if (view.tab === 'machines') {
    if (row === undefined) return <Hint title={readinessText.machineColumn} text={readinessText.chooseMachine} />;
    return (
      <DetailsPanel key={row.id} title={row.name}>
        <MachineDetails row={row} rules={readiness.rules} onRule={onRule} />
      </DetailsPanel>
    );
  }
  const fact = facts.find((candidate) => candidate.field === view.field);
  if (fact === undefined) return <Hint title={readinessText.missing.fieldColumn} text={readinessText.missing.chooseFact} />;
  return (
    <DetailsPanel key={fact.field} title={fact.title}>
      <MissingDetails fact={fact} rules={readiness.rules} onRule={onRule} />
    </DetailsPanel>
  );
}

function RuleId({ id }: { readonly id: string }) {
  const styles = useStyles();
  return <span className={styles.hint}>{id}</span>;
}

function Hint({ title, text }: { readonly title: string; readonly text: string }) {
  const styles = useStyles();
  return (
    <DetailsPanel title={title}>
      <p className={styles.hint}>{text}</p>
    </DetailsPanel>
  );
}
