import type { CellValue, Sheet } from '../sheet.ts';

/** Fewer dotted columns are a coincidence. */
const LEAST_DOTTED = 3;

/** A table that a tool made of JSON records: `properties.disks[0].name` is the name of a column. */
export function isFlattened({ header }: Sheet): boolean {
  return header.filter((name) => name.startsWith('properties.')).length >= LEAST_DOTTED;
}

/** The records again, nested as they were; what a service calls `id` such tables call `armId`. */
export function unflattened({ header, rows }: Sheet): readonly unknown[] {
  const paths = header.map((name) => name.split(/[.[\]]+/).filter((step) => step !== ''));
  return rows.map(({ cells }) => {
    const record = newNode();
    for (const [index, path] of paths.entries()) {
      const cell = cells[index] ?? null;
      if (cell !== null && path.length > 0) place(record, path, cell);
    }
    const made = asLists(record) as Readonly<Record<string, unknown>>;
    return { id: made['armId'], name: made['resourceName'], ...made };
  });
}

type Node = Map<string, Node | CellValue>;

function newNode(): Node {
  return new Map();
}

function place(node: Node, path: readonly string[], cell: CellValue): void {
  const [step = '', ...rest] = path;
  if (rest.length === 0) {
    if (!node.has(step)) node.set(step, cell);
    return;
  }
  const known = node.get(step);
  const inner = known instanceof Map ? known : newNode();
  node.set(step, inner);
  place(inner, rest, cell);
}

/** Steps that are all numbers are places in a list. */
function asLists(node: Node | CellValue): unknown {
  if (!(node instanceof Map)) return parsed(node);
  const entries = [...node];
  if (entries.length > 0 && entries.every(([step]) => /^\d+$/.test(step))) return entries.map(([, value]) => asLists(value));
  return Object.fromEntries(entries.map(([step, value]) => [step, asLists(value)]));
}

function parsed(cell: CellValue): unknown {
  if (typeof cell !== 'string' || !/^[[{]/.test(cell)) return cell;
  try {
    return JSON.parse(cell) as unknown;
  } catch {
    return cell;
  }
}
