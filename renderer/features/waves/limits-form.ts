import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { WaveLimits } from '../../../shared/domain/wave.ts';
import { isTimeZone, readLocalTime, toLocalInput } from './local-time.ts';

/** The limits as they stand in the fields of the editor: text, so that half-typed values are nobody's limits. */
/** Limits that have no field here and stay as they are. */
type Kept = Pick<
  WaveLimits,
  'windows' | 'lastWindowEndsBy' | 'notBefore' | 'teams' | 'criticalPerWave' | 'vcpuQuota' | 'line' | 'conflicts' | 'dates' | 'locks'
>;

export interface LimitsForm {
  readonly kept: Kept;
  readonly machinesPerWave: string;
  readonly gibPerWave: string;
  readonly pilotMachines: string;
  /** Local time in `timeZone`. */
  readonly firstWindow: string;
  readonly daysBetweenWindows: string;
  readonly windowHours: string;
  readonly timeZone: string;
  readonly onlyReadyMachines: boolean;
  readonly freezes: readonly { readonly title: string; readonly startsAt: string; readonly endsAt: string }[];
  readonly precedences: readonly { readonly before: string; readonly after: string; readonly kind: 'strict' | 'weak' }[];
  readonly pins: readonly { readonly groupId: string; readonly waveNumber: string }[];
}

/** Errors by field; lists have `freezes.2.startsAt`. */
export type FormErrors = Readonly<Record<string, string>>;

export type ReadForm = { readonly ok: true; readonly limits: WaveLimits } | { readonly ok: false; readonly errors: FormErrors };

export function formOf(limits: WaveLimits): LimitsForm {
  const local = (instant: string): string => toLocalInput(instant, limits.timeZone);
  const { windows, lastWindowEndsBy, notBefore, teams, criticalPerWave, vcpuQuota, line, conflicts, dates, locks } = limits;
  return {
    kept: { windows, lastWindowEndsBy, notBefore, teams, criticalPerWave, vcpuQuota, line, conflicts, dates, locks },
    machinesPerWave: numberText(limits.machinesPerWave),
    gibPerWave: numberText(limits.gibPerWave),
    pilotMachines: numberText(limits.pilotMachines),
    firstWindow: limits.firstWindowStartsAt === null ? '' : local(limits.firstWindowStartsAt),
    daysBetweenWindows: String(limits.daysBetweenWindows),
    windowHours: String(limits.windowHours),
    timeZone: limits.timeZone,
    onlyReadyMachines: limits.onlyReadyMachines,
    freezes: limits.freezes.map((freeze) => ({ title: freeze.title, startsAt: local(freeze.startsAt), endsAt: local(freeze.endsAt) })),
    precedences: limits.precedences.map((precedence) => ({ ...precedence })),
    pins: limits.pins.map((pin) => ({ groupId: pin.groupId, waveNumber: String(pin.waveNumber) })),
  };
}

function numberText(value: number | null): string {
  return value === null ? '' : String(value);
}

interface NumberRange {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
}

const MACHINES: NumberRange = { least: 1, most: 100_000, isWhole: true };
const GIB: NumberRange = { least: 0.001, most: 100_000_000, isWhole: false };
const DAYS: NumberRange = { least: 1, most: 366, isWhole: true };
const HOURS: NumberRange = { least: 0.25, most: 168, isWhole: false };
const WAVE: NumberRange = { least: 1, most: 10_000, isWhole: true };

/** The limits that the fields state, or what is wrong with each field. */
export function readForm(form: LimitsForm): ReadForm {
  const errors: Record<string, string> = {};
  const number = (field: string, text: string, range: NumberRange): number | null => {
    const read = readNumber(text, range);
    if (typeof read === 'string') errors[field] = read;
    return typeof read === 'number' ? read : null;
  };
  const needed = (field: string, text: string, range: NumberRange): number => {
    if (text.trim() === '') errors[field] = 'A number is needed here.';
    return number(field, text, range) ?? range.least;
  };
  const moment = (field: string, text: string, isNeeded: boolean): string | null => {
    const read = readMoment(text, form.timeZone);
    if (read.instant !== null) return read.instant;
    if (read.error !== null) errors[field] = read.error;
    else if (isNeeded) errors[field] = 'A date and time is needed here.';
    return null;
  };
  if (!isTimeZone(form.timeZone)) errors['timeZone'] = 'This computer does not know that time zone. Write it like Europe/Berlin.';
  const limits: WaveLimits = {
    ...form.kept,
    machinesPerWave: number('machinesPerWave', form.machinesPerWave, MACHINES),
    gibPerWave: number('gibPerWave', form.gibPerWave, GIB),
    pilotMachines: number('pilotMachines', form.pilotMachines, MACHINES),
    firstWindowStartsAt: moment('firstWindow', form.firstWindow, false),
    daysBetweenWindows: needed('daysBetweenWindows', form.daysBetweenWindows, DAYS),
    windowHours: needed('windowHours', form.windowHours, HOURS),
    timeZone: form.timeZone,
    onlyReadyMachines: form.onlyReadyMachines,
    freezes: form.freezes.map((freeze, index) => {
      const field = `freezes.${index}`;
      if (freeze.title.trim() === '') errors[`${field}.title`] = 'Give the freeze a name.';
      const startsAt = moment(`${field}.startsAt`, freeze.startsAt, true) ?? '';
      const endsAt = moment(`${field}.endsAt`, freeze.endsAt, true) ?? '';
      if (startsAt !== '' && endsAt !== '' && endsAt <= startsAt) errors[`${field}.endsAt`] = 'The end must be after the start.';
      return { title: freeze.title.trim(), startsAt, endsAt };
    }),
    precedences: readPrecedences(form, errors),
    pins: form.pins.map((pin, index) => {
      if (pin.groupId === '') errors[`pins.${index}.groupId`] = 'Choose a group.';
      return { groupId: pin.groupId, waveNumber: needed(`pins.${index}.waveNumber`, pin.waveNumber, WAVE) };
    }),
  };
  return Object.keys(errors).length === 0 ? { ok: true, limits } : { ok: false, errors };
}

function readPrecedences(form: LimitsForm, errors: Record<string, string>): WaveLimits['precedences'] {
  return form.precedences.map((precedence, index) => {
    if (precedence.before === '') errors[`precedences.${index}.before`] = 'Choose a group.';
    if (precedence.after === '') errors[`precedences.${index}.after`] = 'Choose a group.';
    if (precedence.before !== '' && precedence.before === precedence.after)
      errors[`precedences.${index}.after`] = 'A group cannot move before itself.';
    return precedence;
  });
}

/** `null` for an empty field, a sentence for what is not a number in the range. */
function readNumber(text: string, range: NumberRange): number | null | string {
  const trimmed = text.trim().replace(',', '.');
  if (trimmed === '') return null;
  const value = Number(trimmed);
  const words = `a ${range.isWhole ? 'whole ' : ''}number from ${range.least.toLocaleString('en')} to ${range.most.toLocaleString('en')}`;
  if (!/^[\d.]+$/.test(trimmed) || !Number.isFinite(value) || value < range.least || value > range.most) return `Write ${words}.`;
  return range.isWhole && !Number.isInteger(value) ? `Write ${words}.` : value;
}

function readMoment(text: string, timeZone: string): { readonly instant: string | null; readonly error: string | null } {
  const read = readLocalTime(text, timeZone);
  switch (read.kind) {
    case 'instant':
      return { instant: read.instant, error: null };
    case 'empty':
      return { instant: null, error: null };
    case 'not-a-time':
      return { instant: null, error: 'This is not a date and time.' };
    case 'gap':
      return { instant: null, error: `Clocks are put forward then: this time does not exist. The next is ${read.next.replace('T', ' ')}.` };
    case 'twice':
      return { instant: null, error: 'Clocks are put back then: this time happens twice. Choose one outside that hour.' };
    default:
      return assertNever(read);
  }
}
