import { inMageRcmInput } from '../../providers/in-mage-rcm.ts';

/** An instance replicates like a physical machine; its owner stops it. */
export const azureInput = inMageRcmInput({ canLeaveOutDisks: false, canShutDown: false });
