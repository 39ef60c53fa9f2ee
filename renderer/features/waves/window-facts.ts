import type { Window } from '../../../shared/domain/wave.ts';
import { wavesText } from '../../text/waves.ts';
import { fullWindow, utcWindow } from './window-words.ts';

/** A window in its zone and, where that is another, in UTC. */
export function windowFacts(
  window: Pick<Window, 'startsAt' | 'endsAt' | 'timeZone'>,
): { readonly title: string; readonly value: string }[] {
  const { details } = wavesText;
  const local = { title: details.window, value: fullWindow(window, window.timeZone) };
  return window.timeZone === 'UTC' ? [local] : [local, { title: details.utc, value: utcWindow(window) }];
}
