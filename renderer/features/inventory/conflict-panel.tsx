import { Button, makeStyles, tokens } from '@fluentui/react-components';

import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { formatDay } from '../../text/common-format.ts';
import { formatFieldValue } from '../../text/common-values.ts';
import { conflictText } from '../../text/inventory-views.ts';
import { inventoryText } from '../../text/inventory.ts';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import { Section } from '../../ui/section.tsx';
import { numberedReadings, trustOffers, type Conflict, type ConflictReading } from './conflict-list.ts';
import type { Decide } from './conflicts-view.tsx';
import { pageTarget } from './inventory-look.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  reading: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    columnGap: '8px',
    padding: '8px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  key: {
    display: 'grid',
    placeItems: 'center',
    width: '22px',
    height: '22px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  value: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  note: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  help: { margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
  acts: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: '6px' },
  use: { marginTop: '4px' },
  page: { marginBottom: '16px' },
});

interface ConflictPanelProps {
  readonly conflict: Conflict | null;
  readonly conflicts: readonly Conflict[];
  readonly onDecide: Decide;
}

/** What each source says of one field of one machine, to choose from; and of the field on all machines at once. */
export function ConflictPanel({ conflict, conflicts, onDecide }: ConflictPanelProps) {
  const styles = useStyles();
  const app = useApp();
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  if (conflict === null) {
    return (
      <DetailsPanel title={conflictText.title}>
        <p>{conflictText.choose}</p>
      </DetailsPanel>
    );
  }
  const readings = numberedReadings(conflict);
  const offers = trustOffers(conflicts, conflict.field).filter(({ machineIds }) => machineIds.length > 1);
  const trust = (importId: string, machineIds: readonly string[]): void => {
    const reading = readings.find((one) => one.importId === importId) ?? readings[0];
    if (reading !== undefined) void onDecide(conflict, { ...reading, importId }, machineIds);
  };
  return (
    <DetailsPanel title={conflictText.panelTitle(conflict.title, conflict.machineName)}>
      {!isReadOnly && <p className={styles.help}>{conflictText.help(Math.min(readings.length, 5))}</p>}
      <ol className={styles.list} data-testid="conflict-readings">
        {readings.map((reading, index) => (
          <li key={`${reading.importId ?? ''}|${reading.at}|${reading.row ?? ''}`} className={styles.reading}>
            <span className={styles.key} aria-hidden>
              {index + 1}
            </span>
            <Reading
              conflict={conflict}
              reading={reading}
              isReadOnly={isReadOnly}
              isCounting={index === 0}
              onUse={() => void onDecide(conflict, reading)}
            />
          </li>
        ))}
      </ol>
      <Button size="small" className={styles.page} onClick={() => app.go('inventory', pageTarget(conflict.machineId))}>
        {conflictText.openMachine}
      </Button>
      {!isReadOnly && offers.length > 0 && (
        <Section title={conflictText.bulk} level={3} isDense>
          <div className={styles.acts} data-testid="trust-source">
            <span className={styles.note}>
              {conflictText.bulkText(conflict.title, conflicts.filter(({ field }) => field === conflict.field).length)}
            </span>
            {offers.map(({ importId, source, machineIds }) => (
              <Button key={importId} size="small" onClick={() => trust(importId, machineIds)}>
                {conflictText.trust(source, machineIds.length)}
              </Button>
            ))}
          </div>
        </Section>
      )}
    </DetailsPanel>
  );
}

interface ReadingProps {
  readonly conflict: Conflict;
  readonly reading: ConflictReading;
  readonly isCounting: boolean;
  readonly isReadOnly: boolean;
  readonly onUse: () => void;
}

function Reading({ conflict, reading, isCounting, isReadOnly, onUse }: ReadingProps) {
  const styles = useStyles();
  const { sheet, row, source, at } = reading;
  const place = sheet === null || row === null ? source : `${source}, ${inventoryText.details.sheetRow(sheet, row)}`;
  return (
    <div>
      <div className={styles.value}>{formatFieldValue(conflict.field, reading.value)}</div>
      <div className={styles.note}>
        {place} · {formatDay(at)}
        {isCounting && ` · ${conflictText.counts}`}
      </div>
      {!isReadOnly && (
        <Button size="small" className={styles.use} onClick={onUse}>
          {conflictText.use}
        </Button>
      )}
    </div>
  );
}
