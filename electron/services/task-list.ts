import { randomUUID } from 'node:crypto';

import type { EventPayload } from '../../shared/contract/events.ts';
import type { EventHub } from '../host/handlers.ts';

type TaskKind = EventPayload<'task.progress'>['kind'];
export interface TaskProgress {
  readonly done: number | null;
  readonly step: string;
  readonly detail: string;
  readonly plan?: EventPayload<'task.progress'>['plan'];
}

/** Long work the person can watch and stop. */
export interface Task {
  readonly id: string;
  readonly signal: AbortSignal;
  readonly report: (progress: TaskProgress) => void;
  /** Announces the end; call exactly once. */
  readonly finish: (isOk: boolean, detail: string) => void;
}

export interface TaskList {
  /** The caller may choose the id, so that it knows it before the first progress arrives. */
  readonly start: (kind: TaskKind, callerSignal: AbortSignal, id?: string) => Task;
  readonly cancel: (id: string) => boolean;
  /** Stops everything that runs; called when the app closes. */
  readonly cancelAll: () => void;
}

/** Progress is announced at most this often; the last state before the end always is. */
const MIN_INTERVAL_MS = 100;

export function createTaskList(hub: EventHub, nowMs: () => number): TaskList {
  const running = new Map<string, AbortController>();
  return {
    start(kind, callerSignal, id = randomUUID()) {
      const controller = new AbortController();
      running.set(id, controller);
      let lastAt = -Infinity;
      return {
        id,
        signal: AbortSignal.any([controller.signal, callerSignal]),
        report(progress) {
          const now = nowMs();
          if (now - lastAt < MIN_INTERVAL_MS && progress.done !== 1) return;
          lastAt = now;
          hub.publish({ name: 'task.progress', payload: { taskId: id, kind, ...progress } });
        },
        finish(isOk, detail) {
          running.delete(id);
          hub.publish({ name: 'task.finished', payload: { taskId: id, kind, isOk, detail } });
        },
      };
    },
    cancel(id) {
      const controller = running.get(id);
      controller?.abort();
      return controller !== undefined;
    },
    cancelAll() {
      for (const controller of running.values()) controller.abort();
    },
  };
}
