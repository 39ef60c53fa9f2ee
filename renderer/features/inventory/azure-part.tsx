import { Link, makeStyles, tokens } from '@fluentui/react-components';

import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { azureText } from '../../text/azure.ts';
import { formatDayTime } from '../../text/common-format.ts';

const useStyles = makeStyles({
  line: {
    margin: '4px 0 8px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** What Azure knew of the machine when it was last read; nothing where it is in no vault. */
export function AzurePart({ machineId }: { readonly machineId: string }) {
  const styles = useStyles();
  const app = useApp();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const hasRead = useSnapshot((snapshot) => snapshot.azure.lastRead !== null);
  const asked = useReply('azure.machine', hasRead ? { machineId } : null, `${machineId}|${seq}`);
  if (
    !hasRead ||
    asked.kind !== 'answered' ||
    asked.value.item === null ||
    asked.value.item.machineId !== machineId ||
    asked.value.readAt === null
  )
    return null;
  const { item, readAt, isRehearsal } = asked.value;
  const side = isRehearsal ? `${azureText.rehearsal.title} ` : '';
  return (
    <p className={styles.line} data-testid="machine-azure">
      {`${side}${azureText.title}: ${item.stateWords ?? item.state ?? azureText.unknown}, ${item.replicationHealth ?? azureText.unknown}, as of ${formatDayTime(readAt)}. `}
      <Link inline onClick={() => app.go('azure')}>
        {azureText.title}
      </Link>
    </p>
  );
}
