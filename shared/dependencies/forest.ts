/** Which things belong together, as ties between two of them come in (union-find with path halving). */
export interface Forest {
  readonly has: (id: string) => boolean;
  /** The thing that stands for the part of this one; the same for all of a part until the next join. */
  readonly find: (id: string) => string;
  /** Makes one part of two. False where they were one before, or one of them is not known. */
  readonly join: (a: string, b: string) => boolean;
}

export function createForest(ids: Iterable<string>): Forest {
  const leader = new Map<string, string>();
  for (const id of ids) leader.set(id, id);
  const find = (id: string): string => {
    let at = id;
    while (leader.get(at) !== at) {
      const up = leader.get(at)!;
      leader.set(at, leader.get(up)!);
      at = up;
    }
    return at;
  };
  return {
    has: (id) => leader.has(id),
    find,
    join(a, b) {
      if (!leader.has(a) || !leader.has(b)) return false;
      const [one, other] = [find(a), find(b)];
      if (one === other) return false;
      leader.set(one, other);
      return true;
    },
  };
}
