/**
 * Largest matching in a general graph (Edmonds' blossoms), and why it cannot be larger: a barrier. By Tutte and Berge, if
 * taking the barrier away leaves `odd` components with an odd number of members, then no matching leaves fewer than
 * `odd - barrier size` members alone. Whoever doubts the matching needs only to count components.
 */
export interface Matching {
  readonly size: number;
  readonly mate: Int32Array;
  readonly barrier: readonly number[];
}

export function largestMatching(count: number, neighbours: readonly Int32Array[]): Matching {
  const mate = new Int32Array(count).fill(-1);
  pairGreedily(count, neighbours, mate);
  const search = createSearch(count, neighbours, mate);
  const barrier: number[] = [];
  for (let root = 0; root < count; root += 1) {
    if (mate[root] !== -1 || search.isSettled(root)) continue;
    const end = search.grow(root);
    if (end >= 0) search.flip(end);
    else barrier.push(...search.settle());
  }
  let size = 0;
  for (let at = 0; at < count; at += 1) if (mate[at]! > at) size += 1;
  return { size, mate, barrier };
}

function pairGreedily(count: number, neighbours: readonly Int32Array[], mate: Int32Array): void {
  for (let at = 0; at < count; at += 1) {
    if (mate[at] !== -1) continue;
    for (const other of neighbours[at]!) {
      if (mate[other] !== -1) continue;
      mate[at] = other;
      mate[other] = at;
      break;
    }
  }
}

/**
 * Asks over and over whether what is left of one graph still holds a matching of some size. Starts each time from the last
 * largest matching of the whole graph, so that only the pairs that were torn apart have to be mended.
 */
export function createMatchingTest(count: number, neighbours: readonly Int32Array[]) {
  const { mate: reference } = largestMatching(count, neighbours);
  const mate = new Int32Array(count);
  const search = createSearch(count, neighbours, mate);

  /** Is there a matching of `needed` pairs among the members that are not gone? */
  return (isGone: (at: number) => boolean, needed: number): boolean => {
    let size = 0;
    search.reset();
    for (let at = 0; at < count; at += 1) {
      mate[at] = -1;
      if (isGone(at)) search.leaveOut(at);
      else {
        const other = reference[at]!;
        if (other === -1 || isGone(other)) continue;
        mate[at] = other;
        if (other < at) size += 1;
      }
    }
    for (let root = 0; root < count && size < needed; root += 1) {
      if (mate[root] !== -1 || search.isSettled(root)) continue;
      const end = search.grow(root);
      if (end >= 0) {
        search.flip(end);
        size += 1;
      } else search.settle();
    }
    return size >= needed;
  };
}

function createSearch(count: number, neighbours: readonly Int32Array[], mate: Int32Array) {
  const parent = new Int32Array(count);
  const base = new Int32Array(count);
  const isEven = new Uint8Array(count);
  const inBlossom = new Uint8Array(count);
  const queue = new Int32Array(count);
  const seen = new Int32Array(count);
  /** Members of a tree that could not grow: no augmenting path leads through them ever after. */
  const settled = new Uint8Array(count);
  let stamp = 0;
  let length = 0;

  function commonBase(a: number, b: number): number {
    stamp += 1;
    for (let at = a; ;) {
      at = base[at]!;
      seen[at] = stamp;
      if (mate[at] === -1) break;
      at = parent[mate[at]!]!;
    }
    for (let at = b; ;) {
      at = base[at]!;
      if (seen[at] === stamp) return at;
      at = parent[mate[at]!]!;
    }
  }

  function markBlossom(from: number, root: number, towards: number): void {
    let child = towards;
    for (let at = from; base[at] !== root;) {
      inBlossom[base[at]!] = 1;
      inBlossom[base[mate[at]!]!] = 1;
      parent[at] = child;
      child = mate[at]!;
      at = parent[child]!;
    }
  }

  function shrink(a: number, b: number): void {
    const root = commonBase(a, b);
    inBlossom.fill(0);
    markBlossom(a, root, b);
    markBlossom(b, root, a);
    for (let at = 0; at < count; at += 1) {
      if (inBlossom[base[at]!] === 0) continue;
      base[at] = root;
      if (isEven[at] === 1) continue;
      isEven[at] = 1;
      queue[length] = at;
      length += 1;
    }
  }

  return {
    reset: () => void settled.fill(0),
    leaveOut: (at: number): void => {
      settled[at] = 1;
    },
    isSettled: (at: number): boolean => settled[at] === 1,

    /** Grows an alternating tree from a single member; returns the free end of a path that enlarges the matching, or -1. */
    grow(root: number): number {
      isEven.fill(0);
      parent.fill(-1);
      for (let at = 0; at < count; at += 1) base[at] = at;
      isEven[root] = 1;
      queue[0] = root;
      length = 1;
      for (let head = 0; head < length; head += 1) {
        const at = queue[head]!;
        for (const to of neighbours[at]!) {
          if (settled[to] === 1 || base[at] === base[to] || mate[at] === to) continue;
          if (to === root || (mate[to] !== -1 && parent[mate[to]!] !== -1)) shrink(at, to);
          else if (parent[to] === -1) {
            parent[to] = at;
            if (mate[to] === -1) return to;
            isEven[mate[to]!] = 1;
            queue[length] = mate[to]!;
            length += 1;
          }
        }
      }
      return -1;
    },

    /** Swaps matched and free edges along the path that `grow` found. */
    flip(end: number): void {
      for (let at = end; at !== -1;) {
        const before = parent[at]!;
        const further = mate[before]!;
        mate[at] = before;
        mate[before] = at;
        at = further;
      }
    },

    /** Takes the tree that could not grow out of the graph; its odd members belong to the barrier. */
    settle(): number[] {
      const odd: number[] = [];
      for (let at = 0; at < count; at += 1) {
        if (isEven[at] === 1) settled[at] = 1;
        else if (parent[at] !== -1) {
          settled[at] = 1;
          odd.push(at);
        }
      }
      return odd;
    },
  };
}
