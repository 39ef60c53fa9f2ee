import { screens } from '../screens.ts';
import type { App } from '../store/store.ts';
import type { Command } from './registry.ts';

/** Commands that exist on every screen. Ids are also what the menu of the desktop app sends as `app.command`. */
export function globalCommands(app: App): readonly Command[] {
  return [...goCommands(app), ...engagementCommands(app), ...editCommands(app), ...viewCommands(app), ...helpCommands(app)];
}

/** Why something that needs an open engagement cannot be done now. */
function needsEngagement(app: App): () => string | null {
  return () => (app.store.getState().snapshot === null ? 'no engagement is open' : null);
}

function goCommands(app: App): readonly Command[] {
  const whyNot = needsEngagement(app);
  return screens.map((screen) => ({
    id: `go.${screen.id}`,
    title: `Go to ${screen.title.toLowerCase()}`,
    group: 'Go to' as const,
    shortcut: screen.shortcut,
    run: () => app.go(screen.id),
    ...(screen.needsEngagement ? { whyNot } : {}),
    ...(screen.id === 'settings' ? { otherShortcuts: ['Mod+,'] } : {}),
    ...(screen.id === 'journal' ? { otherShortcuts: ['Mod+J'] } : {}),
  }));
}

function engagementCommands(app: App): readonly Command[] {
  const whyNot = needsEngagement(app);
  return [
    {
      id: 'engagement.new',
      title: 'New engagement…',
      group: 'Engagement',
      shortcut: 'Mod+N',
      run: () => app.openOverlay({ kind: 'new-engagement' }),
    },
    { id: 'engagement.open', title: 'Open engagement…', group: 'Engagement', shortcut: 'Mod+O', run: () => void chooseAndOpen(app) },
    {
      id: 'engagement.open-sample',
      title: 'Open the sample engagement',
      group: 'Engagement',
      run: () => void app.ask('engagement.open-sample', {}, 'The sample engagement was not opened'),
    },
    {
      id: 'engagement.close',
      title: 'Close engagement',
      group: 'Engagement',
      shortcut: 'Mod+W',
      run: () => void app.ask('engagement.close', {}, 'The engagement was not closed'),
      whyNot,
    },
    {
      id: 'import.open',
      title: 'Import a file…',
      group: 'Engagement',
      shortcut: 'Mod+I',
      run: () => app.openOverlay({ kind: 'import', file: null }),
    },
  ];
}

/** With native dialogs the system's own; else the app's folder browser. */
async function chooseAndOpen(app: App): Promise<void> {
  if (app.store.getState().info?.hasNativeDialogs !== true) return app.openOverlay({ kind: 'open-engagement' });
  const chosen = await app.ask('engagement.choose-path', { purpose: 'open' }, 'The file dialog could not be shown');
  if (chosen?.path === null || chosen?.path === undefined) return;
  await app.ask('engagement.open', { path: chosen.path }, 'The engagement was not opened');
}

function editCommands(app: App): readonly Command[] {
  const undoState = () => app.store.getState().snapshot?.undo;
  return [
    {
      id: 'edit.undo',
      title: 'Undo',
      group: 'Edit',
      shortcut: 'Mod+Z',
      run: () => void app.ask('journal.undo', {}, 'Nothing was undone'),
      whyNot: () => (undoState()?.undo == null ? 'there is nothing to undo' : null),
    },
    {
      id: 'edit.redo',
      title: 'Redo',
      group: 'Edit',
      shortcut: 'Mod+Y',
      otherShortcuts: ['Mod+Shift+Z'],
      run: () => void app.ask('journal.redo', {}, 'Nothing was redone'),
      whyNot: () => (undoState()?.redo == null ? 'there is nothing to redo' : null),
    },
  ];
}

function viewCommands(app: App): readonly Command[] {
  const whyNot = needsEngagement(app);
  return [
    { id: 'app.back', title: 'Back', group: 'Go to', shortcut: 'Alt+ArrowLeft', run: app.back, whyNot: () => whyNotStep(app, 'past') },
    {
      id: 'app.forward',
      title: 'Forward',
      group: 'Go to',
      shortcut: 'Alt+ArrowRight',
      run: app.forward,
      whyNot: () => whyNotStep(app, 'future'),
    },
    { id: 'app.find', title: 'Find anything…', group: 'Go to', shortcut: 'Mod+K', run: () => app.openOverlay({ kind: 'find' }), whyNot },
    {
      id: 'app.palette',
      title: 'All commands…',
      group: 'View',
      shortcut: 'Mod+Shift+P',
      otherShortcuts: ['F1'],
      run: () => app.openOverlay({ kind: 'palette' }),
    },
    { id: 'view.details', title: 'Show or hide the details panel', group: 'View', shortcut: 'Mod+B', run: () => app.toggleDetails() },
    ...(['system', 'light', 'dark'] as const).map((theme) => ({
      id: `view.theme-${theme}`,
      title: theme === 'system' ? 'Theme: follow the system' : `Theme: ${theme}`,
      group: 'View' as const,
      run: () => void app.setPreferences({ theme }),
    })),
    { id: 'journal.verify', title: 'Verify the journal', group: 'Journal', run: () => void app.verifyJournal(), whyNot },
  ];
}

function whyNotStep(app: App, side: 'past' | 'future'): string | null {
  return app.store.getState().history[side].length === 0 ? 'there is no other screen to go to' : null;
}

function helpCommands(app: App): readonly Command[] {
  return [
    {
      id: 'help.shortcuts',
      title: 'Keyboard shortcuts',
      group: 'Help',
      shortcut: 'Mod+/',
      run: () => app.openOverlay({ kind: 'shortcuts' }),
    },
    { id: 'help.tour', title: 'Tour of Landfall', group: 'Help', run: () => app.openOverlay({ kind: 'tour' }) },
  ];
}
