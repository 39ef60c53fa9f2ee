import { azureSizes, sizeByName, type AzureSize } from '../domain/azure-sizes.ts';
import type { MachineFacts } from '../domain/machine.ts';
import { dataDiskCountOf, generationOf } from '../readiness/disks.ts';

export interface SizeNeeds {
  readonly cpuCount: number;
  readonly memoryGiB: number;
  readonly dataDisks: number;
  readonly nics: number;
  /** `null`: unknown, so that any generation will do. */
  readonly generation: 1 | 2 | null;
}

export interface SizeChoice {
  /** `chosen` by a person or a source; `proposed` by the table; `none` fits; `unknown` for want of facts. */
  readonly kind: 'chosen' | 'proposed' | 'none' | 'unknown';
  readonly size: string | null;
  readonly reason: string;
  /** What the chosen size does not hold, in words. */
  readonly problems: readonly string[];
  readonly needs: SizeNeeds | null;
  readonly missing: readonly string[];
  /** Date and address of the table the size comes from. */
  readonly tableDate: string | null;
  readonly tableUrl: string | null;
}

/** Series that new machines are proposed for, in the order of preference where two fit equally well. */
const PROPOSED_USES: ReadonlySet<string> = new Set(['general', 'memory', 'compute', 'large-memory']);

const candidates: readonly AzureSize[] = azureSizes
  .filter((size) => PROPOSED_USES.has(size.series.use))
  .toSorted((a, b) => a.cpuCount - b.cpuCount || a.memoryGiB - b.memoryGiB);

/** The size a machine gets: the one that was chosen, checked; else the smallest of the table that holds what it has today. */
export function chooseSize(facts: MachineFacts, offeredSizes?: readonly string[]): SizeChoice {
  const missing = (['cpuCount', 'memoryMiB'] as const).filter((field) => facts[field] === undefined);
  const needs = missing.length === 0 ? needsOf(facts) : null;
  if (facts.targetVmSize !== undefined) return chosenSize(facts.targetVmSize, needs, missing);
  if (needs === null) return nothing('unknown', `Unknown: ${missing.join(', ')}.`, { needs, missing });
  const offered = offeredSizes === undefined ? null : namesOf(offeredSizes);
  const size = candidates.find((candidate) => holds(candidate, needs) && (offered === null || offered.has(candidate.name)));
  if (size === undefined) return nothing('none', `No size of the table holds ${words(needs)}.`, { needs, missing });
  return {
    kind: 'proposed',
    size: size.name,
    reason: `${words(needs)}: the smallest size of the table that holds all of it${driver(size, needs)}.`,
    problems: [],
    needs,
    missing,
    tableDate: size.series.date,
    tableUrl: size.series.url,
  };
}

const namesOfOffers = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Offered sizes by the names of the table; gathered once per offer, because ten thousand machines ask. */
function namesOf(offered: readonly string[]): ReadonlySet<string> {
  const known = namesOfOffers.get(offered) ?? new Set(offered.map((name) => sizeByName(name)?.name ?? name));
  namesOfOffers.set(offered, known);
  return known;
}

function chosenSize(name: string, needs: SizeNeeds | null, missing: readonly string[]): SizeChoice {
  const size = sizeByName(name);
  return {
    kind: 'chosen',
    size: size?.name ?? name,
    reason: size === undefined ? 'Chosen; the table does not hold this size, so nothing can be said about it.' : 'Chosen.',
    problems: size === undefined || needs === null ? [] : problemsOf(size, needs),
    needs,
    missing,
    tableDate: size?.series.date ?? null,
    tableUrl: size?.series.url ?? null,
  };
}

function nothing(kind: 'none' | 'unknown', reason: string, rest: Pick<SizeChoice, 'needs' | 'missing'>): SizeChoice {
  return { kind, size: null, reason, problems: [], tableDate: null, tableUrl: null, ...rest };
}

function needsOf(facts: MachineFacts): SizeNeeds {
  return {
    cpuCount: facts.cpuCount ?? 0,
    memoryGiB: (facts.memoryMiB ?? 0) / 1024,
    dataDisks: dataDiskCountOf(facts) ?? 0,
    nics: facts.nicCount ?? facts.nics?.length ?? 1,
    generation: generationOf(facts) ?? null,
  };
}

function holds(size: AzureSize, { cpuCount, memoryGiB, dataDisks, nics, generation }: SizeNeeds): boolean {
  return (
    size.cpuCount >= cpuCount &&
    size.memoryGiB >= memoryGiB &&
    size.maxDataDisks >= dataDisks &&
    size.maxNics >= nics &&
    (generation === null || size.series.generations.includes(generation))
  );
}

function problemsOf(size: AzureSize, needs: SizeNeeds): string[] {
  const problems: string[] = [];
  if (size.cpuCount < needs.cpuCount) problems.push(`It has ${size.cpuCount} vCPU, the machine ${needs.cpuCount}.`);
  if (size.memoryGiB < needs.memoryGiB) problems.push(`It has ${size.memoryGiB} GiB of memory, the machine ${shown(needs.memoryGiB)}.`);
  if (size.maxDataDisks < needs.dataDisks) problems.push(`It takes ${size.maxDataDisks} data disks, the machine has ${needs.dataDisks}.`);
  if (size.maxNics < needs.nics) problems.push(`It takes ${size.maxNics} adapters, the machine has ${needs.nics}.`);
  if (needs.generation !== null && !size.series.generations.includes(needs.generation))
    problems.push(`It has no generation ${needs.generation}.`);
  return problems;
}

/** What makes the size larger than processors and memory alone would need. */
function driver(size: AzureSize, needs: SizeNeeds): string {
  const byCore = candidates.find((candidate) => candidate.cpuCount >= needs.cpuCount && candidate.memoryGiB >= needs.memoryGiB);
  if (byCore === undefined || byCore === size) return '';
  const because = [
    byCore.maxDataDisks < needs.dataDisks ? `its ${needs.dataDisks} data disks` : null,
    byCore.maxNics < needs.nics ? `its ${needs.nics} adapters` : null,
    needs.generation !== null && !byCore.series.generations.includes(needs.generation) ? `generation ${needs.generation}` : null,
  ].filter((part) => part !== null);
  return because.length === 0 ? '' : `; larger than ${byCore.name} because of ${because.join(' and ')}`;
}

function words({ cpuCount, memoryGiB, dataDisks, nics, generation }: SizeNeeds): string {
  const parts = [`${cpuCount} vCPU`, `${shown(memoryGiB)} GiB`, `${dataDisks} data ${dataDisks === 1 ? 'disk' : 'disks'}`];
  if (nics > 1) parts.push(`${nics} adapters`);
  if (generation !== null) parts.push(`generation ${generation}`);
  return parts.join(', ');
}

function shown(value: number): string {
  return (Math.round(value * 10) / 10).toLocaleString('en');
}
