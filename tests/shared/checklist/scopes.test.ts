import { describe, expect, it } from 'vitest';

import { checklistView, itemsOf, type ItemFilter } from '../../../shared/checklist/checklist.ts';
import { factsOf, markOf, withMarks, M1, ANYTHING, SMALL, stepIn, type World } from './checklist-world.ts';

describe('scopes', () => {
  it('makes one item per engagement, vault, site, wave or machine', () => {
    const totals = (id: string): number | undefined => stepIn(SMALL, id)?.totalCount;
    expect([
      totals('choose-tool-route'),
      totals('create-vault'),
      totals('deploy-appliance'),
      totals('sign-off-test'),
      totals('run-failover'),
    ]).toEqual([1, 1, 2, 2, 3]);
  });

  it('makes no item for a site or wave without a machine of the scenario', () => {
    const world: World = {
      scenarios: ['vmware', 'hyper-v'],
      machines: [
        { id: 'm1', wave: 1, facts: { site: 'North' } },
        { id: 'm2', wave: 2, scenario: 'hyper-v', facts: { site: 'South' } },
      ],
    };
    const items = (stepId: string): string[] => itemsOf(factsOf(world), { ...ANYTHING, stepId }, 100).items.map((item) => item.scope.id);
    expect(items('deploy-appliance')).toEqual(['North']);
    expect(items('create-hyperv-site')).toEqual(['South']);
    expect(items('sign-off-test')).toEqual(['w1', 'w2']);
  });

  it('takes machines out of scope off the list, with their marks', () => {
    const facts = withMarks(factsOf(SMALL), [markOf('run-failover', M1)]);
    const machines = new Map(facts.engagement.machines);
    const m1 = machines.get('m1');
    if (m1 !== undefined) machines.set('m1', { ...m1, isInScope: false });
    const view = checklistView({ ...facts, engagement: { ...facts.engagement, machines } });
    expect(view.steps.find((candidate) => candidate.id === 'run-failover')).toMatchObject({ doneCount: 0, totalCount: 2 });
  });

  it('filters items by wave and by machine', () => {
    const ids = (filter: Partial<ItemFilter>): string[] =>
      [...new Set(itemsOf(factsOf(SMALL), { ...ANYTHING, ...filter }, 1000).items.map((item) => item.scope.id))].toSorted();
    expect(ids({ waveId: 'w2' })).toEqual(['m3', 'w2']);
    expect(ids({ machineId: 'm3' })).toEqual(['South', 'm3', 'w2']);
  });
});
