import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

import { graphText } from '../../text/groups.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 16px',
    minHeight: '32px',
    padding: '2px 24px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  item: { display: 'inline-flex', alignItems: 'center', gap: '6px', whiteSpace: 'nowrap' },
  line: { width: '24px', borderTop: `2px solid ${tokens.colorNeutralStrokeAccessible}` },
  latency: { borderTop: `3px solid ${tokens.colorPaletteDarkOrangeBorderActive}` },
  box: { width: '14px', height: '10px', borderRadius: '2px', border: `2px solid ${tokens.colorStatusWarningBorderActive}` },
  end: { marginLeft: 'auto', display: 'flex', alignItems: 'center', gap: '4px' },
});

/** What the lines mean, what was left out, and how near one looks. */
export function GraphLegend({ edgesLeftOut, children }: { readonly edgesLeftOut: number; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span className={styles.item}>
        <span aria-hidden className={styles.line} />
        {graphText.legend.plain}
      </span>
      <span className={styles.item}>
        <span aria-hidden className={mergeClasses(styles.line, styles.latency)} />
        {graphText.legend.latency}
      </span>
      <span className={styles.item}>
        <span aria-hidden className={styles.box} />
        {graphText.legend.large}
      </span>
      {edgesLeftOut > 0 && <span>{graphText.leftOut(edgesLeftOut)}</span>}
      <span className={styles.end}>{children}</span>
    </div>
  );
}
