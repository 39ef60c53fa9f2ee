import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';

import { journalText, kindTitle } from '../../text/journal.ts';
import { SearchField } from '../../ui/search-field.tsx';
import type { JournalFilter } from './use-journal.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px', minHeight: '32px' },
  select: { maxWidth: '220px', minWidth: 0 },
  end: { marginLeft: 'auto', color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
});

interface JournalToolsProps {
  readonly filter: JournalFilter;
  readonly kinds: readonly string[];
  readonly actors: readonly string[];
  readonly counts: string;
  readonly onFilter: (changes: Partial<JournalFilter>) => void;
}

/** What the journal shows: by words, kind and person. */
export function JournalTools({ filter, kinds, actors, counts, onFilter }: JournalToolsProps) {
  const styles = useStyles();
  const { filters } = journalText;
  const isFiltered = filter.kind !== null || filter.actor !== null || filter.text.trim() !== '';
  return (
    <div className={styles.bar}>
      <SearchField label={filters.text} placeholder={filters.placeholder} value={filter.text} onValue={(text) => onFilter({ text })} />
      <Select
        className={styles.select}
        size="small"
        aria-label={filters.kind}
        value={filter.kind ?? ''}
        onChange={(_, data) => onFilter({ kind: data.value === '' ? null : data.value })}
      >
        <option value="">{filters.allKinds}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindTitle(kind)}
          </option>
        ))}
      </Select>
      <Select
        className={styles.select}
        size="small"
        aria-label={filters.person}
        value={filter.actor ?? ''}
        onChange={(_, data) => onFilter({ actor: data.value === '' ? null : data.value })}
      >
        <option value="">{filters.allPersons}</option>
        {actors.map((actor) => (
          <option key={actor} value={actor}>
            {actor}
          </option>
        ))}
      </Select>
      {isFiltered && (
        <Button size="small" appearance="subtle" onClick={() => onFilter({ kind: null, actor: null, text: '' })}>
          {filters.clear}
        </Button>
      )}
      <span role="status" className={styles.end}>
        {counts}
      </span>
    </div>
  );
}
