import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowSyncRegular,
  CheckmarkCircleFilled,
  CheckmarkCircleRegular,
  CircleRegular,
  DismissCircleFilled,
  HourglassRegular,
  QuestionCircleRegular,
  WarningFilled,
} from '@fluentui/react-icons';

import type { Tone } from './tone.ts';

const useStyles = makeStyles({
  mark: { display: 'inline-flex', alignItems: 'center', gap: '6px', whiteSpace: 'nowrap', minWidth: 0, verticalAlign: 'middle' },
  icon: { flexShrink: 0, fontSize: '16px' },
  text: { overflow: 'hidden', textOverflow: 'ellipsis' },
  wrapping: { whiteSpace: 'normal', alignItems: 'flex-start' },
  wrappingIcon: { marginTop: '2px' },
  ready: { color: tokens.colorStatusSuccessForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  blocked: { color: tokens.colorStatusDangerForeground1 },
  undecided: { color: tokens.colorNeutralForeground3 },
  waiting: { color: tokens.colorNeutralForeground3 },
  running: { color: tokens.colorBrandForeground1 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  neutral: { color: tokens.colorNeutralForeground3 },
});

const ICONS = {
  ready: CheckmarkCircleRegular,
  warning: WarningFilled,
  blocked: DismissCircleFilled,
  undecided: QuestionCircleRegular,
  waiting: HourglassRegular,
  running: ArrowSyncRegular,
  done: CheckmarkCircleFilled,
  neutral: CircleRegular,
} as const;

export function ToneIcon({ tone, className }: { readonly tone: Tone; readonly className?: string }) {
  const styles = useStyles();
  const Icon = ICONS[tone];
  return <Icon aria-hidden className={mergeClasses(styles.icon, styles[tone], className)} />;
}

/** A state: icon in its colour, and the word. Never colour alone. */
export function ToneMark({
  tone,
  isWrapping = false,
  children,
}: {
  readonly tone: Tone;
  /** A sentence instead of a word: it may take several lines. */
  readonly isWrapping?: boolean;
  readonly children: string;
}) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.mark, isWrapping && styles.wrapping)}>
      <ToneIcon tone={tone} {...(isWrapping ? { className: styles.wrappingIcon } : {})} />
      <span className={styles.text}>{children}</span>
    </span>
  );
}

/** Fill colour of a tone in a bar or chart. */
export const toneFill: Readonly<Record<Tone, string>> = {
  ready: tokens.colorStatusSuccessBackground3,
  warning: tokens.colorStatusWarningBackground3,
  blocked: tokens.colorStatusDangerBackground3,
  undecided: tokens.colorNeutralStrokeAccessible,
  waiting: tokens.colorNeutralStrokeAccessible,
  running: tokens.colorBrandBackground,
  done: tokens.colorStatusSuccessBackground3,
  neutral: tokens.colorNeutralBackground5,
};
