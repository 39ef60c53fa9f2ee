import { machineEstimates, sizingText } from '../../text/sizing.ts';
import { EstimateList } from '../../ui/estimates.tsx';
import type { MachineView } from './fact-groups.ts';

/** Size, disks, first replication and cutover of a machine, each with what it was computed from. */
export function SizingPart({ machine }: { readonly machine: MachineView }) {
  return <EstimateList items={machineEstimates(machine.sizing)} showInputs={sizingText.showInputs} hideInputs={sizingText.hideInputs} />;
}
