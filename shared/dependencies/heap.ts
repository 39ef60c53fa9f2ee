export interface HeapEntry {
  readonly item: number;
  readonly key: number;
}

/** A binary heap with the largest key on top; equal keys in no particular order. */
export function createHeap() {
  const entries: HeapEntry[] = [];
  const swap = (a: number, b: number): void => {
    const kept = entries[a]!;
    entries[a] = entries[b]!;
    entries[b] = kept;
  };
  return {
    push(entry: HeapEntry): void {
      let at = entries.push(entry) - 1;
      while (at > 0) {
        const up = (at - 1) >> 1;
        if (entries[up]!.key >= entries[at]!.key) return;
        swap(up, at);
        at = up;
      }
    },
    /** The entry with the largest key; `null` when there is none. */
    pop(): HeapEntry | null {
      const top = entries[0];
      if (top === undefined) return null;
      const last = entries.pop()!;
      if (entries.length === 0) return top;
      entries[0] = last;
      for (let at = 0; ;) {
        const left = 2 * at + 1;
        let largest = at;
        for (const child of [left, left + 1]) {
          if (child < entries.length && entries[child]!.key > entries[largest]!.key) largest = child;
        }
        if (largest === at) return top;
        swap(at, largest);
        at = largest;
      }
    },
  };
}
