import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { PinFilled, WarningFilled } from '@fluentui/react-icons';
import { memo, useEffect, useRef, type MouseEvent } from 'react';

import { VERDICT_WORDS } from '../../text/common-verdicts.ts';
import { wavesText } from '../../text/waves.ts';
import { ToneIcon } from '../../ui/tone-mark.tsx';
import type { BoardGroup } from './board.ts';

export const CARD_PIXELS = 54;

const useStyles = makeStyles({
  card: {
    position: 'absolute',
    left: 0,
    right: 0,
    height: `${CARD_PIXELS}px`,
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    gap: '2px',
    padding: '0 10px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: 'grab',
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    ':hover': { border: `1px solid ${tokens.colorBrandStroke1}` },
  },
  violated: { borderLeft: `3px solid ${tokens.colorStatusDangerBackground3}`, paddingLeft: '8px' },
  dragged: { border: `1px dashed ${tokens.colorNeutralStroke1}`, backgroundColor: 'transparent' },
  line: { display: 'flex', alignItems: 'center', gap: '6px', minWidth: 0 },
  title: {
    flex: '1 1 0',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  facts: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
  pin: { color: tokens.colorNeutralForeground2, flexShrink: 0 },
  alarm: { color: tokens.colorStatusDangerForeground1, flexShrink: 0 },
});

interface GroupCardProps {
  readonly group: BoardGroup;
  readonly top: number;
  readonly position: number;
  readonly count: number;
  readonly isChosen: boolean;
  readonly isTabStop: boolean;
  readonly isDragged: boolean;
  readonly isReadOnly: boolean;
  /** Which groups a drag that starts here takes along. */
  readonly groupsToDrag: (groupId: string) => readonly string[];
  readonly onPress: (groupId: string, isAdding: boolean) => void;
}

/** The second line of the card. */
function factWords(group: BoardGroup): string {
  return `${wavesText.machineWords(group.machineIds.length)} · ${wavesText.sizeWords(group.sizeGiB, group.unknownSizeCount)}`;
}

/** What only icons say, in words: they end the name of the card for people who cannot see them. */
function iconWords(group: BoardGroup): string {
  const parts = [VERDICT_WORDS[group.verdict].title];
  if (group.pinnedWave !== null) parts.push(wavesText.pinned(group.pinnedWave));
  for (const violation of group.violations) parts.push(`${wavesText.violation}: ${violation}`);
  return parts.join(', ');
}

/** A move group on the board: can be chosen, dragged, and reached with the arrow keys. */
export const GroupCard = memo(function GroupCard(props: GroupCardProps) {
  const { group, top, position, count, isChosen, isTabStop, isDragged, isReadOnly, groupsToDrag, onPress } = props;
  const styles = useStyles();
  const ref = useRef<HTMLDivElement>(null);
  const isViolated = group.violations.length > 0;

  useEffect(() => {
    const element = ref.current;
    if (element === null || isReadOnly) return undefined;
    return draggable({ element, getInitialData: () => ({ groupIds: groupsToDrag(group.id) }) });
  }, [group.id, groupsToDrag, isReadOnly]);

  return (
    // Keys are handled by the board, which moves the focus between cards.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={ref}
      role="option"
      aria-selected={isChosen}
      aria-posinset={position}
      aria-setsize={count}
      tabIndex={isTabStop ? 0 : -1}
      data-group-id={group.id}
      data-testid="group-card"
      className={mergeClasses(styles.card, isChosen && styles.chosen, isViolated && styles.violated, isDragged && styles.dragged)}
      style={{ top: `${top}px` }}
      title={[group.title, ...group.violations].join('\n')}
      onClick={(event: MouseEvent) => onPress(group.id, event.ctrlKey || event.metaKey)}
    >
      <div className={styles.line}>
        <span className={styles.title}>{group.title}</span>
        {group.pinnedWave !== null && <PinFilled aria-hidden className={styles.pin} />}
        {isViolated && <WarningFilled aria-hidden className={styles.alarm} />}
        <ToneIcon tone={VERDICT_WORDS[group.verdict].tone} />
      </div>
      <div className={styles.facts}>
        {factWords(group)}
        <span className={styles.unseen}>{`, ${iconWords(group)}`}</span>
      </div>
    </div>
  );
});
