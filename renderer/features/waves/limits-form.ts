import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { WaveLimits } from '../../../shared/domain/wave.ts';
import { isTimeZone, readLocalTime, toLocalInput } from './local-time.ts';

/** The limits as they stand in the fields of the editor: text, so that half-typed values are nobody's limits. */
/** Limits that have no field here and stay as they are. */
type Kept = Pick<WaveLimits, 'locks'>;

export interface LimitsForm {
  readonly kept: Kept;
  readonly objective: WaveLimits['objective'];
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
  readonly pins: readonly { readonly groupId: string; readonly waveNumber: string; readonly startsAt?: string | undefined }[];
  readonly teams: string;
  readonly criticalPerWave: string;
  readonly vcpuQuota: string;
  /** Empty: the line is no limit. */
  readonly lineMbps: string;
  readonly lineStart: string;
  readonly growth: string;
  readonly churn: string;
  readonly lastWindow: string;
  readonly notBefore: string;
  /** Times are local ones of the window's own zone. */
  readonly windows: readonly WindowForm[];
  readonly conflicts: readonly { readonly a: string; readonly b: string }[];
  readonly dates: readonly { readonly groupId: string; readonly notBefore: string; readonly notAfter: string }[];
}

export interface WindowForm {
  readonly title: string;
  readonly startsAt: string;
  readonly hours: string;
  readonly timeZone: string;
  readonly machines: string;
  readonly gib: string;
  readonly teams: string;
}

/** Errors by field; lists have `freezes.2.startsAt`. */
export type FormErrors = Readonly<Record<string, string>>;

export type ReadForm = { readonly ok: true; readonly limits: WaveLimits } | { readonly ok: false; readonly errors: FormErrors };

export function formOf(limits: WaveLimits): LimitsForm {
  const local = (instant: string | null): string => (instant === null ? '' : toLocalInput(instant, limits.timeZone));
  const { line } = limits;
  return {
    kept: { locks: limits.locks },
    objective: limits.objective,
    notBefore: local(limits.notBefore),
    machinesPerWave: numberText(limits.machinesPerWave),
    gibPerWave: numberText(limits.gibPerWave),
    pilotMachines: numberText(limits.pilotMachines),
    teams: numberText(limits.teams),
    criticalPerWave: numberText(limits.criticalPerWave),
    vcpuQuota: numberText(limits.vcpuQuota),
    lineMbps: numberText(line?.mbps ?? null),
    lineStart: local(line?.startsAt ?? null),
    growth: line === null || line.growthPercentPerYear === 0 ? '' : String(line.growthPercentPerYear),
    churn: numberText(line?.churnGiBPerDay ?? null),
    firstWindow: local(limits.firstWindowStartsAt),
    lastWindow: local(limits.lastWindowEndsBy),
    daysBetweenWindows: String(limits.daysBetweenWindows),
    windowHours: String(limits.windowHours),
    timeZone: limits.timeZone,
    onlyReadyMachines: limits.onlyReadyMachines,
    windows: limits.windows.map(windowForm),
    freezes: limits.freezes.map((freeze) => ({ title: freeze.title, startsAt: local(freeze.startsAt), endsAt: local(freeze.endsAt) })),
    precedences: limits.precedences.map((precedence) => ({ ...precedence })),
    conflicts: limits.conflicts.map((conflict) => ({ ...conflict })),
    dates: limits.dates.map(({ groupId, notBefore, notAfter }) => ({ groupId, notBefore: local(notBefore), notAfter: local(notAfter) })),
    pins: limits.pins.map((pin) => ({ ...pin, waveNumber: String(pin.waveNumber) })),
  };
}

const HOUR_MS = 3_600_000;

export function windowForm(window: WaveLimits['windows'][number]): WindowForm {
  const hours = (Date.parse(window.endsAt) - Date.parse(window.startsAt)) / HOUR_MS;
  return {
    title: window.title,
    startsAt: toLocalInput(window.startsAt, window.timeZone),
    hours: String(Math.round(hours * 100) / 100),
    timeZone: window.timeZone,
    machines: numberText(window.machines),
    gib: numberText(window.gib),
    teams: numberText(window.teams),
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
const TEAMS: NumberRange = { least: 1, most: 1000, isWhole: true };
const VCPU: NumberRange = { least: 1, most: 10_000_000, isWhole: true };
const MBPS: NumberRange = { least: 0.1, most: 1_000_000, isWhole: false };
const GROWTH: NumberRange = { least: 0, most: 1000, isWhole: false };
const CHURN: NumberRange = { least: 0, most: 10_000_000, isWhole: false };
const WAVE: NumberRange = { least: 1, most: 10_000, isWhole: true };

/** Reads the fields of one form and remembers what is wrong with which. */
interface FieldReader {
  readonly errors: Record<string, string>;
  readonly number: (field: string, text: string, range: NumberRange) => number | null;
  readonly needed: (field: string, text: string, range: NumberRange) => number;
  readonly moment: (field: string, text: string, timeZone: string) => string | null;
  /** The empty text where it is missing or wrong; what is wrong stands among the errors then. */
  readonly neededMoment: (field: string, text: string, timeZone: string) => string;
}

function createFieldReader(): FieldReader {
  const errors: Record<string, string> = {};
  const number: FieldReader['number'] = (field, text, range) => {
    const read = readNumber(text, range);
    if (typeof read === 'string') errors[field] = read;
    return typeof read === 'number' ? read : null;
  };
  const moment: FieldReader['moment'] = (field, text, timeZone) => {
    const read = readMoment(text, timeZone);
    if (read.error !== null) errors[field] = read.error;
    return read.instant;
  };
  return {
    errors,
    number,
    moment,
    needed(field, text, range) {
      if (text.trim() === '') errors[field] = 'A number is needed here.';
      return number(field, text, range) ?? range.least;
    },
    neededMoment(field, text, timeZone) {
      const read = moment(field, text, timeZone);
      if (read === null && errors[field] === undefined) errors[field] = 'A date and time is needed here.';
      return read ?? '';
    },
  };
}

/** The limits that the fields state, or what is wrong with each field. */
export function readForm(form: LimitsForm): ReadForm {
  const reader = createFieldReader();
  const { errors, number, needed, moment } = reader;
  if (!isTimeZone(form.timeZone)) errors['timeZone'] = 'This computer does not know that time zone. Write it like Europe/Berlin.';
  const limits: WaveLimits = {
    ...form.kept,
    objective: form.objective,
    machinesPerWave: number('machinesPerWave', form.machinesPerWave, MACHINES),
    gibPerWave: number('gibPerWave', form.gibPerWave, GIB),
    pilotMachines: number('pilotMachines', form.pilotMachines, MACHINES),
    teams: number('teams', form.teams, TEAMS),
    criticalPerWave: number('criticalPerWave', form.criticalPerWave, MACHINES),
    vcpuQuota: number('vcpuQuota', form.vcpuQuota, VCPU),
    line: readLine(form, reader),
    firstWindowStartsAt: moment('firstWindow', form.firstWindow, form.timeZone),
    notBefore: moment('notBefore', form.notBefore, form.timeZone),
    lastWindowEndsBy: moment('lastWindow', form.lastWindow, form.timeZone),
    daysBetweenWindows: needed('daysBetweenWindows', form.daysBetweenWindows, DAYS),
    windowHours: needed('windowHours', form.windowHours, HOURS),
    timeZone: form.timeZone,
    onlyReadyMachines: form.onlyReadyMachines,
    windows: form.windows.map((window, index) => readWindow(window, `windows.${index}`, reader)),
    freezes: readFreezes(form, reader),
    precedences: readPrecedences(form, errors),
    conflicts: readConflicts(form, errors),
    dates: readDates(form, reader),
    pins: form.pins.map((pin, index) => {
      if (pin.groupId === '') errors[`pins.${index}.groupId`] = 'Choose a group.';
      const { groupId, startsAt } = pin;
      const waveNumber = needed(`pins.${index}.waveNumber`, pin.waveNumber, WAVE);
      return startsAt === undefined ? { groupId, waveNumber } : { groupId, waveNumber, startsAt };
    }),
  };
  return Object.keys(errors).length === 0 ? { ok: true, limits } : { ok: false, errors };
}

function readLine(form: LimitsForm, { number, moment }: FieldReader): WaveLimits['line'] {
  const mbps = number('lineMbps', form.lineMbps, MBPS);
  const startsAt = moment('lineStart', form.lineStart, form.timeZone);
  const growthPercentPerYear = number('growth', form.growth, GROWTH) ?? 0;
  const churnGiBPerDay = number('churn', form.churn, CHURN);
  return mbps === null ? null : { mbps, startsAt, growthPercentPerYear, churnGiBPerDay };
}

function readWindow(
  window: WindowForm,
  field: string,
  { errors, number, needed, neededMoment }: FieldReader,
): WaveLimits['windows'][number] {
  if (window.title.trim() === '') errors[`${field}.title`] = 'Give the window a name.';
  if (!isTimeZone(window.timeZone)) errors[`${field}.timeZone`] = 'This computer does not know that time zone.';
  const startsAt = neededMoment(`${field}.startsAt`, window.startsAt, window.timeZone);
  const hours = needed(`${field}.hours`, window.hours, HOURS);
  return {
    title: window.title.trim(),
    startsAt,
    endsAt: startsAt === '' ? '' : new Date(Date.parse(startsAt) + Math.round(hours * 60) * 60_000).toISOString(),
    timeZone: window.timeZone,
    machines: number(`${field}.machines`, window.machines, MACHINES),
    gib: number(`${field}.gib`, window.gib, GIB),
    teams: number(`${field}.teams`, window.teams, TEAMS),
  };
}

function readFreezes(form: LimitsForm, { errors, neededMoment }: FieldReader): WaveLimits['freezes'] {
  return form.freezes.map((freeze, index) => {
    const field = `freezes.${index}`;
    if (freeze.title.trim() === '') errors[`${field}.title`] = 'Give the freeze a name.';
    const startsAt = neededMoment(`${field}.startsAt`, freeze.startsAt, form.timeZone);
    const endsAt = neededMoment(`${field}.endsAt`, freeze.endsAt, form.timeZone);
    if (startsAt !== '' && endsAt !== '' && endsAt <= startsAt) errors[`${field}.endsAt`] = 'The end must be after the start.';
    return { title: freeze.title.trim(), startsAt, endsAt };
  });
}

function readConflicts(form: LimitsForm, errors: Record<string, string>): WaveLimits['conflicts'] {
  return form.conflicts.map((conflict, index) => {
    if (conflict.a === '') errors[`conflicts.${index}.a`] = 'Choose a group.';
    if (conflict.b === '') errors[`conflicts.${index}.b`] = 'Choose a group.';
    if (conflict.a !== '' && conflict.a === conflict.b) errors[`conflicts.${index}.b`] = 'A group cannot be kept apart from itself.';
    return conflict;
  });
}

function readDates(form: LimitsForm, { errors, moment }: FieldReader): WaveLimits['dates'] {
  return form.dates.map((date, index) => {
    const field = `dates.${index}`;
    if (date.groupId === '') errors[`${field}.groupId`] = 'Choose a group.';
    const notBefore = moment(`${field}.notBefore`, date.notBefore, form.timeZone);
    const notAfter = moment(`${field}.notAfter`, date.notAfter, form.timeZone);
    if (notBefore !== null && notAfter !== null && notAfter <= notBefore) errors[`${field}.notAfter`] = 'The end must be after the start.';
    return { groupId: date.groupId, notBefore, notAfter };
  });
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
