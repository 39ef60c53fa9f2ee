import type { ComponentType } from 'react';

import { SCREEN_IDS, type ScreenId } from './store/route.ts';

/** A screen of the app. Its code is loaded when it is first shown. */
export interface Screen {
  readonly id: ScreenId;
  readonly title: string;
  /** The question it answers; shown as the tooltip of its icon and in the palette. */
  readonly question: string;
  readonly shortcut: string;
  readonly needsEngagement: boolean;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

const SCREENS_BY_ID: Readonly<Record<ScreenId, Omit<Screen, 'id' | 'shortcut' | 'needsEngagement' | 'load'>>> = {
  start: {
    title: 'Start',
    question: 'What do I open?',
  },
  overview: {
    title: 'Overview',
    question: 'Where do we stand, what is next?',
  },
  inventory: {
    title: 'Inventory',
    question: 'What is there, can I trust it?',
  },
  readiness: {
    title: 'Readiness',
    question: 'What stops whom, and who fixes it?',
  },
  groups: {
    title: 'Groups',
    question: 'What must move together, and why?',
  },
  waves: {
    title: 'Waves',
    question: 'When does what move, and is it the best?',
  },
  checklist: {
    title: 'Checklist',
    question: 'What do I do now?',
  },
  azure: {
    title: 'Azure',
    question: 'Is the service ready for us?',
  },
  journal: {
    title: 'Journal',
    question: 'Who did what, when, and can it be proven?',
  },
  reports: {
    title: 'Reports',
    question: 'What do I hand over?',
  },
  settings: {
    title: 'Settings',
    question: 'How is this engagement set up, and how should Landfall look?',
  },
};

const files = import.meta.glob<Record<string, ComponentType>>('./features/*/*-screen.tsx');

/** Each screen is the export `<Id>Screen` of `features/<id>/<id>-screen.tsx`. */
async function loadScreen(id: ScreenId): Promise<{ readonly default: ComponentType }> {
  const module = await files[`./features/${id}/${id}-screen.tsx`]?.();
  const screen = module?.[`${id.charAt(0).toUpperCase()}${id.slice(1)}Screen`];
  if (screen === undefined) throw new Error(`no screen ${id}`);
  return { default: screen };
}

/** Screens that came when the digits were taken. */
const LETTERS: Readonly<Partial<Record<ScreenId, string>>> = { groups: 'Mod+G', azure: 'Mod+U' };
const withDigit = SCREEN_IDS.filter((id) => LETTERS[id] === undefined);

/** In the order of the rail; Ctrl and a digit or letter opens each. */
export const screens: readonly Screen[] = SCREEN_IDS.map((id) => ({
  id,
  shortcut: LETTERS[id] ?? `Mod+${withDigit.indexOf(id) + 1}`,
  needsEngagement: id !== 'start' && id !== 'settings',
  ...SCREENS_BY_ID[id],
  load: () => loadScreen(id),
}));
