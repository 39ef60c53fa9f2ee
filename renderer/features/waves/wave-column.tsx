import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { WarningFilled } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type ReactNode } from 'react';

import { wavesText } from '../../text/waves.ts';
import { ToneIcon } from '../../ui/tone-mark.tsx';
import type { BoardColumn } from './board.ts';
import { LoadMeter } from './load-meter.tsx';
import { columnWords, PREVIEW_TONES, type PreviewWords } from './wave-words.ts';
import { fullWindow, shortWindow, utcWindow } from './window-words.ts';

export const COLUMN_PIXELS = 232;

const useStyles = makeStyles({
  column: {
    position: 'absolute',
    top: 0,
    width: `${COLUMN_PIXELS}px`,
    minHeight: '100%',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  // A frame above everything in the column: the head that stays on top while scrolling would cover a shadow of the column.
  frame: {
    position: 'absolute',
    inset: 0,
    zIndex: 2,
    pointerEvents: 'none',
    borderRadius: tokens.borderRadiusMedium,
  },
  selected: { border: `1px solid ${tokens.colorNeutralStroke1}` },
  target: { border: `2px solid ${tokens.colorBrandStroke1}` },
  targetBreaks: { border: `2px solid ${tokens.colorStatusDangerBorderActive}` },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '8px 10px 6px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    overflow: 'hidden',
    cursor: 'default',
  },
  titleLine: { display: 'flex', alignItems: 'center', gap: '6px' },
  title: { flex: '1 1 0', fontWeight: tokens.fontWeightSemibold },
  count: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
  window: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    fontVariantNumeric: 'tabular-nums',
  },
  alarm: { color: tokens.colorStatusDangerForeground1 },
  preview: { display: 'flex', alignItems: 'flex-start', gap: '6px', fontSize: tokens.fontSizeBase200, lineHeight: '16px' },
  cards: { position: 'relative', margin: '0 8px 8px' },
  empty: { margin: 0, padding: '8px 10px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface WaveColumnProps {
  readonly column: BoardColumn;
  readonly left: number;
  readonly headPixels: number;
  readonly cardsPixels: number;
  readonly isSelected: boolean;
  readonly isFiltered: boolean;
  /** What a drop here would do; `null` while nothing is dragged. */
  readonly preview: PreviewWords | 'checking' | null;
  readonly onSelect: (waveId: string) => void;
  readonly children: ReactNode;
}

/** One wave of the board, or the groups without one. Takes drops over its whole height. */
export function WaveColumn(props: WaveColumnProps) {
  const { column, left, headPixels, cardsPixels, isSelected, isFiltered, preview, onSelect, children } = props;
  const styles = useStyles();
  const ref = useRef<HTMLDivElement>(null);
  const [isOver, setIsOver] = useState(false);
  const waveId = column.wave?.id ?? null;

  useEffect(() => {
    const element = ref.current;
    if (element === null || waveId === null) return undefined;
    return dropTargetForElements({
      element,
      getData: () => ({ waveId }),
      getDropEffect: () => 'move',
      onDragEnter: () => setIsOver(true),
      onDragLeave: () => setIsOver(false),
      onDrop: () => setIsOver(false),
    });
  }, [waveId]);

  const breaks = preview !== null && preview !== 'checking' && preview.tone === 'breaks';
  const isTarget = isOver && preview !== null;
  return (
    <div
      ref={ref}
      role="group"
      aria-label={column.wave === null ? `${wavesText.looseTitle}. ${wavesText.looseMeaning}` : columnWords(column.wave)}
      data-testid={column.wave === null ? 'wave-column-none' : `wave-column-${column.wave.number}`}
      className={styles.column}
      style={{ left: `${left}px` }}
    >
      {(isSelected || isTarget) && (
        <div
          aria-hidden
          className={mergeClasses(styles.frame, isSelected && styles.selected, isTarget && (breaks ? styles.targetBreaks : styles.target))}
        />
      )}
      {/* With the keyboard a wave is selected on the timeline. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        aria-hidden
        className={styles.head}
        style={{ height: `${headPixels}px` }}
        onClick={() => {
          if (waveId !== null) onSelect(waveId);
        }}
      >
        <ColumnHead column={column} preview={preview} />
      </div>
      <div className={styles.cards} style={{ height: `${cardsPixels}px` }}>
        {children}
      </div>
      {column.groups.length === 0 && (
        <p aria-hidden className={styles.empty}>
          {isFiltered ? wavesText.emptyFiltered : wavesText.emptyColumn}
        </p>
      )}
    </div>
  );
}

function ColumnHead({ column, preview }: Pick<WaveColumnProps, 'column' | 'preview'>) {
  const styles = useStyles();
  const { wave, groups } = column;
  const isBroken = wave !== null && wave.problems.length > 0;
  return (
    <>
      <div className={styles.titleLine}>
        <span className={styles.title}>{wave === null ? wavesText.looseTitle : wavesText.waveTitle(wave.number)}</span>
        {isBroken && <WarningFilled className={styles.alarm} title={wave.problems.join('\n')} />}
        <span className={styles.count}>{wavesText.groupWords(groups.length)}</span>
      </div>
      {wave === null && <span className={styles.window}>{wavesText.looseMeaning}</span>}
      {wave?.window != null && (
        <span className={styles.window} title={`${fullWindow(wave.window, wave.window.timeZone)}\n${utcWindow(wave.window)}`}>
          {shortWindow(wave.window, wave.window.timeZone)}
        </span>
      )}
      {preview === null || wave === null ? (
        wave?.loads.map((load) => <LoadMeter key={load.resourceId} load={load} />)
      ) : (
        <Preview preview={preview} />
      )}
    </>
  );
}

/** Takes the place of the meters while something is dragged: what a drop would do. */
function Preview({ preview }: { readonly preview: PreviewWords | 'checking' }) {
  const styles = useStyles();
  if (preview === 'checking') return <span className={styles.preview}>{wavesText.move.checking}</span>;
  return (
    <div className={styles.preview} data-testid="drop-preview">
      <ToneIcon tone={PREVIEW_TONES[preview.tone]} />
      <span>
        <strong>{preview.title}</strong>
        {preview.problems.length > 0 && ` ${preview.problems.join(' ')}`}
      </span>
    </div>
  );
}
