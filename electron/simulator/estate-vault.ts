import type { ProviderName } from './estate.ts';

/** A machine of an inventory, as far as the simulator needs it. Absent facts get ordinary values: a rehearsal goes on. */
export interface EstateMachine {
  readonly id: string;
  readonly name: string;
  readonly biosId?: string;
  readonly osFamily?: string;
  readonly osName?: string;
  readonly cpuCount?: number;
  readonly memoryMiB?: number;
  readonly firmware?: 'bios' | 'uefi';
  readonly addresses?: readonly string[];
  readonly macs?: readonly string[];
  readonly disks?: readonly { readonly id: string; readonly sizeGiB?: number; readonly isOsDisk?: boolean }[];
}

export interface EstateVault {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
  readonly location: string;
  readonly provider: Exclude<ProviderName, 'InMageRcmFailback' | 'HyperVReplica2012R2' | 'InMage'>;
  readonly machines: readonly EstateMachine[];
}
