import type { BoundCertificate } from './bound-certificate.ts';
import type { GroupId, Instant, MachineId, WaveId } from './ids.ts';

/** Machines that must move together, with the reason a person can read. */
export interface MoveGroup {
  readonly id: GroupId;
  readonly title: string;
  readonly machineIds: readonly MachineId[];
  /** `connections`: calls between them; the others speak for themselves. */
  readonly reason: 'application' | 'single' | 'person' | 'connections';
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

/** What one wave can take, and the rules between groups. `null` = no limit. */
export interface WaveLimits {
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
  readonly pins: readonly { readonly groupId: GroupId; readonly waveNumber: number }[];
  readonly onlyReadyMachines: boolean;
}

export const DEFAULT_WAVE_LIMITS: WaveLimits = {
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
  /** Groups that were left out, and why. */
  readonly leftOut: readonly { readonly groupId: GroupId; readonly reason: string }[];
  /** Moves by hand since the plan was made. */
  readonly handMoves: number;
}
