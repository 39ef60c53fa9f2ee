import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, CopyRegular } from '@fluentui/react-icons';

import type { Snapshot } from '../../../shared/contract/shapes.ts';
import { formatBytes, formatDayTime } from '../../text/common-format.ts';
import { presetTitle, reportsText } from '../../text/reports.ts';
import { copyText } from '../../ui/copy-text.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Moment } from '../../ui/moment.tsx';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import type { ExportedFile } from './use-export.ts';

const useStyles = makeStyles({
  report: { marginBottom: '16px' },
  title: { flex: '1 1 auto', margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { listStyle: 'none', margin: '6px 0 0', padding: 0 },
  file: { padding: '6px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  line: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0 },
  name: { flex: '1 1 auto', minWidth: 0, overflowWrap: 'anywhere' },
  small: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  hash: {
    flex: '1 1 auto',
    minWidth: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface ReportPanelProps {
  readonly history: Snapshot['reports'];
  readonly files: readonly ExportedFile[];
  readonly onSave: (file: ExportedFile) => void;
}

/** What was handed over, newest first, with the hash of every file, so that a copy can be compared years later. */
export function ReportPanel({ history, files, onSave }: ReportPanelProps) {
  const styles = useStyles();
  return (
    <DetailsPanel title={reportsText.history}>
      {history.length === 0 && <p className={styles.text}>{reportsText.historyEmpty}</p>}
      {history.toReversed().map((report) => (
        <HandedOver key={`${report.at} ${report.preset}`} report={report} held={files} onSave={onSave} />
      ))}
    </DetailsPanel>
  );
}

interface HandedOverProps {
  readonly report: Snapshot['reports'][number];
  /** Files that can still be saved again. */
  readonly held: readonly ExportedFile[];
  readonly onSave: (file: ExportedFile) => void;
}

function HandedOver({ report, held, onSave }: HandedOverProps) {
  const styles = useStyles();
  return (
    <article className={styles.report}>
      <div className={styles.line}>
        <h3 className={styles.title}>{presetTitle(report.preset)}</h3>
        <span className={styles.small}>
          <Moment instant={report.at} text={formatDayTime(report.at)} exact={report.at} />
        </span>
      </div>
      <div className={styles.small}>{report.by}</div>
      <ul className={styles.list} data-testid="handed-over">
        {report.files.map((file) => (
          <li key={file.name} className={styles.file}>
            <div className={styles.line}>
              <span className={styles.name}>{file.name}</span>
              <span className={styles.small}>{formatBytes(file.sizeBytes)}</span>
              <SaveAgain file={held.find((one) => one.sha256 === file.sha256 && one.name === file.name)} onSave={onSave} />
            </div>
            <div className={styles.line}>
              <span className={styles.hash} title={reportsText.hash}>
                {file.sha256}
              </span>
              <IconButton
                icon={<CopyRegular />}
                size="small"
                label={reportsText.copyHash(file.name)}
                onClick={() => void copyText(file.sha256)}
              />
            </div>
          </li>
        ))}
      </ul>
    </article>
  );
}

function SaveAgain({ file, onSave }: { readonly file: ExportedFile | undefined; readonly onSave: (file: ExportedFile) => void }) {
  if (file === undefined) return null;
  return <IconButton icon={<ArrowDownloadRegular />} size="small" label={reportsText.saveAgain(file.name)} onClick={() => onSave(file)} />;
}
