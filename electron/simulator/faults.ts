import type { Estate } from './estate.ts';
import type { JobFault } from './start-job.ts';

/** Something that goes wrong at chosen requests, so many times. */
export interface Fault {
  readonly when: {
    readonly method?: string;
    /** Part of the path, compared without case. */
    readonly path?: string;
    /** How the path ends, compared without case: a list and not what is below it. */
    readonly pathEnd?: string;
    /** Passes over so many matching requests first. */
    readonly after?: number;
  };
  readonly times?: number;
  readonly does: FaultAct;
}

export type FaultAct =
  /** The connection breaks before the service sees the request. */
  | { readonly kind: 'reset-before' }
  /** The service does what it was asked, and its answer is lost. */
  | { readonly kind: 'reset-after' }
  | { readonly kind: 'no-answer'; readonly isAccepted: boolean; readonly afterMs: number }
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
      readonly contentType?: string;
      readonly isAccepted?: boolean;
    }
  | { readonly kind: 'drop-headers'; readonly names: readonly string[] }
  | { readonly kind: 'job'; readonly fault: JobFault }
  /** The job cannot be read for the first milliseconds. */
  | { readonly kind: 'job-hidden'; readonly milliseconds: number }
  /** Somebody else does something to the estate just before the request is served. */
  | { readonly kind: 'meanwhile'; readonly act: (estate: Estate) => void }
  /** Changes the answer on its way out. */
  | { readonly kind: 'rewrite'; readonly change: (body: Record<string, unknown>) => unknown };

export interface FaultList {
  readonly add: (fault: Fault) => void;
  readonly clear: () => void;
  /** The fault that strikes this request, if any; counts it. */
  readonly strike: (method: string, path: string) => FaultAct | null;
}

export function createFaultList(): FaultList {
  const faults: { readonly fault: Fault; seen: number; struck: number }[] = [];
  return {
    add: (fault) => void faults.push({ fault, seen: 0, struck: 0 }),
    clear: () => void faults.splice(0),
    strike(method, path) {
      for (const entry of faults) {
        const { when, times = 1, does } = entry.fault;
        if (when.method !== undefined && when.method !== method) continue;
        if (when.path !== undefined && !path.toLowerCase().includes(when.path.toLowerCase())) continue;
        if (when.pathEnd !== undefined && !path.toLowerCase().endsWith(when.pathEnd.toLowerCase())) continue;
        entry.seen += 1;
        if (entry.seen <= (when.after ?? 0) || entry.struck >= times) continue;
        entry.struck += 1;
        return does;
      }
      return null;
    },
  };
}
