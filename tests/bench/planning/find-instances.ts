import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import type { BenchInstance, FoundInstances } from './bench-instance.ts';
import { makeYear } from './make-year.ts';
import { readAlb, readIn2 } from './read-line-balancing.ts';
import { readBinPacking, readConflictPacking, readVectorPacking } from './read-packing.ts';
import { readPlanted } from './read-planted.ts';
import { baseName, partsOf, publishedBounds, readValueTable, type ValueRow } from './value-table.ts';

/** In place of a folder: problems of our own, made when they are wanted. */
export const MADE_UP = 'year';

/** Finds every instance of a known format under a folder (or one file), with the best known values beside it. */
export function findInstances(place: string): FoundInstances {
  if (place === MADE_UP) {
    const year = (seed: number): BenchInstance => ({
      set: MADE_UP,
      name: `${MADE_UP}-${seed}`,
      published: null,
      load: () => makeYear(seed),
    });
    return { instances: [1, 2, 3].map(year), skipped: [] };
  }
  const instances: BenchInstance[] = [];
  const skipped: string[] = [];
  const folders = statSync(place).isDirectory() ? foldersUnder(place) : [path.dirname(place)];
  for (const folder of folders) {
    const files = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(folder, entry.name))
      .toSorted();
    const rows = files.filter((file) => file.endsWith('.csv')).flatMap((file) => readValueTable(readFileSync(file, 'utf8')));
    const wanted = statSync(place).isDirectory() ? files : files.filter((file) => path.resolve(file) === path.resolve(place));
    for (const file of wanted) addFile({ file, rows, instances, skipped });
  }
  return { instances, skipped };
}

interface FileContext {
  readonly file: string;
  readonly rows: readonly ValueRow[];
  readonly instances: BenchInstance[];
  readonly skipped: string[];
}

function addFile({ file, rows, instances, skipped }: FileContext): void {
  const name = path.basename(file);
  const folderName = path.basename(path.dirname(file));
  const text = (): string => readFileSync(file, 'utf8');
  if (/\.in2$/i.test(name)) {
    const ofFile = rows.filter((row) => row['file'] === name);
    if (ofFile.length === 0) skipped.push(`${name}: no table beside it names its cycle times`);
    for (const row of ofFile) {
      const load = () => readIn2(text(), Number(row['cycle_time']));
      instances.push({ set: folderName, name: row['instance'] ?? name, published: publishedBounds(row), load });
    }
    return;
  }
  if (name.endsWith('.json')) {
    if (name.endsWith('.solution.json')) return;
    instances.push({
      set: folderName,
      name: baseName(name),
      published: publishedBounds(rowOf(rows, baseName(name), folderName)),
      load: () => readPlanted(text()),
    });
    return;
  }
  const read = readerOf(name, folderName);
  if (read === null) {
    if (/\.(txt|alb|vbp|bppc)$/.test(name) && !/README/.test(name)) skipped.push(`${name}: not a format that this run reads`);
    return;
  }
  for (const part of partsOf(text(), name)) {
    const row = rowOf(rows, part.name, baseName(name));
    const set = name.includes('.alb') ? `${folderName} ${baseName(name)}` : `${folderName} ${row?.['set'] ?? baseName(name)}`;
    instances.push({ set, name: part.name, published: publishedBounds(row), load: () => read(part.text, row) });
  }
}

type Reader = (text: string, row: ValueRow | undefined) => ReturnType<BenchInstance['load']>;

/** Which format a file holds, by its name and, for plain text, by its folder. */
function readerOf(name: string, folderName: string): Reader | null {
  if (/\.alb(\.txt)?$/.test(name)) return readAlb;
  if (/\.vbp(\.txt)?$/.test(name)) return readVectorPacking;
  if (/\.bppc(\.txt)?$/.test(name)) {
    return (text, row) => readConflictPacking(text, row?.['capacity'] === undefined ? null : Number(row['capacity']));
  }
  if (/\.bpp$/.test(name) || (/\.txt$/.test(name) && /^bpp/.test(folderName))) return readBinPacking;
  return null;
}

/** Two sets of one table may name their instances alike, so the row of the file's own set comes first. */
function rowOf(rows: readonly ValueRow[], name: string, set: string): ValueRow | undefined {
  const named = rows.filter((row) => row['instance'] === name);
  return named.find((row) => row['set'] === set) ?? named.find((row) => row['set'] === undefined);
}

function foldersUnder(folder: string): string[] {
  const inside = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => foldersUnder(path.join(folder, entry.name)));
  return [folder, ...inside.toSorted()];
}
