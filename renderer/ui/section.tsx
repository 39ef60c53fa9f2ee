import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';

const useStyles = makeStyles({
  section: { minWidth: 0, marginBottom: '24px' },
  dense: { marginBottom: '16px' },
  head: { display: 'flex', alignItems: 'baseline', gap: '8px', marginBottom: '8px' },
  title: {
    margin: 0,
    flex: '1 1 auto',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  note: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});

interface SectionProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly level?: 2 | 3;
  readonly isDense?: boolean;
  readonly children: ReactNode;
}

/** A titled part of a screen or panel. No frame: white space and the title separate it. */
export function Section({ title, note, level = 2, isDense = false, children }: SectionProps) {
  const styles = useStyles();
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={mergeClasses(styles.section, isDense && styles.dense)} aria-labelledby={id}>
      <div className={styles.head}>
        <Heading id={id} className={styles.title}>
          {title}
        </Heading>
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </div>
      {children}
    </section>
  );
}
