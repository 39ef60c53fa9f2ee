import { useCallback, useEffect, useRef, useState } from 'react';

import { useApp } from '../../store/app-context.tsx';
import { FIRST_LAYOUT, type ColumnLayout } from './column-layout.ts';
import { keptRows } from './inventory-rows.ts';

const KEY = 'inventory.columns';
/** A column that is being dragged wider changes many times a second; only where it comes to rest is kept. */
const KEEP_AFTER_MS = 400;

export type ChangeLayout = (change: (layout: ColumnLayout) => ColumnLayout) => void;

/** The layout of the grid. Every change is kept over restarts, without being asked to. */
export function useLayout(): readonly [ColumnLayout, ChangeLayout] {
  const app = useApp();
  const [layout, setLayout] = useState(() => keptRows.layout(app.store.getState().info?.preferences.layouts[KEY]) ?? FIRST_LAYOUT);
  const latest = useRef(layout);
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);

  const keep = useCallback(() => {
    if (waiting.current === null) return;
    clearTimeout(waiting.current);
    waiting.current = null;
    void app.setPreferences({ layouts: { [KEY]: JSON.stringify(latest.current) } });
  }, [app]);
  useEffect(() => keep, [keep]);

  const change = useCallback<ChangeLayout>(
    (next) => {
      const changed = next(latest.current);
      if (changed === latest.current) return;
      latest.current = changed;
      setLayout(changed);
      if (waiting.current !== null) clearTimeout(waiting.current);
      waiting.current = setTimeout(keep, KEEP_AFTER_MS);
    },
    [keep],
  );
  return [layout, change];
}
