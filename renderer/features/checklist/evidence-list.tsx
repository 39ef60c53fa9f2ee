import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, AttachRegular, DocumentTextRegular, ImageRegular, LinkRegular, NoteRegular } from '@fluentui/react-icons';
import { useState } from 'react';

import type { ChecklistItem } from '../../../shared/contract/shapes.ts';
import { saveDownload } from '../../client/save-download.ts';
import { useApp } from '../../store/app-context.tsx';
import { checklistText } from '../../text/checklist.ts';
import { formatDayTime } from '../../text/common-format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Moment } from '../../ui/moment.tsx';
import { evidenceOfItems, previewKind, type Piece } from './evidence-pieces.ts';
import { EvidencePreview } from './evidence-preview.tsx';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: '8px',
    padding: '8px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  icon: { marginTop: '2px', color: tokens.colorNeutralForeground3 },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  file: { display: 'flex', alignItems: 'center', gap: '4px', minWidth: 0 },
  name: { flex: '1 1 auto', minWidth: 0, overflowWrap: 'anywhere' },
  small: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  hash: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  empty: { margin: '0 0 16px', color: tokens.colorNeutralForeground2 },
});

const ICONS = { note: NoteRegular, link: LinkRegular, file: AttachRegular } as const;

/** What was handed in for a step: who, when, for what, and the thing itself. One piece for many items is listed once. */
export function EvidenceList({ items }: { readonly items: readonly ChecklistItem[] }) {
  const styles = useStyles();
  const [shown, setShown] = useState<Piece | null>(null);
  const pieces = evidenceOfItems(items);
  if (pieces.length === 0) return <p className={styles.empty}>{checklistText.evidence.none}</p>;
  return (
    <>
      <ul className={styles.list} data-testid="evidence-list">
        {pieces.map((piece) => (
          <EvidenceItem key={piece.key} piece={piece} onPreview={() => setShown(piece)} />
        ))}
      </ul>
      {shown !== null && <EvidencePreview piece={shown} onClose={() => setShown(null)} />}
    </>
  );
}

function EvidenceItem({ piece, onPreview }: { readonly piece: Piece; readonly onPreview: () => void }) {
  const styles = useStyles();
  const app = useApp();
  const { evidence, scopes } = piece;
  const Icon = ICONS[evidence.kind];
  const kind = previewKind(evidence);
  const save = async (sha256: string): Promise<void> => {
    const opened = await app.ask('evidence.open', { sha256 }, checklistText.evidence.failed);
    if (opened === null) return;
    const saved = await saveDownload(app.client, opened.downloadId);
    if (!saved.ok) app.notifyFailure(saved.failure, checklistText.evidence.failed);
  };
  const { sha256, fileName, url } = evidence;
  return (
    <li className={styles.item}>
      <Icon aria-hidden className={styles.icon} />
      <div>
        {fileName !== undefined && sha256 !== undefined && (
          <div className={styles.file}>
            <span className={styles.name}>{fileName}</span>
            {kind !== null && (
              <IconButton
                icon={kind === 'text' ? <DocumentTextRegular /> : <ImageRegular />}
                size="small"
                label={checklistText.evidence.preview(fileName)}
                onClick={onPreview}
              />
            )}
            <IconButton
              icon={<ArrowDownloadRegular />}
              size="small"
              label={checklistText.evidence.download(fileName)}
              onClick={() => void save(sha256)}
            />
          </div>
        )}
        {url !== undefined && (
          <Link href={url} target="_blank" rel="noreferrer" className={styles.name}>
            {url}
          </Link>
        )}
        {evidence.text !== '' && <p className={styles.text}>{evidence.text}</p>}
        <div className={styles.small}>
          {`${evidence.by}, `}
          <Moment instant={evidence.at} text={formatDayTime(evidence.at)} exact={evidence.at} />
          {scopes.length > 0 && `, ${checklistText.evidence.about(scopes)}`}
        </div>
        {sha256 !== undefined && (
          <div className={styles.small} title={sha256}>
            {checklistText.evidence.hash} <span className={styles.hash}>{sha256.slice(0, 16)}…</span>
          </div>
        )}
      </div>
    </li>
  );
}
