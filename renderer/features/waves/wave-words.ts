import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { GroupView, WaveView } from '../../../shared/contract/shapes.ts';
import { DATA, MACHINES } from '../../../shared/planner/plan-resources.ts';
import { wavesText } from '../../text/waves.ts';
import type { Tone } from '../../ui/tone.ts';
import { loadState } from './load-scale.ts';
import { fullWindow } from './window-words.ts';

export type MovePreview = MethodOutput<'plan.preview-move'>[number];

/** "Wave 2, Sat 16 Jan 2027, 22:00 to …": number and window. */
export function waveName(wave: Pick<WaveView, 'number' | 'window'>): string {
  const title = wavesText.waveTitle(wave.number);
  return wave.window === null ? title : `${title}, ${fullWindow(wave.window, wave.window.timeZone)}`;
}

/** Everything the head of a column shows, for people who cannot see it. */
export function columnWords(wave: WaveView): string {
  const loads = wave.loads.map((load) => {
    const state = loadState(load);
    const note = state === 'over' ? `, ${wavesText.over}` : '';
    return `${load.title}: ${wavesText.loadWords(load.used, load.limit, load.unit)}${note}`;
  });
  return [waveName(wave), ...loads, ...wave.problems].join('. ');
}

/** What a drop on a wave would do, in a word and in full. */
export interface PreviewWords {
  readonly tone: 'fits' | 'breaks' | 'here';
  readonly title: string;
  readonly problems: readonly string[];
}

export const PREVIEW_TONES: Readonly<Record<PreviewWords['tone'], Tone>> = { fits: 'ready', breaks: 'blocked', here: 'neutral' };

type MovingGroup = Pick<GroupView, 'id' | 'machineIds' | 'sizeGiB'>;

/** `groups` are those that would move; groups that stand in the wave already add nothing to it. */
export function previewWords(
  preview: MovePreview,
  wave: Pick<WaveView, 'groupIds' | 'loads'>,
  groups: readonly MovingGroup[],
): PreviewWords {
  const { move } = wavesText;
  if (groups.every((group) => wave.groupIds.includes(group.id))) return { tone: 'here', title: move.here, problems: [] };
  if (preview.isAllowed) return { tone: 'fits', title: move.fits, problems: [] };
  const title = isOverfilled(wave, groups) ? move.overCapacity : move.breaks;
  return { tone: 'breaks', title, problems: preview.problems };
}

/** Whether a wave would hold more than its machines or its data allow. */
export function isOverfilled(wave: Pick<WaveView, 'groupIds' | 'loads'>, groups: readonly MovingGroup[]): boolean {
  const coming = groups.filter((group) => !wave.groupIds.includes(group.id));
  const demands: Readonly<Record<string, number>> = {
    [MACHINES.id]: coming.reduce((sum, group) => sum + group.machineIds.length, 0),
    // Rounded up group by group, as the planner does.
    [DATA.id]: coming.reduce((sum, group) => sum + Math.ceil(group.sizeGiB), 0),
  };
  return wave.loads.some(({ resourceId, used, limit }) => limit !== null && used + (demands[resourceId] ?? 0) > limit);
}
