/**
 * Whether so many pairs can be made among the members present, each member in one pair at most: Edmonds' algorithm, by
 * augmenting paths over contracted circles of odd length. `partners[a]` names those that may be paired with `a`.
 */
export function createPairing(partners: readonly Int32Array[]) {
  const count = partners.length;
  const mate = new Int32Array(count);
  const parent = new Int32Array(count);
  const base = new Int32Array(count);
  const isOuter = new Uint8Array(count);
  const isInCircle = new Uint8Array(count);
  const isOnWay = new Uint8Array(count);
  const queue = new Int32Array(count);
  let end = 0;

  /** Where the ways of two outer members to the root meet. */
  function meeting(a: number, b: number): number {
    isOnWay.fill(0);
    for (let at = a; ;) {
      at = base[at]!;
      isOnWay[at] = 1;
      if (mate[at] === -1) break;
      at = parent[mate[at]!]!;
    }
    for (let at = b; ;) {
      at = base[at]!;
      if (isOnWay[at] === 1) return at;
      at = parent[mate[at]!]!;
    }
  }

  function markWay(from: number, top: number, child: number): void {
    for (let [at, below] = [from, child]; base[at] !== top; at = parent[below]!) {
      isInCircle[base[at]!] = 1;
      isInCircle[base[mate[at]!]!] = 1;
      parent[at] = below;
      below = mate[at]!;
    }
  }

  function contract(a: number, b: number): void {
    const top = meeting(a, b);
    isInCircle.fill(0);
    markWay(a, top, b);
    markWay(b, top, a);
    for (let at = 0; at < count; at += 1) {
      if (isInCircle[base[at]!] === 0) continue;
      base[at] = top;
      if (isOuter[at] === 1) continue;
      isOuter[at] = 1;
      queue[end] = at;
      end += 1;
    }
  }

  /** The free end of an augmenting path that begins at `root`, or -1. */
  function pathFrom(root: number, isPresent: (member: number) => boolean): number {
    isOuter.fill(0);
    parent.fill(-1);
    for (let at = 0; at < count; at += 1) base[at] = at;
    isOuter[root] = 1;
    queue[0] = root;
    end = 1;
    for (let head = 0; head < end; head += 1) {
      const at = queue[head]!;
      for (const other of partners[at]!) {
        if (!isPresent(other) || base[at] === base[other] || mate[at] === other) continue;
        if (other === root || (mate[other] !== -1 && parent[mate[other]!] !== -1)) contract(at, other);
        else if (parent[other] === -1) {
          parent[other] = at;
          if (mate[other] === -1) return other;
          isOuter[mate[other]!] = 1;
          queue[end] = mate[other]!;
          end += 1;
        }
      }
    }
    return -1;
  }

  return (isPresent: (member: number) => boolean, wanted: number): boolean => {
    let pairs = 0;
    mate.fill(-1);
    for (let at = 0; at < count && pairs < wanted; at += 1) {
      if (mate[at] !== -1 || !isPresent(at)) continue;
      const free = partners[at]!.find((other) => mate[other] === -1 && isPresent(other));
      if (free === undefined) continue;
      mate[at] = free;
      mate[free] = at;
      pairs += 1;
    }
    for (let root = 0; root < count && pairs < wanted; root += 1) {
      if (mate[root] !== -1 || !isPresent(root)) continue;
      let at = pathFrom(root, isPresent);
      if (at !== -1) pairs += 1;
      while (at !== -1) {
        const before = parent[at]!;
        const next = mate[before]!;
        mate[at] = before;
        mate[before] = at;
        at = next;
      }
    }
    return pairs >= wanted;
  };
}
