/**
 * A smallest set of rules that cannot hold together, in the sense that each of them is needed (QuickXplain, Junker 2004).
 * `isBroken` says whether some rules, together with what is never given up, contradict each other; all of them do. Rules that
 * stand first are kept out of the set where others will do.
 */
export function smallestBrokenSet<R>(rules: readonly R[], isBroken: (kept: readonly R[]) => boolean): R[] {
  if (isBroken([])) return [];
  return explain([], [], rules);

  function explain(background: readonly R[], added: readonly R[], open: readonly R[]): R[] {
    if (added.length > 0 && isBroken(background)) return [];
    if (open.length <= 1) return [...open];
    const middle = Math.ceil(open.length / 2);
    const first = open.slice(0, middle);
    const second = open.slice(middle);
    const fromSecond = explain([...background, ...first], first, second);
    const fromFirst = explain([...background, ...fromSecond], fromSecond, first);
    return [...fromFirst, ...fromSecond];
  }
}
