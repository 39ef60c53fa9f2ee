import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Radio,
  RadioGroup,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState, type FormEvent } from 'react';

import type { GroupView, WaveView } from '../../../shared/contract/shapes.ts';
import { wavesText } from '../../text/waves.ts';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { PREVIEW_TONES, type PreviewWords } from './wave-words.ts';
import { shortWindow } from './window-words.ts';

const useStyles = makeStyles({
  surface: { width: 'min(560px, calc(100vw - 32px))', maxWidth: 'none' },
  list: { maxHeight: 'min(420px, 50vh)', overflowY: 'auto', margin: '0 -8px', padding: '0 8px' },
  wave: { display: 'grid', gridTemplateColumns: '64px minmax(0, 200px) 1fr', columnGap: '12px', width: '100%' },
  window: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  reason: { gridColumn: '2 / -1', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  radio: { '& label': { flexGrow: 1, minWidth: 0 } },
  warning: { margin: '12px 0 0', color: tokens.colorNeutralForeground2 },
});

interface MoveDialogProps {
  readonly groups: readonly GroupView[];
  readonly waves: readonly WaveView[];
  readonly previewOf: (groupIds: readonly string[]) => Promise<ReadonlyMap<string, PreviewWords> | null>;
  readonly onMove: (groupIds: readonly string[], waveId: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** The keyboard's way of dragging: every wave with what a move there would do, before it is made. */
export function MoveDialog({ groups, waves, previewOf, onMove, onClose }: MoveDialogProps) {
  const styles = useStyles();
  const { move } = wavesText;
  const [previews, setPreviews] = useState<ReadonlyMap<string, PreviewWords> | null>(null);
  const [waveId, setWaveId] = useState('');
  const ids = JSON.stringify(groups.map((group) => group.id));
  useEffect(() => {
    let isCurrent = true;
    void previewOf(JSON.parse(ids) as string[]).then((answer) => {
      if (!isCurrent) return;
      if (answer === null) return onClose();
      setPreviews(answer);
      setWaveId((chosen) => (chosen === '' ? firstFit(waves, answer) : chosen));
    });
    return () => {
      isCurrent = false;
    };
    // Asked once per set of groups: the dialog is closed by a move.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [ids]);

  const chosen = previews?.get(waveId);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen === undefined || chosen.tone === 'here') return;
    void onMove(
      groups.map((group) => group.id),
      waveId,
    ).then((isMoved) => isMoved && onClose());
  };

  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{move.title(groups.length, groups[0]?.title ?? '')}</DialogTitle>
            <DialogContent>
              {previews === null ? (
                <Spinner size="small" label={move.checking} labelPosition="after" />
              ) : (
                <RadioGroup
                  className={styles.list}
                  aria-label={move.listLabel}
                  value={waveId}
                  onChange={(_, data) => setWaveId(data.value)}
                >
                  {waves.map((wave) => (
                    <WaveChoice key={wave.id} wave={wave} preview={previews.get(wave.id)} isFirst={waveId === wave.id} />
                  ))}
                </RadioGroup>
              )}
              {chosen?.tone === 'breaks' && <p className={styles.warning}>{move.warning}</p>}
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabledFocusable={chosen === undefined || chosen.tone === 'here'}>
                {chosen?.tone === 'breaks' ? move.submitAnyway : move.submit}
              </Button>
              <Button onClick={onClose}>{move.cancel}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

function firstFit(waves: readonly WaveView[], previews: ReadonlyMap<string, PreviewWords>): string {
  const fits = waves.find((wave) => previews.get(wave.id)?.tone === 'fits');
  const other = waves.find((wave) => previews.get(wave.id)?.tone === 'breaks');
  return (fits ?? other)?.id ?? '';
}

interface WaveChoiceProps {
  readonly wave: WaveView;
  readonly preview: PreviewWords | undefined;
  /** The chosen one takes the focus when the list appears, so that the arrow keys work at once. */
  readonly isFirst: boolean;
}

function WaveChoice({ wave, preview, isFirst }: WaveChoiceProps) {
  const styles = useStyles();
  if (preview === undefined) return null;
  return (
    <Radio
      className={styles.radio}
      value={wave.id}
      autoFocus={isFirst}
      label={
        <span className={styles.wave}>
          <span>{wavesText.waveTitle(wave.number)}</span>
          <span className={styles.window}>{wave.window === null ? '' : shortWindow(wave.window, wave.window.timeZone)}</span>
          <ToneMark tone={PREVIEW_TONES[preview.tone]}>{preview.title}</ToneMark>
          {preview.problems.length > 0 && <span className={styles.reason}>{preview.problems.join(' ')}</span>}
        </span>
      }
    />
  );
}
