import { Button, Link, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';

import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { GroupView, PlanView } from '../../../shared/contract/shapes.ts';
import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { wavesText } from '../../text/waves.ts';
import { Section } from '../../ui/section.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, fontVariantNumeric: 'tabular-nums' },
  item: { padding: '4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  reasons: { margin: '2px 0 0', paddingLeft: '18px', color: tokens.colorNeutralForeground2 },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', alignItems: 'center', gap: '8px', justifyContent: 'space-between' },
  status: { marginTop: '8px' },
});

/** Why a group stands where it stands: every earlier wave with what keeps the group out of it. */
export function WhyHere({ group, plan }: { readonly group: GroupView; readonly plan: PlanView }) {
  const styles = useStyles();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const asked = useReply('plan.explain-group', { groupId: group.id }, `${group.id}|${seq}`);
  const why = wavesText.because;
  if (asked.kind !== 'answered') return null;
  const { earlier, isPinned } = asked.value;
  return (
    <Section title={why.here} level={3} isDense>
      {isPinned && <p className={styles.note}>{why.isPinned}</p>}
      {earlier.length === 0 && <p className={styles.note}>{why.first}</p>}
      <ul className={styles.list} data-testid="why-here">
        {earlier.slice(0, 6).map((window) => (
          <li key={`${window.windowTitle} ${window.startsAt}`} className={styles.item}>
            {windowName(window, plan)}
            {window.reasons.length === 0 ? (
              <p className={styles.note}>{window.isUsed ? why.asWell : why.oneMore}</p>
            ) : (
              <Reasons reasons={window.reasons} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

type EarlierWindow = MethodOutput<'plan.explain-group'>['earlier'][number];

function windowName({ waveId, windowTitle, isUsed }: EarlierWindow, plan: PlanView): string {
  const wave = plan.waves.find((candidate) => candidate.id === waveId);
  if (wave !== undefined) return wavesText.because.notIn(wavesText.waveTitle(wave.number));
  return isUsed ? wavesText.because.notIn(windowTitle) : wavesText.because.unused(windowTitle);
}

function Reasons({ reasons }: { readonly reasons: readonly { readonly text: string }[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.reasons}>
      {reasons.map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

interface WhyFullProps {
  readonly waveId: string;
  readonly titleOf: (groupId: string) => string;
  readonly onSelectGroup: (groupId: string) => void;
}

/** What kept the next groups out of a wave. */
export function WhyFull({ waveId, titleOf, onSelectGroup }: WhyFullProps) {
  const styles = useStyles();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const asked = useReply('plan.explain-wave', { waveId }, `${waveId}|${seq}`);
  const why = wavesText.because;
  if (asked.kind !== 'answered' || asked.value.next.length === 0) return null;
  return (
    <Section title={why.next} level={3} isDense>
      <ul className={styles.list} data-testid="why-full">
        {asked.value.next.map(({ groupId, reasons }) => (
          <li key={groupId} className={styles.item}>
            <Link as="button" onClick={() => onSelectGroup(groupId)}>
              {titleOf(groupId)}
            </Link>
            {reasons.length === 0 ? <p className={styles.note}>{why.couldJoin}</p> : <Reasons reasons={reasons} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

type WhatIf = MethodOutput<'plan.what-if'>;

/** What one more hour, team or Mbit/s would save: each is planned anew when somebody asks. */
export function WhatWouldSave() {
  const styles = useStyles();
  const app = useApp();
  const { save } = wavesText.because;
  const [answer, setAnswer] = useState<WhatIf | 'asking' | null>(null);
  const ask = async (): Promise<void> => {
    setAnswer('asking');
    setAnswer(await app.ask('plan.what-if', { taskId: app.newId() }, save.failed));
  };
  return (
    <>
      <Button
        size="small"
        disabledFocusable={answer === 'asking'}
        {...(answer === 'asking' ? { icon: <Spinner size="tiny" /> } : {})}
        onClick={() => void ask()}
      >
        {answer === 'asking' ? save.asking : save.ask}
      </Button>
      <div role="status" className={styles.status}>
        {answer !== null && answer !== 'asking' && <Savings answer={answer} />}
      </div>
    </>
  );
}

function Savings({ answer }: { readonly answer: WhatIf }) {
  const styles = useStyles();
  const { save } = wavesText.because;
  if (answer.changes.length === 0) return <p className={styles.note}>{save.nothingLimited}</p>;
  return (
    <ul className={styles.list} data-testid="what-if">
      {answer.changes.map((change) => (
        <li key={change.id} className={`${styles.item} ${styles.row}`}>
          <span>{change.title}</span>
          <ToneMark tone={(change.saved ?? 0) > 0 ? 'ready' : 'neutral'}>
            {save.words(change.saved, change.value, answer.objective)}
          </ToneMark>
        </li>
      ))}
    </ul>
  );
}
