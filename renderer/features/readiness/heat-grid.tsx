import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type KeyboardEvent } from 'react';

import type { Severity } from '../../../shared/readiness/rule.ts';
import { formatNumber } from '../../text/common-format.ts';
import { scenarioTitle } from '../../text/common-scenarios.ts';
import { SEVERITY_WORDS } from '../../text/common-verdicts.ts';
import { readinessText } from '../../text/readiness.ts';
import { nextRow } from '../../ui/next-row.ts';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { rowsInOrder, type HeatCell, type HeatRow, type HeatSection } from './heat-table.ts';

const mix = (color: string, percent: number): string => `color-mix(in srgb, ${color} ${percent}%, transparent)`;
const red = tokens.colorStatusDangerBackground3;
const orange = tokens.colorStatusWarningBackground3;
const grey = tokens.colorNeutralStrokeAccessible;

const useStyles = makeStyles({
  table: { borderCollapse: 'separate', borderSpacing: 0, width: '100%', fontVariantNumeric: 'tabular-nums' },
  head: {
    position: 'sticky',
    top: '-4px',
    zIndex: 1,
    padding: '4px 8px',
    textAlign: 'end',
    verticalAlign: 'bottom',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  first: { textAlign: 'start', width: '100%' },
  section: { padding: '12px 8px 4px', textAlign: 'start', fontWeight: tokens.fontWeightSemibold },
  row: {
    cursor: 'default',
    ':hover td': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    '& td': { backgroundColor: tokens.colorNeutralBackground1Selected },
    ':hover td': { backgroundColor: tokens.colorNeutralBackground1Selected },
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  cell: { padding: '5px 8px', borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, whiteSpace: 'nowrap' },
  rule: { minWidth: '200px', maxWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  id: { display: 'inline-block', minWidth: '72px', color: tokens.colorNeutralForeground3 },
  number: { textAlign: 'end' },
  muted: { color: tokens.colorNeutralForeground3 },
  unknown: { color: tokens.colorNeutralForeground2 },
  heat: { minWidth: '120px', textAlign: 'end' },
  plate: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    columnGap: '8px',
    padding: '1px 8px',
    borderRadius: tokens.borderRadiusSmall,
  },
  bad1: { backgroundColor: mix(red, 12) },
  bad2: { backgroundColor: mix(red, 20) },
  bad3: { backgroundColor: mix(red, 30) },
  bad4: { backgroundColor: mix(red, 42) },
  warn1: { backgroundColor: mix(orange, 12) },
  warn2: { backgroundColor: mix(orange, 20) },
  warn3: { backgroundColor: mix(orange, 30) },
  warn4: { backgroundColor: mix(orange, 42) },
  note1: { backgroundColor: mix(grey, 8) },
  note2: { backgroundColor: mix(grey, 14) },
  note3: { backgroundColor: mix(grey, 20) },
  note4: { backgroundColor: mix(grey, 28) },
});

interface HeatGridProps {
  readonly scenarios: readonly string[];
  readonly sections: readonly HeatSection[];
  readonly chosenRuleId: string | null;
  readonly onChoose: (ruleId: string) => void;
}

/** Rules by weight with a cell per scenario: how many machines are concerned, for how many data is missing. */
export function HeatGrid({ scenarios, sections, chosenRuleId, onChoose }: HeatGridProps) {
  const styles = useStyles();
  const table = useRef<HTMLTableElement>(null);
  const rows = rowsInOrder(sections);
  const chosen = rows.findIndex((row) => row.rule.id === chosenRuleId);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = rows[nextRow({ key: event.key, current: chosen, count: rows.length, page: 10 }) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next.rule.id);
    table.current?.querySelector<HTMLElement>(`[data-rule-id="${CSS.escape(next.rule.id)}"]`)?.focus();
  };
  const tabStop = chosen >= 0 ? chosenRuleId : (rows[0]?.rule.id ?? null);
  const isSingle = scenarios.length === 1;
  return (
    // Keys move between the rows, of which one is a tab stop.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
    <table ref={table} role="grid" aria-label={readinessText.tableLabel} className={styles.table} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.head, styles.first)}>
            {readinessText.ruleColumn}
          </th>
          {!isSingle && (
            <>
              <th scope="col" className={styles.head}>
                {readinessText.raisedColumn}
              </th>
              <th scope="col" className={styles.head}>
                {readinessText.unknownColumn}
              </th>
            </>
          )}
          {scenarios.map((id) => (
            <th key={id} scope="col" className={styles.head} title={readinessText.cellHint}>
              {scenarioTitle(id)}
            </th>
          ))}
        </tr>
      </thead>
      {sections.map((section) => (
        <tbody key={section.severity}>
          <tr>
            <th scope="rowgroup" colSpan={scenarios.length + (isSingle ? 1 : 3)} className={styles.section}>
              <ToneMark tone={SEVERITY_WORDS[section.severity].tone}>{SEVERITY_WORDS[section.severity].title}</ToneMark>
            </th>
          </tr>
          {section.rows.map((row) => (
            <RuleRow
              key={row.rule.id}
              row={row}
              isChosen={row.rule.id === chosenRuleId}
              isTabStop={row.rule.id === tabStop}
              hasTotals={!isSingle}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface RuleRowProps {
  readonly row: HeatRow;
  readonly isChosen: boolean;
  readonly isTabStop: boolean;
  readonly hasTotals: boolean;
  readonly onChoose: (ruleId: string) => void;
}

function RuleRow({ row, isChosen, isTabStop, hasTotals, onChoose }: RuleRowProps) {
  const styles = useStyles();
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <tr
      className={mergeClasses(styles.row, isChosen && styles.chosen)}
      aria-selected={isChosen}
      tabIndex={isTabStop ? 0 : -1}
      data-rule-id={row.rule.id}
      data-testid="rule-row"
      onClick={() => onChoose(row.rule.id)}
    >
      <td className={mergeClasses(styles.cell, styles.rule)} title={row.rule.title}>
        <span className={styles.id}>{row.rule.id}</span> {row.rule.title}
      </td>
      {hasTotals && (
        <>
          <td className={mergeClasses(styles.cell, styles.number)}>{formatNumber(row.raised)}</td>
          <td className={mergeClasses(styles.cell, styles.number, styles.muted)}>{row.unknown === 0 ? '' : formatNumber(row.unknown)}</td>
        </>
      )}
      {row.cells.map((cell) => (
        <td key={cell.scenario} className={mergeClasses(styles.cell, styles.heat)}>
          <CellPlate cell={cell} severity={row.rule.severity} />
        </td>
      ))}
    </tr>
  );
}

/** Two numbers on one plate: concerned, and unknown. The words for both are the hover text and the name of the cell. */
function CellPlate({ cell, severity }: { readonly cell: HeatCell; readonly severity: Severity }) {
  const styles = useStyles();
  if (!cell.applies) return <span className={styles.muted} title={readinessText.notAsked} aria-label={readinessText.notAsked} role="img" />;
  const isBlocking = severity === 'refused' || severity === 'blocker';
  // A rule that stops nobody here, because it is milder for these machines or overridden, does not look as if it did.
  const kind = severity === 'info' ? 'note' : isBlocking && cell.stopped > 0 ? 'bad' : 'warn';
  const shade = cell.shade === 0 ? undefined : styles[`${kind}${cell.shade as 1 | 2 | 3 | 4}`];
  const words = readinessText.cell(cell.raised, cell.unknown, isBlocking ? cell.stopped : null);
  return (
    <span className={mergeClasses(styles.plate, shade)} title={words}>
      <span>{cell.raised === 0 ? '' : formatNumber(cell.raised)}</span>
      <span className={styles.unknown}>{cell.unknown === 0 ? '' : `? ${formatNumber(cell.unknown)}`}</span>
    </span>
  );
}
