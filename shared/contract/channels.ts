/** Names the preload and the IPC host share. No import, so that the preload stays one small file. */
export const CALL_CHANNEL = 'landfall:call';
export const EVENT_CHANNEL = 'landfall:event';
export const BRIDGE_NAME = 'landfall';
/** The one event that may come before the window listens: the file with which the app was started. The preload keeps it until then. */
export const KEPT_EVENT = 'app.command';
