import type { AzureStatus } from '../../shared/contract/azure-shapes.ts';
import type { EventPayload } from '../../shared/contract/events.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { MethodOutput } from '../../shared/contract/methods.ts';
import type { MachineRow, Snapshot } from '../../shared/contract/shapes.ts';
import { historyAt, START, type RouteHistory } from './route.ts';

export type AppInfo = MethodOutput<'app.info'>;
export type TaskKind = EventPayload<'task.progress'>['kind'];

/** Whether the window has what it needs. `failed` keeps the last known state on the screen and says what is wrong. */
export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Machine rows arrive in pages; until all are there the grid says how many are. */
export type MachinesLoad = { readonly kind: 'loading'; readonly loaded: number; readonly total: number } | { readonly kind: 'complete' };

export interface TaskView {
  readonly taskId: string;
  readonly kind: TaskKind;
  /** `null` = unknown, not zero. */
  readonly done: number | null;
  readonly step: string;
  readonly detail: string;
  readonly startedAt: number;
  /** How plan and bound came closer, while planning. */
  readonly course?: readonly NonNullable<EventPayload<'task.progress'>['plan']>[];
}

/** A result somebody waited for: shown as a toast and kept in the list of notifications. */
export interface Notice {
  readonly id: string;
  readonly tone: 'success' | 'info' | 'warning' | 'error';
  readonly title: string;
  readonly text: string | null;
  /** What "Copy details" copies; failures only. */
  readonly details: string | null;
  readonly action: { readonly label: string; readonly screen: string; readonly target: string | null } | null;
  readonly at: number;
  readonly isRead: boolean;
}

export interface AppState {
  readonly info: AppInfo | null;
  readonly snapshot: Snapshot | null;
  /** Sign-in and reading on this computer; `null` until the host said so. */
  readonly azure: AzureStatus | null;
  readonly machines: readonly MachineRow[];
  readonly machinesById: ReadonlyMap<string, MachineRow>;
  readonly machinesLoad: MachinesLoad;
  readonly connection: Connection;
  readonly history: RouteHistory;
  /** Machines chosen in the inventory; the status bar adds them up. */
  readonly selectedMachineIds: readonly string[];
  readonly isDetailsOpen: boolean;
  readonly tasks: readonly TaskView[];
  readonly notices: readonly Notice[];
  /** Result of the last journal check in this session. */
  readonly verification: MethodOutput<'journal.verify'> | null;
  /** Which overlay is open; at most one, Esc closes it. */
  readonly overlay: Overlay;
}

export type Overlay =
  | { readonly kind: 'none' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'find' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'tour' }
  | { readonly kind: 'new-engagement' }
  | { readonly kind: 'open-engagement' }
  /**
   * `file` is what was dropped or picked, `alsoFiles` what came with it; without one the panel asks for it. `awaitsEngagement`: it stays while the engagement
   * that the file goes into is being opened; opening closes every other overlay.
   */
  | { readonly kind: 'import'; readonly file: File | null; readonly alsoFiles?: readonly File[]; readonly awaitsEngagement?: boolean };

export const NO_OVERLAY: Overlay = { kind: 'none' };

export const initialState: AppState = {
  info: null,
  snapshot: null,
  azure: null,
  machines: [],
  machinesById: new Map(),
  machinesLoad: { kind: 'complete' },
  connection: { kind: 'connecting' },
  history: historyAt(START),
  selectedMachineIds: [],
  isDetailsOpen: true,
  tasks: [],
  notices: [],
  verification: null,
  overlay: NO_OVERLAY,
};
