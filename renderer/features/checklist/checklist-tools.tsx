import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';

import type { ChecklistView, WaveView } from '../../../shared/contract/shapes.ts';
import { checklistText, roleTitle } from '../../text/checklist.ts';
import { wavesText } from '../../text/waves.ts';
import { ChipRow } from '../../ui/chip-row.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { MachineChoice } from './machine-choice.tsx';
import { isFiltered, NO_STEP_FILTER, rolesOf, type StepFilter } from './step-filter.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px', minHeight: '32px' },
  select: { minWidth: 0, maxWidth: '180px' },
  end: { marginLeft: 'auto', color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
});

const SHOWN = ['todo', 'open', 'blocked', 'done'] as const;

interface ChecklistToolsProps {
  readonly checklist: ChecklistView;
  readonly waves: readonly WaveView[];
  readonly filter: StepFilter;
  readonly onFilter: (changes: Partial<StepFilter>) => void;
  readonly shownCount: number;
}

/** What the list shows: by text, state, role, wave, machine and scenario. */
export function ChecklistTools({ checklist, waves, filter, onFilter, shownCount }: ChecklistToolsProps) {
  const styles = useStyles();
  const { scenarios } = checklist;
  return (
    <div className={styles.bar}>
      <SearchField
        widthPixels={160}
        label={checklistText.searchLabel}
        placeholder={checklistText.searchPlaceholder}
        value={filter.text}
        onValue={(text) => onFilter({ text })}
      />
      <ChipRow
        label={checklistText.showLabel}
        chips={SHOWN.map((id) => ({ id, title: checklistText.show[id] }))}
        chosen={filter.show === 'all' ? [] : [filter.show]}
        onToggle={(id) => onFilter({ show: filter.show === id ? 'all' : id })}
      />
      <Choice
        label={checklistText.roleLabel}
        all={checklistText.allRoles}
        value={filter.role}
        options={rolesOf(checklist).map((id) => ({ id, title: roleTitle(id) }))}
        onChange={(role) => onFilter({ role })}
      />
      {waves.length > 0 && (
        <Choice
          label={checklistText.waveLabel}
          all={checklistText.allWaves}
          value={filter.waveId}
          options={waves.map((wave) => ({ id: wave.id, title: wavesText.waveTitle(wave.number) }))}
          onChange={(waveId) => onFilter({ waveId })}
        />
      )}
      <MachineChoice machineId={filter.machineId} onChoose={(machineId) => onFilter({ machineId })} />
      {scenarios.length > 1 && (
        <Choice
          label={checklistText.scenarioLabel}
          all={checklistText.allScenarios}
          value={filter.scenario}
          options={scenarios.map(({ id, title }) => ({ id, title }))}
          onChange={(scenario) => onFilter({ scenario })}
        />
      )}
      {isFiltered(filter) && (
        <Button size="small" appearance="subtle" onClick={() => onFilter(NO_STEP_FILTER)}>
          {checklistText.clearFilters}
        </Button>
      )}
      <span role="status" className={styles.end}>
        {checklistText.counts(shownCount, checklist.steps.length)}
      </span>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  /** What the first option says: nothing is narrowed. */
  readonly all: string;
  readonly value: string | null;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly onChange: (id: string | null) => void;
}

function Choice({ label, all, value, options, onChange }: ChoiceProps) {
  const styles = useStyles();
  return (
    <Select
      className={styles.select}
      size="small"
      aria-label={label}
      value={value ?? ''}
      onChange={(_, data) => onChange(data.value === '' ? null : data.value)}
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.title}
        </option>
      ))}
    </Select>
  );
}
