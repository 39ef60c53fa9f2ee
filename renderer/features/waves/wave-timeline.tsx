import { makeStyles, mergeClasses, tokens, useArrowNavigationGroup } from '@fluentui/react-components';
import { useMemo, useRef } from 'react';

import type { PlanView, WaveView } from '../../../shared/contract/shapes.ts';
import type { WaveLimits } from '../../../shared/domain/wave.ts';
import { windowsFromLimits } from '../../../shared/planner/calendar.ts';
import { wavesText } from '../../text/waves.ts';
import { scaleLoads, type LoadBar } from './load-scale.ts';
import { layOutTimeline, type TimelineFreeze, type TimelineLayout } from './timeline-layout.ts';
import { useWidth } from './use-width.ts';
import { waveName } from './wave-words.ts';
import { dayRange, shortWindow, utcWindow } from './window-words.ts';

const BARS_PIXELS = 52;

const useStyles = makeStyles({
  root: { position: 'relative', height: '116px', userSelect: 'none', fontVariantNumeric: 'tabular-nums' },
  tick: {
    position: 'absolute',
    top: 0,
    height: '16px',
    paddingLeft: '4px',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
  tickLine: { position: 'absolute', top: 0, bottom: 0, width: '1px', backgroundColor: tokens.colorNeutralStroke3 },
  freeze: {
    position: 'absolute',
    top: '18px',
    bottom: 0,
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusSmall,
    backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorNeutralStroke2} 0 1px, transparent 1px 7px)`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  freezeLabel: {
    display: 'inline-block',
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    padding: '0 6px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    color: tokens.colorNeutralForeground2,
  },
  wave: {
    position: 'absolute',
    top: '36px',
    bottom: 0,
    transform: 'translateX(-50%)',
    padding: 0,
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  number: {
    position: 'absolute',
    top: 0,
    left: 0,
    right: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    fontWeight: tokens.fontWeightSemibold,
  },
  bar: {
    position: 'absolute',
    bottom: 0,
    left: '50%',
    transform: 'translateX(-50%)',
    minHeight: '2px',
    borderRadius: `${tokens.borderRadiusSmall} ${tokens.borderRadiusSmall} 0 0`,
    backgroundColor: tokens.colorBrandBackground,
    forcedColorAdjust: 'none',
  },
  over: { backgroundColor: tokens.colorStatusDangerBackground3 },
  limit: {
    position: 'absolute',
    left: '-2px',
    right: '-2px',
    height: '2px',
    backgroundColor: tokens.colorNeutralForeground2,
    forcedColorAdjust: 'none',
  },
  selected: { boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}` },
  window: {
    position: 'absolute',
    bottom: 0,
    width: '10px',
    height: '10px',
    transform: 'translateX(-50%)',
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderBottom: 'none',
    borderRadius: `${tokens.borderRadiusSmall} ${tokens.borderRadiusSmall} 0 0`,
  },
  base: { position: 'absolute', left: 0, right: 0, bottom: 0, height: '1px', backgroundColor: tokens.colorNeutralStroke1 },
});

interface WaveTimelineProps {
  readonly plan: PlanView;
  /** Those of today: a freeze is drawn as soon as it is set. */
  readonly limits: WaveLimits;
  readonly resourceId: string;
  readonly selectedWaveId: string | null;
  readonly onSelect: (waveId: string) => void;
}

type DatedWave = WaveView & { readonly window: NonNullable<WaveView['window']> };

/** Windows and freezes on one axis in the time zone of the plan; a bar per wave says how full it is, a line its limit. */
export function WaveTimeline({ plan, limits, resourceId, selectedWaveId, onSelect }: WaveTimelineProps) {
  const styles = useStyles();
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref);
  const arrows = useArrowNavigationGroup({ axis: 'horizontal', memorizeCurrent: true });
  const waves = useMemo(() => plan.waves.filter((wave): wave is DatedWave => wave.window !== null), [plan.waves]);
  const layout = useMemo(() => layoutOf(limits, waves, width), [limits, waves, width]);
  const bars = useMemo(() => scaleLoads(waves.map((wave) => loadOf(wave, resourceId))), [waves, resourceId]);
  const slot = layout === null ? 0 : slotPixels(layout, width);
  return (
    <div ref={ref} className={styles.root} data-testid="wave-timeline">
      {layout?.ticks.map((tick) => (
        <div key={tick.leftPercent}>
          <div className={styles.tickLine} style={{ left: `${tick.leftPercent}%` }} />
          {tick.leftPercent < 95 && (
            <div className={styles.tick} style={{ left: `${tick.leftPercent}%` }}>
              {tick.label}
            </div>
          )}
        </div>
      ))}
      {layout?.freezes.map((freeze) => (
        <Freeze key={`${freeze.startsAt} ${freeze.endsAt} ${freeze.title}`} freeze={freeze} timeZone={limits.timeZone} />
      ))}
      {layout?.windows.map((window) => (
        <div
          key={window.startsAt}
          className={styles.window}
          style={{ left: `${window.leftPercent}%` }}
          title={wavesText.unusedWindow(window.title, shortWindow(window, limits.timeZone))}
        />
      ))}
      <div className={styles.base} />
      <div role="group" aria-label={wavesText.timelineLabel(limits.timeZone)} {...arrows}>
        {layout?.waves.map((placed, index) => (
          <WaveBar
            key={placed.id}
            wave={waves[index]}
            bar={bars[index]}
            resourceId={resourceId}
            hasLabel={placed.hasRoomForLabel}
            slot={slot}
            leftPercent={placed.leftPercent + placed.widthPercent / 2}
            isSelected={placed.id === selectedWaveId}
            onSelect={onSelect}
          />
        ))}
      </div>
    </div>
  );
}

function layoutOf(limits: WaveLimits, waves: readonly DatedWave[], widthPixels: number): TimelineLayout | null {
  if (widthPixels === 0) return null;
  const placed = waves.map(({ id, number, window }) => ({ id, number, startsAt: window.startsAt, endsAt: window.endsAt }));
  const windows = openWindows(limits, waves);
  return layOutTimeline({ waves: placed, windows, freezes: limits.freezes, timeZone: limits.timeZone, widthPixels });
}

/** Windows of the calendar that no wave uses, as far as there are waves. */
function openWindows(limits: WaveLimits, waves: readonly DatedWave[]): readonly TimelineFreeze[] {
  const used = new Set(waves.map((wave) => wave.window.startsAt));
  const first = waves[0]?.window.startsAt;
  const until = waves.at(-1)?.window.startsAt ?? null;
  if (first === undefined) return [];
  const reach = { openCount: 0, countFrom: null, until };
  return windowsFromLimits(limits, reach, first).filter((window) => !used.has(window.startsAt) && !window.isFrozen);
}

/** Width for one wave: what lies between the two nearest windows, at most 44 pixels. */
function slotPixels(layout: TimelineLayout, width: number): number {
  const lefts = layout.waves.map((wave) => (wave.leftPercent / 100) * width);
  const gaps = lefts.slice(1).map((left, index) => left - (lefts[index] ?? 0));
  return Math.max(4, Math.min(44, ...gaps));
}

function loadOf(wave: WaveView, resourceId: string): { readonly used: number; readonly limit: number | null } {
  return wave.loads.find((load) => load.resourceId === resourceId) ?? { used: 0, limit: null };
}

function Freeze({ freeze, timeZone }: { readonly freeze: TimelineLayout['freezes'][number]; readonly timeZone: string }) {
  const styles = useStyles();
  const words = wavesText.timelineFreeze(`${freeze.title}, ${dayRange(freeze, timeZone)}`);
  return (
    <div className={styles.freeze} style={{ left: `${freeze.leftPercent}%`, width: `${freeze.widthPercent}%` }} title={words}>
      <span className={styles.freezeLabel}>{freeze.title}</span>
    </div>
  );
}

interface WaveBarProps {
  readonly wave: DatedWave | undefined;
  readonly bar: LoadBar | undefined;
  readonly resourceId: string;
  readonly hasLabel: boolean;
  readonly slot: number;
  readonly leftPercent: number;
  readonly isSelected: boolean;
  readonly onSelect: (waveId: string) => void;
}

function WaveBar({ wave, bar, resourceId, hasLabel, slot, leftPercent, isSelected, onSelect }: WaveBarProps) {
  const styles = useStyles();
  if (wave === undefined || bar === undefined) return null;
  const load = wave.loads.find((candidate) => candidate.resourceId === resourceId);
  const words = `${waveName(wave)}${load === undefined ? '' : `. ${load.title}: ${wavesText.loadWords(load.used, load.limit, load.unit)}`}`;
  return (
    <button
      type="button"
      className={mergeClasses(styles.wave, isSelected && styles.selected)}
      style={{ left: `${leftPercent}%`, width: `${slot}px` }}
      title={`${words}\n${utcWindow(wave.window)}`}
      aria-label={words}
      aria-pressed={isSelected}
      onClick={() => onSelect(wave.id)}
    >
      {hasLabel && <span className={styles.number}>{wave.number}</span>}
      <span
        className={mergeClasses(styles.bar, bar.state === 'over' && styles.over)}
        style={{ height: `${bar.used * BARS_PIXELS}px`, width: `${Math.max(3, slot * 0.5)}px` }}
      />
      {bar.limit !== null && <span className={styles.limit} style={{ bottom: `${bar.limit * BARS_PIXELS - 1}px` }} />}
    </button>
  );
}
