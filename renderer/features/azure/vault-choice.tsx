import { Button, Field, makeStyles, Select, Spinner } from '@fluentui/react-components';
import { useState } from 'react';

import type { AzureSummary } from '../../../shared/contract/azure-shapes.ts';
import { useApp } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { azureText } from '../../text/azure.ts';
import { FactList } from '../../ui/facts.tsx';
import { Section } from '../../ui/section.tsx';

const useStyles = makeStyles({ change: { marginTop: '8px' } });

/** Which subscription and vault the engagement works in. */
export function VaultChoice({ azure, isReadOnly }: { readonly azure: AzureSummary; readonly isReadOnly: boolean }) {
  const styles = useStyles();
  const words = azureText.connection;
  const { target } = azure;
  const [isChoosing, setIsChoosing] = useState(target?.vaultId == null);
  if (target !== null && target.vaultId !== null && !isChoosing)
    return (
      <Section title={words.vault} isDense>
        <FactList
          facts={[
            { title: words.subscription, value: target.subscriptionName ?? target.subscriptionId ?? '' },
            { title: words.vault, value: target.vaultName ?? '' },
          ]}
        />
        <Button size="small" className={styles.change} disabled={isReadOnly} onClick={() => setIsChoosing(true)}>
          {words.change}
        </Button>
      </Section>
    );
  return (
    <Section title={words.choose} isDense>
      <Choosing isReadOnly={isReadOnly} onChosen={() => setIsChoosing(false)} />
    </Section>
  );
}

function Choosing({ isReadOnly, onChosen }: { readonly isReadOnly: boolean; readonly onChosen: () => void }) {
  const app = useApp();
  const words = azureText.connection;
  const [subscriptionId, setSubscriptionId] = useState('');
  const subscriptions = useReply('azure.subscriptions', {}, '');
  const vaults = useReply('azure.vaults', subscriptionId === '' ? null : { subscriptionId }, subscriptionId);
  if (subscriptions.kind === 'asking') return <Spinner size="small" />;
  if (subscriptions.kind === 'failed') return <p role="alert">{subscriptions.failure.detail}</p>;
  if (subscriptions.value.length === 0) return <p>{words.noSubscription}</p>;
  const choose = async (vaultId: string): Promise<void> => {
    const subscriptionName = subscriptions.value.find((each) => each.id === subscriptionId)?.name ?? '';
    const chosen = await app.ask('azure.choose-vault', { subscriptionId, subscriptionName, vaultId }, words.chooseFailed);
    if (chosen !== null) onChosen();
  };
  return (
    <>
      <Field label={words.subscription} size="small">
        <Select size="small" value={subscriptionId} onChange={(_, data) => setSubscriptionId(data.value)}>
          <option value="">{words.chooseHint}</option>
          {subscriptions.value.map(({ id, name, state }) => (
            <option key={id} value={id}>
              {state === 'Enabled' ? name : `${name} (${state})`}
            </option>
          ))}
        </Select>
      </Field>
      {subscriptionId !== '' && vaults.kind === 'failed' && <p role="alert">{vaults.failure.detail}</p>}
      {subscriptionId !== '' && vaults.kind === 'answered' && vaults.value.length === 0 && <p>{words.noVault}</p>}
      {subscriptionId !== '' && vaults.kind === 'answered' && vaults.value.length > 0 && (
        <Field label={words.vault} size="small">
          <Select size="small" value="" disabled={isReadOnly} onChange={(_, data) => void choose(data.value)}>
            <option value="">{words.chooseHint}</option>
            {vaults.value.map(({ id, name, location }) => (
              <option key={id} value={id}>{`${name} (${location})`}</option>
            ))}
          </Select>
        </Field>
      )}
    </>
  );
}
