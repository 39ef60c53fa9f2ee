import type { ReactNode } from 'react';

import type { AzureItemView, AzureMachineView } from '../../../shared/contract/methods/azure-methods.ts';
import { azureMachineText } from '../../text/azure-machine.ts';
import { operationWords } from '../../text/azure-words.ts';
import { azureText } from '../../text/azure.ts';
import { formatDayTime } from '../../text/common-format.ts';
import { ToneMark } from '../../ui/tone-mark.tsx';
import type { Tone } from '../../ui/tone.ts';

/** What an item says, as names and values of the machine's page. What it does not say is told as unknown. */
export interface Fact {
  readonly title: string;
  readonly value: ReactNode;
}

const HEALTH_TONES: Readonly<Record<string, Tone>> = { Normal: 'ready', Warning: 'warning', Critical: 'blocked' };
const words = azureText.item;
const more = azureMachineText.facts;

function health(value: string | null): ReactNode {
  return (
    <ToneMark tone={HEALTH_TONES[value ?? ''] ?? 'undecided'}>{value === null || value === 'None' ? more.unknownHealth : value}</ToneMark>
  );
}

function when(instant: string | null, never: string = azureText.unknown): string {
  return instant === null ? never : formatDayTime(instant);
}

function lastOf(id: string | null): string {
  return id?.split('/').at(-1) ?? azureText.unknown;
}

export function healthFacts(item: AzureItemView): readonly Fact[] {
  return [
    { title: words.state, value: item.stateWords ?? item.state ?? azureText.unknown },
    { title: words.health, value: health(item.replicationHealth) },
    { title: words.failover, value: health(item.failoverHealth) },
    { title: more.location, value: more.locations[item.activeLocation ?? ''] ?? azureText.unknown },
    { title: words.runs, value: item.running === null ? more.nothingRuns : item.running.scenario },
    { title: words.offers, value: operationWords(item.allowedOperations, more.offersNothing) },
    { title: words.policy, value: item.policyName ?? azureText.unknown },
  ];
}

export function replicationFacts(item: AzureItemView): readonly Fact[] {
  const disks = item.disks ?? [];
  const copied = disks.filter((disk) => disk.isReplicated === true).length;
  const pending = disks.flatMap((disk) => disk.pendingMb ?? []);
  return [
    { title: words.progress, value: item.percent === null ? azureText.unknown : `${item.percent} %` },
    { title: more.disks, value: disks.length === 0 ? azureText.unknown : more.disksCopied(copied, disks.length) },
    {
      title: more.pending,
      value: pending.length === 0 ? azureText.unknown : more.megabytes(pending.reduce((sum, each) => sum + each, 0)),
    },
    // An RPO without the time of its calculation is none.
    {
      title: words.rpo,
      value: item.rpoSeconds === null || item.rpoAt === null ? azureText.unknown : words.rpoAt(item.rpoSeconds, item.rpoAt),
    },
    { title: words.point, value: when(item.lastPointAt) },
    { title: words.agent, value: item.agentVersion ?? azureText.unknown },
    ...(item.agentExpiresAt === null || item.agentExpiresAt > '9000' ? [] : [{ title: more.agentUntil, value: when(item.agentExpiresAt) }]),
  ];
}

/** Set in Azure, and beside it what is planned where that differs. */
export function targetFacts(item: AzureItemView, planned: AzureMachineView['planned']): readonly Fact[] {
  const beside = (has: string | null, wants: string | null): ReactNode => {
    const shown = has ?? azureText.unknown;
    const isOther = has !== null && wants !== null && has.toLowerCase() !== wants.toLowerCase();
    return isOther ? <ToneMark tone="warning">{more.planned(shown, wants)}</ToneMark> : shown;
  };
  const named = (id: string | null): string | null => (id === null ? null : lastOf(id));
  return [
    { title: more.name, value: beside(item.targetName, planned.name) },
    { title: more.size, value: beside(item.targetSize, planned.size) },
    { title: more.group, value: beside(named(item.targetGroupId), planned.group) },
    { title: more.network, value: beside(named(item.targetNetworkId), planned.network) },
    { title: more.testNetwork, value: lastOf(item.testNetworkId) },
    { title: more.addresses, value: item.targetAddresses.join(', ') || azureText.unknown },
    { title: more.licence, value: item.licence ?? azureText.unknown },
  ];
}

export function testFacts(item: AzureItemView): readonly Fact[] {
  return [
    { title: more.test, value: more.testStates[item.testFailoverState ?? ''] ?? azureText.unknown },
    { title: words.tested, value: when(item.lastTestFailoverAt, more.never) },
    { title: words.failedOver, value: when(item.lastFailoverAt, more.never) },
  ];
}
