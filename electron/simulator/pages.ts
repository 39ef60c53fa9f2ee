import type { ArmRequest } from './arm-answer.ts';
import type { Body } from './estate.ts';

const PAGE_SIZE = 100;
const PROTECTABLE_PAGE_SIZE = 1000;
/** Protectable items always have one page more, without entries. */
const LAST_PROTECTABLE_PAGE = 'ReplicationGroup:Begin';

interface PageParts<T> {
  readonly view: (one: T) => Body;
  readonly isProtectable?: boolean;
}

/** One page of a list; the next address is null on the last page. */
export function pageOf<T>(
  all: readonly T[],
  { query, origin, vaultPath, path }: ArmRequest,
  { view, isProtectable = false }: PageParts<T>,
): Body {
  const token = query.get('$skipToken') ?? query.get('skipToken') ?? '';
  if (isProtectable && token === LAST_PROTECTABLE_PAGE) return { value: [], nextLink: null };
  const size = isProtectable ? PROTECTABLE_PAGE_SIZE : PAGE_SIZE;
  const from = Number(/\d+$/.exec(token)?.[0] ?? 0);
  const start = from < all.length ? from : 0;
  const more = start + size < all.length ? start + size : null;
  const next = more === null ? (isProtectable ? LAST_PROTECTABLE_PAGE : null) : isProtectable ? `VirtualMachine:${more}` : String(more);
  return {
    value: all.slice(start, start + size).map(view),
    nextLink:
      next === null
        ? null
        : `${origin}${vaultPath}/${path}?api-version=${query.get('api-version') ?? '2023-06-01'}&$skipToken=${encodeURIComponent(next)}`,
  };
}
