import { z } from 'zod';

import { EVERYTHING, type InventoryQuery, type MachineFilter } from '../../store/inventory-query.ts';
import { inventoryText } from '../../text/inventory.ts';
import { columnLayoutSchema, mendLayout, type ColumnLayout } from './column-layout.ts';
import { CHOICE_FIELDS, RANGE_FIELDS } from './filter-words.ts';

/** A way of looking at the inventory, by name. Built-in views leave the columns as they are. */
export interface InventoryView {
  readonly id: string;
  readonly name: string;
  readonly query: InventoryQuery;
  readonly layout: ColumnLayout | null;
}

const inScope: MachineFilter = { kind: 'choice', field: 'isInScope', values: ['true'] };

function builtIn(id: string, name: string, ...filters: MachineFilter[]): InventoryView {
  return { id, name, query: { text: '', filters }, layout: null };
}

export const builtInViews: readonly InventoryView[] = [
  { id: 'all', name: inventoryText.views.all, query: EVERYTHING, layout: null },
  builtIn('blocked', inventoryText.views.blocked, inScope, { kind: 'choice', field: 'verdict', values: ['blocked'] }),
  builtIn('undecided', inventoryText.views.undecided, inScope, { kind: 'choice', field: 'verdict', values: ['undecided'] }),
  builtIn('conflicts', inventoryText.views.conflicts, { kind: 'choice', field: 'trust', values: ['conflict'] }),
  builtIn('edited', inventoryText.views.edited, { kind: 'choice', field: 'trust', values: ['person'] }),
  builtIn('unplanned', inventoryText.views.unplanned, inScope, { kind: 'choice', field: 'waveId', values: [null] }),
  builtIn('off', inventoryText.views.off, inScope, { kind: 'choice', field: 'powerState', values: ['off'] }),
  builtIn('out-of-scope', inventoryText.views.outOfScope, { kind: 'choice', field: 'isInScope', values: ['false'] }),
];

const filterSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('choice'),
    field: z.enum(CHOICE_FIELDS as [(typeof CHOICE_FIELDS)[number], ...(typeof CHOICE_FIELDS)[number][]]),
    values: z.array(z.string().nullable()),
  }),
  z.object({
    kind: z.literal('range'),
    field: z.enum(RANGE_FIELDS as [(typeof RANGE_FIELDS)[number], ...(typeof RANGE_FIELDS)[number][]]),
    from: z.number().nullable(),
    to: z.number().nullable(),
  }),
  z.object({ kind: z.literal('machines'), title: z.string(), ids: z.array(z.string()) }),
]);

const viewSchema = z.object({
  id: z.string(),
  name: z.string(),
  query: z.object({ text: z.string(), filters: z.array(filterSchema) }),
  layout: columnLayoutSchema.nullable(),
});

/** Saved views as they were kept; a view that cannot be understood is left out, the others stay. */
export function readViews(text: string | undefined): readonly InventoryView[] {
  if (text === undefined || text === '') return [];
  try {
    const kept: unknown = JSON.parse(text);
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((candidate) => {
      const parsed = viewSchema.safeParse(candidate);
      if (!parsed.success) return [];
      const { layout, ...view } = parsed.data;
      return [{ ...view, layout: layout === null ? null : mendLayout(layout) }];
    });
  } catch {
    return [];
  }
}

/** The most that preferences keep under one key. */
const MOST_CHARACTERS = 50_000;

/** The text to keep, or `null` when it is more than preferences take. */
export function writeViews(views: readonly InventoryView[]): string | null {
  const text = JSON.stringify(views);
  return text.length > MOST_CHARACTERS ? null : text;
}

/** A view of the same name is replaced in its place. */
export function withView(views: readonly InventoryView[], view: InventoryView): readonly InventoryView[] {
  const isSame = (known: InventoryView): boolean => known.name.toLowerCase() === view.name.toLowerCase();
  return views.some(isSame) ? views.map((known) => (isSame(known) ? { ...view, id: known.id } : known)) : [...views, view];
}

/** The view whose query is the one in force; a saved view also has to have the columns in force to be unchanged. */
export function viewOf(views: readonly InventoryView[], query: InventoryQuery, layout: ColumnLayout): InventoryView | null {
  const text = JSON.stringify(query);
  const saved = views.find((view) => view.layout !== null && JSON.stringify(view.query) === text && isSameLayout(view.layout, layout));
  return saved ?? builtInViews.find((view) => JSON.stringify(view.query) === text) ?? null;
}

export function isSameLayout(a: ColumnLayout, b: ColumnLayout): boolean {
  const plain = ({ order, hidden, widths, sorting, groupBy }: ColumnLayout): string =>
    JSON.stringify([order.map((id) => [id, hidden.includes(id), widths[id] ?? null]), sorting, groupBy]);
  return plain(a) === plain(b);
}
