import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(96px, max-content) 1fr',
    columnGap: '12px',
    rowGap: '4px',
    margin: 0,
    fontVariantNumeric: 'tabular-nums',
  },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  figure: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  number: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  label: { color: tokens.colorNeutralForeground2 },
});

/** Names and values in two columns. */
export function FactList({ facts }: { readonly facts: readonly { readonly title: string; readonly value: ReactNode }[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {facts.flatMap(({ title, value }) => [
        <dt key={`${title}-term`} className={styles.term}>
          {title}
        </dt>,
        <dd key={`${title}-value`} className={styles.value}>
          {value}
        </dd>,
      ])}
    </dl>
  );
}

/** One large number with what it counts. */
export function Figure({ value, label }: { readonly value: string; readonly label: string }) {
  const styles = useStyles();
  return (
    <div className={styles.figure}>
      <span className={styles.number}>{value}</span>
      <span className={styles.label}>{label}</span>
    </div>
  );
}
