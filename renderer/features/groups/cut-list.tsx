import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';

import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { GroupView } from '../../../shared/contract/shapes.ts';
import { useApp, useAppState, useSnapshot } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { groupPanelText } from '../../text/groups-panels.ts';
import { groupsText } from '../../text/groups.ts';
import { Section } from '../../ui/section.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { applicationsOf, sideName } from './group-list.ts';
import { TieList } from './tie-list.tsx';

type Cut = MethodOutput<'dependency.cuts'>['cuts'][number];

const MOST_TIES = 20;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  cut: { padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  price: { margin: '2px 0', color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  actions: { display: 'flex', gap: '8px', margin: '6px 0' },
});

/** The cheapest ways to split a group, each with its price; asked for at once where the group is too large. */
export function CutList({ group, isLarge }: { readonly group: GroupView; readonly isLarge: boolean }) {
  const styles = useStyles();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const [isAsked, setIsAsked] = useState(isLarge);
  const words = groupPanelText.cuts;
  const isByHand = group.reason === 'person';
  const asked = useReply('dependency.cuts', isAsked && !isByHand ? { groupId: group.id } : null, `${group.id}|${seq}|${String(isAsked)}`);
  return (
    <Section title={words.title} level={3} isDense>
      {isByHand && <p className={styles.price}>{words.byHand}</p>}
      {!isByHand && !isAsked && (
        <Button size="small" onClick={() => setIsAsked(true)}>
          {words.show}
        </Button>
      )}
      {!isByHand && isAsked && asked.kind === 'asking' && <Spinner size="tiny" label={words.working} />}
      {asked.kind === 'failed' && <p role="alert">{asked.failure.detail}</p>}
      {asked.kind === 'answered' && asked.value.cuts.length === 0 && <p className={styles.price}>{words.none}</p>}
      {asked.kind === 'answered' && (
        <ol className={styles.list} data-testid="cuts">
          {asked.value.cuts.map((cut) => (
            <CutItem key={cut.sideB.map(({ id }) => id).join()} cut={cut} group={group} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function CutItem({ cut, group }: { readonly cut: Cut; readonly group: GroupView }) {
  const styles = useStyles();
  const app = useApp();
  const [isOpen, setIsOpen] = useState(false);
  const machinesById = useAppState((state) => state.machinesById);
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const words = groupPanelText.cuts;
  const name = sideName(cut.sideB, (ids) => applicationsOf(ids, machinesById));
  const accept = async (): Promise<void> => {
    const summary = await app.ask('dependency.summary', {}, groupsText.readFailed);
    if (summary === null) return;
    const reason = words.reason(name).slice(0, 300);
    const cuts = [...summary.rules.cuts, ...cut.ties.map(({ from, to }) => ({ a: from.id, b: to.id, reason }))];
    const what = words.what(name, group.title).slice(0, 300);
    const saved = await app.ask('dependency.set-rules', { rules: { cuts }, what }, groupsText.notSaved);
    if (saved !== null) app.notify({ tone: 'success', title: words.done, text: groupsText.undo });
  };
  return (
    <li className={styles.cut}>
      <div className={styles.title}>{words.splitOff(cut.sideB.length, name)}</div>
      <p className={styles.price}>
        {cut.ties.length === 0 ? words.free : words.price(cut.latencySensitiveTies, cut.ties.length, cut.connections)}
      </p>
      <p className={styles.price}>
        {cut.isWithinLimit ? (
          <ToneMark tone="ready" isWrapping>
            {words.leaves(cut.sideA.length, true)}
          </ToneMark>
        ) : (
          words.leaves(cut.sideA.length, false)
        )}
      </p>
      <div className={styles.actions}>
        <Button size="small" disabled={isReadOnly} onClick={() => void accept()}>
          {words.accept}
        </Button>
        {cut.ties.length > 0 && (
          <Button size="small" appearance="subtle" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {words.calls}
          </Button>
        )}
      </div>
      {isOpen && <TieList ties={cut.ties.slice(0, MOST_TIES)} total={cut.ties.length} label={words.calls} />}
    </li>
  );
}
