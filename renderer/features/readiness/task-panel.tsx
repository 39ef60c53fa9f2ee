import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';

import type { TaskView } from '../../../shared/contract/methods/readiness-methods.ts';
import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { backlogText, TASK_STATE_WORDS } from '../../text/backlog.ts';
import { formatDayTime } from '../../text/common-format.ts';
import { SEVERITY_WORDS } from '../../text/common-verdicts.ts';
import { FactList } from '../../ui/facts.tsx';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import { Section } from '../../ui/section.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { TaskFields } from './task-fields.tsx';
import { changesOfMany, changesOfOne, EMPTY_TASK_FORM, formOfTask } from './task-form.ts';
import type { BacklogFilter } from './use-backlog.ts';
import { seenWords } from './verdicts.ts';

const useStyles = makeStyles({
  state: { display: 'flex', flexDirection: 'column', gap: '2px', marginBottom: '12px' },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  text: { margin: '0 0 12px' },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', margin: '8px 0 12px' },
  link: { minHeight: '24px' },
});

interface TaskPanelProps {
  readonly task: TaskView;
  readonly onRule: (ruleId: string) => void;
  readonly onMachine: (machineId: string) => void;
  /** Narrows the list to the tasks of one rule. */
  readonly onSameRule: (ruleId: string) => void;
}

/** One task of the backlog: what is wrong, what to do, and who does it until when. */
export function TaskPanel({ task, onRule, onMachine, onSameRule }: TaskPanelProps) {
  const styles = useStyles();
  const app = useApp();
  const state = TASK_STATE_WORDS[task.state];
  const save = async (form: Parameters<typeof changesOfOne>[1]): Promise<boolean> => {
    const tasks = [{ ruleId: task.ruleId, machineIds: [task.machineId] }];
    return (await app.ask('backlog.change', { tasks, changes: changesOfOne(task, form) }, backlogText.saveFailed)) !== null;
  };
  return (
    <DetailsPanel title={task.title}>
      <div className={styles.state}>
        <ToneMark tone={state.tone}>{state.title}</ToneMark>
        {task.stateBy !== null && task.stateAt !== null && (
          <span className={styles.small}>{backlogText.by(task.stateBy, formatDayTime(task.stateAt))}</span>
        )}
        {task.reopenedBecause !== null && <span className={styles.small}>{task.reopenedBecause}</span>}
        {task.state === 'fixed' && <span className={styles.small}>{task.isProven ? backlogText.proven : backlogText.unproven}</span>}
      </div>
      <FactList
        facts={[
          { title: backlogText.columns.machine, value: task.machineName },
          {
            title: backlogText.weight,
            value: <ToneMark tone={SEVERITY_WORDS[task.severity].tone}>{SEVERITY_WORDS[task.severity].title}</ToneMark>,
          },
          { title: backlogText.seen, value: task.detail ?? seenWords(task.seen) },
        ]}
      />
      <div className={styles.links}>
        <Link as="button" className={styles.link} onClick={() => onMachine(task.machineId)}>
          {backlogText.showMachine}
        </Link>
        <Link as="button" className={styles.link} onClick={() => onRule(task.ruleId)}>
          {backlogText.showRule}
        </Link>
        <Link as="button" className={styles.link} onClick={() => onSameRule(task.ruleId)}>
          {backlogText.sameRule}
        </Link>
      </div>
      <Section title={backlogText.remedy} level={3} isDense>
        <p className={styles.text}>{task.remedy}</p>
      </Section>
      <Section title={backlogText.assign} level={3} isDense>
        <TaskFields
          key={JSON.stringify(formOfTask(task))}
          first={formOfTask(task)}
          changesOf={(form) => changesOfOne(task, form)}
          canAccept={task.severity !== 'blocker' && task.severity !== 'refused'}
          isMany={false}
          saveLabel={backlogText.save}
          onSave={save}
        />
      </Section>
    </DetailsPanel>
  );
}

interface BulkPanelProps {
  readonly filter: BacklogFilter;
  readonly total: number;
  readonly onClose: () => void;
}

/** The same for everything that the list shows: assigned in one act, taken back in one act. */
export function BulkPanel({ filter, total, onClose }: BulkPanelProps) {
  const styles = useStyles();
  const app = useApp();
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const save = async (form: Parameters<typeof changesOfMany>[0]): Promise<boolean> => {
    const changed = await app.ask('backlog.change', { filter, changes: changesOfMany(form) }, backlogText.saveFailed);
    if (changed === null) return false;
    app.notify({
      tone: 'success',
      title: backlogText.changed(changed.changed),
      action: { label: backlogText.showInJournal, screen: 'journal', target: null },
    });
    onClose();
    return true;
  };
  return (
    <DetailsPanel
      title={backlogText.bulkTitle(total)}
      actions={
        <Button size="small" appearance="subtle" onClick={onClose}>
          {backlogText.cancel}
        </Button>
      }
    >
      <p className={styles.text}>{isReadOnly ? backlogText.readOnly : backlogText.bulkText}</p>
      <TaskFields
        first={EMPTY_TASK_FORM}
        changesOf={changesOfMany}
        canAccept
        isMany
        saveLabel={backlogText.bulkSave(total)}
        onSave={save}
      />
    </DetailsPanel>
  );
}
