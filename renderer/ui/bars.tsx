import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

import { toneFill } from './tone-mark.tsx';
import type { Tone } from './tone.ts';

const useStyles = makeStyles({
  track: {
    display: 'flex',
    gap: '1px',
    height: '8px',
    width: '100%',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground4,
    forcedColorAdjust: 'none',
  },
  part: { height: '100%', minWidth: '2px' },
  over: { backgroundColor: tokens.colorStatusDangerBackground3 },
  fill: { backgroundColor: tokens.colorBrandBackground },
});

export interface BarPart {
  readonly tone: Tone;
  readonly count: number;
  readonly title: string;
}

/** Parts of a whole side by side. `label` says the same in words for those who do not see it. */
export function StackedBar({
  parts,
  label,
  className,
}: {
  readonly parts: readonly BarPart[];
  readonly label: string;
  readonly className?: string;
}) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.track, className)} role="img" aria-label={label}>
      {parts
        .filter((part) => part.count > 0)
        .map((part) => (
          <div
            key={part.tone}
            className={styles.part}
            title={`${part.title}: ${part.count}`}
            style={{ flexGrow: part.count, backgroundColor: toneFill[part.tone] }}
          />
        ))}
    </div>
  );
}

/** How much of a limit is used; over the limit it turns to the colour of a blocker. `limit` null = no limit. */
export function Meter({ used, limit, label }: { readonly used: number; readonly limit: number | null; readonly label: string }) {
  const styles = useStyles();
  const share = limit === null || limit === 0 ? 0 : Math.min(1, used / limit);
  const isOver = limit !== null && used > limit;
  return (
    <div className={styles.track} role="img" aria-label={label} title={label}>
      <div className={mergeClasses(styles.fill, isOver && styles.over)} style={{ width: `${share * 100}%` }} />
    </div>
  );
}
