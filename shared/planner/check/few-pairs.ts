/**
 * At most how many pairs can be made among some members, seen from a barrier: when it is taken away, every component with an
 * odd number of members leaves one of them without a partner, unless that one is paired with the barrier (Tutte, Berge).
 */
export function mostPairs(members: readonly number[], barrier: ReadonlySet<number>, mayShare: (a: number, b: number) => boolean): number {
  const inside = members.filter((member) => barrier.has(member)).length;
  const outside = members.filter((member) => !barrier.has(member));
  const isSeen = new Set<number>();
  let odd = 0;
  for (const start of outside) {
    if (isSeen.has(start)) continue;
    isSeen.add(start);
    const component = [start];
    for (const member of component) {
      for (const other of outside) {
        if (isSeen.has(other) || !mayShare(member, other)) continue;
        isSeen.add(other);
        component.push(other);
      }
    }
    if (component.length % 2 === 1) odd += 1;
  }
  return Math.floor((members.length + inside - odd) / 2);
}
