import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckboxCheckedFilled, CheckboxUncheckedRegular } from '@fluentui/react-icons';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useRef, useState, type KeyboardEvent } from 'react';

import type { ChecklistItem } from '../../../shared/contract/shapes.ts';
import { checklistText } from '../../text/checklist.ts';
import { nextRow } from '../../ui/next-row.ts';
import { ToneIcon } from '../../ui/tone-mark.tsx';
import type { Tone } from '../../ui/tone.ts';
import { itemKey } from './mark-form.ts';

const ITEM_PIXELS = 40;

const useStyles = makeStyles({
  list: {
    maxHeight: '320px',
    minHeight: '80px',
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    outline: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  canvas: { position: 'relative' },
  item: {
    position: 'absolute',
    left: 0,
    right: 0,
    height: `${ITEM_PIXELS}px`,
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) 16px',
    columnGap: '8px',
    alignItems: 'center',
    padding: '0 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    cursor: 'default',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
  },
  current: { boxShadow: `inset 2px 0 0 ${tokens.colorCompoundBrandStroke}`, backgroundColor: tokens.colorNeutralBackground2Hover },
  box: { display: 'flex', fontSize: '18px', color: tokens.colorNeutralForeground3 },
  boxOn: { color: tokens.colorCompoundBrandForeground1 },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  detail: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '14px',
    color: tokens.colorNeutralForeground2,
  },
});

const TONES: Readonly<Record<ChecklistItem['state'], Tone>> = { open: 'neutral', done: 'done', 'not-applicable': 'done' };

interface ItemListProps {
  readonly label: string;
  readonly items: readonly ChecklistItem[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
}

/** The machines, waves or sites of a step, each to be chosen or not: one tab stop, arrow keys move, Space chooses. */
export function ItemList({ label, items, chosen, onToggle }: ItemListProps) {
  const styles = useStyles();
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ITEM_PIXELS,
    overscan: 6,
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const here = items[current];
    if (event.key === ' ' && here !== undefined) {
      event.preventDefault();
      return onToggle(itemKey(here));
    }
    const next = nextRow({ key: event.key, current, count: items.length, page: 6 });
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    virtualizer.scrollToIndex(next);
  };
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-multiselectable
      aria-label={label}
      aria-activedescendant={items.length === 0 ? undefined : `${listId}-${current}`}
      tabIndex={0}
      className={styles.list}
      style={{ height: `${items.length * ITEM_PIXELS + 2}px` }}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.canvas} style={{ height: `${virtualizer.getTotalSize()}px` }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          const key = itemKey(item);
          const isOn = chosen.has(key);
          const detail = itemDetail(item);
          return (
            // Keys are handled by the list, which holds the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={key}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={isOn}
              aria-posinset={index + 1}
              aria-setsize={items.length}
              className={mergeClasses(styles.item, index === current && styles.current)}
              style={{ top: `${start}px` }}
              onClick={() => {
                setCurrent(index);
                onToggle(key);
              }}
            >
              <span aria-hidden className={mergeClasses(styles.box, isOn && styles.boxOn)}>
                {isOn ? <CheckboxCheckedFilled /> : <CheckboxUncheckedRegular />}
              </span>
              <span>
                <div className={styles.title}>{item.scopeTitle}</div>
                <div className={styles.detail} title={detail}>
                  {detail}
                </div>
              </span>
              <ToneIcon tone={item.state === 'open' && item.blockedBy.length > 0 ? 'waiting' : TONES[item.state]} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Where an item stands, in one line. */
function itemDetail(item: ChecklistItem): string {
  const { itemStates } = checklistText;
  const [waits] = item.blockedBy;
  if (item.drift !== null) return item.drift;
  if (item.state === 'open') return waits === undefined ? (item.seen?.text ?? itemStates.open) : checklistText.waitsFor(waits);
  const by = item.by === null ? '' : `, ${item.by}`;
  const reason = item.state === 'not-applicable' && item.reason !== null ? `: ${item.reason}` : '';
  return `${itemStates[item.state]}${by}${reason}`;
}
