/**
 * Maps, sets and lists that a fold over many entries has copied for itself. Nobody else has seen them, so the next entry of
 * the same fold may change them in place; otherwise every entry would copy all marks, machines and notes again.
 * INVARIANT: only the fold that made them holds them; when it returns they are ordinary values that nobody changes any more.
 */
export type Drafts = WeakSet<object>;

/** A map to change: the same one where this fold owns it, else a copy. */
export function draftOf<K, V>(map: ReadonlyMap<K, V>, drafts: Drafts | undefined): Map<K, V> {
  return drafts?.has(map) === true ? (map as Map<K, V>) : owned(new Map(map), drafts);
}

export function draftOfSet<T>(set: ReadonlySet<T>, drafts: Drafts | undefined): Set<T> {
  return drafts?.has(set) === true ? (set as Set<T>) : owned(new Set(set), drafts);
}

/** The list with more at its end. */
export function extended<T>(list: readonly T[], added: readonly T[], drafts: Drafts | undefined): readonly T[] {
  const draft = drafts?.has(list) === true ? (list as T[]) : owned([...list], drafts);
  for (const one of added) draft.push(one);
  return draft;
}

function owned<T extends object>(copy: T, drafts: Drafts | undefined): T {
  drafts?.add(copy);
  return copy;
}
