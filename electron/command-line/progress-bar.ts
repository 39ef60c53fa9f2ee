import type { AnyEvent } from '../../shared/contract/events.ts';

const BAR_CELLS = 24;
const CLEAR_LINE = '\r\u001b[K';

/** One line on a terminal that shows how far the running task is and disappears when it is done. */
export interface ProgressBar {
  readonly show: (event: AnyEvent) => void;
  readonly clear: () => void;
}

export function createProgressBar(write: (text: string) => void, columns: () => number): ProgressBar {
  let isShown = false;
  const clear = (): void => {
    if (isShown) write(CLEAR_LINE);
    isShown = false;
  };
  return {
    clear,
    show(event) {
      if (event.name === 'task.finished') clear();
      if (event.name !== 'task.progress') return;
      write(`${CLEAR_LINE}${lineOf(event.payload).slice(0, Math.max(20, columns() - 1))}`);
      isShown = true;
    },
  };
}

function lineOf({ done, step, detail }: { readonly done: number | null; readonly step: string; readonly detail: string }): string {
  const words = detail === '' ? step : `${step} · ${detail}`;
  if (done === null) return `… ${words}`;
  const full = Math.round(done * BAR_CELLS);
  return `[${'#'.repeat(full)}${'-'.repeat(BAR_CELLS - full)}] ${String(Math.round(done * 100)).padStart(3)} % ${words}`;
}
