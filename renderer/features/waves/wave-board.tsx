import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { makeStyles } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';

import { wavesText } from '../../text/waves.ts';
import { nextPlace, placeOf, type BoardColumn, type BoardPlace } from './board.ts';
import { CARD_PIXELS, GroupCard } from './group-card.tsx';
import { COLUMN_PIXELS, WaveColumn } from './wave-column.tsx';
import type { PreviewWords } from './wave-words.ts';

const GAP = 8;
const CARD_GAP = 6;

const useStyles = makeStyles({
  scroller: { height: '100%', overflow: 'auto', padding: '0 24px 16px', contain: 'strict' },
  canvas: { position: 'relative', minHeight: '100%' },
});

export interface WaveBoardProps {
  readonly columns: readonly BoardColumn[];
  readonly chosenIds: readonly string[];
  readonly selectedWaveId: string | null;
  readonly isFiltered: boolean;
  readonly isReadOnly: boolean;
  /** Words per wave while groups are dragged; `null` = nothing is. */
  readonly previews: ReadonlyMap<string, PreviewWords> | 'checking' | null;
  readonly onSelectWave: (waveId: string) => void;
  readonly onChoose: (ids: readonly string[]) => void;
  readonly onDragStart: (groupIds: readonly string[]) => void;
  /** `waveId` is `null` when it was dropped nowhere. */
  readonly onDrop: (groupIds: readonly string[], waveId: string | null) => void;
  /** Card to bring into view and give the focus, e.g. after it was moved; a new object asks again. */
  readonly focusRequest: { readonly groupId: string } | null;
}

/** The board: a column per wave, a card per group. One tab stop; arrow keys move between the cards. */
export function WaveBoard(props: WaveBoardProps) {
  const { columns, chosenIds, selectedWaveId, isFiltered, isReadOnly, previews, onChoose, focusRequest } = props;
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const chosen = useMemo(() => new Set(chosenIds), [chosenIds]);
  const dragged = useBoardDrag(props);
  const resources = Math.max(0, ...columns.map((column) => column.wave?.loads.length ?? 0));
  const headPixels = 58 + resources * 28;
  const mostCards = Math.max(0, ...columns.map((column) => column.groups.length));
  const across = useVirtualizer({
    count: columns.length,
    horizontal: true,
    getScrollElement: () => scroller.current,
    estimateSize: () => COLUMN_PIXELS + GAP,
    overscan: 2,
  });
  const down = useVirtualizer({
    count: mostCards,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_PIXELS + CARD_GAP,
    scrollMargin: headPixels,
    scrollPaddingStart: headPixels,
    overscan: 6,
  });

  const focusPlace = useCallback(
    (place: BoardPlace) => {
      const group = columns[place.column]?.groups[place.card];
      if (group === undefined) return;
      setFocusedId(group.id);
      across.scrollToIndex(place.column);
      down.scrollToIndex(place.card);
      focusWhenThere(scroller, group.id);
    },
    [columns, across, down],
  );

  useFocusRequest(focusRequest, columns, focusPlace);
  useScrollToWave(selectedWaveId, columns, (index) => across.scrollToIndex(index));

  const onKeyDown = (event: KeyboardEvent): void => {
    const place = focusedId === null ? null : placeOf(columns, focusedId);
    if (place === null || focusedId === null || event.altKey) return;
    if (event.key === ' ') {
      event.preventDefault();
      onChoose(chosen.has(focusedId) ? chosenIds.filter((id) => id !== focusedId) : [...chosenIds, focusedId]);
      return;
    }
    const next = nextPlace(columns, place, event.key);
    if (event.ctrlKey || event.metaKey || next === null) return;
    event.preventDefault();
    focusPlace(next);
  };

  const press = useRef((_id: string, _isAdding: boolean) => undefined as void);
  press.current = (id, isAdding) => {
    setFocusedId(id);
    if (!isAdding) return onChoose([id]);
    onChoose(chosen.has(id) ? chosenIds.filter((known) => known !== id) : [...chosenIds, id]);
  };
  const onPress = useCallback((id: string, isAdding: boolean) => press.current(id, isAdding), []);
  const groupsToDrag = useCallback((id: string) => (chosen.has(id) ? chosenIds : [id]), [chosen, chosenIds]);
  const tabStop = tabStopOf(columns, focusedId);

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="listbox"
      tabIndex={-1}
      aria-multiselectable
      aria-label={`${wavesText.boardLabel}. ${wavesText.boardHelp}`}
      data-testid="wave-board"
      onKeyDown={onKeyDown}
      onFocus={(event) => setFocusedId(groupIdOf(event.target) ?? focusedId)}
    >
      <div
        className={styles.canvas}
        role="presentation"
        style={{ width: `${across.getTotalSize()}px`, height: `${headPixels + down.getTotalSize() + GAP}px` }}
      >
        {across.getVirtualItems().map((item) => {
          const column = columns[item.index];
          if (column === undefined) return null;
          return (
            <WaveColumn
              key={column.wave?.id ?? 'none'}
              column={column}
              left={item.start}
              headPixels={headPixels}
              cardsPixels={column.groups.length * (CARD_PIXELS + CARD_GAP)}
              isSelected={column.wave !== null && column.wave.id === selectedWaveId}
              isFiltered={isFiltered}
              preview={previewOf(previews, column)}
              onSelect={props.onSelectWave}
            >
              {down.getVirtualItems().map((row) => {
                const group = column.groups[row.index];
                if (group === undefined) return null;
                return (
                  <GroupCard
                    key={group.id}
                    group={group}
                    top={row.index * (CARD_PIXELS + CARD_GAP)}
                    position={row.index + 1}
                    count={column.groups.length}
                    isChosen={chosen.has(group.id)}
                    isTabStop={group.id === tabStop}
                    isDragged={dragged.has(group.id)}
                    isReadOnly={isReadOnly}
                    groupsToDrag={groupsToDrag}
                    onPress={onPress}
                  />
                );
              })}
            </WaveColumn>
          );
        })}
      </div>
    </div>
  );
}

function previewOf(previews: WaveBoardProps['previews'], column: BoardColumn): PreviewWords | 'checking' | null {
  if (previews === null || column.wave === null) return null;
  return previews === 'checking' ? 'checking' : (previews.get(column.wave.id) ?? null);
}

/** The card that Tab reaches: the one focused last, else the first on the board. */
function tabStopOf(columns: readonly BoardColumn[], focusedId: string | null): string | null {
  if (focusedId !== null && placeOf(columns, focusedId) !== null) return focusedId;
  return columns.find((column) => column.groups.length > 0)?.groups[0]?.id ?? null;
}

function groupIdOf(target: EventTarget): string | null {
  return target instanceof HTMLElement ? (target.dataset['groupId'] ?? null) : null;
}

/** A card that was scrolled to is drawn a frame or two later. */
function focusWhenThere(scroller: { readonly current: HTMLElement | null }, groupId: string, attempts = 10): void {
  const card = scroller.current?.querySelector<HTMLElement>(`[data-group-id="${CSS.escape(groupId)}"]`);
  if (card != null) card.focus({ preventScroll: true });
  else if (attempts > 0) requestAnimationFrame(() => focusWhenThere(scroller, groupId, attempts - 1));
}

function useFocusRequest(
  request: WaveBoardProps['focusRequest'],
  columns: readonly BoardColumn[],
  focusPlace: (place: BoardPlace) => void,
): void {
  const answered = useRef<WaveBoardProps['focusRequest']>(null);
  useLayoutEffect(() => {
    if (request === null || answered.current === request) return;
    const place = placeOf(columns, request.groupId);
    if (place === null) return;
    answered.current = request;
    focusPlace(place);
  }, [request, columns, focusPlace]);
}

function useScrollToWave(waveId: string | null, columns: readonly BoardColumn[], scrollTo: (index: number) => void): void {
  const latest = useRef({ columns, scrollTo });
  latest.current = { columns, scrollTo };
  useEffect(() => {
    const index = latest.current.columns.findIndex((column) => column.wave?.id === waveId);
    if (index >= 0) latest.current.scrollTo(index);
  }, [waveId]);
}

/** Follows drags of cards; returns the groups under way. */
function useBoardDrag({ onDragStart, onDrop }: WaveBoardProps): ReadonlySet<string> {
  const [dragged, setDragged] = useState<ReadonlySet<string>>(new Set());
  const latest = useRef({ onDragStart, onDrop });
  latest.current = { onDragStart, onDrop };
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => Array.isArray(source.data['groupIds']),
        onDragStart: ({ source }) => {
          const ids = idsOf(source.data);
          setDragged(new Set(ids));
          latest.current.onDragStart(ids);
        },
        onDrop: ({ source, location }) => {
          setDragged(new Set());
          const waveId = location.current.dropTargets[0]?.data['waveId'];
          latest.current.onDrop(idsOf(source.data), typeof waveId === 'string' ? waveId : null);
        },
      }),
    [],
  );
  return dragged;
}

function idsOf(data: Readonly<Record<string, unknown>>): string[] {
  const ids = data['groupIds'];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
