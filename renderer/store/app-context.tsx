import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';

import type { Snapshot } from '../../shared/contract/shapes.ts';
import type { AppState } from './state.ts';
import type { App } from './store.ts';

const AppContext = createContext<App | null>(null);

export function AppProvider({ app, children }: { readonly app: App; readonly children: ReactNode }) {
  return <AppContext value={app}>{children}</AppContext>;
}

/** The app's functions: calling, navigating, notifying. Never changes. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('useApp outside AppProvider');
  return app;
}

/** A part of the state; the component draws again when the selected value is another one (compared by identity). */
export function useAppState<T>(select: (state: AppState) => T): T {
  return useStore(useApp().store, select);
}

/** A part of the open engagement. Only for screens that are shown while one is open. */
export function useSnapshot<T>(select: (snapshot: Snapshot) => T): T {
  return useAppState((state) => {
    if (state.snapshot === null) throw new Error('useSnapshot without an open engagement');
    return select(state.snapshot);
  });
}
