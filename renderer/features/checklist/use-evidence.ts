import { useEffect, useRef, useState } from 'react';

import { fromBase64 } from '../../client/base64.ts';
import { readDownload } from '../../client/save-download.ts';
import { useApp } from '../../store/app-context.tsx';
import { checklistText } from '../../text/checklist.ts';
import { evidenceText, type EvidenceText } from './evidence-text.ts';

/** An address for a picture's bytes while it is shown; given back afterwards. `null` while it is read. */
export function usePicture(sha256: string, mediaType: string, onFailure: () => void): string | null {
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

/** The beginning of a text file: its first piece, however large the file is. `null` while it is read. */
export function useText(sha256: string, onFailure: () => void): EvidenceText | null {
  const app = useApp();
  const [read, setRead] = useState<EvidenceText | null>(null);
  const failed = useRef(onFailure);
  failed.current = onFailure;
  useEffect(() => {
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const opened = await app.ask('evidence.open', { sha256 }, checklistText.evidence.failed);
      const part =
        opened === null
          ? null
          : await app.ask('download.read', { downloadId: opened.downloadId, offset: 0 }, checklistText.evidence.failed);
      if (!isCurrent) return;
      if (part === null) return failed.current();
      setRead(evidenceText(fromBase64(part.base64), part.isLast));
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [app, sha256]);
  return read;
}
