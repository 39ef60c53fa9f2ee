import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';

import type { AzureItemView } from '../../../shared/contract/methods/azure-methods.ts';
import { useApp } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { operationWords } from '../../text/azure-words.ts';
import { azureText } from '../../text/azure.ts';
import { formatDayTime } from '../../text/common-format.ts';
import { FactList } from '../../ui/facts.tsx';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import { Section } from '../../ui/section.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { healthTone } from './item-list.tsx';
import { useAzureKey } from './use-azure.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', margin: '0 0 12px' },
  list: { margin: 0, paddingLeft: '16px', display: 'flex', flexDirection: 'column', gap: '8px' },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** One item in full, as it was last read. */
export function ItemDetails({ itemId, onClose }: { readonly itemId: string; readonly onClose: () => void }) {
  const key = useAzureKey();
  const asked = useReply('azure.items', { limit: 2000 }, `${key}|details`);
  const item = asked.kind === 'answered' ? asked.value.items.find((each) => each.id === itemId) : undefined;
  return (
    <DetailsPanel
      title={item?.friendlyName ?? azureText.items.name}
      actions={
        <Button size="small" appearance="subtle" onClick={onClose}>
          {azureText.item.back}
        </Button>
      }
    >
      {item === undefined ? <p>{azureText.none}</p> : <Details item={item} />}
    </DetailsPanel>
  );
}

function when(instant: string | null): string {
  return instant === null ? azureText.unknown : formatDayTime(instant);
}

function Details({ item }: { readonly item: AzureItemView }) {
  const styles = useStyles();
  const app = useApp();
  const words = azureText.item;
  const { machineId } = item;
  return (
    <>
      <div className={styles.actions}>
        {machineId === null ? (
          <span className={styles.small}>{words.unmatched}</span>
        ) : (
          <Button size="small" onClick={() => app.go('inventory', machineId)}>
            {words.showMachine}
          </Button>
        )}
        {item.portal !== null && (
          <Link href={item.portal} target="_blank" rel="noreferrer">
            {words.portal}
          </Link>
        )}
      </div>
      <FactList
        facts={[
          { title: words.machine, value: item.machineName ?? azureText.unknown },
          { title: words.state, value: item.stateWords ?? item.state ?? azureText.unknown },
          ...(item.running === null ? [] : [{ title: words.runs, value: item.running.scenario }]),
          ...(item.percent === null ? [] : [{ title: words.progress, value: `${item.percent} %` }]),
          {
            title: words.health,
            value: <ToneMark tone={healthTone(item.replicationHealth)}>{item.replicationHealth ?? 'Unknown'}</ToneMark>,
          },
          { title: words.failover, value: <ToneMark tone={healthTone(item.failoverHealth)}>{item.failoverHealth ?? 'Unknown'}</ToneMark> },
          {
            title: words.rpo,
            value: item.rpoSeconds === null || item.rpoAt === null ? azureText.unknown : words.rpoAt(item.rpoSeconds, item.rpoAt),
          },
          { title: words.point, value: when(item.lastPointAt) },
          { title: words.tested, value: item.lastTestFailoverAt === null ? words.never : formatDayTime(item.lastTestFailoverAt) },
          { title: words.failedOver, value: item.lastFailoverAt === null ? words.never : formatDayTime(item.lastFailoverAt) },
          {
            title: words.target,
            value: [item.targetName, item.targetSize].filter((each) => each !== null).join(', ') || azureText.unknown,
          },
          { title: words.agent, value: item.agentVersion ?? azureText.unknown },
          { title: words.policy, value: item.policyName ?? azureText.unknown },
          { title: words.offers, value: operationWords(item.allowedOperations, words.offersNothing) },
        ]}
      />
      {item.health.length > 0 && (
        <Section title={words.problems} level={3} isDense>
          <ul className={styles.list}>
            {item.health.map((error, index) => (
              <li key={`${error.code} ${index}`}>
                {error.code} {error.message}
                <div className={styles.small}>{[error.causes, error.action].filter((each) => each !== null).join(' ')}</div>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
