import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState } from 'react';

import type { PlanView, Snapshot } from '../../../shared/contract/shapes.ts';
import { useAppState, useSnapshot } from '../../store/app-context.tsx';
import { useScreenMemory } from '../../store/screen-memory.ts';
import { limitsText } from '../../text/limits.ts';
import { wavesText } from '../../text/waves.ts';
import { DetailsPanel, ScreenLayout } from '../../ui/screen-layout.tsx';
import { BoardTools } from './board-tools.tsx';
import { buildBoard, filterBoard } from './board.ts';
import { ContradictionPanel } from './contradiction-panel.tsx';
import { LimitsPanel } from './limits-panel.tsx';
import { resourcesOf } from './load-scale.ts';
import { MoveDialog } from './move-dialog.tsx';
import { PlanActions, PlanAnswer } from './plan-head.tsx';
import { OldLimitsNotice } from './plan-notices.tsx';
import { ProposalPanel } from './proposal-panel.tsx';
import { SelectionPanel } from './selection-panel.tsx';
import { hasOldLimits, selectionOf, stillThere, WHOLE_PLAN, type Selection } from './selection.ts';
import { SolverProgress } from './solver-progress.tsx';
import { useGroupMoves } from './use-group-moves.ts';
import { useLimitsPanel } from './use-limits-panel.ts';
import { usePlanning } from './use-planning.ts';
import { useWaveCommands } from './use-wave-commands.ts';
import { violationsOf } from './violations.ts';
import { WaveBoard } from './wave-board.tsx';
import { WaveTimeline } from './wave-timeline.tsx';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  notices: {
    padding: '0 24px 8px',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    flexShrink: 0,
    maxHeight: '40%',
    overflowY: 'auto',
  },
  timeline: { padding: '0 24px', flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  board: { flex: '1 1 0', minHeight: '120px', paddingTop: '12px' },
  noDates: { padding: '0 24px 8px', color: tokens.colorNeutralForeground2 },
});

interface PlanWorkspaceProps {
  readonly plan: PlanView;
  readonly groups: Snapshot['groups'];
}

/** The plan in force: answer, timeline, board, and the panel about what is selected. */
export function PlanWorkspace({ plan, groups }: PlanWorkspaceProps) {
  const styles = useStyles();
  const planning = usePlanning();
  const limitsPanel = useLimitsPanel();
  const moves = useGroupMoves(plan, groups);
  const waveLimits = useSnapshot((snapshot) => snapshot.waveLimits);
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const [text, setText] = useScreenMemory('waves.text', '');
  const [chosenIds, setChosenIds] = useScreenMemory<readonly string[]>('waves.chosen', []);
  const [resource, setResource] = useScreenMemory('waves.resource', 'machines');
  const [moving, setMoving] = useState<readonly string[]>([]);
  const { selection, select } = useSelection(plan, groups, moves.focusOn);

  const columns = useMemo(() => buildBoard(plan, groups, waveLimits.pins), [plan, groups, waveLimits.pins]);
  const shown = useMemo(() => filterBoard(columns, text), [columns, text]);
  const violations = useMemo(() => violationsOf(plan, groups), [plan, groups]);
  const resources = useMemo(() => resourcesOf(plan.waves), [plan.waves]);
  const chosen = chosenIds.filter((id) => groups.some((group) => group.id === id));
  const moveChosen = (): void => {
    if (chosen.length > 0) setMoving(chosen);
  };
  useWaveCommands({
    hasPlan: true,
    isReadOnly,
    isPlanning: planning.isRunning,
    chosenCount: chosen.length,
    onMove: moveChosen,
    onPlan: planning.plan,
    onStop: planning.stop,
    onLimits: limitsPanel.open,
  });
  const choose = (ids: readonly string[]): void => {
    setChosenIds(ids);
    const last = ids.at(-1);
    if (last !== undefined) select({ kind: 'group', groupId: last });
  };
  const closeMove = useCallback(() => setMoving([]), []);

  return (
    <ScreenLayout
      isFlush
      title={wavesText.title}
      answer={<PlanAnswer plan={plan} planning={planning} onWhy={() => select(WHOLE_PLAN)} />}
      actions={
        <PlanActions
          plan={plan}
          planning={planning}
          isReadOnly={isReadOnly}
          isLimitsOpen={limitsPanel.isOpen}
          onLimits={limitsPanel.open}
        />
      }
      toolbar={
        <BoardTools
          text={text}
          onText={setText}
          resources={resources}
          resourceId={resource}
          onResource={setResource}
          chosenCount={chosen.length}
          said={moves.said}
          isReadOnly={isReadOnly}
          onMove={moveChosen}
          onClear={() => setChosenIds([])}
        />
      }
      details={
        limitsPanel.isOpen ? (
          <DetailsPanel title={limitsText.title}>
            <LimitsPanel
              key={JSON.stringify(waveLimits)}
              limits={waveLimits}
              groups={groups}
              waves={plan.waves}
              isReadOnly={isReadOnly}
              onSaved={limitsPanel.close}
              onClose={limitsPanel.close}
            />
          </DetailsPanel>
        ) : planning.contradiction !== null ? (
          <DetailsPanel title={wavesText.contradiction.panel}>
            <ContradictionPanel
              rules={planning.contradiction}
              isReadOnly={isReadOnly}
              onRelax={planning.relax}
              onLimits={limitsPanel.open}
              onClose={planning.forgetContradiction}
            />
          </DetailsPanel>
        ) : planning.proposal !== null ? (
          <DetailsPanel title={wavesText.proposal.title}>
            <ProposalPanel
              key={planning.proposal.proposalId}
              proposal={planning.proposal}
              plan={plan}
              groups={groups}
              timeZone={waveLimits.timeZone}
              isReadOnly={isReadOnly}
              onAdopt={planning.adopt}
              onKeep={planning.forgetProposal}
              onSelectGroup={moves.focusOn}
            />
          </DetailsPanel>
        ) : (
          <SelectionPanel
            course={planning.course}
            selection={selection}
            plan={plan}
            groups={groups}
            violations={violations}
            isReadOnly={isReadOnly}
            onSelect={select}
            actions={{ onMove: setMoving, onLimits: limitsPanel.open, onShow: (groupId) => select({ kind: 'group', groupId }) }}
          />
        )
      }
    >
      <div className={styles.body}>
        <div className={styles.notices}>
          {planning.isRunning && <SolverProgress planning={planning} />}
          {planning.contradiction === null &&
            planning.proposal === null &&
            !planning.isRunning &&
            plan.lowerBound !== null &&
            hasOldLimits(plan.limits, waveLimits) && <OldLimitsNotice onPlan={planning.plan} />}
        </div>
        <div className={styles.timeline}>
          {plan.waves.some((wave) => wave.window !== null) ? (
            <WaveTimeline
              plan={plan}
              limits={waveLimits}
              resourceId={resource}
              selectedWaveId={selection.kind === 'wave' ? selection.waveId : null}
              onSelect={(waveId) => select({ kind: 'wave', waveId })}
            />
          ) : (
            <p className={styles.noDates}>{wavesText.noDates}</p>
          )}
        </div>
        <div className={styles.board}>
          <WaveBoard
            columns={shown}
            chosenIds={chosen}
            selectedWaveId={selection.kind === 'wave' ? selection.waveId : null}
            isFiltered={text.trim() !== ''}
            isReadOnly={isReadOnly}
            previews={moves.previews}
            onSelectWave={(waveId) => select({ kind: 'wave', waveId })}
            onChoose={choose}
            onDragStart={moves.onDragStart}
            onDrop={moves.onDrop}
            focusRequest={moves.focusRequest}
          />
        </div>
      </div>
      {moving.length > 0 && (
        <MoveDialog
          groups={groups.filter((group) => moving.includes(group.id))}
          waves={plan.waves}
          previewOf={moves.previewOf}
          onMove={moves.move}
          onClose={closeMove}
        />
      )}
    </ScreenLayout>
  );
}

/** What is selected; a link into the screen selects its thing once and brings its card into view. */
function useSelection(plan: PlanView, groups: Snapshot['groups'], focusOn: (groupId: string) => void) {
  const [selection, setSelection] = useScreenMemory<Selection>('waves.selection', WHOLE_PLAN);
  const route = useAppState((state) => state.history.current);
  const target = route.screen === 'waves' ? route.target : null;
  useEffect(() => {
    if (target === null) return;
    const wanted = selectionOf(target, plan, groups);
    setSelection(wanted);
    if (wanted.kind === 'group') focusOn(wanted.groupId);
    // A link counts when it is followed, not each time the plan changes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [route]);
  return { selection: stillThere(selection, plan, groups), select: setSelection };
}
