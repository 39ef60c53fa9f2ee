import type { EventPayload } from '../../shared/contract/events.ts';
import type { EventHub } from '../host/handlers.ts';

type Kind = EventPayload<'task.finished'>['kind'];

/** What the desktop shows of long work while the window may be hidden. */
export interface WorkSignals {
  /** On the window's icon: 0..1, `null` = running but unknown how far, `undefined` = nothing is running. */
  readonly showProgress: (done: number | null | undefined) => void;
  /** The computer must not fall asleep while something is running. */
  readonly keepAwake: (isOn: boolean) => void;
  /** The end of something, for a person who looks elsewhere. */
  readonly tell: (title: string) => void;
}

export interface RunningWork {
  /** What is running now, in words for a sentence: "an import, a plan". Empty when nothing is. */
  readonly describe: () => string;
}

const WORDS: Readonly<Record<Kind, { readonly what: string; readonly done: string; readonly failed: string }>> = {
  import: { what: 'an import', done: 'The file was read', failed: 'The file was not read' },
  plan: { what: 'the planning of waves', done: 'The waves are planned', failed: 'The waves were not planned' },
  report: { what: 'the writing of a report', done: 'The report is written', failed: 'The report was not written' },
  verify: { what: 'the check of the journal', done: 'The journal was checked', failed: 'The journal was not checked' },
  azure: { what: 'reading the vault', done: 'The vault was read', failed: 'The vault was not read' },
};

/** Follows the events of tasks. Runs as long as the app does. */
export function watchRunningWork(hub: EventHub, signals: WorkSignals): RunningWork {
  const running = new Map<string, { readonly kind: Kind; readonly done: number | null }>();

  function show(): void {
    const all = [...running.values()];
    // Several at once: the one that is least far, so that the bar never says more than is true.
    const known = all.map((task) => task.done).filter((done) => done !== null);
    const least = known.length === all.length ? Math.min(...known) : null;
    signals.showProgress(all.length === 0 ? undefined : least);
  }

  hub.subscribe((event) => {
    if (event.name === 'task.progress') {
      if (running.size === 0) signals.keepAwake(true);
      running.set(event.payload.taskId, { kind: event.payload.kind, done: event.payload.done });
      show();
    } else if (event.name === 'task.finished') {
      const wasRunning = running.delete(event.payload.taskId);
      if (wasRunning && running.size === 0) signals.keepAwake(false);
      show();
      const words = WORDS[event.payload.kind];
      signals.tell(event.payload.isOk ? words.done : words.failed);
    }
  });

  return { describe: () => [...new Set([...running.values()].map((task) => WORDS[task.kind].what))].join(', ') };
}
