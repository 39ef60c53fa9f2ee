import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

import type { ReadinessSummary, RuleSetChange } from '../../../shared/contract/shapes.ts';
import { formatNumber } from '../../text/common-format.ts';
import { VERDICT_WORDS } from '../../text/common-verdicts.ts';
import { readinessText } from '../../text/readiness.ts';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import { Section } from '../../ui/section.tsx';

const useStyles = makeStyles({
  text: { margin: '0 0 12px', color: tokens.colorNeutralForeground2 },
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums', marginBottom: '12px' },
  head: {
    padding: '2px 0',
    textAlign: 'start',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  cell: {
    padding: '4px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
  },
  number: { textAlign: 'end' },
});

/** While no rule is chosen: what to do here, and what a newer rule set says otherwise than the one before. */
export function AboutRules({ readiness }: { readonly readiness: ReadinessSummary }) {
  const styles = useStyles();
  const change = readiness.ruleSetChange;
  return (
    <DetailsPanel title={readinessText.ruleColumn}>
      <p className={styles.text}>{readinessText.chooseRule}</p>
      {change !== null && <Changes change={change} titleOf={(id) => readiness.rules.find((rule) => rule.id === id)?.title ?? id} />}
    </DetailsPanel>
  );
}

function Changes({ change, titleOf }: { readonly change: RuleSetChange; readonly titleOf: (ruleId: string) => string }) {
  const styles = useStyles();
  const { change: words } = readinessText;
  const verdicts = change.verdicts.filter((one) => one.before !== one.after);
  const wordsOf = (verdict: string): string => Object.entries(VERDICT_WORDS).find(([id]) => id === verdict)?.[1].title ?? verdict;
  return (
    <Section title={words.title} level={3} isDense>
      <p className={styles.text}>{words.from(change.fromVersion, change.toVersion)}</p>
      {verdicts.length + change.rules.length === 0 && <p className={styles.text}>{words.none}</p>}
      {verdicts.length > 0 && (
        <ChangeTable
          title={words.verdict}
          rows={verdicts.map((one) => ({ id: one.verdict, title: wordsOf(one.verdict), before: one.before, after: one.after }))}
        />
      )}
      {change.rules.length > 0 && (
        <ChangeTable
          title={words.rule}
          rows={change.rules.map((one) => ({
            id: one.ruleId,
            title: titleOf(one.ruleId),
            before: one.raisedBefore,
            after: one.raisedAfter,
          }))}
        />
      )}
    </Section>
  );
}

interface ChangeTableProps {
  readonly title: string;
  readonly rows: readonly { readonly id: string; readonly title: string; readonly before: number; readonly after: number }[];
}

function ChangeTable({ title, rows }: ChangeTableProps) {
  const styles = useStyles();
  const { change: words } = readinessText;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.head}>
            {title}
          </th>
          {[words.before, words.after].map((head) => (
            <th key={head} scope="col" className={mergeClasses(styles.head, styles.number)}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className={styles.cell}>
              {row.title}
            </th>
            <td className={mergeClasses(styles.cell, styles.number)}>{formatNumber(row.before)}</td>
            <td className={mergeClasses(styles.cell, styles.number)}>{formatNumber(row.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
