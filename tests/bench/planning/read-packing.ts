import type { PlanInput } from '../../../shared/planner/model.ts';
import { uniformInput } from './uniform-input.ts';
import { linesOf, numbersOf } from './value-table.ts';

/** Bin packing: count, capacity, one weight a line. */
export function readBinPacking(text: string): PlanInput {
  const [count = 0, capacity = 0, ...weights] = numbersOf(text);
  return uniformInput({ capacities: [capacity], items: weights.slice(0, count).map((weight) => [weight]) });
}

/** Vector packing: dimensions, capacities, number of item types, then one line a type: sizes and how many of it. */
export function readVectorPacking(text: string): PlanInput {
  const [first = '', second = '', , ...lines] = linesOf(text);
  const dimensions = Number(first);
  const items = lines.flatMap((line) => {
    const numbers = numbersOf(line);
    const sizes = numbers.slice(0, dimensions);
    return Array.from({ length: numbers[dimensions] ?? 1 }, () => sizes);
  });
  return uniformInput({ capacities: numbersOf(second), items });
}

/** Packing with conflicts: `n [capacity]`, then `id weight conflicting-ids`; some files leave the capacity to the table. */
export function readConflictPacking(text: string, tableCapacity: number | null): PlanInput {
  const [header = '', ...lines] = linesOf(text);
  const capacity = numbersOf(header)[1] ?? tableCapacity;
  if (capacity === null) throw new Error('neither the file nor the table names the capacity');
  const items: number[][] = [];
  const conflicts: [number, number][] = [];
  for (const line of lines) {
    const [id = 0, weight = 0, ...others] = numbersOf(line);
    items[id - 1] = [weight];
    for (const other of others) conflicts.push([id - 1, other - 1]);
  }
  return uniformInput({ capacities: [capacity], items, conflicts });
}
