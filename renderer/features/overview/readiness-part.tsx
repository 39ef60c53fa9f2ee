import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';

import type { Verdict } from '../../../shared/readiness/rule.ts';
import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { useShowMachines } from '../../store/inventory-query.ts';
import { topBlockers } from '../../store/selectors.ts';
import { countOf, formatNumber } from '../../text/common-format.ts';
import { VERDICT_WORDS } from '../../text/common-verdicts.ts';
import { overviewText } from '../../text/overview.ts';
import { StackedBar } from '../../ui/bars.tsx';
import { ROW_BAR, ROW_BUTTON, ROW_TRACK } from '../../ui/row-styles.ts';
import { Section } from '../../ui/section.tsx';
import { ToneIcon } from '../../ui/tone-mark.tsx';

const VERDICTS: readonly Verdict[] = ['ready', 'ready-with-warnings', 'undecided', 'blocked'];
const MOST_RULES = 6;

const useStyles = makeStyles({
  verdicts: { display: 'flex', flexWrap: 'wrap', columnGap: '20px', rowGap: '2px', margin: '8px 0 16px', padding: 0, listStyle: 'none' },
  verdict: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    padding: '2px 4px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    cursor: 'pointer',
    fontVariantNumeric: 'tabular-nums',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  heading: {
    margin: '0 0 4px',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  rules: { listStyle: 'none', margin: 0, padding: 0 },
  rule: {
    ...ROW_BUTTON,
    gridTemplateColumns: 'minmax(0, 1fr) 96px 40px',
    columnGap: '12px',
    padding: '3px 4px',
  },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  track: {
    ...ROW_TRACK,
    height: '8px',
  },
  bar: {
    ...ROW_BAR,
    backgroundColor: tokens.colorStatusDangerBackground3,
  },
  count: { textAlign: 'right', fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
});

/** Verdicts as one bar, and the rules that stop most machines. */
export function ReadinessPart() {
  const styles = useStyles();
  const show = useShowMachines();
  const readiness = useSnapshot((snapshot) => snapshot.readiness);
  const counts = VERDICTS.map((verdict) => ({ verdict, ...VERDICT_WORDS[verdict], count: readiness.verdicts[verdict] ?? 0 }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const words = overviewText.verdicts;
  return (
    <Section title={words.title}>
      {total === 0 ? (
        <p>{words.noRules}</p>
      ) : (
        <>
          <StackedBar
            label={words.bar(counts.map(({ title, count }) => `${title} ${count}`).join(', '))}
            parts={counts.map(({ tone, count, title }) => ({ tone, count, title }))}
          />
          <ul className={styles.verdicts}>
            {counts.map(({ verdict, tone, title, count }) => (
              <li key={verdict}>
                <button
                  type="button"
                  className={styles.verdict}
                  onClick={() =>
                    show([
                      { kind: 'choice', field: 'isInScope', values: ['true'] },
                      { kind: 'choice', field: 'verdict', values: [verdict] },
                    ])
                  }
                >
                  <ToneIcon tone={tone} />
                  {title} <strong>{formatNumber(count)}</strong>
                </button>
              </li>
            ))}
          </ul>
          <Blockers />
        </>
      )}
    </Section>
  );
}

function Blockers() {
  const styles = useStyles();
  const app = useApp();
  const readiness = useSnapshot((snapshot) => snapshot.readiness);
  const rules = useMemo(() => topBlockers(readiness, MOST_RULES), [readiness]);
  const words = overviewText.verdicts;
  const most = rules[0]?.stopped ?? 1;
  if (rules.length === 0) return <p>{words.noBlockers}</p>;
  return (
    <>
      <h3 className={styles.heading}>{words.blockers}</h3>
      <ul className={styles.rules} data-testid="top-blockers">
        {rules.map(({ ruleId, title, stopped }) => (
          <li key={ruleId}>
            <button
              type="button"
              className={styles.rule}
              title={title}
              aria-label={`${words.show(title)}, ${countOf(stopped, 'machine')}`}
              onClick={() => app.go('readiness', ruleId)}
            >
              <span className={styles.title}>{title}</span>
              <span className={styles.track}>
                <span className={styles.bar} style={{ width: `${(stopped / most) * 100}%` }} />
              </span>
              <span className={styles.count}>{formatNumber(stopped)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
