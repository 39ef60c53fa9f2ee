import { makeStyles, tokens } from '@fluentui/react-components';

import type { ImportPreview } from '../../../shared/contract/methods/import-methods.ts';
import { formatNumber } from '../../text/common-format.ts';
import { importText } from '../../text/import.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', columnGap: '32px', rowGap: '8px', margin: 0 },
  figure: { display: 'flex', flexDirection: 'column-reverse' },
  number: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    '@media (max-height: 500px)': { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  },
  hint: {
    margin: '4px 0 0',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  label: { color: tokens.colorNeutralForeground2 },
});

const FIGURES = ['added', 'changed', 'unchanged', 'doubtful', 'gone'] as const;

/** New, changed, unchanged, not in this file any more: what an import does to the engagement. */
export function ChangeFigures({ changes }: { readonly changes: ImportPreview['changes'] }) {
  const styles = useStyles();
  const words = importText.changes;
  return (
    <div>
      <dl className={styles.list} aria-label={words.label}>
        {FIGURES.filter((name) => name !== 'doubtful' || changes.doubtful > 0).map((name) => (
          <div key={name} className={styles.figure} data-testid={`import-${name}`}>
            <dt className={styles.label}>{words[name]}</dt>
            <dd className={styles.number}>{formatNumber(changes[name])}</dd>
          </div>
        ))}
      </dl>
      {changes.gone > 0 && <p className={styles.hint}>{words.goneHint}</p>}
    </div>
  );
}
