import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { LimitsForm } from './limits-form.ts';
import { windowForm } from './limits-form.ts';
import { toLocalInput } from './local-time.ts';

export type CalendarFile = MethodOutput<'plan.read-calendar'>;
export type CalendarEvent = CalendarFile['events'][number];
export type Becomes = 'freeze' | 'window' | 'nothing';

/** Whole days and everything longer than a day are freezes; what lasts some hours, repeats or says so is a cutover window. */
export function likelyUse(event: CalendarEvent): Becomes {
  if (/freeze|frozen|blackout|holiday|close|embargo/i.test(event.title)) return 'freeze';
  if (event.isAllDay || Date.parse(event.endsAt) - Date.parse(event.startsAt) > 86_400_000) return 'freeze';
  return 'window';
}

/** The form with what was chosen; what stands in it already is not taken twice. */
export function withCalendar(form: LimitsForm, events: readonly CalendarEvent[], chosen: readonly Becomes[]): LimitsForm {
  const freezes = [...form.freezes];
  const windows = [...form.windows];
  for (const [index, event] of events.entries()) {
    if (chosen[index] === 'freeze') {
      const freeze = {
        title: event.title,
        startsAt: toLocalInput(event.startsAt, form.timeZone),
        endsAt: toLocalInput(event.endsAt, form.timeZone),
      };
      if (!freezes.some((known) => known.startsAt === freeze.startsAt && known.endsAt === freeze.endsAt)) freezes.push(freeze);
    }
    if (chosen[index] === 'window') {
      const { title, startsAt, endsAt, timeZone } = event;
      const window = windowForm({ title, startsAt, endsAt, timeZone, machines: null, gib: null, teams: null });
      if (!windows.some((known) => known.startsAt === window.startsAt && known.timeZone === window.timeZone)) windows.push(window);
    }
  }
  return { ...form, freezes, windows };
}
