import type { ChecklistView, WaveView } from '../../../shared/contract/shapes.ts';
import { checklistText, roleTitle } from '../../text/checklist.ts';
import { wavesText } from '../../text/waves.ts';
import type { StepFilter } from './step-filter.ts';

interface Known {
  readonly phases: ChecklistView['phases'];
  readonly waves: readonly Pick<WaveView, 'id' | 'number'>[];
  readonly scenarios: ChecklistView['scenarios'];
}

/** What a list was narrowed to, in words, for the heading of the printed sheet. */
export function filterWords(filter: StepFilter, { phases, waves, scenarios }: Known): string {
  const wave = waves.find((candidate) => candidate.id === filter.waveId);
  const parts = [
    filter.role === null ? null : roleTitle(filter.role),
    wave === undefined ? null : wavesText.waveTitle(wave.number),
    scenarios.find((scenario) => scenario.id === filter.scenario)?.title ?? null,
    phases.find((phase) => phase.id === filter.phase)?.title ?? null,
    filter.show === 'all' ? null : checklistText.show[filter.show],
    filter.text.trim() === '' ? null : `“${filter.text.trim()}”`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? checklistText.allSteps : parts.join(', ');
}
