import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, LockClosedRegular, LockOpenRegular } from '@fluentui/react-icons';

import type { GroupView, WaveView } from '../../../shared/contract/shapes.ts';
import { formatNumber } from '../../text/common-format.ts';
import { VERDICT_WORDS } from '../../text/common-verdicts.ts';
import { sizingText, waveEstimates, waveSizeWords } from '../../text/sizing.ts';
import { wavesText } from '../../text/waves.ts';
import { StackedBar } from '../../ui/bars.tsx';
import { EstimateList } from '../../ui/estimates.tsx';
import { FactList } from '../../ui/facts.tsx';
import { LinkList } from '../../ui/link-list.tsx';
import { Section } from '../../ui/section.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { LoadMeter } from './load-meter.tsx';
import type { LockState } from './selection.ts';
import { ViolationList, type ViolationActions } from './violation-list.tsx';
import type { Violation } from './violations.ts';
import { WhyFull } from './why-parts.tsx';
import { windowFacts } from './window-facts.ts';

const useStyles = makeStyles({
  meters: { display: 'flex', flexDirection: 'column', gap: '10px' },
  ready: { marginTop: '8px' },
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
  lock: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginBottom: '16px' },
  hint: { margin: 0, flexBasis: '100%', color: tokens.colorNeutralForeground2 },
  verdicts: { listStyle: 'none', margin: '8px 0 0', padding: 0, color: tokens.colorNeutralForeground2 },
});

const VERDICTS = ['ready', 'ready-with-warnings', 'undecided', 'blocked'] as const;

interface WaveDetailsProps {
  readonly wave: WaveView;
  readonly groups: readonly GroupView[];
  readonly violations: readonly Violation[];
  readonly isReadOnly: boolean;
  readonly actions: ViolationActions;
  readonly onSelectGroup: (groupId: string) => void;
  readonly lock: LockState;
  readonly onLock: (state: LockState) => void;
}

/** One wave in full: when, how full, how ready, who. */
export function WaveDetails(props: WaveDetailsProps) {
  const { wave, groups, violations, isReadOnly, actions, onSelectGroup } = props;
  const styles = useStyles();
  const { details } = wavesText;
  const members = wave.groupIds.flatMap((id) => groups.find((group) => group.id === id) ?? []);
  const titleOf = (id: string): string => groups.find((group) => group.id === id)?.title ?? id;
  const shares = VERDICTS.map((verdict) => ({ ...VERDICT_WORDS[verdict], count: wave.verdicts[verdict] ?? 0 }));
  const words = shares.filter((share) => share.count > 0).map((share) => `${share.title} ${formatNumber(share.count)}`);
  const window = wave.window === null ? [{ title: details.window, value: details.noWindow }] : windowFacts(wave.window);
  return (
    <>
      <WaveLockButtons {...props} />
      {violations.length > 0 && (
        <Section title={wavesText.violations.panel} level={3} isDense>
          <ViolationList violations={violations} titleOf={titleOf} isReadOnly={isReadOnly} actions={actions} />
        </Section>
      )}
      <Section title={details.when} level={3} isDense>
        <FactList facts={window} />
      </Section>
      <Section title={details.capacity} level={3} isDense>
        <div className={styles.meters}>
          {wave.loads.map((load) => (
            <LoadMeter key={load.resourceId} load={load} />
          ))}
        </div>
      </Section>
      <WhyFull waveId={wave.id} titleOf={titleOf} onSelectGroup={onSelectGroup} />
      <Section title={sizingText.title} level={3} isDense>
        <EstimateList items={waveEstimates(wave.forecast)} showInputs={sizingText.showInputs} hideInputs={sizingText.hideInputs} />
        <FactList facts={[{ title: sizingText.sizes, value: waveSizeWords(wave.forecast) }]} />
      </Section>
      <Section title={details.readiness} level={3} isDense>
        <StackedBar parts={shares} label={words.join(', ')} />
        <div className={styles.ready}>
          <ToneMark tone={wave.isReady ? 'ready' : 'warning'}>{wave.isReady ? details.isReady : details.isNotReady}</ToneMark>
        </div>
        <ul className={styles.verdicts}>
          {wave.notReadyBecause.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        <ul className={styles.verdicts}>
          {words.map((word) => (
            <li key={word}>{word}</li>
          ))}
        </ul>
      </Section>
      <Section title={details.groups} note={formatNumber(members.length)} level={3} isDense>
        <LinkList
          items={members.map((group) => ({
            id: group.id,
            title: group.title,
            note: wavesText.machineWords(group.machineIds.length),
          }))}
          onSelect={onSelectGroup}
        />
      </Section>
    </>
  );
}

function WaveLockButtons({ wave, lock, isReadOnly, onLock }: Pick<WaveDetailsProps, 'wave' | 'lock' | 'isReadOnly' | 'onLock'>) {
  const styles = useStyles();
  const { details } = wavesText;
  if (wave.window === null) return null;
  return (
    <div className={styles.lock}>
      {lock !== 'done' && (
        <Button
          size="small"
          className={styles.button}
          icon={lock === 'open' ? <LockClosedRegular /> : <LockOpenRegular />}
          disabled={isReadOnly}
          onClick={() => onLock(lock === 'open' ? 'person' : 'open')}
        >
          {lock === 'open' ? details.lock : details.unlock}
        </Button>
      )}
      <Button
        size="small"
        className={styles.button}
        icon={<CheckmarkRegular />}
        disabled={isReadOnly}
        onClick={() => onLock(lock === 'done' ? 'open' : 'done')}
      >
        {lock === 'done' ? details.notDone : details.markDone}
      </Button>
      {lock !== 'open' && <p className={styles.hint}>{lock === 'done' ? details.isDone : details.isLocked}</p>}
    </div>
  );
}
