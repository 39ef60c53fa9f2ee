interface RowStep {
  readonly key: string;
  /** -1: no row is chosen yet. */
  readonly current: number;
  readonly count: number;
  /** Rows in sight. */
  readonly page: number;
}

/** The row that a key leads to; `null`: the key means nothing here. */
export function nextRow({ key, current, count, page }: RowStep): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, current + 1);
    case 'ArrowUp':
      return Math.max(0, current - 1);
    case 'PageDown':
      return Math.min(count - 1, Math.max(0, current) + page);
    case 'PageUp':
      return Math.max(0, current - page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
