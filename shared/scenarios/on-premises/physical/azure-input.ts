import { inMageRcmInput } from '../../providers/in-mage-rcm.ts';

/** All disks replicate, and the owner shuts the machine down. */
export const azureInput = inMageRcmInput({ canLeaveOutDisks: false, canShutDown: false });
