import { describe, expect, it } from 'vitest';

import type { AzureState } from '../../../../shared/azure/azure-state.ts';
import { azureChecks } from '../../../../shared/azure/checks/index.ts';
import type { AzureCheck } from '../../../../shared/domain/azure.ts';
import { markKey } from '../../../../shared/domain/engagement.ts';
import { steps } from '../../../../shared/scenarios/steps.ts';
import { evaluateExample, type ExampleQuestion } from './evaluate-example.ts';
import { VAULTS } from './example-vaults.data.ts';
import { readExample } from './example-world.ts';
import { EXAMPLES, type Example } from './examples.data.ts';

const states = new Map<string, Promise<AzureState>>();

/** Each vault is read once, by the real clients over HTTP. */
function stateOf(name: string): Promise<AzureState> {
  const vault = VAULTS[name];
  if (vault === undefined) throw new Error(`no vault ${name}`);
  const known = states.get(name) ?? readExample(vault);
  states.set(name, known);
  return known;
}

async function ask(stepId: string, { vault, facts, settings }: Omit<Example, 'says'>, more: Partial<ExampleQuestion> = {}) {
  const state = await stateOf(vault);
  const { scenario = 'vmware' } = EXAMPLES[stepId] ?? {};
  return evaluateExample(state, {
    stepId,
    scenario,
    ...(facts === undefined ? {} : { facts }),
    ...(settings === undefined ? {} : { settings }),
    ...more,
  });
}

it('has an example for every step that the API verifies, and for no other', () => {
  const byApi = steps.filter((step) => step.verification.kind === 'api').map((step) => step.id);
  expect(Object.keys(EXAMPLES).toSorted()).toEqual(byApi.toSorted());
  expect(Object.keys(azureChecks).toSorted()).toEqual(byApi.toSorted());
});

describe.each(Object.entries(EXAMPLES))('%s', (stepId, { reads, ...examples }) => {
  const cases = [
    ['done', examples.done],
    ['not-done', examples.notDone],
    ['unknown', examples.unknown],
  ] as const;
  it.each(cases)('is %s', async (verdict, example) => {
    const result = await ask(stepId, example);
    expect([result.verdict, result.text]).toEqual([verdict, expect.stringContaining(example.says)]);
    for (const word of reads) expect(result.read.join(' | ')).toContain(word);
    expect(Date.parse((await stateOf(example.vault)).readAt)).toBeGreaterThanOrEqual(Date.UTC(2026, 10, 1, 8));
  });
});

describe('what was done before the item went', () => {
  const doneOnce = (stepId: string): ReadonlyMap<string, AzureCheck> => {
    const scope = { kind: 'machine', id: 'm1' } as const;
    const check = {
      stepId,
      scope,
      verdict: 'done',
      text: 'As it was.',
      read: [],
      readAt: '',
      by: '',
      lastDoneAt: '',
      stateSha256: '',
    } as const;
    return new Map([[markKey(stepId, scope), check]]);
  };
  const facts = { targetVmName: 'new-name' };

  it.each([
    'enable-replication',
    'watch-initial-replication',
    'confirm-replication-healthy',
    'cleanup-test-failover',
    'stop-source-workload',
  ])('%s stays done after the completion, and is no drift', async (stepId) => {
    expect(await ask(stepId, { vault: 'completed', facts }, { known: doneOnce(stepId) })).toMatchObject({
      verdict: 'done',
      text: 'As it was.',
    });
    // Who never saw it done learns nothing from a vault that has nothing any more.
    expect(await ask(stepId, { vault: 'completed', facts })).toMatchObject({ verdict: 'unknown' });
  });

  it('is gone when replication was given up before any failover', async () => {
    const result = await ask('enable-replication', { vault: 'furnished' }, { known: doneOnce('enable-replication') });
    expect(result).toMatchObject({ verdict: 'not-done' });
  });
});

describe('what looks alike and is not', () => {
  it.each<[string, Example, string]>([
    // A machine of Azure stands there before anything was done: it is the source.
    [
      'disable-replication-after-move',
      { vault: 'azure', facts: { sourceIsAzureVm: true, sourceRegion: 'eastus' }, says: 'not in Azure' },
      'not-done',
    ],
    ['run-failover', { vault: 'azure', facts: { sourceIsAzureVm: true, sourceRegion: 'eastus' }, says: 'not in Azure' }, 'not-done'],
    // Replication of the move itself is no protection of the moved machine.
    ['enable-dr-after-migration', { vault: 'azureProtected', says: 'does not show it' }, 'unknown'],
    ['verify-appliance-health', { vault: 'strainedAppliance', says: 'diskUsageStatus Critical' }, 'not-done'],
    ['verify-appliance-health', { vault: 'blind', says: 'The right Example/vault1-vmwarefabric/read is missing' }, 'unknown'],
    // The network of failovers is none for tests, though nothing is peered with it.
    ['create-test-network', { vault: 'furnished', facts: { targetNetwork: 'test' }, says: 'no network without peerings' }, 'not-done'],
    ['create-test-network', { vault: 'furnished', says: 'no network of production is planned' }, 'unknown'],
    ['choose-target-region', { vault: 'furnished', facts: { targetVmSize: 'Standard_X9' }, says: 'x9' }, 'not-done'],
    [
      'choose-target-region',
      { vault: 'furnished', settings: { targetRegion: 'South Central India' }, says: 'excluded by name' },
      'not-done',
    ],
    ['check-target-quota', { vault: 'furnished', says: 'is not planned yet' }, 'unknown'],
    ['apply-hybrid-benefit', { vault: 'after', facts: { osFamily: 'linux' }, says: 'none for its operating system' }, 'not-done'],
    ['move-classic-to-modernized', { vault: 'hyperVProtected', says: 'It replicates by HyperVReplicaAzure' }, 'unknown'],
    ['remove-replication-leftovers', { vault: 'protected', says: 'still in the vault' }, 'not-done'],
  ])('%s: %j', async (stepId, example, verdict) => {
    const result = await ask(stepId, example);
    expect([result.verdict, result.text]).toEqual([verdict, expect.stringContaining(example.says)]);
  });
});
