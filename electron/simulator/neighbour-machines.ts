import { azureSizes } from '../../shared/domain/azure-sizes.ts';
import type { Body, SimItem, SimVault } from './estate.ts';
import { inputText } from './providers/common.ts';
import { vaultId } from './vault-id.ts';

/** Region that simulated machines of Azure come from. */
const SOURCE_REGION = 'eastus';

/** Machines of the subscription: sources that stand in Azure, copies of tests, and those whose failover is done, also when the item is gone. */
export function machinesBeside(vault: SimVault): Body[] {
  const sources = Object.values(vault.machines).filter((machine) => /\/virtualmachines\//i.test(machine.sourceId));
  return [
    ...sources.map((machine) => machineView(machine.sourceId, SOURCE_REGION)),
    ...vault.items
      .filter((item) => item.testFailover === 'WaitingForCompletion')
      .map((item) => machineView(`${targetOf(vault, item)}-test`, vault.location)),
    ...vault.items
      .filter((item) => item.phase === 'failed-over' || item.phase === 'committed')
      .map((item) => machineView(targetOf(vault, item), vault.location)),
    ...(vault.moved ?? []).map((id) => machineView(id, vault.location)),
  ];
}

/** Under the name and in the group that was asked for; machines of Azure never in the group of their source. */
export function targetOf(vault: SimVault, { input, settings, machine, provider }: SimItem): string {
  const text = (...names: readonly string[]): string | null =>
    names.map((name) => inputText(settings, name) ?? inputText(input, name)).find((each) => each !== null && each !== '') ?? null;
  const own = vaultId(vault).replace(/\/providers\/.*$/, '');
  const group = text('targetResourceGroupId', 'recoveryResourceGroupId', 'targetAzureV2ResourceGroupId') ?? own;
  const name = text('targetVmName', 'recoveryAzureVMName') ?? machine.name;
  const isAtSource = provider === 'A2A' && machine.sourceId.toLowerCase().startsWith(`${group.toLowerCase()}/`);
  return `${isAtSource ? `${group}-asr` : group}/providers/Microsoft.Compute/virtualMachines/${name}`;
}

function machineView(id: string, location: string): Body {
  return {
    id,
    name: id.split('/').at(-1) ?? '',
    type: 'Microsoft.Compute/virtualMachines',
    location,
    properties: {
      provisioningState: 'Succeeded',
      hardwareProfile: { vmSize: 'Standard_D2s_v5' },
      instanceView: {
        vmAgent: { statuses: [{ code: 'ProvisioningState/succeeded' }] },
        statuses: [{ code: 'ProvisioningState/succeeded' }, { code: 'PowerState/running' }],
      },
    },
    resources: [],
  };
}

function familyOf(series: string): string {
  return `standard${series}Family`;
}

/** Sizes of the table, all open, as the compute service lists them for a region. */
export function sizesIn(location: string): Body[] {
  return azureSizes.map(({ name, series, cpuCount, memoryGiB }) => ({
    resourceType: 'virtualMachines',
    name,
    family: familyOf(series.series),
    locations: [location],
    capabilities: [
      { name: 'vCPUs', value: String(cpuCount) },
      { name: 'MemoryGB', value: String(memoryGiB) },
    ],
    restrictions: [],
  }));
}

function usageView(value: string, limit: number): Body {
  return { unit: 'Count', currentValue: 0, limit, name: { value, localizedValue: value } };
}

const CORES = 2000;

export function computeUsage(): Body[] {
  const families = new Set(azureSizes.map(({ series }) => familyOf(series.series)));
  return [usageView('cores', CORES), ...[...families].map((family) => usageView(family, CORES))];
}

export function networkUsage(): Body[] {
  return [usageView('NetworkInterfaces', 65_536)];
}
