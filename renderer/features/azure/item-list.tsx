import { makeStyles, SearchBox, Spinner, tokens } from '@fluentui/react-components';

import type { AzureItemView } from '../../../shared/contract/methods/azure-methods.ts';
import { useScreenMemory } from '../../store/screen-memory.ts';
import { useReply } from '../../store/use-reply.ts';
import { azureText } from '../../text/azure.ts';
import { ChipRow } from '../../ui/chip-row.tsx';
import { RowGrid, type GridColumn } from '../../ui/row-grid.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useAzureKey } from './use-azure.ts';

type Only = keyof typeof azureText.items.only;
const ONLY = Object.keys(azureText.items.only) as Only[];
const MOST_SHOWN = 2000;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flex: '1 1 0', minHeight: 0 },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', padding: '0 24px 8px', flexShrink: 0 },
  search: { width: '220px' },
  count: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  grid: { flex: '1 1 0', minHeight: 0 },
  none: { margin: '12px 24px', color: tokens.colorNeutralForeground2 },
});

const HEALTH_TONES: Readonly<Record<string, Tone>> = { Normal: 'ready', Warning: 'warning', Critical: 'blocked' };

export function healthTone(health: string | null): Tone {
  return HEALTH_TONES[health ?? ''] ?? 'undecided';
}

const COLUMNS: readonly GridColumn<AzureItemView>[] = [
  {
    id: 'name',
    title: azureText.items.name,
    width: 'minmax(140px, 2fr)',
    cell: (row) => row.friendlyName,
    hint: (row) => row.friendlyName,
  },
  { id: 'machine', title: azureText.items.machine, width: 'minmax(120px, 2fr)', cell: (row) => row.machineName ?? azureText.unknown },
  {
    id: 'state',
    title: azureText.items.state,
    width: 'minmax(150px, 2fr)',
    cell: (row) => row.running?.scenario ?? row.stateWords ?? row.state ?? azureText.unknown,
    hint: (row) => row.stateWords ?? row.state ?? '',
  },
  {
    id: 'health',
    title: azureText.items.health,
    width: '120px',
    cell: (row) => <ToneMark tone={healthTone(row.replicationHealth)}>{row.replicationHealth ?? 'Unknown'}</ToneMark>,
  },
  {
    id: 'rpo',
    title: azureText.items.rpo,
    width: '96px',
    isNumber: true,
    // An RPO without the time of its calculation is none.
    cell: (row) => (row.rpoSeconds === null || row.rpoAt === null ? azureText.unknown : Math.ceil(row.rpoSeconds / 60)),
  },
];

/** Items under protection, in one grid. */
export function ItemList({ chosenId, onChoose }: { readonly chosenId: string | null; readonly onChoose: (id: string) => void }) {
  const styles = useStyles();
  const [text, setText] = useScreenMemory('azure.items.text', '');
  const [only, setOnly] = useScreenMemory<Only>('azure.items.only', 'all');
  const key = useAzureKey();
  const asked = useReply('azure.items', { limit: MOST_SHOWN, only, ...(text === '' ? {} : { text }) }, `${key}|${only}|${text}`);
  const items = asked.kind === 'answered' ? asked.value.items : [];
  return (
    <div className={styles.root}>
      <div className={styles.tools}>
        <SearchBox
          className={styles.search}
          size="small"
          value={text}
          placeholder={azureText.items.filter}
          aria-label={azureText.items.filter}
          onChange={(_, data) => setText(data.value)}
        />
        <ChipRow
          label={azureText.items.filter}
          chips={ONLY.map((id) => ({ id, title: azureText.items.only[id] }))}
          chosen={[only]}
          onToggle={(id) => setOnly(id)}
        />
        {asked.kind === 'answered' && <span className={styles.count}>{azureText.items.count(items.length, asked.value.total)}</span>}
      </div>
      {asked.kind === 'asking' && <Spinner size="small" />}
      {asked.kind === 'failed' && (
        <p role="alert" className={styles.none}>
          {asked.failure.detail}
        </p>
      )}
      {asked.kind === 'answered' && items.length === 0 && <p className={styles.none}>{azureText.none}</p>}
      {items.length > 0 && (
        <div className={styles.grid} data-testid="azure-items">
          <RowGrid
            label={azureText.items.label}
            columns={COLUMNS}
            rows={items}
            keyOf={(row) => row.id}
            selectedKey={chosenId}
            onSelect={(row) => onChoose(row.id)}
          />
        </div>
      )}
    </div>
  );
}
