import { createStore, type StoreApi } from 'zustand/vanilla';

import type { Client } from '../../shared/contract/client.ts';
import type { EventPayload } from '../../shared/contract/events.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/methods.ts';
import { applyEngagementChanged, applyTaskFinished, applyTaskProgress } from './apply-event.ts';
import { loadMachines } from './load-machines.ts';
import { goBack, goForward, goTo, historyAt, routeTo, START, type Route } from './route.ts';
import { initialState, NO_OVERLAY, type AppState, type Notice, type Overlay } from './state.ts';

/** What the store is built from. `now` gives milliseconds since the epoch, `newId` an id nobody else has. */
export interface StoreParts {
  readonly client: Client;
  readonly now: () => number;
  readonly newId: () => string;
  /** Words for a failure; handed in because words live in `text`. */
  readonly describeFailure: (failure: Failure, whatFailed: string) => Pick<Notice, 'title' | 'text' | 'details'>;
}

type NewNotice = Pick<Notice, 'tone' | 'title'> & Partial<Pick<Notice, 'text' | 'details' | 'action'>>;

/** The window's state and everything that may change it. Screens read by `useApp`, act through these functions. */
export interface App {
  readonly client: Client;
  readonly store: StoreApi<AppState>;
  /** Subscribes, then loads; returns what ends the subscriptions. Called once by `main.tsx`. */
  readonly start: () => () => void;
  /** Calls a method; a failure becomes a notice titled `whatFailed` ("The wave plan was not made") and the result is `null`. */
  readonly ask: <M extends MethodName>(name: M, input: MethodInput<M>, whatFailed: string) => Promise<MethodOutput<M> | null>;
  readonly notify: (notice: NewNotice) => void;
  readonly notifyFailure: (failure: Failure, whatFailed: string) => void;
  readonly dismissNotice: (id: string) => void;
  readonly markNoticesRead: () => void;
  readonly go: (screen: string, target?: string | null) => void;
  readonly back: () => void;
  readonly forward: () => void;
  readonly openOverlay: (overlay: Overlay) => void;
  readonly closeOverlay: () => void;
  readonly selectMachines: (ids: readonly string[]) => void;
  readonly toggleDetails: (isOpen?: boolean) => void;
  readonly setPreferences: (changes: MethodInput<'app.set-preferences'>) => Promise<void>;
  readonly verifyJournal: () => Promise<void>;
  readonly newId: () => string;
}

const MOST_NOTICES = 100;

export function createApp(parts: StoreParts): App {
  const { client, now, newId } = parts;
  const store = createStore<AppState>(() => initialState);
  const set = (changes: Partial<AppState>): void => store.setState(changes);
  const loading = createLoading(client, store);

  function notify(notice: NewNotice): void {
    const full: Notice = { text: null, details: null, action: null, ...notice, id: newId(), at: now(), isRead: false };
    set({ notices: [full, ...store.getState().notices].slice(0, MOST_NOTICES) });
  }

  const notifyFailure: App['notifyFailure'] = (failure, whatFailed) => {
    // Cancelling is what the person asked for; it needs no alarm.
    const tone = failure.code === 'cancelled' ? 'info' : 'error';
    notify({ tone, ...parts.describeFailure(failure, whatFailed) });
  };

  const ask: App['ask'] = async (name, input, whatFailed) => {
    const reply = await client.call(name, input);
    if (reply.ok) return reply.value;
    notifyFailure(reply.failure, whatFailed);
    return null;
  };

  function leaveFor(route: Route): void {
    const { overlay } = store.getState();
    const isWaiting = overlay.kind === 'import' && overlay.awaitsEngagement === true;
    const next: Overlay = isWaiting ? { kind: 'import', file: overlay.file, alsoFiles: overlay.alsoFiles ?? [] } : NO_OVERLAY;
    set({ history: historyAt(route), selectedMachineIds: [], overlay: next, verification: null });
  }

  async function onOpened(): Promise<void> {
    await loading.loadAll();
    leaveFor({ screen: 'overview', target: null });
  }

  function onClosed(): void {
    loading.forget();
    leaveFor(START);
  }

  return {
    client,
    store,
    newId,
    ask,
    notify,
    notifyFailure,
    start() {
      const ends = [
        client.subscribe('engagement.changed', (event) => loading.onChanged(event)),
        client.subscribe('engagement.opened', () => void onOpened()),
        client.subscribe('engagement.closed', onClosed),
        client.subscribe('azure.changed', (status) => set({ azure: status })),
        client.subscribe('task.progress', (event) => set({ tasks: applyTaskProgress(store.getState().tasks, event, now()) })),
        client.subscribe('task.finished', (event) => set({ tasks: applyTaskFinished(store.getState().tasks, event.taskId) })),
      ];
      void loading.loadAll().then(() => {
        if (store.getState().snapshot !== null) leaveFor({ screen: 'overview', target: null });
      });
      return () => ends.forEach((end) => end());
    },
    dismissNotice: (id) => set({ notices: store.getState().notices.filter((notice) => notice.id !== id) }),
    markNoticesRead: () => set({ notices: store.getState().notices.map((notice) => ({ ...notice, isRead: true })) }),
    go: (screen, target = null) => set({ history: goTo(store.getState().history, routeTo(screen, target)), overlay: NO_OVERLAY }),
    back: () => set({ history: goBack(store.getState().history) }),
    forward: () => set({ history: goForward(store.getState().history) }),
    openOverlay: (overlay) => set({ overlay }),
    closeOverlay: () => set({ overlay: NO_OVERLAY }),
    selectMachines: (ids) => set({ selectedMachineIds: ids }),
    toggleDetails: (isOpen) => set({ isDetailsOpen: isOpen ?? !store.getState().isDetailsOpen }),
    async setPreferences(changes) {
      const preferences = await ask('app.set-preferences', changes, 'The preference was not kept');
      const { info } = store.getState();
      if (preferences !== null && info !== null) set({ info: { ...info, preferences } });
    },
    async verifyJournal() {
      const verification = await ask('journal.verify', {}, 'The journal was not checked');
      if (verification !== null) set({ verification });
    },
  };
}

type Changed = EventPayload<'engagement.changed'>;

/** Fetching and keeping up: events that come while a snapshot is on its way wait, and are applied if they are newer than it. */
function createLoading(client: Client, store: StoreApi<AppState>) {
  let waiting: Changed[] | null = null;
  /** Counts up with each load; a load that was overtaken by a newer one changes nothing. */
  let generation = 0;

  async function loadAll(): Promise<void> {
    generation += 1;
    const own = generation;
    waiting = [];
    const [info, snapshot] = await Promise.all([client.call('app.info', {}), client.call('snapshot.get', {})]);
    if (own !== generation) return;
    const failure = [info, snapshot].find((reply) => !reply.ok)?.failure;
    if (!info.ok || !snapshot.ok) {
      waiting = null;
      if (failure !== undefined) store.setState({ connection: { kind: 'failed', failure } });
      return;
    }
    store.setState({ info: info.value, snapshot: snapshot.value, connection: { kind: 'ready' } });
    void loadAzure(own);
    if (snapshot.value !== null) await reloadMachines(own);
    if (own !== generation) return;
    const late = waiting;
    waiting = null;
    for (const event of late) onChanged(event);
  }

  /** Not waited for: looking for an earlier sign-in may take a moment. */
  async function loadAzure(own: number): Promise<void> {
    if (store.getState().snapshot === null) return;
    const status = await client.call('azure.status', {});
    if (own === generation && status.ok) store.setState({ azure: status.value });
  }

  async function reloadMachines(own: number): Promise<void> {
    waiting ??= [];
    const loaded = await loadMachines(client, (done, total) => {
      if (own === generation) store.setState({ machinesLoad: { kind: 'loading', loaded: done, total } });
    });
    if (own !== generation) return;
    if (!loaded.ok) return store.setState({ connection: { kind: 'failed', failure: loaded.failure } });
    const machinesById = new Map(loaded.value.rows.map((row) => [row.id, row]));
    const selectedMachineIds = store.getState().selectedMachineIds.filter((id) => machinesById.has(id));
    store.setState({ machines: loaded.value.rows, machinesById, machinesLoad: { kind: 'complete' }, selectedMachineIds });
  }

  async function reloadThenCatchUp(): Promise<void> {
    const own = generation;
    await reloadMachines(own);
    if (own !== generation) return;
    const late = waiting ?? [];
    waiting = null;
    for (const event of late) onChanged(event);
  }

  function onChanged(event: Changed): void {
    if (waiting !== null) {
      waiting.push(event);
      return;
    }
    const applied = applyEngagementChanged(store.getState(), event);
    if (applied.kind === 'ignored') return;
    if (applied.kind === 'gap') return void loadAll();
    store.setState(applied.changes);
    if (applied.mustReloadMachines) void reloadThenCatchUp();
  }

  function forget(): void {
    generation += 1;
    waiting = null;
    store.setState({ snapshot: null, azure: null, machines: [], machinesById: new Map(), machinesLoad: { kind: 'complete' } });
  }

  return { loadAll, onChanged, forget };
}
