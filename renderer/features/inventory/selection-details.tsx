import { Button, makeStyles, tokens } from '@fluentui/react-components';

import type { MachineRow } from '../../../shared/contract/shapes.ts';
import type { Verdict } from '../../../shared/readiness/rule.ts';
import { sumMachines } from '../../store/selectors.ts';
import { formatGiB, formatMemory, formatNumber } from '../../text/common-format.ts';
import { VERDICT_WORDS } from '../../text/common-verdicts.ts';
import { inventoryText } from '../../text/inventory.ts';
import { StackedBar } from '../../ui/bars.tsx';
import { FactList } from '../../ui/facts.tsx';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import { Section } from '../../ui/section.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import type { EditTask } from './edit-task.ts';

const VERDICTS: readonly Verdict[] = ['ready', 'ready-with-warnings', 'undecided', 'blocked'];

/** More machines than these are hardly ever one. */
const MOST_MERGED = 10;

const useStyles = makeStyles({
  text: { margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginBottom: '16px' },
  readiness: { marginTop: '16px' },
  verdicts: { listStyle: 'none', margin: '8px 0 0', padding: 0 },
  verdict: { display: 'flex', justifyContent: 'space-between', padding: '2px 0', fontVariantNumeric: 'tabular-nums' },
});

interface SelectionDetailsProps {
  readonly title: string;
  readonly rows: readonly MachineRow[];
  readonly isReadOnly: boolean;
  readonly onEdit: (task: EditTask) => void;
  /** `null` = they were not chosen one by one. */
  readonly onClear: (() => void) | null;
}

/** Several machines: their sums, how ready they are, and what can be set for all of them at once. */
export function SelectionDetails({ title: panelTitle, rows, isReadOnly, onEdit, onClear }: SelectionDetailsProps) {
  const styles = useStyles();
  const words = inventoryText.selection;
  const sums = sumMachines(rows);
  const machineIds = rows.map((row) => row.id);
  const counts = VERDICTS.map((verdict) => ({
    verdict,
    ...VERDICT_WORDS[verdict],
    count: rows.filter((row) => row.verdict === verdict).length,
  })).filter(({ count }) => count > 0);
  const isAnyIn = rows.some((row) => row.isInScope);
  const isAnyOut = rows.some((row) => !row.isInScope);
  const unknown = sums.unknownCount === 0 ? [] : [{ title: inventoryText.unknownValue, value: words.unknown(sums.unknownCount) }];
  return (
    <DetailsPanel title={panelTitle}>
      {!isReadOnly && (
        <>
          <p className={styles.text}>{words.text}</p>
          <div className={styles.actions}>
            <Button size="small" appearance="primary" onClick={() => onEdit({ kind: 'values', machineIds })}>
              {inventoryText.details.edit}
            </Button>
            <Button size="small" onClick={() => onEdit({ kind: 'scenario', machineIds })}>
              {inventoryText.details.setScenario}
            </Button>
            {isAnyIn && (
              <Button size="small" onClick={() => onEdit({ kind: 'scope', machineIds, isInScope: false })}>
                {inventoryText.details.scopeOut}
              </Button>
            )}
            {isAnyOut && (
              <Button size="small" onClick={() => onEdit({ kind: 'scope', machineIds, isInScope: true })}>
                {inventoryText.details.scopeIn}
              </Button>
            )}
            {onClear !== null && rows.length <= MOST_MERGED && (
              <Button size="small" onClick={() => onEdit({ kind: 'merge', machineIds, isFromDuplicates: false })}>
                {inventoryText.merge.action}
              </Button>
            )}
            {onClear !== null && (
              <Button size="small" appearance="subtle" onClick={onClear}>
                {words.clear}
              </Button>
            )}
          </div>
        </>
      )}
      <FactList
        facts={[
          { title: words.cpu, value: `${formatNumber(sums.cpuCount)} vCPU` },
          { title: words.memory, value: formatMemory(sums.memoryMiB) },
          { title: words.storage, value: formatGiB(sums.storageGiB) },
          ...unknown,
        ]}
      />
      <div className={styles.readiness}>
        <Section title={words.verdicts} level={3} isDense>
          <StackedBar parts={counts} label={counts.map(({ title, count }) => `${title}: ${count}`).join(', ')} />
          <ul className={styles.verdicts}>
            {counts.map(({ verdict, tone, title, count }) => (
              <li key={verdict} className={styles.verdict}>
                <ToneMark tone={tone}>{title}</ToneMark>
                {formatNumber(count)}
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </DetailsPanel>
  );
}
