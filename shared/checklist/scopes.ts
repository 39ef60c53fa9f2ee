import type { Engagement, ItemScope } from '../domain/engagement.ts';
import type { Machine } from '../domain/machine.ts';
import type { Step } from '../scenarios/scenario.ts';
import type { ChecklistIndex } from './checklist-index.ts';

export const ENGAGEMENT_SCOPE: ItemScope = { kind: 'engagement', id: 'engagement' };
const VAULT_SCOPE: ItemScope = { kind: 'vault', id: 'vault' };
const ONLY_SITE = 'site';

export function siteOf(machine: Machine): string {
  return machine.facts.site ?? ONLY_SITE;
}

/** All things a step is to be done for. Lazy, because a step per machine may have thousands. */
export function* scopesOf(step: Step, index: ChecklistIndex): Generator<ItemScope, void, void> {
  switch (step.per) {
    case 'engagement':
      yield ENGAGEMENT_SCOPE;
      return;
    case 'vault':
      yield VAULT_SCOPE;
      return;
    case 'site':
      // Before the first import there is one site: the steps are to be seen.
      if (index.machines.length === 0) yield { kind: 'site', id: ONLY_SITE };
      for (const id of index.machinesOfSite.keys()) if (isSiteConcerned(step, id, index)) yield { kind: 'site', id };
      return;
    case 'wave':
      for (const id of index.machinesOfWave.keys()) if (isWaveConcerned(step, id, index)) yield { kind: 'wave', id };
      return;
    case 'machine':
      for (const machine of index.concerned(step).machines) yield { kind: 'machine', id: machine.id };
      return;
    default:
      step.per satisfies never;
  }
}

function isSiteConcerned(step: Step, site: string, index: ChecklistIndex): boolean {
  const { ids } = index.concerned(step);
  return index.machinesOfSite.get(site)?.some((machine) => ids.has(machine.id)) === true;
}

function isWaveConcerned(step: Step, waveId: string, index: ChecklistIndex): boolean {
  const { ids } = index.concerned(step);
  return index.machinesOfWave.get(waveId)?.some((machine) => ids.has(machine.id)) === true;
}

/** Whether there is such an item. Marks outlive what they are about: a machine may have left the scope since. */
export function isItem(step: Step, scope: ItemScope, index: ChecklistIndex): boolean {
  if (scope.kind !== step.per) return false;
  if (scope.kind === 'machine') return index.concerned(step).ids.has(scope.id);
  if (scope.kind === 'wave') return isWaveConcerned(step, scope.id, index);
  if (scope.kind === 'site') return index.machines.length === 0 ? scope.id === ONLY_SITE : isSiteConcerned(step, scope.id, index);
  return scope.id === (scope.kind === 'vault' ? VAULT_SCOPE : ENGAGEMENT_SCOPE).id;
}

/** Machines that a thing stands for; `null` = all of the engagement. */
export function machinesOf(scope: ItemScope, index: ChecklistIndex): readonly Machine[] | null {
  if (scope.kind === 'machine') {
    const machine = index.engagement.machines.get(scope.id);
    return machine === undefined ? [] : [machine];
  }
  if (scope.kind === 'wave') return index.machinesOfWave.get(scope.id) ?? [];
  if (scope.kind === 'site') return index.machinesOfSite.get(scope.id) ?? [];
  return null;
}

export function scopeTitle(scope: ItemScope, engagement: Engagement): string {
  if (scope.kind === 'machine') return engagement.machines.get(scope.id)?.facts.name ?? scope.id;
  if (scope.kind === 'wave') return engagement.plan?.waves.find((wave) => wave.id === scope.id)?.title ?? scope.id;
  if (scope.kind === 'site') return scope.id === ONLY_SITE ? 'The site' : scope.id;
  return scope.kind === 'vault' ? 'Vault and target region' : 'Whole engagement';
}
