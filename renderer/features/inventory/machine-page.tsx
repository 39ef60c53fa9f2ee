import { Button, makeStyles, Tab, TabList } from '@fluentui/react-components';
import { ArrowLeftRegular, ServerRegular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';

import type { MachineRow } from '../../../shared/contract/shapes.ts';
import { useApp, useAppState, useSnapshot } from '../../store/app-context.tsx';
import { useScreenMemory } from '../../store/screen-memory.ts';
import { useReply } from '../../store/use-reply.ts';
import { VERDICT_WORDS } from '../../text/common-verdicts.ts';
import { pageText } from '../../text/inventory-views.ts';
import { inventoryText } from '../../text/inventory.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DetailsPanel, ScreenLayout } from '../../ui/screen-layout.tsx';
import { Section } from '../../ui/section.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import type { EditTask } from './edit-task.ts';
import { EditValues } from './edit-values.tsx';
import { FindingsPart } from './findings-part.tsx';
import { MachineActions, Placement } from './machine-details.tsx';
import { PageAzure } from './page-azure.tsx';
import { PageCalls } from './page-calls.tsx';
import { PageChecklist } from './page-checklist.tsx';
import { PageHistory } from './page-history.tsx';
import { PageValues } from './page-values.tsx';
import { SetScenario } from './set-scenario.tsx';
import { SetScope } from './set-scope.tsx';
import { SizingPart } from './sizing-part.tsx';

const PARTS = ['values', 'findings', 'calls', 'sizing', 'checklist', 'azure', 'history'] as const;
type Part = (typeof PARTS)[number];

const useStyles = makeStyles({ tabs: { margin: '0 -8px' }, out: { margin: '8px 0' } });

/** Everything about one machine: values with their sources, findings, calls, size, checklist, Azure, history. */
export function MachinePage({ machineId }: { readonly machineId: string }) {
  const app = useApp();
  const row = useAppState((state) => state.machinesById.get(machineId));
  if (row !== undefined) return <FullPage key={machineId} row={row} />;
  return (
    <ScreenLayout title={inventoryText.title}>
      <EmptyState
        icon={<ServerRegular />}
        title={pageText.gone}
        text={inventoryText.details.gone}
        action={<Button onClick={() => app.go('inventory')}>{pageText.back}</Button>}
      />
    </ScreenLayout>
  );
}

function FullPage({ row }: { readonly row: MachineRow }) {
  const styles = useStyles();
  const app = useApp();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const asked = useReply('machine.get', { machineId: row.id }, `${row.id}|${seq}`);
  const [part, setPart] = useScreenMemory<Part>('inventory.page-part', 'values');
  const [task, setTask] = useState<EditTask | null>(null);
  const machine = asked.kind === 'answered' && asked.value.row.id === row.id ? asked.value : null;
  const verdict = VERDICT_WORDS[row.verdict];
  const findings = machine?.findings.length ?? 0;
  const edit = (next: EditTask): void => {
    app.toggleDetails(true);
    setTask(next);
  };
  return (
    <ScreenLayout
      title={row.name}
      answer={[row.application, row.osName].filter((words) => words !== null).join(' · ')}
      actions={
        <Button icon={<ArrowLeftRegular />} onClick={() => app.go('inventory', row.id)}>
          {pageText.back}
        </Button>
      }
      toolbar={
        <TabList
          size="small"
          className={styles.tabs}
          aria-label={pageText.tabsLabel}
          selectedValue={part}
          onTabSelect={(_, data) => setPart(data.value as Part)}
        >
          {PARTS.map((id) => (
            <Tab key={id} value={id}>
              {id === 'findings' ? pageText.count(pageText.tabs.findings, findings) : pageText.tabs[id]}
            </Tab>
          ))}
        </TabList>
      }
      details={
        <Side row={row} task={task} onDone={() => setTask(null)}>
          <ToneMark tone={verdict.tone}>{verdict.title}</ToneMark>
          {!row.isInScope && machine !== null && (
            <p className={styles.out}>
              {machine.outOfScopeReason === null ? inventoryText.scope.out : inventoryText.details.outOfScope(machine.outOfScopeReason)}
            </p>
          )}
          {!isReadOnly && <MachineActions row={row} onEdit={edit} />}
          <Section title={pageText.side} level={3} isDense>
            <Placement row={row} />
          </Section>
        </Side>
      }
    >
      {asked.kind === 'failed' && <p role="alert">{asked.failure.detail}</p>}
      {machine !== null && part === 'values' && <PageValues machine={machine} isReadOnly={isReadOnly} />}
      {machine !== null && part === 'findings' && <FindingsPart findings={machine.findings} />}
      {machine !== null && part === 'sizing' && <SizingPart machine={machine} />}
      {part === 'calls' && <PageCalls machineId={row.id} />}
      {part === 'checklist' && <PageChecklist machineId={row.id} />}
      {part === 'azure' && <PageAzure machineId={row.id} isReadOnly={isReadOnly} />}
      {part === 'history' && <PageHistory machineId={row.id} isReadOnly={isReadOnly} />}
    </ScreenLayout>
  );
}

interface SideProps {
  readonly row: MachineRow;
  readonly task: EditTask | null;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

/** The panel beside the page: where the machine stands, or an edit under way. */
function Side({ row, task, onDone, children }: SideProps) {
  if (task?.kind === 'values') return <EditValues rows={[row]} onDone={onDone} />;
  if (task?.kind === 'scenario') return <SetScenario rows={[row]} onDone={onDone} />;
  if (task?.kind === 'scope') return <SetScope rows={[row]} isInScope={task.isInScope} onDone={onDone} />;
  return <DetailsPanel title={row.name}>{children}</DetailsPanel>;
}
