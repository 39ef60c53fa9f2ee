import { Link, makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ReactNode } from 'react';

import type { AzureOverview } from '../../../shared/contract/methods/azure-methods.ts';
import { azureText } from '../../text/azure.ts';
import { formatDayTime } from '../../text/common-format.ts';
import { FactList } from '../../ui/facts.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { healthTone } from './item-list.tsx';

const useStyles = makeStyles({ advice: { margin: '0 0 12px' } });

/** The vault and all that stands in it besides the items. */
export function VaultView({ overview }: { readonly overview: AzureOverview }) {
  const styles = useStyles();
  const { head, kind, portal } = overview;
  const words = azureText.vault;
  const components = [...head.fabrics.flatMap((fabric) => fabric.components.map((each) => ({ ...each, of: fabric.name })))];
  return (
    <>
      {kind.advice !== null && (
        <MessageBar intent={kind.isReadOnly ? 'warning' : 'info'} className={styles.advice} layout="multiline">
          <MessageBarBody>{kind.advice}</MessageBarBody>
        </MessageBar>
      )}
      <Section title={words.about}>
        <FactList
          facts={[
            { title: words.about, value: head.vault.name },
            { title: words.kind, value: kind.title },
            { title: words.region, value: head.vault.location ?? azureText.unknown },
            { title: words.group, value: head.vault.resourceGroup },
            { title: words.state, value: head.vault.provisioningState ?? azureText.unknown },
            ...(portal === null
              ? []
              : [
                  {
                    title: '',
                    value: (
                      <Link key="portal" href={portal} target="_blank" rel="noreferrer">
                        {words.portal}
                      </Link>
                    ),
                  },
                ]),
          ]}
        />
      </Section>
      <Table
        title={words.components}
        columns={['Fabric', 'Part', 'Name', 'Health', 'Version', 'Last heard of']}
        rows={components.map((each) => [each.of, each.kind, each.name, health(each.health), each.version, when(each.heartbeatAt)])}
      />
      <Table
        title={words.providers}
        columns={['Name', 'Fabric', 'Connection', 'Version', 'Last heard of']}
        rows={head.providers.map((each) => [each.name, each.fabric, each.connection, each.version, when(each.heartbeatAt)])}
      />
      <Table
        title={words.policies}
        columns={['Name', 'Provider', 'Values']}
        rows={head.policies.map((each) => [
          each.name,
          each.kind,
          Object.entries(each.values)
            .map(([name, value]) => `${name} ${value}`)
            .join(', '),
        ])}
      />
      <Table
        title={words.mappings}
        columns={['From', 'To', 'Policy', 'State', 'Health']}
        rows={head.mappings.map((each) => [each.source, each.target, each.policyName, each.state, health(each.health)])}
      />
      <Table
        title={words.networks}
        columns={['Network', 'Fabric', 'Mapped to']}
        rows={head.networks.map((each) => [
          each.name,
          each.fabric,
          head.networkMappings.find((mapping) => mapping.source === each.name)?.targetId ?? null,
        ])}
      />
      <Table
        title={words.plans}
        columns={['Name', 'Items', 'Offers']}
        rows={head.plans.map((each) => [each.name, each.itemIds.length, each.allowedOperations.join(', ')])}
      />
      <Table
        title={words.alerts}
        columns={['Name', 'To owners', 'Addresses']}
        rows={head.alerts.map((each) => [each.name, each.toOwners, each.addressCount])}
      />
      {head.vaultProblems !== null && (
        <Table title={words.problems} columns={['Problem']} rows={head.vaultProblems.map((each) => [each])} />
      )}
      <Table
        title={words.unreadable}
        columns={['Part', 'Why', 'Missing right']}
        rows={head.unreadable.map((each) => [each.part, each.why, each.missingAction])}
        isLong
      />
    </>
  );
}

function when(instant: string | null): string {
  return instant === null ? azureText.unknown : formatDayTime(instant);
}

function health(value: string | null): ReactNode {
  return <ToneMark tone={healthTone(value)}>{value ?? 'Unknown'}</ToneMark>;
}

interface TableProps {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
  readonly isLong?: boolean;
}

/** Left out where there is nothing to show. */
function Table({ title, columns, rows, isLong = false }: TableProps) {
  if (rows.length === 0) return null;
  return (
    <Section title={title} note={rows.length.toLocaleString('en')}>
      <PlainTable
        label={title}
        columns={columns.map((column) => ({ id: column, title: column, ...(isLong && column === 'Why' ? { kind: 'long' as const } : {}) }))}
        rows={rows.map((cells, index) => ({ id: String(index), cells: cells.map((cell) => cell ?? azureText.unknown) }))}
      />
    </Section>
  );
}
