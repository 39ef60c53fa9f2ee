import { Link, makeStyles, tokens } from '@fluentui/react-components';

import type { ReadinessSummary } from '../../../shared/contract/shapes.ts';
import { formatAgo, formatDay, formatDayTime, formatNumber } from '../../text/common-format.ts';
import { VERDICT_WORDS } from '../../text/common-verdicts.ts';
import { readinessText } from '../../text/readiness.ts';
import { StackedBar } from '../../ui/bars.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { useNow } from '../../ui/use-now.ts';
import { changeWords, verdictShares } from './verdicts.ts';

const useStyles = makeStyles({
  strip: { padding: '0 24px 12px' },
  bar: { height: '10px' },
  words: { display: 'flex', flexWrap: 'wrap', columnGap: '24px', rowGap: '4px', marginTop: '6px', fontVariantNumeric: 'tabular-nums' },
  verdict: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  link: { fontSize: tokens.fontSizeBase200 },
  age: { marginLeft: 'auto', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface VerdictStripProps {
  readonly readiness: ReadinessSummary;
  /** Shows what the newest rules say otherwise than those before. */
  readonly onChanges: () => void;
}

/** How the machines in scope are spread over the verdicts; each share says its number beside its name. */
export function VerdictStrip({ readiness, onChanges }: VerdictStripProps) {
  const styles = useStyles();
  const { total, shares } = verdictShares(readiness.verdicts);
  const words = shares.map((share) => `${VERDICT_WORDS[share.verdict].title}: ${share.count}`).join(', ');
  return (
    <div className={styles.strip}>
      <StackedBar
        className={styles.bar}
        label={`${readinessText.machines}, ${formatNumber(total)}: ${words}`}
        parts={shares.map(({ verdict, count }) => ({ ...VERDICT_WORDS[verdict], count }))}
      />
      <div className={styles.words}>
        {shares.map(({ verdict, count, percent }) => (
          <span key={verdict} className={styles.verdict} title={readinessText.verdictMeanings[verdict]}>
            <ToneMark tone={VERDICT_WORDS[verdict].tone}>{VERDICT_WORDS[verdict].title}</ToneMark>
            <strong>{formatNumber(count)}</strong>
            {`${percent} %`}
          </span>
        ))}
        <DataAge readiness={readiness} onChanges={onChanges} />
      </div>
    </div>
  );
}

/** Which rules, and how old the facts are that they were asked about. */
function DataAge({ readiness, onChanges }: VerdictStripProps) {
  const styles = useStyles();
  const now = useNow();
  const { ruleSetVersion, ruleSetDate, dataAt, ruleSetChange } = readiness;
  const data = dataAt === null ? readinessText.noData : readinessText.dataAge(formatAgo(dataAt, now));
  return (
    <span className={styles.age} title={dataAt === null ? undefined : formatDayTime(dataAt)}>
      {`${readinessText.ruleSet(ruleSetVersion, formatDay(ruleSetDate))} · ${data}`}
      {ruleSetChange !== null && (
        <>
          {' · '}
          <Link as="button" className={styles.link} onClick={onChanges}>
            {changeWords(ruleSetChange)}
          </Link>
        </>
      )}
    </span>
  );
}
