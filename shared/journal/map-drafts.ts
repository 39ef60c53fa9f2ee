/**
 * Maps that a fold over many entries has copied for itself. Nobody else has seen them, so the next entry of the same fold may
 * change them in place; otherwise every entry would copy all marks and machines again.
 * INVARIANT: only the fold that made them holds them; when it returns they are ordinary maps that nobody changes any more.
 */
export type MapDrafts = WeakSet<object>;

/** A map to change: the same one where this fold owns it, else a copy. */
export function draftOf<K, V>(map: ReadonlyMap<K, V>, drafts: MapDrafts | undefined): Map<K, V> {
  if (drafts?.has(map) === true) return map as Map<K, V>;
  const copy = new Map(map);
  drafts?.add(copy);
  return copy;
}
