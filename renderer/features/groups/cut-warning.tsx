import { makeStyles } from '@fluentui/react-components';

import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { useSnapshot } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { editGroupText } from '../../text/groups-panels.ts';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { TieList } from './tie-list.tsx';

type Preview = MethodOutput<'group.preview-change'>;

const MOST_SHOWN = 12;

const useStyles = makeStyles({ text: { margin: '4px 0 0' } });

/** What a group of these machines would cut; `null` while nothing is chosen or known. */
export function useCutPreview(machineIds: readonly string[]): Preview | null {
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const input = machineIds.length === 0 ? null : { machineIds: [...machineIds] };
  const asked = useReply('group.preview-change', input, `${machineIds.join('|')}|${seq}`);
  return asked.kind === 'answered' && input !== null ? asked.value : null;
}

interface CutWarningProps {
  readonly chosenCount: number;
  readonly wasTried: boolean;
  readonly preview: Preview | null;
}

/** Names every call that would be cut, before anything is changed. */
export function CutWarning({ chosenCount, wasTried, preview }: CutWarningProps) {
  const styles = useStyles();
  const words = editGroupText;
  if (chosenCount === 0) return wasTried ? <p role="alert">{words.nothing}</p> : null;
  if (preview === null) return <p className={styles.text}>{words.checking}</p>;
  return (
    <div data-testid="cut-warning" role="status">
      {preview.cutTieCount === 0 ? (
        <ToneMark tone="ready">{words.cutsNothing}</ToneMark>
      ) : (
        <>
          <ToneMark tone="warning" isWrapping>
            {words.cuts(preview.cutTieCount)}
          </ToneMark>
          <TieList ties={preview.cutTies.slice(0, MOST_SHOWN)} total={preview.cutTieCount} label={words.cuts(preview.cutTieCount)} />
        </>
      )}
      {preview.splitGroups.length > 0 && (
        <p className={styles.text}>{words.splits(preview.splitGroups.map(({ title }) => title).join(', '))}</p>
      )}
    </div>
  );
}
