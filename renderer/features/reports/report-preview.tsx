import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useMemo, type Ref } from 'react';

import type { ReportPreset } from '../../../shared/reports/report.ts';
import { useSnapshot } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { reportsText } from '../../text/reports.ts';
import { DocumentFrame } from '../../ui/document-frame.tsx';

const useStyles = makeStyles({ note: { padding: '24px', color: tokens.colorNeutralForeground2 } });

interface ReportPreviewProps {
  readonly preset: ReportPreset;
  readonly frameRef: Ref<HTMLIFrameElement>;
}

/** The page that an export would write now; it follows every change of the engagement. */
export function ReportPreview({ preset, frameRef }: ReportPreviewProps) {
  const styles = useStyles();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const asked = useReply('report.preview', { preset }, `${preset} ${seq}`);
  const html = asked.kind === 'answered' ? asked.value.html : null;
  const title = reportsText.previewTitle(reportsText.presets[preset].title);
  // A new document would jump to its top; the same one stays where it was read.
  const frame = useMemo(
    () => (html === null ? null : <DocumentFrame html={html} title={title} frameRef={frameRef} />),
    [html, title, frameRef],
  );
  if (asked.kind === 'failed') return <p className={styles.note}>{asked.failure.detail}</p>;
  return frame ?? <Spinner className={styles.note} label={reportsText.loadingPreview} />;
}
