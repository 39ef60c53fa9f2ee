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

import { checklistText } from '../../text/checklist.ts';
import { formatDayTime } from '../../text/common-format.ts';
import { previewKind, type Piece } from './evidence-pieces.ts';
import { usePicture, useText } from './use-evidence.ts';

const useStyles = makeStyles({
  surface: { width: 'min(960px, calc(100vw - 32px))', maxWidth: 'none' },
  content: { display: 'grid', placeItems: 'center', minHeight: '200px', backgroundColor: tokens.colorNeutralBackground4 },
  picture: { maxWidth: '100%', maxHeight: '70vh', objectFit: 'contain' },
  text: {
    boxSizing: 'border-box',
    width: '100%',
    maxHeight: '60vh',
    overflow: 'auto',
    margin: 0,
    padding: '12px',
    alignSelf: 'start',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  about: { margin: '8px 0 0', color: tokens.colorNeutralForeground2 },
});

/** A picture or text that was handed in as evidence, read from the engagement file. */
export function EvidencePreview({ piece, onClose }: { readonly piece: Piece; readonly onClose: () => void }) {
  const styles = useStyles();
  const { evidence } = piece;
  const title = evidence.fileName ?? checklistText.evidence.heading;
  const Content = previewKind(evidence) === 'text' ? TextContent : PictureContent;
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            <Content piece={piece} title={title} onFailure={onClose} />
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

interface ContentProps {
  readonly piece: Piece;
  readonly title: string;
  readonly onFailure: () => void;
}

function PictureContent({ piece: { evidence }, title, onFailure }: ContentProps) {
  const styles = useStyles();
  const url = usePicture(evidence.sha256 ?? '', evidence.mediaType ?? '', onFailure);
  return (
    <div className={styles.content}>
      {url === null ? (
        <Spinner label={checklistText.loadingItems} />
      ) : (
        <img className={styles.picture} src={url} alt={evidence.text === '' ? title : evidence.text} />
      )}
    </div>
  );
}

function TextContent({ piece: { evidence }, title, onFailure }: ContentProps) {
  const styles = useStyles();
  const read = useText(evidence.sha256 ?? '', onFailure);
  return (
    <>
      <div className={styles.content}>
        {read === null ? (
          <Spinner label={checklistText.loadingItems} />
        ) : (
          // It scrolls, so the keyboard has to reach it.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <pre className={styles.text} tabIndex={0} role="region" aria-label={title}>
            {read.text === '' ? checklistText.evidence.emptyFile : read.text}
          </pre>
        )}
      </div>
      {read?.isCut === true && <p className={styles.about}>{checklistText.evidence.cut}</p>}
    </>
  );
}
