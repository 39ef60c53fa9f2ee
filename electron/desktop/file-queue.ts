export interface FileQueue {
  readonly add: (file: string) => void;
  /** From now on files go to `open`, beginning with the one that waits. */
  readonly openWith: (open: (file: string) => void) => void;
}

/** Files to open may come before there is a window; of those the last one counts, because one engagement is open at a time. */
export function createFileQueue(first: string | null): FileQueue {
  let waiting = first;
  let open: ((file: string) => void) | null = null;
  return {
    add(file) {
      if (open === null) waiting = file;
      else open(file);
    },
    openWith(opener) {
      open = opener;
      if (waiting !== null) opener(waiting);
      waiting = null;
    },
  };
}
