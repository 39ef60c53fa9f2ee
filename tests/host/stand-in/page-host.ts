import { readFileSync } from 'node:fs';

import type { CDPSession, Page, Request as PageRequest, Route } from 'playwright-core';

import { isAppAddress, originInApp, toAppAddress } from './addresses.ts';
import { invoke, type Sender } from './ipc-main.ts';
import { pageScript, preloadScript } from './page-worlds.ts';
import { run } from './run-state.ts';
import { beforeRequest, beginDownload } from './session.ts';

/** Name of the isolated world, as in Electron. */
const WORLD = 'Electron Isolated Context';
const BINDING = 'hostToMain';

/** What a page asks of the window that holds it. */
export interface PageOwner {
  readonly sender: object;
  readonly preloadFile: string | undefined;
  /** `false` = main does not want this navigation. */
  readonly mayNavigate: (address: string, isMainFrame: boolean) => boolean;
  readonly onOpen: (address: string) => void;
}

export interface HostedPage {
  readonly page: Page;
  readonly sendToPreload: (channel: string, args: readonly unknown[]) => void;
}

/** A page in Chromium that gets everything from main: its files by the scheme handler, its bridge by the preload. */
export async function hostPage(owner: PageOwner): Promise<HostedPage> {
  if (run.context === null) throw new Error('a window before the app is ready');
  const page = await run.context.newPage();
  const preload = owner.preloadFile === undefined ? null : await runPreload(page, owner, owner.preloadFile);
  await page.route('**/*', (route, request) => answerRequest(route, request, page, owner));
  page.on('download', (download) => void beginDownload(download));
  await run.options.onPage?.(page);
  return { page, sendToPreload: (channel, args) => preload?.({ channel, args: structuredClone(args) }) };
}

interface ToMain {
  readonly id?: number;
  readonly channel: string;
  readonly args: readonly unknown[];
  readonly open?: string;
}

/** Runs the built preload in a world of its own; returns what posts messages into it. */
async function runPreload(page: Page, owner: PageOwner, preloadFile: string): Promise<(message: object) => void> {
  const cdp = await page.context().newCDPSession(page);
  let world: number | null = null;
  await cdp.send('Page.enable');
  const topFrame = (await cdp.send('Page.getFrameTree')).frameTree.frame.id;
  await cdp.send('Runtime.enable');
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    // Frames inside the page have a world of that name too, though no preload runs there.
    if (context.name === WORLD && (context.auxData as { readonly frameId?: string }).frameId === topFrame) world = context.id;
  });
  cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name === BINDING)
      void answerPreload(JSON.parse(payload) as ToMain, (message) => post(cdp, executionContextId, message), page, owner);
  });
  await cdp.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD });
  const source = readFileSync(preloadFile, 'utf8').replace(/^\/\/# sourceMappingURL.*$/m, '');
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { worldName: WORLD, source: preloadScript(source) });
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript() });
  return (message) => {
    if (world !== null) post(cdp, world, message);
  };
}

function post(cdp: CDPSession, world: number, message: object): void {
  // The page may be gone by now; in Electron, too, such a message is lost.
  void cdp.send('Runtime.evaluate', { contextId: world, expression: `hostFromMain(${JSON.stringify(message)})` }).catch(() => undefined);
}

async function answerPreload(message: ToMain, reply: (message: object) => void, page: Page, owner: PageOwner): Promise<void> {
  if (message.open !== undefined) return owner.onOpen(toAppAddress(message.open));
  if (message.id === undefined) throw new Error(`The stand-in for Electron does not provide ipcRenderer.send (${message.channel}).`);
  const address = page.mainFrame().url();
  const event: Sender = {
    sender: owner.sender,
    senderFrame: { url: toAppAddress(address), origin: originInApp(address), parent: null },
  };
  try {
    reply({ reply: message.id, value: await invoke(event, message.channel, message.args.map(decode)) });
  } catch (error) {
    reply({ reply: message.id, error: String(error) });
  }
}

function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== 'object' || value === null) return value;
  const coded = value as Record<string, unknown>;
  if ('$undefined' in coded) return undefined;
  if ('$date' in coded) return new Date(coded['$date'] as number);
  if ('$error' in coded) return new Error(coded['$error'] as string);
  return Object.fromEntries((coded['$object'] as readonly (readonly [string, unknown])[]).map(([key, member]) => [key, decode(member)]));
}

async function answerRequest(route: Route, request: PageRequest, page: Page, owner: PageOwner): Promise<void> {
  const address = request.url();
  if (request.isNavigationRequest()) {
    const isMainFrame = request.frame() === page.mainFrame();
    if (!owner.mayNavigate(toAppAddress(address), isMainFrame)) return await route.abort('aborted');
  }
  if (isAppAddress(address)) return await answerFromApp(route, request);
  const wasCancelled = beforeRequest(toAppAddress(address));
  if (address.startsWith('data:')) return await route.continue();
  run.outsideRequests.push({ url: address, wasCancelled });
  await route.abort('internetdisconnected');
}

async function answerFromApp(route: Route, request: PageRequest): Promise<void> {
  const address = toAppAddress(request.url());
  const scheme = new URL(address).protocol.slice(0, -1);
  const handler = run.schemeHandlers.get(scheme);
  const rights = run.schemes.get(scheme);
  if (handler === undefined) return await route.abort('failed');
  if (rights?.standard !== true || rights.secure !== true) throw new Error(`${scheme}: is not registered as standard and secure`);
  const response = await handler(new Request(address, { method: request.method(), headers: request.headers() }));
  await route
    .fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
    // The page may have been closed meanwhile.
    .catch(() => undefined);
}
