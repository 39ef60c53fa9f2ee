import type { MachineFacts } from '../domain/machine.ts';

/** The name the machine will have in Azure: the one that was chosen, else its own. */
export function targetNameOf(facts: MachineFacts): string {
  return facts.targetVmName ?? facts.name;
}
