import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '8px',
    minHeight: '240px',
    height: '100%',
    padding: '24px',
    textAlign: 'center',
  },
  icon: { fontSize: '40px', lineHeight: 1, color: tokens.colorNeutralForeground3 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, maxWidth: '52ch', color: tokens.colorNeutralForeground2 },
  action: { marginTop: '8px', display: 'flex', gap: '8px' },
});

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  /** What will stand here and how it comes about. */
  readonly text: string;
  readonly action?: ReactNode;
}

/** Nothing to show yet: says what belongs here and offers the next step. */
export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span aria-hidden className={styles.icon}>
        {icon}
      </span>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
