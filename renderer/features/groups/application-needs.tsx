import { Link, makeStyles, tokens } from '@fluentui/react-components';

import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { useSnapshot } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { formatNumber } from '../../text/common-format.ts';
import { groupPanelText } from '../../text/groups-panels.ts';
import { Section } from '../../ui/section.tsx';
import type { ChangeView } from './groups-view.ts';

type ApplicationLink = MethodOutput<'dependency.applications'>['links'][number];

const MOST_SHOWN = 20;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { padding: '4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, overflowWrap: 'anywhere' },
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** What a list of applications says that those of this group need, or that need them, each leading to the other group. */
export function ApplicationNeeds({ groupId, onView }: { readonly groupId: string; readonly onView: ChangeView }) {
  const styles = useStyles();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const asked = useReply('dependency.applications', { groupId }, `${groupId}|${seq}`);
  if (asked.kind !== 'answered' || asked.value.total === 0) return null;
  const { links, total } = asked.value;
  return (
    <Section title={groupPanelText.needs} note={formatNumber(total)} level={3} isDense>
      <p className={styles.note}>{groupPanelText.needsNote}</p>
      <ul className={styles.list} data-testid="application-needs">
        {links.slice(0, MOST_SHOWN).map((link) => (
          <li key={`${link.from}|${link.to}`} className={styles.item}>
            {groupPanelText.need(link.from, link.to)}
            <OtherGroup link={link} groupId={groupId} onView={onView} />
            <p className={styles.note}>{groupPanelText.source(link.source, link.row, null)}</p>
          </li>
        ))}
        {total > MOST_SHOWN && <li className={styles.item}>{groupPanelText.moreCalls(total - MOST_SHOWN)}</li>}
      </ul>
    </Section>
  );
}

function OtherGroup({ link, groupId, onView }: { readonly link: ApplicationLink; readonly groupId: string; readonly onView: ChangeView }) {
  const groups = useSnapshot((snapshot) => snapshot.groups);
  const far = link.fromGroupIds.includes(groupId) ? link.toGroupIds : link.fromGroupIds;
  if (far.includes(groupId)) return <> ({groupPanelText.needInside})</>;
  const [otherId] = far;
  if (otherId === undefined) return <> ({groupPanelText.needUnknown})</>;
  return (
    <>
      {' ('}
      <Link as="button" inline onClick={() => onView({ panel: { kind: 'group', groupId: otherId } })}>
        {groups.find(({ id }) => id === otherId)?.title ?? otherId}
      </Link>
      )
    </>
  );
}
