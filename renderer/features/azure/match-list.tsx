import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';

import type { AzureMatchView } from '../../../shared/contract/methods/azure-methods.ts';
import { useApp } from '../../store/app-context.tsx';
import { useScreenMemory } from '../../store/screen-memory.ts';
import { useReply } from '../../store/use-reply.ts';
import { azureText, MATCH_WORDS } from '../../text/azure.ts';
import { ChipRow } from '../../ui/chip-row.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useAzureKey } from './use-azure.ts';

type MatchState = AzureMatchView['state'];
const STATES: readonly MatchState[] = ['doubtful', 'none', 'matched'];
const TONES: Readonly<Record<MatchState, Tone>> = { doubtful: 'warning', none: 'undecided', matched: 'done' };

const useStyles = makeStyles({
  tools: { margin: '0 0 8px' },
  choices: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  // The words of a button without a frame stand under the title of their column.
  flush: { marginLeft: '-8px' },
});

/** What both sides share, also where that is not enough. */
function byWords({ by, candidates }: AzureMatchView): string {
  const found = by ?? candidates[0]?.by;
  return found === undefined ? azureText.unknown : MATCH_WORDS[found];
}

/** Which item is which machine; what is doubtful is asked, and the answer can be undone. */
export function MatchList({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const styles = useStyles();
  const app = useApp();
  const [state, setState] = useScreenMemory<MatchState>('azure.matches', 'matched');
  const asked = useReply('azure.matches', { state, limit: 500 }, `${useAzureKey()}|${state}`);
  const words = azureText.matches;
  const decide = (itemId: string, machineId: string | null): void => void app.ask('azure.match', { itemId, machineId }, words.failed);
  return (
    <>
      <div className={styles.tools}>
        <ChipRow
          label={words.label}
          chips={STATES.map((id) => ({ id, title: words.filter[id], tone: TONES[id] }))}
          chosen={[state]}
          onToggle={setState}
        />
      </div>
      {asked.kind === 'answered' && asked.value.total > 0 ? (
        <PlainTable
          label={words.label}
          columns={[
            { id: 'item', title: words.item },
            { id: 'machine', title: words.machine },
            { id: 'how', title: words.how },
            { id: 'decide', title: words.decide, kind: 'long' },
          ]}
          rows={asked.value.matches.map((match) => ({
            id: `${match.kind} ${match.id}`,
            cells: [
              match.name,
              match.machineName ?? (
                <ToneMark key="machine" tone={TONES[match.state]}>
                  {words.state[match.state]}
                </ToneMark>
              ),
              byWords(match),
              <span key="decide" className={mergeClasses(styles.choices, match.candidates.length === 0 && styles.flush)}>
                {match.candidates.map((candidate) => (
                  <Button
                    key={candidate.machineId}
                    size="small"
                    disabled={isReadOnly}
                    onClick={() => decide(match.id, candidate.machineId)}
                  >
                    {words.is(candidate.name)}
                  </Button>
                ))}
                {match.state !== 'none' && (
                  <Button size="small" appearance="subtle" disabled={isReadOnly} onClick={() => decide(match.id, null)}>
                    {match.candidates.length === 0 ? words.notThisOne : words.notThis}
                  </Button>
                )}
              </span>,
            ],
          }))}
        />
      ) : (
        asked.kind === 'answered' && <p>{words.none[state]}</p>
      )}
    </>
  );
}
