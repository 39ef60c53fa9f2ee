import { makeStyles, mergeClasses, Switch, tokens } from '@fluentui/react-components';
import { ArrowResetRegular } from '@fluentui/react-icons';

import { useScreenMemory } from '../../store/screen-memory.ts';
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
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', columnGap: '8px', marginBottom: '4px' },
  main: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  switch: { whiteSpace: 'nowrap' },
  inlineValue: { minWidth: 0, overflowWrap: 'anywhere' },
  disputed: { display: 'flex', flexWrap: 'wrap', columnGap: '8px' },
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
  const [showsAll, setShowsAll] = useScreenMemory('inventory.all-sources', false);
  const main = mainSource(machine.fields);
  return (
    <>
      <div className={styles.top}>
        {main !== null && <p className={styles.main}>{inventoryText.details.mostFrom(main.source, formatDay(main.at))}</p>}
        <Switch
          label={{ className: styles.switch, children: inventoryText.details.allSources }}
          checked={showsAll}
          onChange={(_, data) => setShowsAll(data.checked)}
        />
      </div>
      {groupFacts(machine.fields).map(({ group, facts }) => (
        <Section key={group} title={inventoryText.details.groups[group]} level={3} isDense>
          <dl className={styles.list}>
            {facts.map((fact) => (
              <div key={fact.name} className={styles.fact}>
                <dt className={styles.term}>{fact.title}</dt>
                <dd className={styles.value}>
                  <FactValue fact={fact} main={main} showsAll={showsAll} />
                  {fact.state === 'person' && (
                    <div className={styles.person}>
                      {inventoryText.grid.dots.person}
                      {!isReadOnly && (
                        <IconButton
                          icon={<ArrowResetRegular />}
                          size="small"
                          label={inventoryText.details.takeBack(fact.title)}
                          onClick={() => onTakeBack(fact.name)}
                        />
                      )}
                    </div>
                  )}
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
  readonly showsAll: boolean;
}

function FactValue({ fact, main, showsAll }: FactValueProps) {
  const styles = useStyles();
  const value = formatFieldValue(fact.name, fact.value);
  const reading = countingReading(fact);
  const isDisputed = fact.state === 'conflict' || (fact.state === 'person' && fact.readings.length > 1);
  if (isDisputed || (showsAll && fact.readings.length > 1)) {
    return (
      <>
        <span className={styles.disputed}>
          <span>{value}</span>
          {fact.state === 'conflict' && <ToneMark tone="warning">{inventoryText.grid.dots.conflict}</ToneMark>}
        </span>
        <Readings fact={fact} />
      </>
    );
  }
  if (reading === null) return value;
  const isInMain = fact.readings.some(({ source, at }) => source === main?.source && at === main.at);
  if (!isInMain && fact.readings.length === 1) {
    return (
      <>
        {value}
        <SourceLine reading={reading} />
      </>
    );
  }
  return (
    <div className={styles.inline}>
      <span className={styles.inlineValue}>{value}</span>
      {fact.readings.length === 1 ? (
        <PlaceInFile reading={reading} />
      ) : (
        <span className={styles.place} title={fact.readings.map(({ source }) => source).join(', ')}>
          {inventoryText.details.sourcesAgree(fact.readings.length)}
        </span>
      )}
    </div>
  );
}

/** Every statement, the newest first; the value is repeated where they differ. */
function Readings({ fact }: { readonly fact: FactView }) {
  const styles = useStyles();
  return (
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
