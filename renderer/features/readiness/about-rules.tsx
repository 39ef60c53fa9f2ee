import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

import type { ReadinessSummary, RuleSetChange } from '../../../shared/contract/shapes.ts';
import { formatNumber } from '../../text/common-format.ts';
import { VERDICT_WORDS } from '../../text/common-verdicts.ts';
import { readinessText } from '../../text/readiness.ts';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import { Section } from '../../ui/section.tsx';
import { countWords } from './verdicts.ts';

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
  number: { textAlign: 'end', whiteSpace: 'nowrap', paddingLeft: '8px' },
  link: { textAlign: 'start' },
});

interface AboutRulesProps {
  readonly readiness: ReadinessSummary;
  readonly onRule: (ruleId: string) => void;
}

/** While no rule is chosen: what to do here, and what a newer rule set says otherwise than the one before. */
export function AboutRules({ readiness, onRule }: AboutRulesProps) {
  const styles = useStyles();
  const change = readiness.ruleSetChange;
  return (
    <DetailsPanel title={readinessText.ruleColumn}>
      <p className={styles.text}>{readinessText.chooseRule}</p>
      {change !== null && <Changes change={change} rules={readiness.rules} onRule={onRule} />}
    </DetailsPanel>
  );
}

interface ChangesProps {
  readonly change: RuleSetChange;
  readonly rules: ReadinessSummary['rules'];
  readonly onRule: (ruleId: string) => void;
}

/** Verdicts and rules that changed with the rule set, in numbers of machines before and after; each rule leads to itself. */
export function Changes({ change, rules, onRule }: ChangesProps) {
  const titleOf = (id: string): string | undefined => rules.find((rule) => rule.id === id)?.title;
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
          rows={verdicts.map((one) => ({
            id: one.verdict,
            title: wordsOf(one.verdict),
            before: formatNumber(one.before),
            after: formatNumber(one.after),
          }))}
        />
      )}
      {change.rules.length > 0 && (
        <ChangeTable
          title={words.rule}
          rows={change.rules.map((one) => ({
            id: one.ruleId,
            title: titleOf(one.ruleId) ?? words.gone(one.ruleId),
            before: countWords(one.raisedBefore, one.unknownBefore),
            after: countWords(one.raisedAfter, one.unknownAfter),
            ...(titleOf(one.ruleId) === undefined ? {} : { onOpen: () => onRule(one.ruleId) }),
          }))}
        />
      )}
    </Section>
  );
}

interface ChangeTableProps {
  readonly title: string;
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly before: string;
    readonly after: string;
    readonly onOpen?: () => void;
  }[];
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
              {row.onOpen === undefined ? (
                row.title
              ) : (
                <Link as="button" className={styles.link} onClick={row.onOpen}>
                  {row.title}
                </Link>
              )}
            </th>
            <td className={mergeClasses(styles.cell, styles.number)}>{row.before}</td>
            <td className={mergeClasses(styles.cell, styles.number)}>{row.after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
