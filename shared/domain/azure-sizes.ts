import { sizeSeries, type SizeSeries } from './azure-sizes.data.ts';

export interface AzureSize {
  /** As Azure writes it: `Standard_D4s_v5`. */
  readonly name: string;
  readonly series: SizeSeries;
  readonly cpuCount: number;
  readonly memoryGiB: number;
  readonly maxDataDisks: number;
  readonly maxNics: number;
  readonly temporaryDiskGiB: number;
}

/** Every size of the table, in the order of the table. */
export const azureSizes: readonly AzureSize[] = sizeSeries.flatMap((series) =>
  series.sizes.map(([name, cpuCount, memoryGiB, maxDataDisks, maxNics, temporaryDiskGiB]) => ({
    name: `Standard_${name}`,
    series,
    cpuCount,
    memoryGiB,
    maxDataDisks,
    maxNics,
    temporaryDiskGiB,
  })),
);

const byName: ReadonlyMap<string, AzureSize> = new Map(azureSizes.map((size) => [keyOf(size.name), size]));

/** The size by its name, with or without `Standard_`, in any case. Undefined where the table does not hold it. */
export function sizeByName(name: string): AzureSize | undefined {
  return byName.get(keyOf(name));
}

function keyOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^standard_/, '');
}
