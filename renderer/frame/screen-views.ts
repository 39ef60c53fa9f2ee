import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

import { screens, type Screen } from '../screens.ts';
import type { ScreenId } from '../store/route.ts';

/** A screen as the frame draws it: made once, so that React keeps what it has loaded. */
export type ScreenView = Screen & { readonly Component: LazyExoticComponent<ComponentType> };

export const screenViews = Object.fromEntries(
  screens.map((screen) => [screen.id, { ...screen, Component: lazy(screen.load) }]),
) as Readonly<Record<ScreenId, ScreenView>>;
