import { Button, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';

import type { MethodInput } from '../../../shared/contract/methods.ts';
import { useApp, useAppState, useSnapshot } from '../../store/app-context.tsx';
import { formatNumber } from '../../text/common-format.ts';
import { editGroupText } from '../../text/groups-panels.ts';
import { rulesText } from '../../text/groups-rules.ts';
import { groupsText } from '../../text/groups.ts';
import { CommitField } from '../../ui/commit-field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import type { ChangeView } from './groups-view.ts';
import type { Summary } from './shared-services.ts';

type Rules = MethodInput<'dependency.set-rules'>['rules'];
type Pair = Summary['rules']['cuts'][number];

const useStyles = makeStyles({
  root: { height: '100%', overflowY: 'auto', padding: '0 24px 24px' },
  settings: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '8px 32px', marginBottom: '16px' },
  add: { marginLeft: 'auto' },
  none: { color: tokens.colorNeutralForeground2 },
});

interface RulesViewProps {
  readonly summary: Summary;
  readonly onView: ChangeView;
}

/** What people decided about groups: the size limit, who must move together, who may move apart, groups made by hand. */
export function RulesView({ summary, onView }: RulesViewProps) {
  const styles = useStyles();
  const app = useApp();
  const machinesById = useAppState((state) => state.machinesById);
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const { rules } = summary;
  const nameOf = (id: string): string => machinesById.get(id)?.name ?? id;
  const save = async (changes: Rules, what: string): Promise<void> => {
    const saved = await app.ask('dependency.set-rules', { rules: changes, what: what.slice(0, 300) }, groupsText.notSaved);
    if (saved !== null) app.notify({ tone: 'success', title: rulesText.changed, text: groupsText.undo });
  };
  const checkLimit = (text: string): string | null =>
    /^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= 100_000 ? null : rulesText.limitWrong;
  return (
    <div className={styles.root} role="group" aria-label={rulesText.title} tabIndex={0} data-testid="group-rules">
      <div className={styles.settings}>
        <CommitField
          label={rulesText.limit}
          unit={rulesText.limitUnit}
          hint={rulesText.limitHint}
          inputMode="decimal"
          value={String(rules.largestGroup)}
          isDisabled={isReadOnly}
          check={checkLimit}
          onCommit={(text) => void save({ largestGroup: Number(text) }, rulesText.limitWhat(Number(text)))}
        />
        <Switch
          label={rulesText.latency}
          checked={rules.weldsLatencySensitive}
          disabled={isReadOnly}
          onChange={(_, data) => void save({ weldsLatencySensitive: data.checked }, rulesText.latencyWhat(data.checked))}
        />
        <Button className={styles.add} disabled={isReadOnly} onClick={() => onView({ panel: { kind: 'why', from: '', to: '' } })}>
          {rulesText.add}
        </Button>
      </div>
      <PairSection
        title={rulesText.together}
        pairs={rules.together}
        nameOf={nameOf}
        isReadOnly={isReadOnly}
        onRemove={(pair) =>
          void save({ together: rules.together.filter((known) => known !== pair) }, rulesText.togetherGone(nameOf(pair.a), nameOf(pair.b)))
        }
      />
      <PairSection
        title={rulesText.cuts}
        pairs={rules.cuts}
        nameOf={nameOf}
        isReadOnly={isReadOnly}
        onRemove={(pair) =>
          void save({ cuts: rules.cuts.filter((known) => known !== pair) }, rulesText.cutGone(nameOf(pair.a), nameOf(pair.b)))
        }
      />
      <HandGroups onView={onView} isReadOnly={isReadOnly} />
    </div>
  );
}

interface PairSectionProps {
  readonly title: string;
  readonly pairs: readonly Pair[];
  readonly nameOf: (id: string) => string;
  readonly isReadOnly: boolean;
  readonly onRemove: (pair: Pair) => void;
}

function PairSection({ title, pairs, nameOf, isReadOnly, onRemove }: PairSectionProps) {
  const styles = useStyles();
  return (
    <Section title={title} note={formatNumber(pairs.length)}>
      {pairs.length === 0 ? (
        <span className={styles.none}>{rulesText.none}</span>
      ) : (
        <PlainTable
          label={title}
          columns={[
            { id: 'a', title: rulesText.first },
            { id: 'b', title: rulesText.second },
            { id: 'reason', title: rulesText.reason, kind: 'long' },
            { id: 'remove', title: rulesText.takeBack },
          ]}
          rows={pairs.map((pair, index) => ({
            id: `${pair.a}|${pair.b}|${index}`,
            cells: [
              nameOf(pair.a),
              nameOf(pair.b),
              pair.reason,
              isReadOnly ? null : (
                <IconButton
                  key="remove"
                  size="small"
                  icon={<DeleteRegular />}
                  label={rulesText.remove(`${nameOf(pair.a)}, ${nameOf(pair.b)}`)}
                  onClick={() => onRemove(pair)}
                />
              ),
            ],
          }))}
        />
      )}
    </Section>
  );
}

function HandGroups({ onView, isReadOnly }: { readonly onView: ChangeView; readonly isReadOnly: boolean }) {
  const styles = useStyles();
  const app = useApp();
  const groups = useSnapshot((snapshot) => snapshot.groups);
  const hand = groups.filter(({ reason }) => reason === 'person');
  const giveBack = async (groupId: string, title: string): Promise<void> => {
    const changed = await app.ask('group.change', { groupId, title, machineIds: [] }, editGroupText.notSaved);
    if (changed !== null) app.notify({ tone: 'success', title: editGroupText.saved, text: groupsText.undo });
  };
  return (
    <Section title={rulesText.hand} note={formatNumber(hand.length)}>
      {hand.length === 0 ? (
        <span className={styles.none}>{rulesText.none}</span>
      ) : (
        <PlainTable
          label={rulesText.hand}
          columns={[
            { id: 'name', title: rulesText.name },
            { id: 'machines', title: rulesText.machines, kind: 'number' },
            { id: 'acts', title: rulesText.takeBack },
          ]}
          rows={hand.map(({ id, title, machineIds }) => ({
            id,
            cells: [
              title,
              formatNumber(machineIds.length),
              <span key="acts">
                <Button size="small" appearance="subtle" onClick={() => onView({ panel: { kind: 'group', groupId: id } })}>
                  {groupsText.columns.group}
                </Button>
                {!isReadOnly && (
                  <IconButton
                    size="small"
                    icon={<DeleteRegular />}
                    label={rulesText.remove(title)}
                    onClick={() => void giveBack(id, title)}
                  />
                )}
              </span>,
            ],
          }))}
        />
      )}
    </Section>
  );
}
