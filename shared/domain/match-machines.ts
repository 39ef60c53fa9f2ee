import type { ImportedMachine, Machine } from './machine.ts';

/** Finds the machine of the engagement that a source speaks of. */
export interface Matcher {
  /** `null`: a machine the engagement does not know. A machine is given out once, so that two rows never become one. */
  readonly find: (machine: Pick<ImportedMachine, 'facts'>) => Machine | null;
}

/**
 * By BIOS id, then by full name, then by name, each only where it is unique on the side of the engagement. Two different
 * BIOS ids are two machines whatever their names say.
 */
export function createMatcher(machines: Iterable<Machine>): Matcher {
  const all = [...machines];
  const byBios = uniqueIndex(all, (machine) => machine.facts.biosId);
  const byFqdn = uniqueIndex(all, (machine) => machine.facts.fqdn);
  const byName = uniqueIndex(all, (machine) => machine.facts.name);
  const given = new Set<string>();
  return {
    find({ facts }) {
      const candidate =
        lookUp(byBios, facts.biosId) ??
        compatible(lookUp(byFqdn, facts.fqdn), facts.biosId) ??
        compatible(lookUp(byName, facts.name), facts.biosId);
      if (candidate === null || given.has(candidate.id)) return null;
      given.add(candidate.id);
      return candidate;
    },
  };
}

function compatible(candidate: Machine | null, biosId: string | undefined): Machine | null {
  const known = candidate?.facts.biosId;
  return known !== undefined && biosId !== undefined && known.toLowerCase() !== biosId.toLowerCase() ? null : candidate;
}

function lookUp(index: ReadonlyMap<string, Machine | null>, key: string | undefined): Machine | null {
  return key === undefined ? null : (index.get(key.toLowerCase()) ?? null);
}

/** Keys that two machines share lead to neither. */
function uniqueIndex(machines: readonly Machine[], keyOf: (machine: Machine) => string | undefined): ReadonlyMap<string, Machine | null> {
  const index = new Map<string, Machine | null>();
  for (const machine of machines) {
    const key = keyOf(machine)?.toLowerCase();
    if (key !== undefined && key !== '') index.set(key, index.has(key) ? null : machine);
  }
  return index;
}
