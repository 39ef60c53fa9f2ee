import type { BoundCertificate } from './bound-certificate.ts';
import type { GroupId, Instant, MachineId, WaveId } from './ids.ts';

/** Machines that must move together, with the reason a person can read. */
export interface MoveGroup {
  readonly id: GroupId;
  readonly title: string;
  readonly machineIds: readonly MachineId[];
  /** `connections`: calls between them; the others speak for themselves. */
  readonly reason: 'application' | 'cluster' | 'single' | 'person' | 'connections';
}

/** A cutover window. Times are instants; the zone says how people on site read them. */
export interface Window {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly timeZone: string;
  readonly isFrozen: boolean;
}

/** A window that is written out in the calendar. A capacity of `null` is that of every wave. */
export interface CalendarWindow {
  readonly title: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly timeZone: string;
  readonly machines: number | null;
  readonly gib: number | null;
  readonly teams: number | null;
}

/** A wave that stays as it is: its groups stay, and no other joins. Known by its window, because numbers change. */
export interface WaveLock {
  readonly startsAt: Instant;
  readonly groupIds: readonly GroupId[];
  /** `done`: a person said that it has moved. Nothing is planned into its window or before it any more. */
  readonly why: 'person' | 'done';
}

/** What the line carries before the windows. */
export interface LineLimit {
  readonly mbps: number;
  /** From then on data are copied. `null`: four weeks before the first window. */
  readonly startsAt: Instant | null;
  /** By how much the data to be copied grow in a year. */
  readonly growthPercentPerYear: number;
  /** What changes in a day on everything that replicates. `null`: as the machines say. */
  readonly churnGiBPerDay: number | null;
}

/** What a plan is to be best at. */
export type PlanObjective = 'fewest-waves' | 'earliest-finish';

/** What one wave can take, and the rules between groups. `null` = no limit. */
export interface WaveLimits {
  readonly objective: PlanObjective;
  readonly machinesPerWave: number | null;
  /** GiB that can cross the line before one window. */
  readonly gibPerWave: number | null;
  /** The first wave carries at most this many machines, so that the first night teaches and does not hurt. */
  readonly pilotMachines: number | null;
  readonly firstWindowStartsAt: Instant | null;
  readonly daysBetweenWindows: number;
  readonly windowHours: number;
  readonly timeZone: string;
  readonly freezes: readonly { readonly title: string; readonly startsAt: Instant; readonly endsAt: Instant }[];
  readonly precedences: readonly { readonly before: GroupId; readonly after: GroupId; readonly kind: 'strict' | 'weak' }[];
  /** By the window where it is known, else by the number of the wave. */
  readonly pins: readonly { readonly groupId: GroupId; readonly waveNumber: number; readonly startsAt?: Instant | undefined }[];
  readonly onlyReadyMachines: boolean;
  /** The calendar where it is written out. Empty: a window every `daysBetweenWindows`. */
  readonly windows: readonly CalendarWindow[];
  /** No window may end later. */
  readonly lastWindowEndsBy: Instant | null;
  /** No window before this is open to groups that are not locked there, for a program that is under way. */
  readonly notBefore: Instant | null;
  /** Teams that cut machines over side by side, one machine after another each. */
  readonly teams: number | null;
  readonly criticalPerWave: number | null;
  /** vCPU that the target may hold in all. */
  readonly vcpuQuota: number | null;
  readonly line: LineLimit | null;
  /** Groups that must not share a wave. */
  readonly conflicts: readonly { readonly a: GroupId; readonly b: GroupId }[];
  readonly dates: readonly { readonly groupId: GroupId; readonly notBefore: Instant | null; readonly notAfter: Instant | null }[];
  readonly locks: readonly WaveLock[];
}

export const DEFAULT_WAVE_LIMITS: WaveLimits = {
  objective: 'fewest-waves',
  machinesPerWave: 25,
  gibPerWave: null,
  pilotMachines: 5,
  firstWindowStartsAt: null,
  daysBetweenWindows: 7,
  windowHours: 8,
  timeZone: 'UTC',
  freezes: [],
  precedences: [],
  pins: [],
  onlyReadyMachines: false,
  windows: [],
  lastWindowEndsBy: null,
  notBefore: null,
  teams: null,
  criticalPerWave: null,
  vcpuQuota: null,
  line: null,
  conflicts: [],
  dates: [],
  locks: [],
};

export interface Wave {
  readonly id: WaveId;
  readonly number: number;
  readonly title: string;
  readonly window: Window | null;
  readonly groupIds: readonly GroupId[];
}

/** The plan in force. Groups are stored with it, so that a plan stays readable when the inventory changes. */
export interface WavePlan {
  readonly id: string;
  readonly adoptedAt: Instant;
  readonly adoptedBy: string;
  readonly groups: readonly MoveGroup[];
  readonly waves: readonly Wave[];
  readonly limits: WaveLimits;
  /** Fewest waves that any plan under these limits needs, as proven when the plan was made. */
  readonly lowerBound: number;
  readonly lowerBoundReason: string;
  /** What the checker needs to confirm the bound again; `null` when the entry holds none. */
  readonly boundCertificate: BoundCertificate | null;
  /** Of the problem that the bound was proven for. With any other key it has to be looked at anew; `null` in older files. */
  readonly problemKey: string | null;
  /** Groups that were left out, and why. */
  readonly leftOut: readonly { readonly groupId: GroupId; readonly reason: string }[];
  /** Moves by hand since the plan was made. */
  readonly handMoves: number;
}
