import { BrowserWindow, type Session, type WebContents } from 'electron';

import { decideLink } from './desktop/external-links.ts';
import { APP_ORIGIN } from './host/serve-app-files.ts';

interface WindowOptions {
  /** The bundled preload, out/preload/preload.cjs. */
  readonly preloadFile: string;
  /** Shown by Linux and Windows while the app runs unpacked. */
  readonly iconFile: string;
  /** Colours the window until the page draws, so that it does not flash. */
  readonly isDark: boolean;
}

/** Page background of the two themes. */
const BACKGROUND = { light: '#ffffff', dark: '#292929' } as const;

/** The one window, not yet loaded. Its place and size are remembered by Electron under its name. */
export function createMainWindow({ preloadFile, iconFile, isDark }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    name: 'main',
    windowStatePersistence: true,
    title: 'Landfall',
    icon: iconFile,
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 560,
    show: false,
    backgroundColor: isDark ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: preloadFile,
      // SECURITY: the page shows what came out of customers' files. It runs in the system's sandbox, in a world of its own, without Node.
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // SECURITY: the spell checker would fetch its dictionaries from the network.
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

export interface LinkActions {
  /** Opens a web page in the system's browser. */
  readonly open: (address: string) => void;
  /** Shows the address to the person and opens it only if told so. */
  readonly ask: (address: string) => void;
  readonly refuse: (address: string) => void;
}

/** SECURITY: the page stays where it is: no other page, no second window, no embedded one. Links to web pages open in the browser. */
export function keepContentsAtHome(contents: WebContents, links: LinkActions): void {
  const lead = (address: string): void => links[decideLink(address)](address);
  contents.setWindowOpenHandler(({ url }) => {
    lead(url);
    return { action: 'deny' };
  });
  contents.on('will-frame-navigate', (details) => {
    if (isAtHome(details.url, details.isMainFrame)) return;
    details.preventDefault();
    if (details.isMainFrame) lead(details.url);
  });
  contents.on('will-redirect', (details) => {
    if (!isAtHome(details.url, details.isMainFrame)) details.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Frames inside the page may only hold what the page made itself, e.g. the preview of a report. */
function isAtHome(address: string, isMainFrame: boolean): boolean {
  if (address.startsWith(`${APP_ORIGIN}/`)) return true;
  return !isMainFrame && (address.startsWith(`blob:${APP_ORIGIN}/`) || address === 'about:srcdoc');
}

/** SECURITY: no permission is ever given, the page never reaches the network, and only files that the page made can be saved. */
export function closeSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url, webContentsId }, answer) => {
    // Requests of the main process carry no page; it speaks with Azure by the same session.
    const isOfPage = webContentsId !== undefined;
    answer({ cancel: isOfPage && !/^(?:app|blob|data|devtools):/.test(url) });
  });
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${APP_ORIGIN}/`)) event.preventDefault();
  });
}
