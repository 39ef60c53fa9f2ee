import { Button, Link, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';

import type { MachineRow } from '../../../shared/contract/shapes.ts';
import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { useScreenMemory } from '../../store/screen-memory.ts';
import { useReply } from '../../store/use-reply.ts';
import { formatInZone } from '../../text/common-format.ts';
import { scenarioTitle } from '../../text/common-scenarios.ts';
import { VERDICT_WORDS } from '../../text/common-verdicts.ts';
import { pageText } from '../../text/inventory-views.ts';
import { inventoryText } from '../../text/inventory.ts';
import { sizingText } from '../../text/sizing.ts';
import { FactList } from '../../ui/facts.tsx';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { AzurePart } from './azure-part.tsx';
import type { EditTask } from './edit-task.ts';
import { FactsPart } from './facts-part.tsx';
import { FindingsPart } from './findings-part.tsx';
import { pageTarget } from './inventory-look.ts';
import { SizingPart } from './sizing-part.tsx';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', margin: '8px 0 4px' },
  tabs: { margin: '4px -8px 8px' },
  out: { margin: '8px 0 0', color: tokens.colorNeutralForeground2 },
});

interface MachineDetailsProps {
  readonly row: MachineRow;
  readonly isReadOnly: boolean;
  readonly onEdit: (task: EditTask) => void;
}

/** One machine in full: where it stands, its facts with their sources, and what stands in its way. */
export function MachineDetails({ row, isReadOnly, onEdit }: MachineDetailsProps) {
  const styles = useStyles();
  const app = useApp();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const asked = useReply('machine.get', { machineId: row.id }, `${row.id}|${seq}`);
  const [part, setPart] = useScreenMemory<'findings' | 'facts' | 'target'>('inventory.details-part', 'facts');
  const words = inventoryText.details;
  const machine = asked.kind === 'answered' && asked.value.row.id === row.id ? asked.value : null;
  const verdict = VERDICT_WORDS[row.verdict];
  const takeBack = (field: string): void =>
    void app.ask('machine.set-values', { machineIds: [row.id], values: { [field]: null } }, words.takenBack);
  return (
    <DetailsPanel title={row.name}>
      <ToneMark tone={verdict.tone}>{verdict.title}</ToneMark>
      {!row.isInScope && (
        <p className={styles.out}>
          {machine?.outOfScopeReason == null ? inventoryText.scope.out : words.outOfScope(machine.outOfScopeReason)}
        </p>
      )}
      <div className={styles.actions}>
        <Button size="small" onClick={() => app.go('inventory', pageTarget(row.id))}>
          {pageText.open}
        </Button>
        {!isReadOnly && <EditButtons row={row} onEdit={onEdit} />}
      </div>
      <Placement row={row} />
      <AzurePart machineId={row.id} />
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={part}
        aria-label={words.tabs}
        onTabSelect={(_, data) => setPart(data.value === 'findings' || data.value === 'target' ? data.value : 'facts')}
      >
        <Tab value="facts">{words.facts}</Tab>
        <Tab value="target">{sizingText.target}</Tab>
        <Tab value="findings">{words.findings(machine?.findings.length ?? 0)}</Tab>
      </TabList>
      {asked.kind === 'failed' && <p role="alert">{asked.failure.detail}</p>}
      {machine !== null && part === 'facts' && <FactsPart machine={machine} isReadOnly={isReadOnly} onTakeBack={takeBack} />}
      {machine !== null && part === 'target' && <SizingPart machine={machine} />}
      {machine !== null && part === 'findings' && <FindingsPart findings={machine.findings} />}
    </DetailsPanel>
  );
}

interface EditButtonsProps {
  readonly row: MachineRow;
  readonly onEdit: (task: EditTask) => void;
}

function EditButtons({ row, onEdit }: EditButtonsProps) {
  const words = inventoryText.details;
  return (
    <>
      <Button size="small" onClick={() => onEdit({ kind: 'values', machineIds: [row.id] })}>
        {words.edit}
      </Button>
      <Button size="small" onClick={() => onEdit({ kind: 'scenario', machineIds: [row.id] })}>
        {words.setScenario}
      </Button>
      <Button size="small" onClick={() => onEdit({ kind: 'scope', machineIds: [row.id], isInScope: !row.isInScope })}>
        {row.isInScope ? words.scopeOut : words.scopeIn}
      </Button>
    </>
  );
}

/** What can be done to one machine. */
export function MachineActions(props: EditButtonsProps) {
  const styles = useStyles();
  return (
    <div className={styles.actions}>
      <EditButtons {...props} />
    </div>
  );
}

/** Scenario, wave and move group, each leading to where it is planned. */
export function Placement({ row }: { readonly row: MachineRow }) {
  const app = useApp();
  const wave = useSnapshot((snapshot) => snapshot.plan?.waves.find((candidate) => candidate.id === row.waveId) ?? null);
  const group = useSnapshot((snapshot) => snapshot.groups.find((candidate) => candidate.id === row.groupId) ?? null);
  const words = inventoryText.details;
  const when = wave?.window == null ? '' : `, ${formatInZone(wave.window.startsAt, wave.window.timeZone)}`;
  return (
    <FactList
      facts={[
        { title: words.scenario, value: scenarioTitle(row.scenario) },
        {
          title: words.wave,
          value:
            wave === null ? (
              words.noWave
            ) : (
              <Link as="button" onClick={() => app.go('waves', wave.id)}>
                {wave.title}
                {when}
              </Link>
            ),
        },
        ...(group === null || group.reason === 'single'
          ? []
          : [
              {
                title: words.group,
                value: (
                  <Link as="button" onClick={() => app.go('groups', group.id)}>
                    {words.groupOf(group.title, group.machineIds.length)}
                  </Link>
                ),
              },
            ]),
      ]}
    />
  );
}
