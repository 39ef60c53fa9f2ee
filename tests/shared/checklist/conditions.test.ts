import { describe, expect, it } from 'vitest';

import { canMark } from '../../../shared/checklist/can-mark.ts';
import { checklistView } from '../../../shared/checklist/checklist.ts';
import { factsOf, VAULT, SMALL, stepIn, done, type World } from './checklist-world.ts';

describe('conditions', () => {
  it('puts a machine on the list when it needs the step or when that is not known, and says so', () => {
    const linux = stepIn(SMALL, 'prepare-linux-boot');
    expect(linux?.totalCount).toBe(2);
    expect(linux?.conditionText).toBe(
      'Needed on Linux machines. It concerns 2 of 3 machines; of 1 the facts do not say, so they are among them.',
    );
  });

  it('leaves out a step that no machine needs, with the reason', () => {
    const world: World = { scenarios: ['vmware'], machines: [{ id: 'm1', facts: { osFamily: 'windows' } }] };
    expect(stepIn(world, 'prepare-linux-boot')).toBeUndefined();
    expect(checklistView(factsOf(world)).leftOut).toContainEqual({
      stepId: 'prepare-linux-boot',
      title: 'Make Linux bootable in Azure',
      phase: 'prepare-source',
      reason: 'This is no Linux machine.',
    });
  });

  it('follows the answer to a question, and says which', () => {
    const answered = (value: string): World => ({ ...SMALL, answers: { 'push-install': [value] } });
    expect(stepIn(SMALL, 'install-mobility-by-hand')?.conditionText).toContain('Not answered yet: “May the appliance install');
    expect(stepIn(answered('none'), 'install-mobility-by-hand')?.conditionText).toContain('On none');
    expect(stepIn(answered('none'), 'prepare-windows-push')).toBeUndefined();
    expect(stepIn(answered('all'), 'install-mobility-by-hand')).toBeUndefined();
    expect(stepIn(answered('all'), 'prepare-windows-push')?.totalCount).toBe(2);
  });

  it('counts private endpoints as a use of the identity of the vault', () => {
    const world = (answers: World['answers'] & object): World => ({ ...SMALL, answers });
    expect(stepIn(world({ 'vault-identity': ['no'], 'private-endpoints': ['yes'] }), 'grant-vault-identity-storage')).toBeDefined();
    expect(stepIn(world({ 'vault-identity': ['no'], 'private-endpoints': ['no'] }), 'grant-vault-identity-storage')).toBeUndefined();
  });

  it('a step that is ruled out holds nothing up', () => {
    const facts = factsOf({ ...SMALL, answers: { 'vault-identity': ['no'], 'private-endpoints': ['no'] } });
    expect(canMark(facts, done('grant-vault-identity-storage', VAULT))).toContain('There is no checklist item');
  });

  it('ends after the assessment when the route is another one', () => {
    const view = checklistView(factsOf({ ...SMALL, route: 'azure-migrate' }));
    expect(view.phases.map((phase) => phase.id)).toEqual(['assess']);
    expect(view.notices).toEqual([
      'The route is not Site Recovery: the checklist ends after the assessment. Inventory, readiness and waves stay useful.',
    ]);
  });

  it('says which addresses to open for the cloud in question', () => {
    const what = (cloud: string): string | undefined =>
      stepIn({ ...SMALL, answers: { 'azure-cloud': [cloud] } }, 'open-appliance-urls')?.what.join(' ');
    expect(what('public')).toContain('*.hypervrecoverymanager.windowsazure.com');
    expect(what('us-government')).toContain('*.hypervrecoverymanager.windowsazure.us');
    expect(what('us-government')).not.toContain('windowsazure.com');
    expect(stepIn(SMALL, 'open-appliance-urls')?.what).toContain('More follows from the answer to “Which Azure cloud is the target?”');
  });

  it('names the kind of machine where only some are of it', () => {
    const what = (...scenarios: string[]): readonly string[] => stepIn({ ...SMALL, scenarios }, 'stop-source-workload')?.what ?? [];
    expect(what('hyper-v').at(-1)).toBe('Delete checkpoints and shut the machine down: a planned failover then sends the last changes.');
    expect(what('vmware', 'hyper-v').at(-1)).toMatch(/^Hyper-V: Delete checkpoints/);
  });

  it('says when machines are of a scenario that the engagement does not list', () => {
    const view = checklistView(factsOf({ ...SMALL, scenarios: ['hyper-v'], machines: [{ id: 'm1', scenario: 'vmware' }] }));
    expect(view.notices[0]).toContain('One machine is of the scenario “VMware to Azure”');
  });
});
