import { inMageRcmInput } from '../../providers/in-mage-rcm.ts';

/** Disks can be left out, and the machine is shut down through VMware Tools. */
export const azureInput = inMageRcmInput({ canLeaveOutDisks: true, canShutDown: true });
