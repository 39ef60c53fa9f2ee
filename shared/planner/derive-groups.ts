import type { Engagement } from '../domain/engagement.ts';
import type { Machine } from '../domain/machine.ts';
import type { MoveGroup } from '../domain/wave.ts';

/**
 * Machines that must move together: those of one application; a machine without one is a group of its own; what a person
 * put together stays together. Only machines in scope. Ids are stable: they come from the application or the machine.
 */
export function deriveGroups(engagement: Pick<Engagement, 'machines' | 'groupEdits'>): MoveGroup[] {
  const taken = new Set<string>();
  const groups: MoveGroup[] = [];
  for (const edit of engagement.groupEdits) {
    const machineIds = edit.machineIds.filter((id) => engagement.machines.get(id)?.isInScope === true && !taken.has(id));
    if (machineIds.length === 0) continue;
    for (const id of machineIds) taken.add(id);
    groups.push({ id: edit.groupId, title: edit.title, machineIds, reason: 'person' });
  }
  const byApplication = new Map<string, { readonly title: string; readonly machines: Machine[] }>();
  for (const machine of engagement.machines.values()) {
    if (!machine.isInScope || taken.has(machine.id)) continue;
    const application = machine.facts.application?.trim() ?? '';
    if (application === '') {
      groups.push({ id: `machine:${machine.id}`, title: machine.facts.name, machineIds: [machine.id], reason: 'single' });
      continue;
    }
    const key = application.toLowerCase();
    const known = byApplication.get(key) ?? { title: application, machines: [] };
    known.machines.push(machine);
    byApplication.set(key, known);
  }
  for (const [key, { title, machines }] of byApplication) {
    groups.push({ id: `app:${key.slice(0, 150)}`, title, machineIds: machines.map((machine) => machine.id), reason: 'application' });
  }
  return groups.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
