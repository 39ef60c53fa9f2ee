import { Button } from '@fluentui/react-components';
import { ServerRegular, TimelineRegular } from '@fluentui/react-icons';

import type { PlanView, Snapshot, WaveView } from '../../../shared/contract/shapes.ts';
import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { limitsText } from '../../text/limits.ts';
import { wavesText } from '../../text/waves.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ImportFirst } from '../../ui/import-first.tsx';
import { DetailsPanel, ScreenLayout } from '../../ui/screen-layout.tsx';
import { ContradictionPanel } from './contradiction-panel.tsx';
import { LimitsPanel } from './limits-panel.tsx';
import { PlanActions, PlanAnswer } from './plan-head.tsx';
import { PlanWorkspace } from './plan-workspace.tsx';
import { SolverProgress } from './solver-progress.tsx';
import { useLimitsPanel } from './use-limits-panel.ts';
import { usePlanning } from './use-planning.ts';
import { useWaveCommands } from './use-wave-commands.ts';

const NO_WAVES: readonly WaveView[] = [];

/** When does what move, and is it the best? */
export function WavesScreen() {
  const plan = useSnapshot((snapshot) => snapshot.plan);
  const groups = useSnapshot((snapshot) => snapshot.groups);
  return plan === null || groups.length === 0 ? <WithoutPlan groups={groups} /> : <PlanWorkspace plan={plan} groups={groups} />;
}

/** Before the first plan: what will be planned, and the limits it will keep. */
function WithoutPlan({ groups }: { readonly groups: Snapshot['groups'] }) {
  const app = useApp();
  const planning = usePlanning();
  const limits = useLimitsPanel();
  const waveLimits = useSnapshot((snapshot) => snapshot.waveLimits);
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  useWaveCommands({
    hasPlan: false,
    isReadOnly,
    isPlanning: planning.isRunning,
    chosenCount: 0,
    onMove: () => undefined,
    onPlan: planning.plan,
    onStop: planning.stop,
    onLimits: limits.open,
  });
  const noPlan: PlanView | null = null;
  if (groups.length === 0) {
    return (
      <ImportFirst
        title={wavesText.title}
        answer={wavesText.noPlan}
        icon={<ServerRegular />}
        words={wavesText.empty.noMachines}
        onImport={() => app.openOverlay({ kind: 'import', file: null })}
      />
    );
  }
  const machineCount = groups.reduce((sum, group) => sum + group.machineIds.length, 0);
  return (
    <ScreenLayout
      title={wavesText.title}
      answer={<PlanAnswer plan={noPlan} planning={planning} onWhy={() => undefined} />}
      actions={
        <PlanActions plan={noPlan} planning={planning} isReadOnly={isReadOnly} isLimitsOpen={limits.isOpen} onLimits={limits.open} />
      }
      details={
        limits.isOpen ? (
          <DetailsPanel title={limitsText.title}>
            <LimitsPanel
              key={JSON.stringify(waveLimits)}
              limits={waveLimits}
              groups={groups}
              waves={NO_WAVES}
              isReadOnly={isReadOnly}
              onSaved={limits.close}
              onClose={limits.close}
            />
          </DetailsPanel>
        ) : (
          planning.contradiction !== null && (
            <DetailsPanel title={wavesText.contradiction.panel}>
              <ContradictionPanel
                rules={planning.contradiction}
                isReadOnly={isReadOnly}
                onRelax={planning.relax}
                onLimits={limits.open}
                onClose={planning.forgetContradiction}
              />
            </DetailsPanel>
          )
        )
      }
    >
      {planning.isRunning && <SolverProgress planning={planning} />}
      <EmptyState
        icon={<TimelineRegular />}
        title={wavesText.empty.noPlan.title(groups.length, machineCount)}
        text={wavesText.empty.noPlan.text}
        action={
          planning.isRunning ? undefined : (
            <>
              <Button appearance="primary" disabled={isReadOnly} onClick={planning.plan}>
                {wavesText.plan}
              </Button>
              <Button onClick={limits.open}>{wavesText.limits}</Button>
            </>
          )
        }
      />
    </ScreenLayout>
  );
}
