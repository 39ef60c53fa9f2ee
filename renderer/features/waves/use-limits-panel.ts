import { useCallback } from 'react';

import { useApp } from '../../store/app-context.tsx';
import { useScreenMemory } from '../../store/screen-memory.ts';

/** The editor of limits takes the place of the details while it is open. */
export function useLimitsPanel(): { readonly isOpen: boolean; readonly open: () => void; readonly close: () => void } {
  const app = useApp();
  const [isOpen, setIsOpen] = useScreenMemory('waves.limits', false);
  return {
    isOpen,
    open: useCallback(() => {
      setIsOpen(true);
      app.toggleDetails(true);
    }, [app, setIsOpen]),
    close: useCallback(() => setIsOpen(false), [setIsOpen]),
  };
}
