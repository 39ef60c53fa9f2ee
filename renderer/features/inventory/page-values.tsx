import { Button, makeStyles, mergeClasses, Switch, tokens } from '@fluentui/react-components';

import { useApp } from '../../store/app-context.tsx';
import { useScreenMemory } from '../../store/screen-memory.ts';
import { formatDay, formatDayTime } from '../../text/common-format.ts';
import { formatFieldValue } from '../../text/common-values.ts';
import { conflictText, pageText } from '../../text/inventory-views.ts';
import { inventoryText } from '../../text/inventory.ts';
import { Section } from '../../ui/section.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { groupFacts, type FactView, type MachineView } from './fact-groups.ts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums', tableLayout: 'fixed' },
  head: {
    padding: '0 8px 4px 0',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    padding: '4px 8px 4px 0',
    textAlign: 'left',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    fontWeight: tokens.fontWeightRegular,
  },
  first: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  counting: { fontWeight: tokens.fontWeightSemibold },
  other: { color: tokens.colorNeutralForeground2 },
  why: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  none: { color: tokens.colorNeutralForeground2 },
  field: { width: '17%' },
  value: { width: '24%' },
  when: { width: '106px' },
  act: { width: '88px' },
});

interface PageValuesProps {
  readonly machine: MachineView;
  readonly isReadOnly: boolean;
}

/** Every value that any source states, which one counts and why, and the way to let another one count. */
export function PageValues({ machine, isReadOnly }: PageValuesProps) {
  const styles = useStyles();
  const [isShort, setIsShort] = useScreenMemory('inventory.page-disputed', false);
  const facts = isShort ? machine.fields.filter(({ state }) => state === 'conflict' || state === 'person') : machine.fields;
  return (
    <div data-testid="page-values">
      <Switch label={pageText.onlyDisputed} checked={isShort} onChange={(_, data) => setIsShort(data.checked)} />
      {facts.length === 0 && <p className={styles.none}>{pageText.nothingDisputed}</p>}
      {groupFacts(facts).map(({ group, facts: members }) => (
        <Section key={group} title={inventoryText.details.groups[group]} isDense>
          <ValueTable machineId={machine.row.id} facts={members} isReadOnly={isReadOnly} label={inventoryText.details.groups[group]} />
        </Section>
      ))}
    </div>
  );
}

interface ValueTableProps {
  readonly machineId: string;
  readonly facts: readonly FactView[];
  readonly isReadOnly: boolean;
  readonly label: string;
}

function ValueTable({ machineId, facts, isReadOnly, label }: ValueTableProps) {
  const styles = useStyles();
  const { columns } = pageText;
  return (
    <table className={styles.table} aria-label={`${label}: ${pageText.valuesLabel}`}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.head, styles.field)}>
            {columns.field}
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.value)}>
            {columns.value}
          </th>
          <th scope="col" className={styles.head}>
            {columns.source}
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.when)}>
            {columns.at}
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.act)}>
            {columns.act}
          </th>
        </tr>
      </thead>
      <tbody>
        {facts.flatMap((fact) =>
          fact.readings
            .toReversed()
            .map((reading, index) => (
              <ReadingRow
                key={`${fact.name}|${reading.importId ?? ''}|${reading.at}|${reading.row ?? ''}`}
                machineId={machineId}
                fact={fact}
                reading={reading}
                isFirst={index === 0}
                isReadOnly={isReadOnly}
              />
            )),
        )}
      </tbody>
    </table>
  );
}

interface ReadingRowProps {
  readonly machineId: string;
  readonly fact: FactView;
  readonly reading: FactView['readings'][number];
  readonly isFirst: boolean;
  readonly isReadOnly: boolean;
}

function ReadingRow({ machineId, fact, reading, isFirst, isReadOnly }: ReadingRowProps) {
  const styles = useStyles();
  const { source, sheet, row, importId, at, counts } = reading;
  const inFile = sheet === null || row === null ? source : `${source}, ${inventoryText.details.sheetRow(sheet, row)}`;
  const place = importId === null ? pageText.person(source) : inFile;
  const cell = mergeClasses(styles.cell, isFirst && styles.first);
  return (
    <tr>
      {isFirst && (
        <th scope="rowgroup" rowSpan={fact.readings.length} className={cell}>
          {fact.title}
          {fact.state === 'conflict' && <ToneMark tone="warning">{inventoryText.grid.dots.conflict}</ToneMark>}
        </th>
      )}
      <td className={mergeClasses(cell, counts ? styles.counting : styles.other)}>
        {formatFieldValue(fact.name, reading.value)}
        {counts && fact.readings.length > 1 && <div className={styles.why}>{pageText.counts[fact.state]}</div>}
      </td>
      <td className={mergeClasses(cell, styles.other)}>{place}</td>
      <td className={mergeClasses(cell, styles.other)} title={formatDayTime(at)}>
        {formatDay(at)}
      </td>
      <td className={cell}>{!isReadOnly && <Choose machineId={machineId} fact={fact} reading={reading} />}</td>
    </tr>
  );
}

/** Lets another reading count, or takes back what a person said. */
function Choose({ machineId, fact, reading }: Pick<ReadingRowProps, 'machineId' | 'fact' | 'reading'>) {
  const app = useApp();
  const { importId, counts } = reading;
  if (importId === null) {
    const takeBack = (): void =>
      void app.ask('machine.set-values', { machineIds: [machineId], values: { [fact.name]: null } }, inventoryText.details.takenBack);
    return (
      <Button size="small" appearance="subtle" aria-label={pageText.takeBackLabel(fact.title)} onClick={takeBack}>
        {pageText.back2sources}
      </Button>
    );
  }
  const isAlone = fact.readings.length === 1 || fact.state === 'agreed';
  if (isAlone || fact.name === 'name' || (counts && fact.state !== 'conflict')) return null;
  const choose = async (): Promise<void> => {
    const input = { machineIds: [machineId], field: fact.name, importId };
    const chosen = await app.ask('machine.choose-source', input, conflictText.notDecided);
    if (chosen !== null) app.notify({ tone: 'success', title: pageText.chosen(fact.title), text: conflictText.undo });
  };
  return (
    <Button size="small" appearance="subtle" aria-label={pageText.chooseLabel(fact.title, reading.source)} onClick={() => void choose()}>
      {pageText.use}
    </Button>
  );
}
