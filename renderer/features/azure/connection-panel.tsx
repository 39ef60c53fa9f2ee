import {
  Button,
  Field,
  Input,
  Link,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  Select,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';

import type { AzureStatus, AzureSummary } from '../../../shared/contract/azure-shapes.ts';
import type { MethodInput } from '../../../shared/contract/methods.ts';
import type { AzureOverview } from '../../../shared/contract/methods/azure-methods.ts';
import type { CloudId } from '../../../shared/domain/azure.ts';
import { useApp } from '../../store/app-context.tsx';
import { azureText } from '../../text/azure.ts';
import { FactList } from '../../ui/facts.tsx';
import { Section } from '../../ui/section.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { VaultChoice } from './vault-choice.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginTop: '8px' },
  small: {
    margin: '8px 0 0',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  asOf: { marginBottom: '16px' },
  code: { margin: '8px 0', fontSize: tokens.fontSizeBase600, fontFamily: tokens.fontFamilyMonospace, userSelect: 'all' },
  rights: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  more: { cursor: 'pointer', width: 'fit-content' },
  missing: { margin: '4px 0 0', paddingLeft: '16px' },
  action: {
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface Props {
  readonly status: AzureStatus | null;
  readonly azure: AzureSummary;
  readonly rights: AzureOverview['rights'] | null;
  readonly isReadOnly: boolean;
}

/** Account, tenant, subscription and vault of the engagement, and what the account may do there. */
export function ConnectionPanel({ status, azure, rights, isReadOnly }: Props) {
  const styles = useStyles();
  if (status === null) return <Spinner size="small" />;
  return (
    <>
      {azure.isRehearsing ? (
        <RehearsalVaults status={status} azure={azure} />
      ) : (
        <>
          <Account status={status} azure={azure} isReadOnly={isReadOnly} />
          {status.signIn.kind === 'signed-in' && <VaultChoice azure={azure} isReadOnly={isReadOnly} />}
        </>
      )}
      {azure.lastRead !== null && (
        <p className={mergeClasses(styles.small, styles.asOf)}>{azureText.asOf(azure.lastRead.readAt, azure.lastRead.by)}</p>
      )}
      {rights !== null && <Rights rights={rights} />}
    </>
  );
}

function Account({ status, azure, isReadOnly }: Omit<Props, 'rights'> & { readonly status: AzureStatus }) {
  const styles = useStyles();
  const app = useApp();
  const words = azureText.connection;
  const { signIn } = status;
  const { target } = azure;
  return (
    <Section title={words.account} isDense>
      {signIn.kind === 'waiting' && <Waiting signIn={signIn} />}
      {signIn.kind === 'signed-in' && (
        <>
          <FactList
            facts={[
              { title: words.account, value: signIn.accountName },
              { title: words.tenant, value: signIn.tenantId },
              { title: words.cloud, value: status.clouds.find((cloud) => cloud.id === target?.cloud)?.title ?? '' },
            ]}
          />
          <div className={styles.line}>
            <Button size="small" onClick={() => void app.ask('azure.sign-out', {}, words.failed)}>
              {words.signOut}
            </Button>
          </div>
        </>
      )}
      {signIn.kind === 'signed-out' && (
        <>
          {signIn.failure !== null && (
            <MessageBar intent={signIn.failure.code === 'cancelled' ? 'info' : 'error'} layout="multiline">
              <MessageBarBody>{signIn.failure.detail}</MessageBarBody>
            </MessageBar>
          )}
          <SignInForm status={status} azure={azure} isReadOnly={isReadOnly} />
        </>
      )}
      <p className={styles.small}>{status.isKept ? words.kept : words.memoryOnly}</p>
    </Section>
  );
}

function Waiting({ signIn }: { readonly signIn: Extract<AzureStatus['signIn'], { kind: 'waiting' }> }) {
  const styles = useStyles();
  const app = useApp();
  const words = azureText.connection;
  return (
    <div role="status">
      <span>{signIn.method === 'browser' ? words.waitingBrowser : words.waitingCode}</span>
      {signIn.code !== null && <div className={styles.code}>{signIn.code}</div>}
      <div className={styles.line}>
        {signIn.address !== null && (
          <Link href={signIn.address} target="_blank" rel="noreferrer">
            {words.openPage}
          </Link>
        )}
        <Button size="small" onClick={() => void app.ask('azure.cancel-sign-in', {}, words.failed)}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}

function SignInForm({ status, azure, isReadOnly }: Omit<Props, 'rights'> & { readonly status: AzureStatus }) {
  const styles = useStyles();
  const app = useApp();
  const words = azureText.connection;
  const [cloud, setCloud] = useState<CloudId>(azure.target?.cloud ?? 'public');
  const [tenant, setTenant] = useState(azure.target?.tenantId ?? '');
  const [clientId, setClientId] = useState('');
  const [method, setMethod] = useState<'browser' | 'device-code'>('browser');
  const isBound = azure.target !== null;
  const start = (): void => {
    const input: MethodInput<'azure.sign-in'> = {
      cloud,
      method,
      ...(tenant.trim() === '' ? {} : { tenant: tenant.trim() }),
      ...(clientId.trim() === '' ? {} : { clientId: clientId.trim() }),
    };
    void app.ask('azure.sign-in', input, words.failed);
  };
  return (
    <div className={styles.form}>
      <Field label={words.cloud} size="small">
        <Select size="small" value={cloud} disabled={isBound} onChange={(_, data) => setCloud(data.value as CloudId)}>
          {status.clouds.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.tenant} size="small" hint={isBound ? words.own : words.tenantHint}>
        <Input size="small" value={tenant} disabled={isBound} onChange={(_, data) => setTenant(data.value)} />
      </Field>
      <Field label={words.clientId} size="small" hint={words.clientHint}>
        <Input size="small" value={clientId} onChange={(_, data) => setClientId(data.value)} />
      </Field>
      <Field label={words.method} size="small">
        <Select size="small" value={method} onChange={(_, data) => setMethod(data.value as typeof method)}>
          <option value="browser">{words.browser}</option>
          <option value="device-code">{words.code}</option>
        </Select>
      </Field>
      <div className={styles.line}>
        <Button size="small" disabled={isReadOnly} onClick={start}>
          {words.signIn}
        </Button>
        {isBound && (
          <Button size="small" appearance="subtle" disabled={isReadOnly} onClick={() => void app.ask('azure.disconnect', {}, words.failed)}>
            {words.disconnect}
          </Button>
        )}
      </div>
    </div>
  );
}

function RehearsalVaults({ status, azure }: { readonly status: AzureStatus; readonly azure: AzureSummary }) {
  const app = useApp();
  const words = azureText.connection;
  const chosen = status.rehearsalVaults.find((vault) => vault.id.toLowerCase() === azure.lastRead?.vaultId.toLowerCase());
  return (
    <Section title={azureText.rehearsal.title} isDense>
      <p>{azureText.rehearsal.text}</p>
      {status.rehearsalVaults.length > 1 && (
        <Field label={words.vault} size="small">
          <Select
            size="small"
            value={chosen?.id ?? status.rehearsalVaults[0]?.id ?? ''}
            onChange={(_, data) =>
              void app.ask(
                'azure.choose-vault',
                { subscriptionId: data.value.split('/')[2] ?? '', subscriptionName: '', vaultId: data.value },
                words.chooseFailed,
              )
            }
          >
            {status.rehearsalVaults.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </Section>
  );
}

function Rights({ rights }: { readonly rights: AzureOverview['rights'] }) {
  const styles = useStyles();
  const words = azureText.rights;
  return (
    <Section title={words.title} isDense>
      <ul className={styles.rights}>
        {rights.map((right) => (
          <li key={right.id}>
            <ToneMark tone={right.isHeld === null ? 'undecided' : right.isHeld ? 'ready' : 'warning'} isWrapping>
              {`${right.title}: ${right.isHeld === null ? words.unknown : right.isHeld ? words.held : words.missing(right.role)}`}
            </ToneMark>
            <div className={styles.action}>{right.missing[0] === undefined ? right.allows : words.first(right.missing[0])}</div>
            {right.missing.length > 1 && (
              <details className={styles.action}>
                <summary className={styles.more}>{words.all(right.missing.length - 1)}</summary>
                <ul className={styles.missing}>
                  {right.missing.slice(1).map((action) => (
                    <li key={action}>{action}</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
