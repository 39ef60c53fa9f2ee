import { useCallback, useState, type ReactNode } from 'react';

import { useApp } from '../../store/app-context.tsx';
import { checklistText } from '../../text/checklist.ts';
import { DocumentFrame } from '../../ui/document-frame.tsx';

/** The checklist of a role and wave on paper: `sheet` has to stand somewhere on the screen, where nobody sees it. */
export function useChecklistPrint(role: string | null, waveId: string | null): { readonly sheet: ReactNode; readonly print: () => void } {
  const app = useApp();
  /** A new object for each printing, so that the same page can be printed twice. */
  const [page, setPage] = useState<{ readonly id: string; readonly html: string } | null>(null);
  const print = useCallback(async () => {
    const input = { ...(role === null ? {} : { role }), ...(waveId === null ? {} : { waveId }) };
    const made = await app.ask('checklist.print', input, checklistText.printFailed);
    setPage(made === null ? null : { id: app.newId(), html: made.html });
  }, [app, role, waveId]);
  const onLoad = (frame: HTMLIFrameElement): void => {
    frame.contentWindow?.addEventListener('afterprint', () => setPage(null), { once: true });
    frame.contentWindow?.print();
  };
  const sheet =
    page === null ? null : <DocumentFrame key={page.id} isHidden html={page.html} title={checklistText.printTitle} onLoad={onLoad} />;
  return { sheet, print: useCallback(() => void print(), [print]) };
}
