/** Which machines are chosen, and from where a range is drawn. Ids keep the order in which they were chosen. */
export interface Selection {
  readonly ids: readonly string[];
  /** `null` = a range begins where the focus is. */
  readonly anchorId: string | null;
}

export const NOTHING_SELECTED: Selection = { ids: [], anchorId: null };

export function toggleMachine(selection: Selection, id: string): Selection {
  const isOn = selection.ids.includes(id);
  return { ids: isOn ? selection.ids.filter((known) => known !== id) : [...selection.ids, id], anchorId: id };
}

/** Adds all of them, or takes all of them out when every one is chosen already: a group's head, or the box in the header. */
export function toggleAll(selection: Selection, ids: readonly string[]): Selection {
  const known = new Set(selection.ids);
  const areAllOn = ids.length > 0 && ids.every((id) => known.has(id));
  if (areAllOn) {
    const gone = new Set(ids);
    return { ids: selection.ids.filter((id) => !gone.has(id)), anchorId: selection.anchorId };
  }
  return { ids: [...selection.ids, ...ids.filter((id) => !known.has(id))], anchorId: selection.anchorId };
}

/**
 * The machines from the anchor to a place, in the order shown. What an earlier range from the same anchor held beyond the new
 * end is let go; machines chosen elsewhere stay.
 */
export function extendTo(selection: Selection, shownIds: readonly string[], fromId: string, toId: string): Selection {
  const anchorId = selection.anchorId ?? fromId;
  const earlier = new Set(rangeOf(shownIds, anchorId, fromId));
  const range = rangeOf(shownIds, anchorId, toId);
  const wanted = new Set(range);
  return { ids: [...selection.ids.filter((id) => !earlier.has(id) && !wanted.has(id)), ...range], anchorId };
}

function rangeOf(shownIds: readonly string[], a: string, b: string): readonly string[] {
  const [from, to] = [shownIds.indexOf(a), shownIds.indexOf(b)];
  if (from < 0 || to < 0) return [];
  return shownIds.slice(Math.min(from, to), Math.max(from, to) + 1);
}
