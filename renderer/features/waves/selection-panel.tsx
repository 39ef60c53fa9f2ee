import { Button } from '@fluentui/react-components';

import type { PlanView, Snapshot, WaveView } from '../../../shared/contract/shapes.ts';
import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { wavesText } from '../../text/waves.ts';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import type { Standing } from './course.ts';
import { GroupDetails } from './group-details.tsx';
import { PlanDetails } from './plan-details.tsx';
import { lockOf, WHOLE_PLAN, type LockState, type Selection } from './selection.ts';
import type { ViolationActions } from './violation-list.tsx';
import type { Violation } from './violations.ts';
import { WaveDetails } from './wave-details.tsx';

interface SelectionPanelProps {
  readonly selection: Selection;
  readonly plan: PlanView;
  readonly groups: Snapshot['groups'];
  readonly violations: readonly Violation[];
  readonly isReadOnly: boolean;
  /** How the plan in force came about, if it was made in this session. */
  readonly course: readonly Standing[];
  readonly actions: ViolationActions;
  readonly onSelect: (selection: Selection) => void;
}

/** The panel at the right: the plan, a wave or a group. */
export function SelectionPanel(props: SelectionPanelProps) {
  const { selection, plan, groups, violations, isReadOnly, course, actions, onSelect } = props;
  const { pin, lock } = usePinsAndLocks();
  const waveLimits = useSnapshot((snapshot) => snapshot.waveLimits);
  const selectGroup = (groupId: string): void => onSelect({ kind: 'group', groupId });
  const wave = selection.kind === 'wave' ? plan.waves.find((candidate) => candidate.id === selection.waveId) : undefined;
  const group = selection.kind === 'group' ? groups.find((candidate) => candidate.id === selection.groupId) : undefined;
  const back = (
    <Button size="small" appearance="subtle" onClick={() => onSelect(WHOLE_PLAN)}>
      {wavesText.wholePlan}
    </Button>
  );
  if (wave !== undefined) {
    const own = violations.filter(
      (violation) =>
        violation.waveId === wave.id || (violation.waveId === null && violation.groupIds.some((id) => wave.groupIds.includes(id))),
    );
    return (
      <DetailsPanel key={wave.id} title={wavesText.waveTitle(wave.number)} actions={back}>
        <WaveDetails
          wave={wave}
          lock={lockOf(wave, waveLimits)}
          onLock={(state) => lock(wave, state)}
          groups={groups}
          violations={own}
          isReadOnly={isReadOnly}
          actions={actions}
          onSelectGroup={selectGroup}
        />
      </DetailsPanel>
    );
  }
  if (group !== undefined) {
    return (
      <DetailsPanel key={group.id} title={group.title} actions={back}>
        <GroupDetails
          group={group}
          plan={plan}
          waveLimits={waveLimits}
          titleOf={(id) => groups.find((candidate) => candidate.id === id)?.title ?? id}
          violations={violations.filter((violation) => violation.groupIds.includes(group.id))}
          isReadOnly={isReadOnly}
          actions={actions}
          onPin={(to) => pin(group, to)}
        />
      </DetailsPanel>
    );
  }
  return (
    <DetailsPanel title={wavesText.explanation.title}>
      <PlanDetails
        plan={plan}
        groups={groups}
        violations={violations}
        isReadOnly={isReadOnly}
        course={course}
        actions={actions}
        onSelectGroup={selectGroup}
      />
    </DetailsPanel>
  );
}

type Pinned = { readonly id: string; readonly title: string };

/** Pins groups to the window of a wave, and locks whole waves; `null` and `open` take it away. */
function usePinsAndLocks(): {
  readonly pin: (group: Pinned, wave: WaveView | null) => void;
  readonly lock: (wave: WaveView, state: LockState) => void;
} {
  const app = useApp();
  const { details } = wavesText;
  const limits = useSnapshot((snapshot) => snapshot.waveLimits);
  return {
    pin(group, wave) {
      const others = limits.pins.filter((pin) => pin.groupId !== group.id);
      const startsAt = wave?.window?.startsAt;
      const own = wave === null ? [] : [{ groupId: group.id, waveNumber: wave.number, ...(startsAt === undefined ? {} : { startsAt }) }];
      void app.ask('plan.set-limits', { limits: { pins: [...others, ...own] } }, details.pinFailed);
    },
    lock({ window, groupIds }, state) {
      if (window === null) return;
      const others = limits.locks.filter((one) => one.startsAt !== window.startsAt);
      const own = state === 'open' ? [] : [{ startsAt: window.startsAt, groupIds: [...groupIds], why: state }];
      void app.ask('plan.set-limits', { limits: { locks: [...others, ...own] } }, details.lockFailed);
    },
  };
}
