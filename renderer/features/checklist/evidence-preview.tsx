import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';

import { readDownload } from '../../client/save-download.ts';
import { useApp } from '../../store/app-context.tsx';
import { checklistText } from '../../text/checklist.ts';
import { formatDayTime } from '../../text/common-format.ts';
import type { Piece } from './evidence-pieces.ts';

const useStyles = makeStyles({
  surface: { width: 'min(960px, calc(100vw - 32px))', maxWidth: 'none' },
  content: { display: 'grid', placeItems: 'center', minHeight: '200px', backgroundColor: tokens.colorNeutralBackground4 },
  picture: { maxWidth: '100%', maxHeight: '70vh', objectFit: 'contain' },
  about: { margin: '8px 0 0', color: tokens.colorNeutralForeground2 },
});

/** A picture that was handed in as evidence, read from the engagement file. */
export function EvidencePreview({ piece, onClose }: { readonly piece: Piece; readonly onClose: () => void }) {
  const styles = useStyles();
  const { evidence } = piece;
  const url = usePicture(evidence.sha256 ?? '', evidence.mediaType ?? '', onClose);
  const title = evidence.fileName ?? checklistText.evidence.heading;
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            <div className={styles.content}>
              {url === null ? (
                <Spinner label={checklistText.loadingItems} />
              ) : (
                <img className={styles.picture} src={url} alt={evidence.text === '' ? title : evidence.text} />
              )}
            </div>
            <p className={styles.about}>{checklistText.evidence.by(evidence.by, formatDayTime(evidence.at))}</p>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {checklistText.evidence.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** An address for the picture's bytes while it is shown; given back afterwards. */
function usePicture(sha256: string, mediaType: string, onFailure: () => void): string | null {
  const app = useApp();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    let made: string | null = null;
    const load = async (): Promise<void> => {
      const opened = await app.ask('evidence.open', { sha256 }, checklistText.evidence.failed);
      const read = opened === null ? null : await readDownload(app.client, opened.downloadId);
      if (!isCurrent) return;
      if (read === null || !read.ok) {
        if (read !== null) app.notifyFailure(read.failure, checklistText.evidence.failed);
        return onFailure();
      }
      made = URL.createObjectURL(new Blob([...read.value.pieces], { type: mediaType }));
      setUrl(made);
    };
    void load();
    return () => {
      isCurrent = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
    // Read once for each picture.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [app, sha256, mediaType]);
  return url;
}
