import { useEffect } from 'react';

import { useApp } from '../store/app-context.tsx';

/**
 * Gives the focus back to whatever had it before an overlay came up. When one overlay leads to the next (a command of the
 * palette opens a dialog), the element from before the first one counts.
 */
export function useReturnFocus(): void {
  const app = useApp();
  useEffect(() => {
    let opener: Element | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = app.store.subscribe((state, before) => {
      if (state.overlay === before.overlay) return;
      if (state.overlay.kind !== 'none') {
        clearTimeout(timer);
        if (before.overlay.kind === 'none' && (opener === null || !opener.isConnected || timer === undefined))
          opener = document.activeElement;
        timer = undefined;
        return;
      }
      const target = opener;
      timer = setTimeout(() => {
        timer = undefined;
        opener = null;
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && target instanceof HTMLElement && target.isConnected) target.focus();
      }, 50);
    });
    return () => {
      end();
      clearTimeout(timer);
    };
  }, [app]);
}
