import { machineFields } from '../../shared/domain/machine-fields.ts';
import type { ReadResult } from './importer.ts';
import { listAt, textAt, valueAt } from './json-reader.ts';
import type { MachineCollector } from './machine-collector.ts';

export interface JsonList {
  readonly items: readonly unknown[];
  /** The service had more than this page holds. */
  readonly isIncomplete: boolean;
}

/**
 * The list in an answer of an Azure service: `value`, `data`, `items`, or the answer itself; also inside a saved exchange
 * (`responses.200.body`). A page that names a next one, or says that it was cut, is incomplete.
 */
export function listSource(document: unknown): JsonList {
  const body = valueAt(document, 'responses', '200', 'body') ?? document;
  const items = Array.isArray(body)
    ? body
    : (['value', 'data', 'items'].map((name) => listAt(body, name)).find((list) => list.length > 0) ?? []);
  const truncated = valueAt(body, 'resultTruncated');
  const isIncomplete =
    textAt(body, 'nextLink') !== undefined ||
    textAt(body, '$skipToken') !== undefined ||
    textAt(body, 'NextToken') !== undefined ||
    truncated === true ||
    truncated === 'true';
  return { items, isIncomplete };
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
  const cut = lists.some((list) => list.isIncomplete)
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
