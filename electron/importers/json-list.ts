import { machineFields } from '../../shared/domain/machine-fields.ts';
import type { ReadResult } from './importer.ts';
import { isRecord, listAt, numberAt, textAt, valueAt } from './json-reader.ts';
import type { MachineCollector } from './machine-collector.ts';

export interface JsonList {
  readonly items: readonly unknown[];
  /** The answer names a next page, or says that it was cut. */
  readonly hasNext: boolean;
  /** How many the service says there are in all. */
  readonly total: number | null;
}

const LISTS = [
  ...['value', 'data', 'items', 'Value', 'Data', 'Items', 'virtualMachines'],
  // What programs of their own call it: a table like any other.
  ...['vms', 'VMs', 'servers', 'machines', 'hosts', 'instances', 'records', 'result', 'results', 'rows'],
] as const;
const NEXT = ['nextLink', 'NextLink', '$skipToken', 'skipToken', 'SkipToken', 'skip_token', 'NextToken', 'nextPageToken'] as const;

/**
 * The list in an answer of a service: under one of the usual names, the answer itself, or a single record; also inside a saved
 * exchange (`responses.200.body`), and in several pages that were saved as one list.
 */
export function listSource(document: unknown): JsonList {
  const body = valueAt(document, 'responses', '200', 'body') ?? document;
  if (Array.isArray(body)) return listOfPages(body);
  const named = LISTS.find((name) => Array.isArray(valueAt(body, name)));
  const items = named === undefined ? (isRecord(body) ? [body] : []) : listAt(body, named);
  const truncated = textAt(body, 'resultTruncated') ?? valueAt(body, 'resultTruncated');
  const total = numberAt(body, 'totalRecords') ?? numberAt(body, 'total_records') ?? null;
  return { items, hasNext: NEXT.some((name) => textAt(body, name) !== undefined) || String(truncated) === 'true', total };
}

function listOfPages(pages: readonly unknown[]): JsonList {
  const isPage = (page: unknown): boolean => Array.isArray(page) || LISTS.some((name) => Array.isArray(valueAt(page, name)));
  if (pages.length === 0 || !pages.every(isPage)) return { items: pages, hasNext: false, total: null };
  const lists = pages.map((page) => listSource(page));
  return { items: lists.flatMap(({ items }) => items), hasNext: lists.every(({ hasNext }) => hasNext), total: lists[0]?.total ?? null };
}

/** Pages that were handed over together are whole when one of them is the last and none is missing by count. */
export function areIncomplete(lists: readonly JsonList[]): boolean {
  const filled = lists.filter(({ items }) => items.length > 0);
  const total = Math.max(0, ...filled.map((list) => list.total ?? 0));
  const found = filled.reduce((sum, { items }) => sum + items.length, 0);
  return (filled.length > 0 && filled.every(({ hasNext }) => hasNext)) || found < total;
}

interface ListImport {
  readonly formatId: string;
  readonly formatTitle: string;
  readonly sheet: string;
  readonly items: readonly unknown[];
  readonly lists: readonly JsonList[];
  readonly collector: MachineCollector;
  readonly scenarioHint?: string;
  readonly warnings?: readonly string[];
}

/** An import of machines from one list, with the warning that a page of many deserves. */
export function oneListImport(parts: ListImport): ReadResult {
  const { formatId, formatTitle, sheet, items, lists, collector, scenarioHint, warnings = [] } = parts;
  const cut = areIncomplete(lists)
    ? ['This is one page of a longer answer: the service had more. Fetch all pages and import them together.']
    : [];
  const machines = collector.finish();
  const none = machines.length === 0 && items.length > 0 ? ['None of the records in this file is a machine, so nothing is imported.'] : [];
  return {
    kind: 'inventory',
    columns: [],
    inventory: {
      formatId,
      formatTitle,
      ...(scenarioHint === undefined ? {} : { scenarioHint }),
      sheets: [{ name: sheet, rows: items.length }],
      fieldSheets: Object.fromEntries(machineFields.map((field) => [field.name, sheet])),
      machines,
      skipped: collector.skipped,
      warnings: [...cut, ...none, ...warnings],
    },
  };
}
