import type { ArmRequest } from './arm-answer.ts';
import type { Body } from './estate.ts';

const PAGE_SIZE = 100;

/** One page of a list; the next address is null on the last page. */
export function pageOf<T>(all: readonly T[], { query, origin, vaultPath, path }: ArmRequest, view: (one: T) => Body): Body {
  const from = Number(query.get('$skipToken') ?? query.get('skipToken') ?? 0) || 0;
  const next = from + PAGE_SIZE < all.length ? from + PAGE_SIZE : null;
  return {
    value: all.slice(from, from + PAGE_SIZE).map(view),
    nextLink: next === null ? null : `${origin}${vaultPath}/${path}?api-version=2023-06-01&$skipToken=${next}`,
  };
}
