import { makeStyles } from '@fluentui/react-components';
import type { Ref } from 'react';

const useStyles = makeStyles({
  frame: { display: 'block', width: '100%', height: '100%', border: 'none', backgroundColor: '#fff', colorScheme: 'light' },
  hidden: { position: 'absolute', width: 0, height: 0, visibility: 'hidden' },
});

interface DocumentFrameProps {
  readonly html: string;
  readonly title: string;
  readonly frameRef?: Ref<HTMLIFrameElement>;
  readonly onLoad?: (frame: HTMLIFrameElement) => void;
  /** Only to be printed. */
  readonly isHidden?: boolean;
}

/**
 * A page of our own making, shown inside the window. SECURITY: the sandbox lets no script run and no form be sent; the page has
 * the window's policy besides its own. It shares our origin only so that it can be printed and its links be led elsewhere.
 */
export function DocumentFrame({ html, title, frameRef, onLoad, isHidden = false }: DocumentFrameProps) {
  const styles = useStyles();
  return (
    <iframe
      {...(frameRef === undefined ? {} : { ref: frameRef })}
      className={isHidden ? styles.hidden : styles.frame}
      aria-hidden={isHidden}
      tabIndex={isHidden ? -1 : 0}
      title={title}
      sandbox="allow-same-origin allow-modals"
      srcDoc={html}
      onLoad={(event) => {
        leadLinksOut(event.currentTarget);
        onLoad?.(event.currentTarget);
      }}
    />
  );
}

/** A link to the web opens outside; the frame itself never leaves its page. */
function leadLinksOut(frame: HTMLIFrameElement): void {
  frame.contentDocument?.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest('a[href]');
    const address = link?.getAttribute('href') ?? '';
    if (!/^https?:/.test(address)) return;
    event.preventDefault();
    window.open(address, '_blank', 'noreferrer');
  });
}
