import { useCallback } from 'react';

import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { WaveLimits } from '../../../shared/domain/wave.ts';
import { useApp, useAppState } from '../../store/app-context.tsx';
import { useScreenMemory } from '../../store/screen-memory.ts';
import type { TaskView } from '../../store/state.ts';
import { wavesText } from '../../text/waves.ts';

export type Contradiction = Extract<MethodOutput<'plan.make'>, { status: 'contradiction' }>['rules'];

interface PlanningState {
  readonly taskId: string | null;
  readonly contradiction: Contradiction | null;
  /** The limits that contradicted each other; other limits make the finding old. */
  readonly limits: WaveLimits | null;
}

export interface Planning {
  readonly isRunning: boolean;
  /** `null` until the first progress arrives. */
  readonly task: TaskView | null;
  readonly contradiction: Contradiction | null;
  readonly plan: () => void;
  readonly stop: () => void;
  readonly forgetContradiction: () => void;
}

const IDLE: PlanningState = { taskId: null, contradiction: null, limits: null };

/** Makes a plan in the background; goes on while another screen is shown. */
export function usePlanning(): Planning {
  const app = useApp();
  const [state, setState] = useScreenMemory('waves.planning', IDLE);
  const waveLimits = useAppState((all) => all.snapshot?.waveLimits ?? null);
  const task = useAppState((all) => all.tasks.find((candidate) => candidate.taskId === state.taskId) ?? null);

  const plan = useCallback(async () => {
    const taskId = app.newId();
    setState({ ...IDLE, taskId });
    const made = await app.client.call('plan.make', { taskId });
    if (!made.ok) {
      setState(IDLE);
      if (made.failure.code === 'cancelled') app.notify({ tone: 'info', title: wavesText.stopped });
      else app.notifyFailure(made.failure, wavesText.planFailed);
      return;
    }
    if (made.value.status === 'contradiction') {
      const limits = app.store.getState().snapshot?.waveLimits ?? null;
      setState({ taskId: null, contradiction: made.value.rules, limits });
    } else setState(IDLE);
    if (made.value.status === 'adopted')
      app.notify({
        tone: 'success',
        title: wavesText.adopted(made.value.plan.waves.length),
        text: made.value.plan.lowerBoundReason,
        action: { label: wavesText.showInJournal, screen: 'journal', target: null },
      });
  }, [app, setState]);

  const { taskId } = state;
  return {
    isRunning: taskId !== null,
    task,
    contradiction: state.limits === waveLimits ? state.contradiction : null,
    plan: useCallback(() => void plan(), [plan]),
    stop: useCallback(() => {
      if (taskId !== null) void app.ask('task.cancel', { taskId }, wavesText.stopFailed);
    }, [app, taskId]),
    forgetContradiction: useCallback(() => setState((known) => ({ ...known, contradiction: null, limits: null })), [setState]),
  };
}
