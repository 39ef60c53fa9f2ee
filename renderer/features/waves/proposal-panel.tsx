import { Button, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';

import type { GroupView, PlanView } from '../../../shared/contract/shapes.ts';
import { formatNumber } from '../../text/common-format.ts';
import { wavesText } from '../../text/waves.ts';
import { LinkList } from '../../ui/link-list.tsx';
import { Section } from '../../ui/section.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import type { Proposal } from './use-planning.ts';
import { shortDay } from './window-words.ts';

const useStyles = makeStyles({
  text: { margin: '0 0 8px' },
  note: { margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', margin: '8px 0 16px' },
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums', marginBottom: '8px' },
  head: { textAlign: 'right', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3, padding: '2px 0 2px 8px' },
  name: { textAlign: 'left', color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular, padding: '2px 0' },
  cell: { textAlign: 'right', padding: '2px 0 2px 8px' },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

interface ProposalPanelProps {
  readonly proposal: Proposal;
  readonly plan: PlanView;
  readonly groups: readonly GroupView[];
  readonly timeZone: string;
  readonly isReadOnly: boolean;
  readonly onAdopt: (variant: Proposal['variants'][number]['id']) => void;
  readonly onKeep: () => void;
  readonly onSelectGroup: (groupId: string) => void;
}

/** What another plan would change, before it is put in force. */
export function ProposalPanel({ proposal, plan, groups, timeZone, isReadOnly, onAdopt, onKeep, onSelectGroup }: ProposalPanelProps) {
  const styles = useStyles();
  const words = wavesText.proposal;
  const [chosen, setChosen] = useState<Proposal['variants'][number]['id']>('fewest');
  const variant = proposal.variants.find((one) => one.id === chosen) ?? proposal.variants[0];
  if (variant === undefined) return null;
  const titleOf = (id: string): string => groups.find((group) => group.id === id)?.title ?? id;
  const day = (moment: string | null): string => (moment === null ? words.nowhere : shortDay(moment, timeZone));
  const last = plan.waves.findLast((wave) => wave.window !== null)?.window?.startsAt ?? null;
  const rows: readonly (readonly [string, string, string])[] = [
    [words.waves, formatNumber(plan.waves.length), formatNumber(variant.waves)],
    [words.lastWave, day(last), day(variant.lastWaveStartsAt)],
    [words.broken, formatNumber(plan.violations.length), formatNumber(0)],
  ];
  return (
    <div data-testid="proposal">
      <p
        className={styles.text}
      >{`${wavesText.answer(variant.waves, claimOf(proposal, variant, timeZone))}. ${proposal.lowerBoundReason}`}</p>
      {proposal.variants.length > 1 && (
        <Section title={words.choice} level={3} isDense>
          <RadioGroup
            aria-label={words.choice}
            value={variant.id}
            onChange={(_, data) => setChosen(data.value === 'steadiest' ? 'steadiest' : 'fewest')}
          >
            {proposal.variants.map((one) => (
              <Radio key={one.id} value={one.id} label={words.variant(one.waves, one.moves.length)} />
            ))}
          </RadioGroup>
        </Section>
      )}
      <table className={styles.table}>
        <thead>
          <tr>
            <th aria-label={words.what} />
            <th scope="col" className={styles.head}>
              {words.now}
            </th>
            <th scope="col" className={styles.head}>
              {words.then}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, before, after]) => (
            <tr key={name}>
              <th scope="row" className={styles.name}>
                {name}
              </th>
              <td className={styles.cell}>{before}</td>
              <td className={before === after ? styles.cell : `${styles.cell} ${styles.strong}`}>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={isReadOnly} onClick={() => onAdopt(variant.id)}>
          {words.adopt}
        </Button>
        <Button onClick={onKeep}>{words.keep}</Button>
      </div>
      <Section title={words.moves} note={formatNumber(variant.moves.length)} level={3} isDense>
        {variant.moves.length === 0 ? (
          <ToneMark tone="done">{words.noMoves}</ToneMark>
        ) : (
          <>
            <p className={styles.note}>{words.atLeast(variant.moves.length, variant.movesAtLeast)}</p>
            <LinkList
              items={variant.moves.map(({ groupId, from, to }) => ({
                id: groupId,
                title: titleOf(groupId),
                note: words.move(day(from), day(to)),
              }))}
              onSelect={onSelectGroup}
            />
          </>
        )}
      </Section>
      {variant.added.length > 0 && (
        <Section title={words.added} note={formatNumber(variant.added.length)} level={3} isDense>
          <LinkList items={variant.added.map((id) => ({ id, title: titleOf(id), note: '' }))} onSelect={onSelectGroup} />
        </Section>
      )}
      {proposal.leftOut.length > 0 && (
        <Section title={wavesText.explanation.leftOut} note={formatNumber(proposal.leftOut.length)} level={3} isDense>
          <LinkList
            items={proposal.leftOut.map((left) => ({ id: left.groupId, title: titleOf(left.groupId), note: left.reason }))}
            onSelect={onSelectGroup}
          />
        </Section>
      )}
      <p className={styles.note}>{words.zone(timeZone)}</p>
    </div>
  );
}

function claimOf(
  { lowerBound, finishNotBefore }: Proposal,
  { lastWaveEndsAt }: Proposal['variants'][number],
  timeZone: string,
): Parameters<typeof wavesText.answer>[1] {
  const finish =
    finishNotBefore === null || lastWaveEndsAt === null ? null : { endsAt: lastWaveEndsAt, notBefore: finishNotBefore, timeZone };
  return { lowerBound, changedSince: null, finish };
}
