/**
 * Stands in for the `electron` module where its runtime cannot be had: the built main process runs unchanged in Node, its
 * window is a page in real Chromium, the built preload runs in a real isolated world.
 *
 * What this does not show: Electron's own process sandbox, rights of the real `app://` scheme, native dialogs and menus as drawn,
 * the frame of the window, memory limits of Electron's V8. `tests/electron-runtime` does, where there is a runtime.
 */
export { app } from './stand-in/app.ts';
export { BrowserWindow } from './stand-in/browser-window.ts';
export { dialog } from './stand-in/dialog.ts';
export { ipcMain } from './stand-in/ipc-main.ts';
export { Menu } from './stand-in/menu.ts';
export { nativeTheme } from './stand-in/native-theme.ts';
export { session } from './stand-in/session.ts';
export { crashReporter, net, Notification, powerSaveBlocker, protocol, safeStorage, shell } from './stand-in/small-parts.ts';
export { utilityProcess } from './stand-in/utility-process.ts';
