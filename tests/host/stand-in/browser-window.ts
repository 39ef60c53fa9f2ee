import { EventEmitter } from 'node:events';

import type { Page } from 'playwright-core';

import { toAppAddress, toPageAddress } from './addresses.ts';
import { app, isLetThrough, windowClosed } from './app.ts';
import { pageColorScheme, type ColorScheme } from './native-theme.ts';
import { onlyProvided } from './not-provided.ts';
import { hostPage, type HostedPage } from './page-host.ts';
import { run } from './run-state.ts';
import { addWindow, allWindows, removeWindow } from './windows.ts';

interface WindowOptions {
  readonly webPreferences?: {
    readonly preload?: string;
    readonly sandbox?: boolean;
    readonly contextIsolation?: boolean;
    readonly nodeIntegration?: boolean;
    readonly webSecurity?: boolean;
    readonly webviewTag?: boolean;
    readonly spellcheck?: boolean;
  };
}

type OpenHandler = (details: { readonly url: string }) => { readonly action: string };

let lastId = 0;

/** SECURITY: the app is never tested with settings under which it must not run. */
function refuseInsecure({ webPreferences: web = {} }: WindowOptions): void {
  if (web.nodeIntegration === true || web.webviewTag === true)
    throw new Error('The stand-in for Electron refuses Node or webviews in a page.');
  if (web.contextIsolation !== true || web.sandbox !== true || web.webSecurity === false)
    throw new Error('The stand-in for Electron refuses a page without sandbox, context isolation and web security.');
  if (web.spellcheck !== false) throw new Error('The spell checker would fetch dictionaries from the network.');
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows(): readonly BrowserWindow[] {
    return allWindows() as unknown as readonly BrowserWindow[];
  }

  readonly options: WindowOptions;
  readonly webContents: WebContents;
  isShown = false;
  isFocusedNow = true;
  isMinimizedNow = false;
  #isDestroyed = false;

  constructor(options: WindowOptions) {
    super();
    refuseInsecure(options);
    this.options = options;
    this.webContents = onlyProvided('webContents', new WebContents(options));
    addWindow(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(address: string): Promise<void> {
    await this.webContents.load(address);
    this.emit('ready-to-show');
    this.webContents.emit('did-finish-load');
    run.signals.emit('loaded', this.webContents.page);
  }

  /** `false` = a listener keeps the window open. */
  tryClose(): boolean {
    if (this.#isDestroyed) return true;
    if (!isLetThrough(this, 'close')) return false;
    this.destroy();
    return true;
  }
  close(): void {
    this.tryClose();
  }
  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    removeWindow(this);
    void this.webContents.end().then(() => {
      this.emit('closed');
      windowClosed();
    });
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  show(): void {
    this.isShown = true;
  }
  focus(): void {
    this.isFocusedNow = true;
  }
  isFocused(): boolean {
    return this.isFocusedNow;
  }
  isMinimized(): boolean {
    return this.isMinimizedNow;
  }
  restore(): void {
    this.isMinimizedNow = false;
  }
  setProgressBar(done: number): void {
    run.progress.push(done);
  }
}

class WebContents extends EventEmitter {
  readonly id = (lastId += 1);
  private readonly windowOptions: WindowOptions;
  private hosted: HostedPage | null = null;
  private isGone = false;
  private openHandler: OpenHandler = () => {
    throw new Error('The page opened a window and main has no setWindowOpenHandler.');
  };

  constructor(options: WindowOptions) {
    super();
    this.windowOptions = options;
  }

  /** The page in Chromium. */
  get page(): Page {
    if (this.hosted === null) throw new Error('nothing is loaded yet');
    return this.hosted.page;
  }

  async load(address: string): Promise<void> {
    // As in Electron, what main loads itself is not asked about.
    let isOwnLoad = true;
    this.hosted ??= await hostPage({
      sender: this,
      preloadFile: this.windowOptions.webPreferences?.preload,
      mayNavigate: (url, isMainFrame) => {
        if (isOwnLoad && isMainFrame) {
          isOwnLoad = false;
          return true;
        }
        return this.askNavigation(url, isMainFrame);
      },
      onOpen: (url) => this.openHandler({ url }),
    });
    await this.follow(pageColorScheme.current());
    pageColorScheme.onChange((scheme) => void this.follow(scheme));
    await this.hosted.page.goto(toPageAddress(address), { waitUntil: 'load' });
  }

  private askNavigation(url: string, isMainFrame: boolean): boolean {
    let isStopped = false;
    this.emit('will-frame-navigate', { url, isMainFrame, preventDefault: () => (isStopped = true) });
    return !isStopped;
  }
  private async follow(colorScheme: ColorScheme | null): Promise<void> {
    if (colorScheme !== null && !this.isGone) await this.page.emulateMedia({ colorScheme }).catch(() => undefined);
  }
  async end(): Promise<void> {
    this.isGone = true;
    this.emit('destroyed');
    await this.hosted?.page.close();
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  getURL(): string {
    return this.hosted === null ? '' : toAppAddress(this.hosted.page.url());
  }
  isDestroyed(): boolean {
    return this.isGone;
  }
  send(channel: string, ...args: readonly unknown[]): void {
    this.hosted?.sendToPreload(channel, args);
  }
  reload(): void {
    void this.page.reload();
  }
}
