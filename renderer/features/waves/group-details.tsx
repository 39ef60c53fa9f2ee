import { Button, makeStyles } from '@fluentui/react-components';

import type { MachineRow, PlanView, Snapshot, WaveView } from '../../../shared/contract/shapes.ts';
import { useApp, useAppState } from '../../store/app-context.tsx';
import { formatNumber } from '../../text/common-format.ts';
import { VERDICT_WORDS } from '../../text/common-verdicts.ts';
import { wavesText } from '../../text/waves.ts';
import { FactList } from '../../ui/facts.tsx';
import { LinkList } from '../../ui/link-list.tsx';
import { Section } from '../../ui/section.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { ViolationList, type ViolationActions } from './violation-list.tsx';
import type { Violation } from './violations.ts';
import { WhyHere } from './why-parts.tsx';
import { windowFacts } from './window-facts.ts';

type Group = Snapshot['groups'][number];

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginBottom: '16px' },
  rules: { margin: 0, paddingLeft: '18px' },
});

interface GroupDetailsProps {
  readonly group: Group;
  readonly plan: PlanView;
  readonly waveLimits: Snapshot['waveLimits'];
  readonly titleOf: (groupId: string) => string;
  readonly violations: readonly Violation[];
  readonly isReadOnly: boolean;
  readonly actions: ViolationActions;
  readonly onPin: (wave: WaveView | null) => void;
}

/** One move group in full: where it stands and why, what it holds, which rules concern it. */
export function GroupDetails(props: GroupDetailsProps) {
  const { group, plan, waveLimits, titleOf, violations, isReadOnly, actions, onPin } = props;
  const styles = useStyles();
  const app = useApp();
  const { explanation, details } = wavesText;
  const machinesById = useAppState((state) => state.machinesById);
  const wave = plan.waves.find((candidate) => candidate.groupIds.includes(group.id)) ?? null;
  const pin = waveLimits.pins.find((candidate) => candidate.groupId === group.id) ?? null;
  const verdict = VERDICT_WORDS[group.verdict];
  const rules = rulesOf(group.id, waveLimits, titleOf);
  return (
    <>
      <div className={styles.actions}>
        <Button disabled={isReadOnly} onClick={() => actions.onMove([group.id])}>
          {wavesText.move.command}
        </Button>
        {pin === null && wave !== null && (
          <Button disabled={isReadOnly} onClick={() => onPin(wave)}>
            {details.pinHere}
          </Button>
        )}
        {pin !== null && (
          <Button disabled={isReadOnly} onClick={() => onPin(null)}>
            {details.unpin}
          </Button>
        )}
      </div>
      {violations.length > 0 && (
        <Section title={wavesText.violations.panel} level={3} isDense>
          <ViolationList violations={violations} titleOf={titleOf} isReadOnly={isReadOnly} actions={actions} />
        </Section>
      )}
      <Section title={details.stands} level={3} isDense>
        <FactList
          facts={[
            { title: explanation.wave, value: wave === null ? whyNoWave(group.id, plan) : wavesText.waveTitle(wave.number) },
            ...(wave?.window == null ? [] : windowFacts(wave.window)),
            ...(pin === null
              ? []
              : [
                  {
                    title: details.pin,
                    value: wavesText.pinned(plan.waves.find((one) => one.window?.startsAt === pin.startsAt)?.number ?? pin.waveNumber),
                  },
                ]),
            { title: explanation.together, value: wavesText.reasons[group.reason] },
            { title: details.size, value: wavesText.sizeWords(group.sizeGiB, group.unknownSizeCount) },
            { title: details.readiness, value: <ToneMark tone={verdict.tone}>{verdict.title}</ToneMark> },
          ]}
        />
      </Section>
      {wave !== null && <WhyHere group={group} plan={plan} />}
      <Section title={details.rules} level={3} isDense>
        {rules.length === 0 ? (
          <span>{explanation.noRules}</span>
        ) : (
          <ul className={styles.rules}>
            {rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={explanation.machines} note={formatNumber(group.machineIds.length)} level={3} isDense>
        <LinkList
          items={worstFirst(group.machineIds.flatMap((id) => machinesById.get(id) ?? [])).map((row) => ({
            id: row.id,
            title: row.name,
            note: VERDICT_WORDS[row.verdict].title,
          }))}
          onSelect={(id) => app.go('inventory', id)}
        />
      </Section>
    </>
  );
}

const WORST_FIRST: readonly MachineRow['verdict'][] = ['blocked', 'undecided', 'ready-with-warnings', 'ready'];

function worstFirst(rows: readonly MachineRow[]): MachineRow[] {
  return rows.toSorted((a, b) => WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict));
}

function rulesOf(groupId: string, limits: Snapshot['waveLimits'], titleOf: (id: string) => string): string[] {
  const { explanation } = wavesText;
  return limits.precedences.flatMap(({ before, after, kind }) => {
    if (before === groupId) return [explanation.precedes(titleOf(after), kind === 'strict')];
    return after === groupId ? [explanation.follows(titleOf(before), kind === 'strict')] : [];
  });
}

function whyNoWave(groupId: string, plan: PlanView): string {
  const left = plan.leftOut.find((candidate) => candidate.groupId === groupId);
  return left === undefined ? wavesText.cameLater : left.reason;
}
