import { Button, makeStyles, Select } from '@fluentui/react-components';

import type { Snapshot, WaveView } from '../../../shared/contract/shapes.ts';
import { TASK_STATES } from '../../../shared/domain/backlog.ts';
import { backlogText, TASK_STATE_WORDS } from '../../text/backlog.ts';
import { readinessText } from '../../text/readiness.ts';
import { wavesText } from '../../text/waves.ts';
import { ChipRow } from '../../ui/chip-row.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { FIRST_BACKLOG, isBacklogFiltered, type BacklogView } from './backlog-view.ts';

const useStyles = makeStyles({ search: { width: '180px', minWidth: '120px', flexShrink: 1 }, select: { minWidth: 0, maxWidth: '180px' } });

interface BacklogToolsProps {
  readonly view: BacklogView;
  readonly backlog: Snapshot['backlog'];
  readonly waves: readonly WaveView[];
  readonly onView: (changes: Partial<BacklogView>) => void;
}

const NOBODY = 'nobody';

/** Narrows the backlog by words, state, owner and wave. */
export function BacklogTools({ view, backlog, waves, onView }: BacklogToolsProps) {
  const styles = useStyles();
  const { counts, owners } = backlog;
  const countOf = { open: counts.open, 'in-progress': counts.inProgress, fixed: counts.fixed, accepted: counts.accepted };
  return (
    <>
      <SearchField
        label={backlogText.find}
        placeholder={backlogText.findPlaceholder}
        value={view.text}
        onValue={(text) => onView({ text })}
      />
      <ChipRow
        label={backlogText.columns.state}
        chips={TASK_STATES.map((id) => ({ id, ...TASK_STATE_WORDS[id], count: countOf[id] }))}
        chosen={view.state === null ? [] : [view.state]}
        onToggle={(id) => onView({ state: view.state === id ? null : id })}
      />
      <Select
        className={styles.select}
        size="small"
        aria-label={backlogText.columns.owner}
        value={view.owner === null ? '' : view.owner.name === null ? NOBODY : `of ${view.owner.name}`}
        onChange={(_, data) => onView({ owner: ownerOf(data.value) })}
      >
        <option value="">{backlogText.allOwners}</option>
        <option value={NOBODY}>{backlogText.nobody}</option>
        {owners.map((owner) => (
          <option key={owner} value={`of ${owner}`}>
            {owner}
          </option>
        ))}
      </Select>
      {waves.length > 0 && (
        <Select
          className={styles.select}
          size="small"
          aria-label={backlogText.wave}
          value={view.waveId ?? ''}
          onChange={(_, data) => onView({ waveId: data.value === '' ? null : data.value })}
        >
          <option value="">{backlogText.allWaves}</option>
          {waves.map((wave) => (
            <option key={wave.id} value={wave.id}>
              {wavesText.waveTitle(wave.number)}
            </option>
          ))}
        </Select>
      )}
      {isBacklogFiltered(view) && (
        <Button size="small" appearance="subtle" onClick={() => onView(FIRST_BACKLOG)}>
          {readinessText.clearFilters}
        </Button>
      )}
    </>
  );
}

/** The value of an option: everybody, nobody, or "of" and a name. */
function ownerOf(value: string): BacklogView['owner'] {
  if (value === '') return null;
  return { name: value === NOBODY ? null : value.slice('of '.length) };
}
