import type { ImportRecord } from '../domain/engagement.ts';
import type { Machine } from '../domain/machine.ts';

/** One application needs another, as a portfolio says; it ties no machines, because nobody saw which of them call. */
export interface ApplicationLink {
  readonly from: string;
  readonly to: string;
  readonly importId: string;
  readonly row: number;
}

const SLICE = 500;

/** What the portfolios of all imports say, each pair once, the newest import counting. Yields between slices. */
export function* applicationLinks(imports: readonly ImportRecord[]): Generator<void, readonly ApplicationLink[], void> {
  const links = new Map<string, ApplicationLink>();
  let count = 0;
  for (const { id, inventory } of imports) {
    for (const { name, dependsOn, row } of inventory.applications ?? []) {
      count += 1;
      if (count % SLICE === 0) yield;
      for (const to of dependsOn) {
        const [a, b] = [keyOf(name), keyOf(to)];
        if (a !== b) links.set(`${a}|${b}`, { from: name.trim(), to: to.trim(), importId: id, row });
      }
    }
  }
  return [...links.values()].toSorted((a, b) => compareText(`${a.from}|${a.to}`, `${b.from}|${b.to}`));
}

/** Application, however it is written -> groups that hold machines of it. */
export function groupsByApplication(
  machines: Iterable<Pick<Machine, 'id' | 'facts'>>,
  groupOf: ReadonlyMap<string, string>,
): (application: string) => readonly string[] {
  const groups = new Map<string, Set<string>>();
  for (const { id, facts } of machines) {
    const groupId = groupOf.get(id);
    const key = keyOf(facts.application ?? '');
    if (groupId === undefined || key === '') continue;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, new Set([groupId]));
    else known.add(groupId);
  }
  return (application) => [...(groups.get(keyOf(application)) ?? [])];
}

function keyOf(application: string): string {
  return application.trim().toLowerCase();
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
