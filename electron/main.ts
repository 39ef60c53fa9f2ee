import { mkdirSync } from 'node:fs';
import path from 'node:path';

import {
  app,
  BrowserWindow,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  net,
  Notification,
  powerSaveBlocker,
  protocol,
  safeStorage,
  session,
  shell,
  utilityProcess,
} from 'electron';

import type { App, AppParts } from './app-parts.ts';
import { assemble } from './assemble.ts';
import { askBeforeClosing } from './desktop/ask-before-closing.ts';
import { closeBeforeQuitting } from './desktop/close-before-quitting.ts';
import { engagementArgument } from './desktop/engagement-argument.ts';
import { createFileQueue, type FileQueue } from './desktop/file-queue.ts';
import { followTheme } from './desktop/follow-theme.ts';
import { createNativeDialogs } from './desktop/native-dialogs.ts';
import { mayOpenAddress, mayShowAgain, mayStopWork, type AskPerson } from './desktop/questions.ts';
import { watchRunningWork } from './desktop/running-work.ts';
import { APP_ORIGIN, APP_SCHEME, createAppFiles } from './host/serve-app-files.ts';
import { serveOverIpc } from './host/serve-over-ipc.ts';
import { menuTemplate } from './menu.ts';
import { nodeAppParts } from './node-app-parts.ts';
import { closeSession, createMainWindow, keepContentsAtHome } from './window.ts';
import { createUtilityFork } from './workers/fork-utility-worker.ts';

/** Entry with Electron: one window, the contract over IPC, and what only a desktop has. The rest is built by `assemble`. */
const rootFolder = path.join(import.meta.dirname, '../..');
const nodeParts = nodeAppParts('electron', rootFolder);
const { log } = nodeParts;

app.enableSandbox();
mkdirSync(nodeParts.userDataFolder, { recursive: true });
app.setPath('userData', nodeParts.userDataFolder);
// Windows shows notifications only of apps whose id it knows from their shortcut; the same as in electron-builder.yml.
app.setAppUserModelId('app.landfall.desktop');
// SECURITY: crash dumps may hold customer data; they stay on this computer.
crashReporter.start({ uploadToServer: false });
protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
process.on('uncaughtException', stopForGood);
process.on('unhandledRejection', (reason) => log.error('unhandled rejection', { stack: stackOf(reason) }));

// A second start hands its file to the first and ends: an engagement is open in one place.
if (app.requestSingleInstanceLock()) {
  const files = createFileQueue(engagementArgument(process.argv, process.cwd()));
  app.on('open-file', (event, file) => {
    event.preventDefault();
    files.add(path.resolve(file));
  });
  app.on('second-instance', (_event, args, workingFolder) => {
    const file = engagementArgument(args, workingFolder);
    if (file !== null) files.add(file);
    showWindow();
  });
  app.on('window-all-closed', () => app.quit());
  app
    .whenReady()
    .then(() => start(files))
    .catch(stopForGood);
} else app.quit();

async function start(files: FileQueue): Promise<void> {
  closeSession(session.defaultSession);
  protocol.handle(APP_SCHEME, createAppFiles(path.join(rootFolder, 'out/renderer')));
  app.setAboutPanelOptions({ applicationName: 'Landfall', applicationVersion: nodeParts.appVersion, copyright: 'MIT licence' });
  app.on('web-contents-created', (_event, contents) => keepContentsAtHome(contents, { open: openOutside, ask: askAndOpen, refuse }));
  app.on('child-process-gone', (_event, details) => log.warn('a child process ended', { ...details }));
  const landfall = assemble(desktopParts());
  closeBeforeQuitting(app, landfall.close, (error) => log.error('closing failed', { stack: stackOf(error) }));
  const dispatch = await followTheme(landfall.dispatch, (theme) => {
    nativeTheme.themeSource = theme;
  });
  serveOverIpc({ ipcMain, dispatch, hub: landfall.hub, origin: APP_ORIGIN, pages: () => allWindows().map((one) => one.webContents), log });
  keepMenu(landfall);
  await openWindow(landfall);
  files.openWith((file) => sendCommand(landfall, 'engagement.open', file));
}

/** Chromium's network stack brings the system's proxy, its sign-in and its certificates; `safeStorage` the system's encryption. */
const desktopAzure: AppParts['azure'] = {
  fetch: (address, init) => net.fetch(address, init),
  isFetchForAll: true,
  openBrowser: (address) => shell.openExternal(address),
  secretBox: {
    // On Linux without a keyring Electron would only scramble: that counts as no encryption.
    isAvailable: async () =>
      (await safeStorage.isAsyncEncryptionAvailable()) &&
      (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
    encrypt: (text) => safeStorage.encryptStringAsync(text),
    decrypt: async (bytes) => (await safeStorage.decryptStringAsync(Buffer.from(bytes))).result,
  },
};

function desktopParts(): AppParts {
  const dialogs = createNativeDialogs(
    {
      showOpenDialog: (options) => dialog.showOpenDialog(theWindow(), options),
      showSaveDialog: (options) => dialog.showSaveDialog(theWindow(), options),
    },
    nodeParts.documentsFolder,
  );
  const workerFile = path.join(rootFolder, 'out/main/worker.js');
  return {
    ...nodeParts,
    azure: desktopAzure,
    dialogs,
    fork: createUtilityFork((file, args, options) => utilityProcess.fork(file, args, options), workerFile),
  };
}

async function openWindow(landfall: App): Promise<void> {
  const window = createMainWindow({
    preloadFile: path.join(rootFolder, 'out/preload/preload.cjs'),
    iconFile: path.join(rootFolder, 'resources/icons/icon.png'),
    isDark: nativeTheme.shouldUseDarkColors,
  });
  const work = watchRunningWork(landfall.hub, desktopSignals());
  askBeforeClosing(window, work, (what) => mayStopWork(askPerson, what));
  window.on('unresponsive', () => log.warn('the window does not answer'));
  window.webContents.on('render-process-gone', (_event, details) => void recoverWindow(window, details.reason));
  await window.loadURL(`${APP_ORIGIN}/`);
}

async function recoverWindow(window: BrowserWindow, reason: string): Promise<void> {
  if (reason === 'clean-exit') return;
  log.error('the page of the window ended', { reason });
  if (await mayShowAgain(askPerson)) window.webContents.reload();
  else app.quit();
}

function desktopSignals(): Parameters<typeof watchRunningWork>[1] {
  let blocker: number | null = null;
  return {
    // Electron: below 0 = no bar, above 1 = running without an end in sight.
    showProgress: (done) => allWindows()[0]?.setProgressBar(done === undefined ? -1 : (done ?? 2)),
    keepAwake(isOn) {
      if (blocker !== null) powerSaveBlocker.stop(blocker);
      blocker = isOn ? powerSaveBlocker.start('prevent-app-suspension') : null;
    },
    tell(title) {
      // What is on the screen already needs no notification; the body names nothing of the customer's.
      if (!Notification.isSupported() || allWindows().some((window) => window.isFocused())) return;
      const notification = new Notification({ title, body: 'Landfall has the result.' });
      notification.on('click', showWindow);
      notification.show();
    },
  };
}

/** The menu shows what can be done with an engagement only while one is open. */
function keepMenu(landfall: App): void {
  const show = (isEngagementOpen: boolean): void => {
    const state = { isMac: process.platform === 'darwin', isPackaged: app.isPackaged, isEngagementOpen };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, (id) => sendCommand(landfall, id, null))));
  };
  show(false);
  landfall.hub.subscribe((event) => {
    if (event.name === 'engagement.closed') show(false);
    if (event.name !== 'engagement.opened') return;
    show(true);
    app.addRecentDocument(event.payload.path);
  });
}

function sendCommand(landfall: App, command: string, argument: string | null): void {
  landfall.hub.publish({ name: 'app.command', payload: { command, argument } });
}

const askPerson: AskPerson = async (question) => (await dialog.showMessageBox(theWindow(), question)).response;

function openOutside(address: string): void {
  shell.openExternal(address).catch((error: unknown) => log.warn('an address was not opened', { stack: stackOf(error) }));
}

function askAndOpen(address: string): void {
  void mayOpenAddress(askPerson, address).then((isSure) => {
    if (isSure) openOutside(address);
  });
}

function refuse(address: string): void {
  log.warn('an address was refused', { address: address.slice(0, 200) });
}

function allWindows(): readonly BrowserWindow[] {
  return BrowserWindow.getAllWindows();
}

function theWindow(): BrowserWindow {
  const [window] = allWindows();
  if (window === undefined) throw new Error('there is no window');
  return window;
}

function showWindow(): void {
  const [window] = allWindows();
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

function stopForGood(error: unknown): void {
  log.error('the main process stopped', { stack: stackOf(error) });
  dialog.showErrorBox(
    'Landfall made a mistake and has to stop',
    'What the journal says still holds. Start Landfall again; the log has the details.',
  );
  app.exit(1);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
