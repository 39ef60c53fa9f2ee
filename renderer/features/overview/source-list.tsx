import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';

import { useAppState, useSnapshot } from '../../store/app-context.tsx';
import { useShowMachines } from '../../store/inventory-query.ts';
import { formatDay, formatDayTime, formatNumber } from '../../text/common-format.ts';
import { overviewText } from '../../text/overview.ts';
import { Section } from '../../ui/section.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { conflictCount, dataTimeOf } from './overview-facts.ts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums', tableLayout: 'fixed' },
  head: {
    padding: '0 8px 4px 0',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: { padding: '6px 8px 6px 0', verticalAlign: 'top', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  end: { textAlign: 'right', paddingRight: 0, width: '76px' },
  when: { width: '116px' },
  file: { overflowWrap: 'anywhere' },
  format: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  conflicts: { display: 'flex', alignItems: 'center', gap: '8px', margin: '8px 0 0' },
});

/** Where the data come from and how old they are. */
export function SourceList() {
  const styles = useStyles();
  const imports = useSnapshot((snapshot) => snapshot.imports);
  const rows = useAppState((state) => state.machines);
  const show = useShowMachines();
  const [nowMs] = useState(() => Date.now());
  const words = overviewText.sources;
  const conflicts = conflictCount(rows);
  return (
    <Section title={words.title}>
      <table className={styles.table} data-testid="sources">
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              {words.file}
            </th>
            <th scope="col" className={mergeClasses(styles.head, styles.when)}>
              {words.asOf}
            </th>
            <th scope="col" className={mergeClasses(styles.head, styles.end)}>
              {words.machines}
            </th>
          </tr>
        </thead>
        <tbody>
          {imports.toReversed().map((source) => {
            const at = dataTimeOf(source);
            const age = words.age(at, nowMs);
            return (
              <tr key={source.id}>
                <td className={mergeClasses(styles.cell, styles.file)}>
                  {source.fileName}
                  <div className={styles.format}>
                    {source.formatTitle}
                    {source.skipped.length > 0 && ` · ${words.leftOut(source.skipped.length)}`}
                  </div>
                </td>
                <td className={styles.cell} title={formatDayTime(at)}>
                  {formatDay(at)}
                  <div className={styles.format} title={words.isOld(at, nowMs) ? words.oldHint : undefined}>
                    {words.isOld(at, nowMs) ? <ToneMark tone="warning">{age}</ToneMark> : age}
                  </div>
                </td>
                <td className={mergeClasses(styles.cell, styles.end)}>{formatNumber(source.machineCount)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {conflicts > 0 && (
        <p className={styles.conflicts}>
          {words.conflicts(conflicts)}
          <Button size="small" onClick={() => show([{ kind: 'choice', field: 'trust', values: ['conflict'] }])}>
            {words.showConflicts}
          </Button>
        </p>
      )}
    </Section>
  );
}
