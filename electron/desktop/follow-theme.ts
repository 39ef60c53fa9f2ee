import { methods } from '../../shared/contract/methods.ts';
import type { Dispatch } from '../host/handlers.ts';
import type { Preferences } from '../services/app-service.ts';

type Theme = Preferences['theme'];

/**
 * Lets the system's dialogs and the window's frame have the theme that the person chose: now, and whenever a call through the
 * returned dispatch changes it.
 */
export async function followTheme(dispatch: Dispatch, apply: (theme: Theme) => void): Promise<Dispatch> {
  const info = await dispatch('app.info', {});
  const known = info.ok ? methods['app.info'].output.safeParse(info.value) : null;
  if (known?.success === true) apply(known.data.preferences.theme);
  return async (method, input, signal) => {
    const reply = await dispatch(method, input, signal);
    const changed = reply.ok && method === 'app.set-preferences' ? methods['app.set-preferences'].output.safeParse(reply.value) : null;
    if (changed?.success === true) apply(changed.data.theme);
    return reply;
  };
}
