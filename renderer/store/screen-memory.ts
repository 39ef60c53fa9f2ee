import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';

import { useApp } from './app-context.tsx';
import type { App } from './store.ts';

type Memory = StoreApi<{ readonly value: unknown }>;

/** Per window, so that two apps in one test do not share what they remember. */
const memories = new WeakMap<App, Map<string, Memory>>();

/**
 * State of a screen that outlives leaving it: chosen filters, the selected thing, work under way. Forgotten with the window,
 * never stored; another engagement has its own. The setter keeps working after the screen was left.
 */
export function useScreenMemory<T>(name: string, initial: T): readonly [T, (next: T | ((known: T) => T)) => void] {
  const app = useApp();
  const memory = memoryOf(app, `${app.store.getState().snapshot?.engagement.id ?? ''}|${name}`, initial);
  const value = useStore(memory, (state) => state.value) as T;
  return [value, setterOf(memory)];
}

const setters = new WeakMap<Memory, (next: unknown) => void>();

/** One setter per memory, so that it can stand in dependency lists. */
function setterOf<T>(memory: Memory): (next: T | ((known: T) => T)) => void {
  const known = setters.get(memory);
  if (known !== undefined) return known;
  const setter = (next: unknown): void =>
    memory.setState((state) => ({ value: typeof next === 'function' ? (next as (known: unknown) => unknown)(state.value) : next }));
  setters.set(memory, setter);
  return setter;
}

function memoryOf(app: App, key: string, initial: unknown): Memory {
  const byKey = memories.get(app) ?? new Map<string, Memory>();
  memories.set(app, byKey);
  const known = byKey.get(key);
  if (known !== undefined) return known;
  const memory = createStore<{ readonly value: unknown }>(() => ({ value: initial }));
  byKey.set(key, memory);
  return memory;
}
