import type { RowNames } from '../../../../renderer/features/inventory/columns.ts';
import type { MachineRow } from '../../../../shared/contract/shapes.ts';

export const noNames: RowNames = { waves: new Map(), groups: new Map() };

/** A machine of which only what matters to a test is said. */
export function rowOf(values: Partial<MachineRow> & { readonly id: string }): MachineRow {
  return {
    name: values.id,
    scenario: 'vmware',
    isInScope: true,
    verdict: 'ready',
    blockerCount: 0,
    warningCount: 0,
    unknownCount: 0,
    waveId: null,
    groupId: null,
    application: null,
    environment: null,
    owner: null,
    criticality: null,
    osFamily: null,
    osName: null,
    powerState: null,
    firmware: null,
    cpuCount: null,
    memoryMiB: null,
    diskCount: null,
    provisionedGiB: null,
    inUseGiB: null,
    nicCount: null,
    ipAddresses: null,
    fqdn: null,
    cluster: null,
    host: null,
    vmwareToolsStatus: null,
    snapshotCount: null,
    sourceCount: 1,
    provenance: {},
    ...values,
  };
}
