import { Button, makeStyles, tokens } from '@fluentui/react-components';

import type { PlanView, WaveView } from '../../../shared/contract/shapes.ts';
import type { Verdict } from '../../../shared/readiness/rule.ts';
import { useApp } from '../../store/app-context.tsx';
import { countOf, formatGiB, formatInZone } from '../../text/common-format.ts';
import { VERDICT_WORDS } from '../../text/common-verdicts.ts';
import { overviewText } from '../../text/overview.ts';
import { StackedBar } from '../../ui/bars.tsx';
import { Section } from '../../ui/section.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';

const VERDICTS: readonly Verdict[] = ['ready', 'ready-with-warnings', 'undecided', 'blocked'];

/** More than two lines of waves say less than the board does. */
const MOST_SHOWN = 12;

const useStyles = makeStyles({
  strip: { display: 'flex', gap: '8px', margin: 0, padding: 0, listStyle: 'none', flexWrap: 'wrap' },
  item: { flex: '1 0 160px', maxWidth: '240px' },
  all: { marginTop: '8px' },
  wave: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    width: '100%',
    height: '100%',
    padding: '8px 10px',
    textAlign: 'left',
    color: 'inherit',
    font: 'inherit',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  when: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  size: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: 'tabular-nums' },
  none: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '12px', margin: 0 },
});

/** The waves in their order, each with its window, size and verdicts. */
export function WaveStrip({ plan }: { readonly plan: PlanView | null }) {
  const styles = useStyles();
  const app = useApp();
  const words = overviewText.waves;
  if (plan === null) {
    return (
      <Section title={words.title}>
        <p className={styles.none}>
          {words.none} <Button onClick={() => app.go('waves')}>{words.plan}</Button>
        </p>
      </Section>
    );
  }
  const note = plan.isValid ? words.bound(plan.waves.length, plan) : <ToneMark tone="blocked">{words.invalid}</ToneMark>;
  return (
    <Section title={words.title} note={note}>
      <ol className={styles.strip} aria-label={words.listLabel} data-testid="wave-strip">
        {plan.waves.slice(0, MOST_SHOWN).map((wave) => (
          <li key={wave.id} className={styles.item}>
            <WaveCard wave={wave} />
          </li>
        ))}
      </ol>
      {plan.waves.length > MOST_SHOWN && (
        <Button className={styles.all} size="small" onClick={() => app.go('waves')}>
          {words.all(plan.waves.length)}
        </Button>
      )}
    </Section>
  );
}

function WaveCard({ wave }: { readonly wave: WaveView }) {
  const styles = useStyles();
  const app = useApp();
  const words = overviewText.waves;
  const parts = VERDICTS.map((verdict) => ({ ...VERDICT_WORDS[verdict], count: wave.verdicts[verdict] ?? 0 }));
  const when = wave.window === null ? words.noDate : formatInZone(wave.window.startsAt, wave.window.timeZone);
  return (
    <button type="button" className={styles.wave} onClick={() => app.go('waves', wave.id)}>
      <span className={styles.title}>{wave.title}</span>
      <span className={styles.when} title={wave.window?.timeZone}>
        {when}
      </span>
      <span className={styles.size}>
        {countOf(wave.machineCount, 'machine')} · {formatGiB(wave.sizeGiB)}
      </span>
      <StackedBar
        parts={parts}
        label={parts
          .filter(({ count }) => count > 0)
          .map(({ title, count }) => `${title}: ${count}`)
          .join(', ')}
      />
    </button>
  );
}
