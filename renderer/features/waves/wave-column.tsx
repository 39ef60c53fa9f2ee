import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, DismissCircleFilled, WarningFilled } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type ReactNode } from 'react';

import { wavesText } from '../../text/waves.ts';
import type { BoardColumn } from './board.ts';
import { LoadMeter } from './load-meter.tsx';
import { columnWords, type PreviewWords } from './wave-words.ts';
import { fullWindow, shortWindow } from './window-words.ts';

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
  selected: { boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke1}` },
  target: { boxShadow: `inset 0 0 0 2px ${tokens.colorBrandStroke1}` },
  targetBreaks: { boxShadow: `inset 0 0 0 2px ${tokens.colorStatusDangerBorderActive}` },
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
  fits: { color: tokens.colorStatusSuccessForeground1 },
  breaks: { color: tokens.colorStatusDangerForeground1 },
  icon: { flexShrink: 0, fontSize: '16px' },
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
  readonly children: ReactNode;
}

/** One wave of the board, or the groups without one. Takes drops over its whole height. */
export function WaveColumn(props: WaveColumnProps) {
  const { column, left, headPixels, cardsPixels, isSelected, isFiltered, preview, children } = props;
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
      className={mergeClasses(styles.column, isSelected && styles.selected, isTarget && (breaks ? styles.targetBreaks : styles.target))}
      style={{ left: `${left}px` }}
    >
      <div aria-hidden className={styles.head} style={{ height: `${headPixels}px` }}>
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
        <span className={styles.window} title={fullWindow(wave.window, wave.window.timeZone)}>
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
  const Icon = preview.tone === 'breaks' ? DismissCircleFilled : CheckmarkCircleFilled;
  return (
    <div className={styles.preview} data-testid="drop-preview">
      <Icon className={mergeClasses(styles.icon, preview.tone === 'breaks' ? styles.breaks : styles.fits)} />
      <span>
        <strong>{preview.title}</strong>
        {preview.problems.length > 0 && ` ${preview.problems.join(' ')}`}
      </span>
    </div>
  );
}
