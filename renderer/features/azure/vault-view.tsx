import { Link, makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ReactNode } from 'react';

import type { ComponentRow, HealthRow } from '../../../shared/azure/azure-state.ts';
import type { AzureOverview } from '../../../shared/contract/methods/azure-methods.ts';
import { fabricWords, operationWords, policyWords, providerWords } from '../../text/azure-words.ts';
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
            { title: words.name, value: head.vault.name },
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
        title={words.fabrics}
        columns={['Name', 'Kind', 'Health', 'Region', 'Problem']}
        rows={head.fabrics.map((each) => [each.name, fabricWords(each.kind), health(each.health), each.location, problemOf(each.problems)])}
      />
      <Table
        title={words.containers}
        columns={['Name', 'Fabric', 'Pairing', 'Items']}
        rows={head.containers.map((each) => [each.name, each.fabric, each.pairing, each.itemCount])}
      />
      <Table
        title={words.appliances}
        columns={['Name', 'Health', 'Parts', 'Trouble']}
        rows={head.appliances.map((each) => [each.name, health(each.health), each.components.length, troubleOf(each.components)])}
      />
      <Table
        title={words.components}
        columns={['Part', 'Name', 'Health', 'Trouble', 'Version', 'Last heard of']}
        rows={components.map((each) => [
          each.kind,
          each.name,
          health(each.health),
          troubleOf([each]),
          each.version,
          when(each.heartbeatAt),
        ])}
      />
      <Table
        title={words.providers}
        columns={['Name', 'Connection', 'Last heard of', 'Version', 'Problem', 'Fabric']}
        rows={head.providers.map((each) => [
          each.name,
          each.connection,
          when(each.heartbeatAt),
          each.version,
          problemOf(each.problems),
          each.fabric,
        ])}
      />
      <Table
        title={words.policies}
        columns={['Name', 'For', 'Values']}
        rows={head.policies.map((each) => [each.name, providerWords(each.kind), policyWords(each.values)])}
        long={['Values']}
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
        rows={head.plans.map((each) => [
          each.name,
          each.itemIds.length,
          operationWords(each.allowedOperations, azureText.item.offersNothing),
        ])}
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
        rows={head.unreadable.map((each) => [each.part, each.missingAction === null ? each.why : words.lacksRight, each.missingAction])}
        long={['Why', 'Missing right']}
      />
    </>
  );
}

function when(instant: string | null): string {
  return instant === null ? azureText.unknown : formatDayTime(instant);
}

/** The first of several, and how many more there are. */
function problemOf(problems: readonly HealthRow[]): string | null {
  const [first, ...rest] = problems;
  if (first === undefined) return null;
  const text = [first.code, first.message].filter((each) => each !== null).join(' ');
  return rest.length === 0 ? text : `${text} (+${rest.length})`;
}

function troubleOf(components: readonly ComponentRow[]): string | null {
  const [first, ...rest] = components.flatMap((each) => [...each.problems, ...each.strains]);
  if (first === undefined) return null;
  return rest.length === 0 ? first : `${first} (+${rest.length})`;
}

function health(value: string | null): ReactNode {
  return <ToneMark tone={healthTone(value)}>{value ?? 'Unknown'}</ToneMark>;
}

interface TableProps {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
  /** Columns whose text goes over several lines. */
  readonly long?: readonly string[];
}

/** Left out where there is nothing to show, also column by column. */
function Table({ title, columns, rows, long = [] }: TableProps) {
  if (rows.length === 0) return null;
  const shown = [...columns.keys()].filter((index) => rows.some((cells) => cells[index] !== null));
  return (
    <Section title={title} note={rows.length.toLocaleString('en')}>
      <PlainTable
        label={title}
        columns={shown
          .map((index) => columns[index] ?? '')
          .map((column) => ({ id: column, title: column, ...(long.includes(column) ? { kind: 'long' as const } : {}) }))}
        rows={rows.map((cells, row) => ({ id: String(row), cells: shown.map((index) => cells[index] ?? azureText.unknown) }))}
      />
    </Section>
  );
}
