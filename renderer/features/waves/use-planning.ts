import { useCallback } from 'react';

import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { WaveLimits } from '../../../shared/domain/wave.ts';
import { useApp, useAppState } from '../../store/app-context.tsx';
import { useScreenMemory } from '../../store/screen-memory.ts';
import type { TaskView } from '../../store/state.ts';
import { wavesText } from '../../text/waves.ts';
import type { Standing } from './course.ts';

type Made = MethodOutput<'plan.make'>;
export type Contradiction = Extract<Made, { status: 'contradiction' }>['rules'];
export type Proposal = Extract<Made, { status: 'proposed' }>['proposal'];

interface PlanningState {
  readonly taskId: string | null;
  readonly contradiction: Contradiction | null;
  readonly proposal: Proposal | null;
  /** The limits that contradicted each other; other limits make the finding old. */
  readonly limits: WaveLimits | null;
  /** How the last plan came about; shown with the explanation. */
  readonly course: readonly Standing[];
}

export interface Planning {
  readonly isRunning: boolean;
  /** `null` until the first progress arrives. */
  readonly task: TaskView | null;
  readonly contradiction: Contradiction | null;
  readonly proposal: Proposal | null;
  readonly course: readonly Standing[];
  readonly plan: () => void;
  readonly stop: () => void;
  readonly adopt: (variant: Proposal['variants'][number]['id']) => void;
  /** Takes a proposed change of the limits and plans again. */
  readonly relax: (limits: NonNullable<NonNullable<Contradiction[number]['relaxation']>['limits']>) => void;
  readonly forgetContradiction: () => void;
  readonly forgetProposal: () => void;
}

const IDLE: PlanningState = { taskId: null, contradiction: null, proposal: null, limits: null, course: [] };
/** The solver ends by itself when it has proven its plan; until then a person may watch it, or stop it. */
const TIME_LIMIT_MS = 20_000;

/** Makes a plan in the background; goes on while another screen is shown. */
export function usePlanning(): Planning {
  const app = useApp();
  const [state, setState] = useScreenMemory('waves.planning', IDLE);
  const waveLimits = useAppState((all) => all.snapshot?.waveLimits ?? null);
  const task = useAppState((all) => all.tasks.find((candidate) => candidate.taskId === state.taskId) ?? null);

  const tellAdopted = useCallback(
    (plan: { readonly waves: readonly unknown[]; readonly lowerBoundReason: string }) =>
      app.notify({
        tone: 'success',
        title: wavesText.adopted(plan.waves.length),
        text: plan.lowerBoundReason,
        action: { label: wavesText.showInJournal, screen: 'journal', target: null },
      }),
    [app],
  );

  const plan = useCallback(async () => {
    const taskId = app.newId();
    setState({ ...IDLE, taskId });
    const made = await app.client.call('plan.make', { taskId, adopt: 'ask', timeLimitMs: TIME_LIMIT_MS });
    if (!made.ok) {
      setState(IDLE);
      if (made.failure.code === 'cancelled') app.notify({ tone: 'info', title: wavesText.stopped });
      else app.notifyFailure(made.failure, wavesText.planFailed);
      return;
    }
    const limits = app.store.getState().snapshot?.waveLimits ?? null;
    if (made.value.status !== 'adopted') app.toggleDetails(true);
    if (made.value.status === 'contradiction') setState({ ...IDLE, contradiction: made.value.rules, limits });
    else if (made.value.status === 'proposed') setState({ ...IDLE, proposal: made.value.proposal, limits, course: made.value.course });
    else {
      setState({ ...IDLE, course: made.value.course });
      tellAdopted(made.value.plan);
    }
    if (made.value.status !== 'contradiction' && made.value.wasStopped) app.notify({ tone: 'info', title: wavesText.stoppedWithPlan });
  }, [app, setState, tellAdopted]);

  const { taskId, proposal } = state;
  const isOfToday = state.limits === waveLimits;
  return {
    isRunning: taskId !== null,
    task,
    contradiction: isOfToday ? state.contradiction : null,
    proposal: isOfToday ? proposal : null,
    course: state.course,
    plan: useCallback(() => void plan(), [plan]),
    stop: useCallback(() => {
      if (taskId !== null) void app.ask('task.cancel', { taskId }, wavesText.stopFailed);
    }, [app, taskId]),
    adopt: useCallback(
      (variant) => {
        if (proposal === null) return;
        void app.ask('plan.adopt', { proposalId: proposal.proposalId, variant }, wavesText.proposal.failed).then((adopted) => {
          setState((known) => ({ ...IDLE, course: known.course }));
          if (adopted !== null) tellAdopted(adopted);
        });
      },
      [app, proposal, setState, tellAdopted],
    ),
    relax: useCallback(
      (limits) => {
        void app.ask('plan.set-limits', { limits }, wavesText.contradiction.failed).then((set) => {
          if (set !== null) void plan();
        });
      },
      [app, plan],
    ),
    forgetContradiction: useCallback(() => setState((known) => ({ ...known, contradiction: null })), [setState]),
    forgetProposal: useCallback(() => setState((known) => ({ ...known, proposal: null })), [setState]),
  };
}
