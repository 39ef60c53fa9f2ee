import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowResetRegular } from '@fluentui/react-icons';

import { formatDay, formatDayTime, UNKNOWN } from '../../text/common-format.ts';
import { formatFieldValue } from '../../text/common-values.ts';
import { inventoryText } from '../../text/inventory.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Section } from '../../ui/section.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { countingReading, groupFacts, mainSource, type FactView, type MachineView, type SourceMoment } from './fact-groups.ts';

const useStyles = makeStyles({
  list: { margin: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  fact: { display: 'grid', gridTemplateColumns: '112px minmax(0, 1fr)', columnGap: '12px' },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
  source: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  main: { margin: '0 0 8px', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  inline: { display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: '8px' },
  place: { flexShrink: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  readings: { margin: '2px 0 0', padding: '0 0 0 8px', listStyle: 'none', borderLeft: `2px solid ${tokens.colorNeutralStroke2}` },
  counting: { fontWeight: tokens.fontWeightSemibold },
  person: { display: 'flex', alignItems: 'center', gap: '4px' },
});

interface FactsPartProps {
  readonly machine: MachineView;
  readonly isReadOnly: boolean;
  readonly onTakeBack: (field: string) => void;
}

/** Every fact with where it was read; where sources differ all of them are shown, and which one counts. */
export function FactsPart({ machine, isReadOnly, onTakeBack }: FactsPartProps) {
  const styles = useStyles();
  const main = mainSource(machine.fields);
  return (
    <>
      {main !== null && <p className={styles.main}>{inventoryText.details.mostFrom(main.source, formatDay(main.at))}</p>}
      {groupFacts(machine.fields).map(({ group, facts }) => (
        <Section key={group} title={inventoryText.details.groups[group]} level={3} isDense>
          <dl className={styles.list}>
            {facts.map((fact) => (
              <div key={fact.name} className={styles.fact}>
                <dt className={styles.term}>{fact.title}</dt>
                <dd className={styles.value}>
                  <FactValue fact={fact} main={main} isReadOnly={isReadOnly} onTakeBack={onTakeBack} />
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      ))}
    </>
  );
}

interface FactValueProps {
  readonly fact: FactView;
  /** Said once above all facts; of what was read there only the place is said here. */
  readonly main: SourceMoment | null;
  readonly isReadOnly: boolean;
  readonly onTakeBack: (field: string) => void;
}

function FactValue({ fact, main, isReadOnly, onTakeBack }: FactValueProps) {
  const styles = useStyles();
  const words = inventoryText.details;
  const reading = countingReading(fact);
  const value = formatFieldValue(fact.name, fact.value);
  if (fact.readings.length > 1) {
    return (
      <>
        {value}
        {fact.state === 'conflict' && <ToneMark tone="warning">{inventoryText.grid.dots.conflict}</ToneMark>}
        {fact.state === 'person' && !isReadOnly && (
          <span className={styles.person}>
            {inventoryText.grid.dots.person}
            <IconButton
              icon={<ArrowResetRegular />}
              size="small"
              label={words.takeBack(fact.title)}
              onClick={() => onTakeBack(fact.name)}
            />
          </span>
        )}
        <ul className={styles.readings}>
          {fact.readings.toReversed().map((one) => (
            <li key={`${one.source}-${one.at}-${one.row ?? ''}`}>
              {fact.state !== 'agreed' && (
                <span className={mergeClasses(one.counts && styles.counting)}>{formatFieldValue(fact.name, one.value)}</span>
              )}
              <SourceLine reading={one} />
            </li>
          ))}
        </ul>
      </>
    );
  }
  return (
    <>
      {reading !== null && reading.source === main?.source && reading.at === main.at ? (
        <div className={styles.inline}>
          <span>{value}</span>
          <PlaceInFile reading={reading} />
        </div>
      ) : (
        <>
          {value}
          {reading !== null && <SourceLine reading={reading} />}
        </>
      )}
      {fact.state === 'person' && !isReadOnly && (
        <IconButton icon={<ArrowResetRegular />} size="small" label={words.takeBack(fact.title)} onClick={() => onTakeBack(fact.name)} />
      )}
    </>
  );
}

/** Sheet and row, short; in full when it is pointed at. */
function PlaceInFile({ reading }: { readonly reading: FactView['readings'][number] }) {
  const styles = useStyles();
  if (reading.sheet === null || reading.row === null) return null;
  return (
    <span className={styles.place} title={`${reading.source}, ${inventoryText.details.sheetRow(reading.sheet, reading.row)}`}>
      {reading.sheet} {reading.row}
    </span>
  );
}

/** File, sheet, row and day of a statement. */
function SourceLine({ reading }: { readonly reading: FactView['readings'][number] }) {
  const styles = useStyles();
  const place =
    reading.sheet === null || reading.row === null
      ? reading.source
      : `${reading.source}, ${inventoryText.details.sheetRow(reading.sheet, reading.row)}`;
  return (
    <div className={styles.source} title={formatDayTime(reading.at)}>
      {place || UNKNOWN} · {formatDay(reading.at)}
    </div>
  );
}
