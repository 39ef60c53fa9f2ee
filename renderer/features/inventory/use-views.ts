import { useMemo } from 'react';

import { useApp, useAppState } from '../../store/app-context.tsx';
import type { InventoryQuery } from '../../store/inventory-query.ts';
import { useScreenMemory } from '../../store/screen-memory.ts';
import { inventoryText } from '../../text/inventory.ts';
import type { ColumnLayout } from './column-layout.ts';
import type { ChangeLayout } from './use-layout.ts';
import { readViews, viewOf, withView, writeViews, type InventoryView } from './views.ts';

const KEY = 'inventory.views';

interface ViewParts {
  readonly query: InventoryQuery;
  readonly setQuery: (query: InventoryQuery) => void;
  readonly layout: ColumnLayout;
  readonly changeLayout: ChangeLayout;
}

/** Saved views: kept on this computer, for every engagement. */
export function useViews({ query, setQuery, layout, changeLayout }: ViewParts) {
  const app = useApp();
  const kept = useAppState((state) => state.info?.preferences.layouts[KEY]);
  const saved = useMemo(() => readViews(kept), [kept]);
  const [lastId, setLastId] = useScreenMemory<string | null>('inventory.view', null);
  const current = viewOf(saved, query, layout);
  const lastSaved = saved.find((view) => view.id === lastId) ?? null;

  const keep = (views: readonly InventoryView[]): void => {
    const text = writeViews(views);
    if (text === null) app.notify({ tone: 'warning', title: inventoryText.views.tooMany });
    else void app.setPreferences({ layouts: { [KEY]: text } });
  };
  return {
    saved,
    current,
    lastSaved,
    choose: (view: InventoryView): void => {
      setQuery(view.query);
      setLastId(view.layout === null ? null : view.id);
      const wanted = view.layout;
      if (wanted !== null) changeLayout(() => wanted);
    },
    save: (name: string): void => {
      const views = withView(saved, { id: app.newId(), name, query, layout });
      keep(views);
      setLastId(views.find((view) => view.name.toLowerCase() === name.toLowerCase())?.id ?? null);
    },
    remove: (view: InventoryView): void => {
      keep(saved.filter((known) => known.id !== view.id));
      setLastId(null);
    },
  };
}
