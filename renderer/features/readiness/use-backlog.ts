import { useCallback, useEffect, useRef, useState } from 'react';

import type { MethodInput, MethodOutput } from '../../../shared/contract/methods.ts';
import type { TaskView } from '../../../shared/contract/methods/readiness-methods.ts';
import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { backlogText } from '../../text/backlog.ts';

export type BacklogFilter = NonNullable<MethodInput<'backlog.change'>['filter']>;
export type BacklogPage = MethodOutput<'backlog.list'>;

const PAGE = 500;

export interface Backlog {
  /** `null` until the first page is there. */
  readonly tasks: readonly TaskView[] | null;
  readonly total: number;
  readonly counts: BacklogPage['counts'];
  readonly loadMore: () => void;
}

const NO_COUNTS: BacklogPage['counts'] = { open: 0, 'in-progress': 0, fixed: 0, accepted: 0 };

/** Tasks that the filter finds, page by page; read again whenever the engagement changes. Nothing is read while not shown. */
export function useBacklog(filter: BacklogFilter, isShown: boolean): Backlog {
  const app = useApp();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const [page, setPage] = useState<BacklogPage | null>(null);
  const run = useRef(0);
  const isLoading = useRef(false);
  const key = JSON.stringify(filter);
  const shown = page?.tasks.length ?? 0;
  const shownRef = useRef(shown);
  shownRef.current = shown;

  useEffect(() => {
    if (!isShown) return;
    run.current += 1;
    const own = run.current;
    isLoading.current = false;
    // As many as were shown, so that a change does not throw the list back to its beginning.
    const limit = Math.min(2000, Math.max(PAGE, shownRef.current));
    void app.ask('backlog.list', { ...(JSON.parse(key) as BacklogFilter), limit }, backlogText.readFailed).then((answer) => {
      if (own === run.current && answer !== null) setPage(answer);
    });
    // A new `seq` means that tasks may have changed.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [app, key, seq, isShown]);

  const total = page?.total ?? 0;
  const loadMore = useCallback(() => {
    if (isLoading.current || shown === 0 || shown >= total) return;
    isLoading.current = true;
    const own = run.current;
    const input = { ...(JSON.parse(key) as BacklogFilter), offset: shown, limit: PAGE };
    void app.ask('backlog.list', input, backlogText.readFailed).then((answer) => {
      if (own !== run.current) return;
      isLoading.current = false;
      if (answer !== null) setPage((known) => (known === null ? answer : { ...answer, tasks: [...known.tasks, ...answer.tasks] }));
    });
  }, [app, key, shown, total]);

  return { tasks: page?.tasks ?? null, total, counts: page?.counts ?? NO_COUNTS, loadMore };
}

/** Every task that a filter finds, for the export; `null` when reading failed, which was told then. */
export async function readWholeBacklog(app: ReturnType<typeof useApp>, filter: BacklogFilter): Promise<TaskView[] | null> {
  const tasks: TaskView[] = [];
  for (;;) {
    // Page after page: one message with all of them would be too large.
    // oxlint-disable-next-line no-await-in-loop
    const page = await app.ask('backlog.list', { ...filter, offset: tasks.length, limit: 2000 }, backlogText.readFailed);
    if (page === null) return null;
    tasks.push(...page.tasks);
    if (page.tasks.length === 0 || tasks.length >= page.total) return tasks;
  }
}
