import { tokens, type GriffelStyle } from '@fluentui/react-components';

/** The row of a list that is looked at: a tinted ground and a bar at its edge; an outline where colours are forced. */
export const CHOSEN_ROW = {
  backgroundColor: tokens.colorNeutralBackground1Selected,
  boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
  ':hover': { backgroundColor: tokens.colorNeutralBackground1Selected },
  '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
} as const satisfies GriffelStyle;

/** A whole row that is a button: looks like its row, answers like a button. Its columns are the caller's. */
export const ROW_BUTTON = {
  display: 'grid',
  alignItems: 'center',
  width: '100%',
  border: 'none',
  borderRadius: tokens.borderRadiusMedium,
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
  ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
} as const satisfies GriffelStyle;

/** The ground of a bar in a row, and the bar: never so short that something looks like nothing. */
export const ROW_TRACK = {
  borderRadius: tokens.borderRadiusSmall,
  backgroundColor: tokens.colorNeutralBackground3,
  forcedColorAdjust: 'none',
} as const satisfies GriffelStyle;
export const ROW_BAR = {
  display: 'block',
  height: '100%',
  minWidth: '2px',
  borderRadius: tokens.borderRadiusSmall,
} as const satisfies GriffelStyle;
