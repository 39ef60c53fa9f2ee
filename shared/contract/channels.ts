/** Names the preload and the IPC host share. No import, so that the preload stays one small file. */
export const CALL_CHANNEL = 'landfall:call';
export const EVENT_CHANNEL = 'landfall:event';
export const BRIDGE_NAME = 'landfall';
