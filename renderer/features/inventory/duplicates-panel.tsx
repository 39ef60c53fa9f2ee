import { Button, makeStyles, tokens } from '@fluentui/react-components';

import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { useShowMachines } from '../../store/inventory-query.ts';
import { useReply } from '../../store/use-reply.ts';
import { formatShare } from '../../text/common-format.ts';
import { matchWords } from '../../text/common-values.ts';
import { inventoryText } from '../../text/inventory.ts';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import type { EditTask } from './edit-task.ts';

type Duplicates = MethodOutput<'machine.duplicates'>;

const MOST_SHOWN = 100;

const useStyles = makeStyles({
  text: { margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  pair: { padding: '10px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  names: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  why: { margin: '2px 0 6px', color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
});

/** Pairs that may be one machine, asked for anew whenever the inventory changes; `null` while nothing is known. */
export function useDuplicates(): Duplicates | null {
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const asked = useReply('machine.duplicates', { limit: MOST_SHOWN }, String(seq));
  return asked.kind === 'answered' ? asked.value : null;
}

interface DuplicatesPanelProps {
  readonly isReadOnly: boolean;
  readonly onEdit: (task: EditTask | null) => void;
}

/** Goes through machines of different files that share an identity. Nothing is ever merged without a person. */
export function DuplicatesPanel({ isReadOnly, onEdit }: DuplicatesPanelProps) {
  const styles = useStyles();
  const found = useDuplicates();
  const words = inventoryText.duplicates;
  return (
    <DetailsPanel title={words.title}>
      {found !== null && found.total === 0 && <p>{words.none}</p>}
      {found !== null && found.total > 0 && <p className={styles.text}>{words.text}</p>}
      {found !== null && found.pairs.length < found.total && <p className={styles.text}>{words.more(found.pairs.length, found.total)}</p>}
      <ul className={styles.list} data-testid="duplicates">
        {found?.pairs.map((pair) => (
          <Pair key={`${pair.a.id}|${pair.b.id}`} pair={pair} isReadOnly={isReadOnly} onEdit={onEdit} />
        ))}
      </ul>
      <Button onClick={() => onEdit(null)}>{words.close}</Button>
    </DetailsPanel>
  );
}

function Pair({ pair, isReadOnly, onEdit }: DuplicatesPanelProps & { readonly pair: Duplicates['pairs'][number] }) {
  const styles = useStyles();
  const app = useApp();
  const show = useShowMachines();
  const words = inventoryText.duplicates;
  const { a, b, by, confidence, against } = pair;
  const title = words.pair(a.name, b.name);
  return (
    <li className={styles.pair}>
      <div className={styles.names}>{title}</div>
      <p className={styles.why}>{words.why(matchWords(by), formatShare(confidence), against.map(matchWords).join(', '))}</p>
      <div className={styles.actions}>
        <Button size="small" onClick={() => show([{ kind: 'machines', title, ids: [a.id, b.id] }])}>
          {words.show}
        </Button>
        {!isReadOnly && (
          <>
            <Button size="small" onClick={() => onEdit({ kind: 'merge', machineIds: [a.id, b.id], isFromDuplicates: true })}>
              {words.merge}
            </Button>
            <Button size="small" onClick={() => void app.ask('machine.keep-apart', { machineIds: [a.id, b.id] }, words.notKept)}>
              {words.apart}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
