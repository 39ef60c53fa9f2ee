import { useEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

/**
 * What is printed instead of the window. Put beside the app, shown on paper only (see global.css); opens the print dialog once
 * it is drawn and tells when that is closed.
 */
export function PrintSheet({ children, onPrinted }: { readonly children: ReactNode; readonly onPrinted: () => void }) {
  const latest = useRef(onPrinted);
  latest.current = onPrinted;
  useEffect(() => {
    document.body.dataset['printing'] = 'sheet';
    const end = (): void => latest.current();
    window.addEventListener('afterprint', end, { once: true });
    // A frame later, so that the sheet is laid out before the dialog takes its picture.
    const frame = requestAnimationFrame(() => window.print());
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('afterprint', end);
      delete document.body.dataset['printing'];
    };
  }, []);
  return createPortal(<div className="print-sheet">{children}</div>, document.body);
}
