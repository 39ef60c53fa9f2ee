/**
 * Scripts for the two worlds of a page, as in Electron: the page's own, and the isolated one in which the preload runs. They are
 * written as functions and put into the page as text, so each may use only its arguments and what a browser has.
 *
 * Values cross between the worlds as text, functions as numbers: what comes over is a copy, frozen, and a call goes back.
 */
interface Call {
  readonly id: number;
  readonly fn: number;
  readonly args: unknown;
}

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
  readonly isPromise?: boolean;
}

export interface WorldLink {
  readonly encode: (value: unknown) => unknown;
  readonly decode: (value: unknown) => unknown;
  readonly post: (kind: string, message: unknown) => void;
  readonly on: (kind: string, listener: (message: never) => void) => void;
}

export function linkWorlds(me: string, other: string): WorldLink {
  let lastId = 0;
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const ids = new WeakMap<object, number>();
  const waiting = new Map<number, (answer: Answer) => void>();

  function post(kind: string, message: unknown): void {
    document.dispatchEvent(new CustomEvent(`host:${other}:${kind}`, { detail: JSON.stringify(message) }));
  }
  function on(kind: string, listener: (message: never) => void): void {
    document.addEventListener(`host:${me}:${kind}`, (event) => listener(JSON.parse((event as CustomEvent<string>).detail) as never));
  }

  function encode(value: unknown): unknown {
    if (typeof value === 'function') {
      const id = ids.get(value) ?? (lastId += 1);
      ids.set(value, id);
      functions.set(id, value as (...args: unknown[]) => unknown);
      return { $function: id };
    }
    if (value === undefined) return { $undefined: true };
    if (value instanceof Date) return { $date: value.getTime() };
    if (value instanceof Error) return { $error: value.message };
    if (Array.isArray(value)) return value.map(encode);
    if (typeof value === 'symbol' || typeof value === 'bigint') throw new TypeError('An object could not be cloned.');
    if (typeof value !== 'object' || value === null) return value;
    const kind: unknown = Object.getPrototypeOf(value);
    if (kind !== Object.prototype && kind !== null) throw new TypeError('An object could not be cloned.');
    return { $object: Object.entries(value).map(([key, member]) => [key, encode(member)]) };
  }

  function decode(value: unknown): unknown {
    if (Array.isArray(value)) return Object.freeze(value.map(decode));
    if (typeof value !== 'object' || value === null) return value;
    const coded = value as Record<string, unknown>;
    if ('$undefined' in coded) return undefined;
    if ('$date' in coded) return new Date(coded['$date'] as number);
    if ('$error' in coded) return new Error(coded['$error'] as string);
    if ('$function' in coded) return (...args: unknown[]) => callOther(coded['$function'] as number, args);
    return Object.freeze(Object.fromEntries((coded['$object'] as [string, unknown][]).map(([key, member]) => [key, decode(member)])));
  }

  /** At once when the other side answers at once, a promise when it answers with one. */
  function callOther(fn: number, args: readonly unknown[]): unknown {
    const id = (lastId += 1);
    let first: Answer | null = null;
    waiting.set(id, (answer) => {
      first = answer;
    });
    post('call', { id, fn, args: encode(args) });
    const answer = first as Answer | null;
    if (answer === null) throw new Error('the other world does not answer');
    if (answer.isPromise !== true) {
      waiting.delete(id);
      return valueOf(answer);
    }
    return new Promise((resolve, reject) => {
      waiting.set(id, (late) => {
        waiting.delete(id);
        try {
          resolve(valueOf(late));
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  function valueOf(answer: Answer): unknown {
    if (answer.error !== undefined) throw new Error(answer.error);
    return decode(answer.value);
  }

  on('answer', (answer: Answer) => waiting.get(answer.id)?.(answer));
  on('call', ({ id, fn, args }: Call) => {
    const fail = (error: unknown): void => post('answer', { id, error: error instanceof Error ? error.message : String(error) });
    try {
      const result = functions.get(fn)?.(...(decode(args) as unknown[]));
      if (result instanceof Promise) {
        post('answer', { id, isPromise: true });
        result.then((value: unknown) => post('answer', { id, value: encode(value) }), fail);
      } else post('answer', { id, value: encode(result) });
    } catch (error) {
      fail(error);
    }
  });
  return { encode, decode, post, on };
}

/** The page's own world: gets what the preload exposes; a new window becomes a question to main. */
export function runInPageWorld(link: typeof linkWorlds): void {
  const preload = link('page', 'preload');
  preload.on('expose', ({ key, api }: { readonly key: string; readonly api: unknown }) => {
    if (!Object.hasOwn(globalThis, key)) Object.defineProperty(globalThis, key, { value: preload.decode(api), enumerable: true });
  });
  preload.post('ready', null);
  const open = (address: string | URL | undefined): null => {
    preload.post('open', String(new URL(address ?? 'about:blank', document.baseURI)));
    return null;
  };
  globalThis.open = open;
  addEventListener('click', (event) => {
    const anchor = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[target][href]') : null;
    if (anchor === null || event.defaultPrevented) return;
    event.preventDefault();
    open(anchor.href);
  });
}

/** The isolated world: `electron` as far as a sandboxed preload may have it, then the built preload itself, unchanged. */
export function runInPreloadWorld(
  link: typeof linkWorlds,
  preload: (require: (name: string) => unknown, module: { exports: object }, exports: object) => void,
): void {
  interface FromMain {
    readonly reply?: number;
    readonly value?: unknown;
    readonly error?: string;
    readonly channel: string;
    readonly args: readonly unknown[];
  }
  type IpcListener = (event: object, ...args: readonly unknown[]) => void;
  const world = globalThis as unknown as { hostToMain?: (text: string) => void; hostFromMain?: (message: FromMain) => void };
  const send = world.hostToMain;
  if (send === undefined) throw new Error('the binding to main is missing');
  delete world.hostToMain;
  const page = link('preload', 'page');
  const waiting = new Map<number, (message: FromMain) => void>();
  const listeners = new Map<string, Set<IpcListener>>();
  const exposed = new Map<string, unknown>();
  let lastId = 0;

  world.hostFromMain = (message) => {
    if (message.reply !== undefined) {
      waiting.get(message.reply)?.(message);
      waiting.delete(message.reply);
    } else for (const listener of listeners.get(message.channel) ?? []) listener({ sender: null, ports: [] }, ...message.args);
  };
  const clone = (args: readonly unknown[]): unknown => {
    try {
      return page.encode(structuredClone(args));
    } catch {
      throw new Error('An object could not be cloned.');
    }
  };
  const ipcRenderer = {
    invoke: (channel: string, ...args: readonly unknown[]) =>
      new Promise((resolve, reject) => {
        const id = (lastId += 1);
        waiting.set(id, ({ value, error }) => {
          if (error === undefined) resolve(value);
          else reject(new Error(`Error invoking remote method '${channel}': ${error}`));
        });
        send(JSON.stringify({ id, channel, args: clone(args) }));
      }),
    on(channel: string, listener: IpcListener) {
      const known = listeners.get(channel) ?? new Set();
      listeners.set(channel, known.add(listener));
      return ipcRenderer;
    },
  };
  const tell = (): void => exposed.forEach((api, key) => page.post('expose', { key, api: page.encode(api) }));
  page.on('ready', tell);
  page.on('open', (address: string) => send(JSON.stringify({ open: address })));
  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown) {
      if (exposed.has(key)) throw new Error('Cannot bind an API on top of an existing property on the window object');
      exposed.set(key, api);
      tell();
    },
  };
  const module = { exports: {} };
  const require = (name: string): unknown => {
    if (name === 'electron') return { contextBridge, ipcRenderer };
    throw new Error(`module not found: ${name}`);
  };
  preload(require, module, module.exports);
}

export const pageScript = (): string => `(${runInPageWorld.toString()})(${linkWorlds.toString()});`;

/** In Electron, a preload runs in the top frame only. */
export const preloadScript = (source: string): string =>
  `if (window === window.top) (${runInPreloadWorld.toString()})(${linkWorlds.toString()}, function (require, module, exports) {${source}\n});`;
