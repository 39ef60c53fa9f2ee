import type { MachineRow } from '../contract/shapes.ts';
import type { Machine } from '../domain/machine.ts';
import type { MachineAssessment } from '../readiness/rule.ts';

/** What the row shows besides the machine's own facts. */
export interface RowPlacement {
  readonly waveId: string | null;
  readonly groupId: string | null;
  readonly provenance: MachineRow['provenance'];
}

/** One flat grid row. A fact nobody stated is `null`, which the grid shows as unknown. */
export function machineRow(machine: Machine, assessment: MachineAssessment, placement: RowPlacement): MachineRow {
  const { facts } = machine;
  return {
    id: machine.id,
    name: facts.name,
    scenario: machine.scenario,
    isInScope: machine.isInScope,
    verdict: assessment.verdict,
    ...countFindings(assessment),
    waveId: placement.waveId,
    groupId: placement.groupId,
    application: facts.application ?? null,
    environment: facts.environment ?? null,
    owner: facts.owner ?? null,
    criticality: facts.criticality ?? null,
    osFamily: facts.osFamily ?? null,
    osName: facts.osName ?? null,
    powerState: facts.powerState ?? null,
    firmware: facts.firmware ?? null,
    cpuCount: facts.cpuCount ?? null,
    memoryMiB: facts.memoryMiB ?? null,
    diskCount: facts.diskCount ?? facts.disks?.length ?? null,
    provisionedGiB: facts.provisionedGiB ?? null,
    inUseGiB: facts.inUseGiB ?? null,
    nicCount: facts.nicCount ?? facts.nics?.length ?? null,
    ipAddresses: facts.ipAddresses?.join(', ') ?? null,
    fqdn: facts.fqdn ?? null,
    cluster: facts.cluster ?? null,
    host: facts.host ?? null,
    vmwareToolsStatus: facts.vmwareToolsStatus ?? null,
    snapshotCount: facts.snapshotCount ?? null,
    sourceCount: machine.statements.length,
    provenance: placement.provenance,
  };
}

function countFindings(assessment: MachineAssessment): Pick<MachineRow, 'blockerCount' | 'warningCount' | 'unknownCount'> {
  let blockerCount = 0;
  let warningCount = 0;
  let unknownCount = 0;
  for (const finding of assessment.findings) {
    if (finding.outcome === 'unknown') unknownCount += 1;
    else if (finding.override?.isStale === false) warningCount += 1;
    else if (finding.severity === 'refused' || finding.severity === 'blocker') blockerCount += 1;
    else if (finding.severity === 'warning') warningCount += 1;
  }
  return { blockerCount, warningCount, unknownCount };
}
