/** What the inventory shows: its list, or a look that a link or a tab leads to. */
export type InventoryLook =
  | { readonly kind: 'machines' }
  | { readonly kind: 'conflicts' }
  | { readonly kind: 'sources'; readonly importId: string | null }
  | { readonly kind: 'machine'; readonly machineId: string };

const PAGE = 'page:';
const SOURCE = 'source:';

/** The look that a target of the route names; the id of a machine alone means its row in the list. */
export function lookOf(target: string | null): InventoryLook {
  if (target === 'conflicts') return { kind: 'conflicts' };
  if (target === 'sources') return { kind: 'sources', importId: null };
  if (target?.startsWith(SOURCE) === true) return { kind: 'sources', importId: target.slice(SOURCE.length) };
  if (target?.startsWith(PAGE) === true) return { kind: 'machine', machineId: target.slice(PAGE.length) };
  return { kind: 'machines' };
}

export function pageTarget(machineId: string): string {
  return `${PAGE}${machineId}`;
}

export function sourceTarget(importId: string): string {
  return `${SOURCE}${importId}`;
}
