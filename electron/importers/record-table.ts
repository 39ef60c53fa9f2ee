import { fieldForHeader } from '../../shared/domain/machine-fields.ts';
import { listSource } from './json-list.ts';
import { isRecord } from './json-reader.ts';
import { sheetFromCells, type Sheet } from './sheet.ts';

const MOST_COLUMNS = 200;

/** A list of flat JSON records, by itself or inside an answer, as a table, where at least two members are named like columns of an inventory; else `null`. */
export function recordTable(answer: unknown, name: string): Sheet | null {
  const records = recordsIn(answer);
  const header = columnsOf(records);
  const known = header.map((key) => fieldForHeader(key));
  return known.includes('name') && known.filter((field) => field !== null).length > 1 ? tableOf(records, { header, name }) : null;
}

/** The same, whatever its members are called; `null` where it is no list of records. */
export function flatTable(answer: unknown, name: string, most = Infinity): Sheet | null {
  const records = recordsIn(answer).slice(0, most);
  return records.length > 1 || (records.length === 1 && Array.isArray(answer))
    ? tableOf(records, { header: columnsOf(records), name })
    : null;
}

type JsonRecords = readonly Readonly<Record<string, unknown>>[];

function recordsIn(answer: unknown): JsonRecords {
  const list: readonly unknown[] = Array.isArray(answer) ? answer : listSource(answer).items;
  // A query over groups gives lists in a list.
  const document: readonly unknown[] = list.every((item) => Array.isArray(item)) ? list.flat() : list;
  return document.every(isRecord) ? document : [];
}

function tableOf(records: JsonRecords, { header, name }: { readonly header: readonly string[]; readonly name: string }): Sheet {
  const cells = records.map((record) => header.map((key) => (Object.hasOwn(record, key) ? cellOf(record[key]) : null)));
  return sheetFromCells(name, [header, ...cells]);
}

/** Members that hold a cell in any record; records of a hostile file may each have others. */
function columnsOf(records: JsonRecords): string[] {
  const columns = new Set<string>();
  for (const record of records) {
    for (const [key, value] of Object.entries(record)) {
      if (columns.size >= MOST_COLUMNS) return [...columns];
      if (cellOf(value) !== null) columns.add(key);
    }
  }
  return [...columns];
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** A list of words becomes one cell; what is nested deeper is no cell. */
function cellOf(value: unknown): unknown {
  if (Array.isArray(value) && value.every(isScalar)) return value.join('; ');
  return isScalar(value) ? value : null;
}
