import { makeStyles, mergeClasses, tokens, useArrowNavigationGroup } from '@fluentui/react-components';

import { ToneIcon } from './tone-mark.tsx';
import type { Tone } from './tone.ts';

const useStyles = makeStyles({
  row: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px' },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    height: '26px',
    padding: '0 10px',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  on: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  count: { color: tokens.colorNeutralForeground2 },
});

export interface Chip<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly count?: number;
  readonly tone?: Tone;
  readonly hint?: string;
}

interface ChipRowProps<Id extends string> {
  readonly label: string;
  readonly chips: readonly Chip<Id>[];
  readonly chosen: readonly Id[];
  readonly onToggle: (id: Id) => void;
}

/** Filters that are seen at once and switched on and off; one tab stop, arrow keys move. */
export function ChipRow<Id extends string>({ label, chips, chosen, onToggle }: ChipRowProps<Id>) {
  const styles = useStyles();
  const arrows = useArrowNavigationGroup({ axis: 'horizontal', memorizeCurrent: true });
  return (
    <div role="group" aria-label={label} className={styles.row} {...arrows}>
      {chips.map((chip) => {
        const isOn = chosen.includes(chip.id);
        return (
          <button
            key={chip.id}
            type="button"
            aria-pressed={isOn}
            title={chip.hint}
            className={mergeClasses(styles.chip, isOn && styles.on)}
            onClick={() => onToggle(chip.id)}
          >
            {chip.tone !== undefined && <ToneIcon tone={chip.tone} />}
            {chip.title}
            {chip.count !== undefined && <span className={styles.count}>{chip.count.toLocaleString('en')}</span>}
          </button>
        );
      })}
    </div>
  );
}
