import type { AzureMachineView } from '../../shared/contract/methods/azure-methods.ts';
import { formatDayTime } from './common-format.ts';

/** Words of the Azure part of a machine's page. */
export const azureMachineText = {
  tab: 'Azure',
  asOf: ({ isRehearsal, vaultName, readAt, by }: AzureMachineView): string =>
    `${isRehearsal ? 'Rehearsal: ' : ''}${vaultName ?? 'The vault'} as of ${readAt === null ? 'never' : formatDayTime(readAt)}${by === null ? '' : `, read by ${by}`}.`,
  nothingRead: 'What was read of a vault stays here, also offline. The Azure screen connects this engagement with one.',
  goToAzure: 'Azure screen',
  read: 'Read now',
  readHint: 'Reads the vault, and of this machine all details and recovery points',
  readOnly: 'this file can only be read',
  running: 'it is running already',
  signInFirst: 'sign in and choose a vault on the Azure screen first',
  noItem: 'The vault has no protected item of this machine.',
  discovered: (name: string): string => `It is known as “${name}” and does not replicate yet.`,
  noJobs: 'The vault lists no job of this item.',
  parts: {
    state: 'State and health',
    replication: 'Replication',
    target: 'Target',
    test: 'Test and failover',
    jobs: 'Jobs of this item',
    points: 'Recovery points',
  },
  /** What was read and when, beside each part. */
  source: {
    list: (readAt: string | null): string => `Item list, ${readAt === null ? 'unknown' : formatDayTime(readAt)}`,
    item: (detailsAt: string | null, readAt: string): string =>
      detailsAt === null ? `Item list, ${formatDayTime(readAt)}` : `Item, ${formatDayTime(detailsAt)}`,
    jobs: (readAt: string): string => `Job list, ${formatDayTime(readAt)}`,
    points: (at: string): string => `Points, ${formatDayTime(at)}`,
  },
  points: {
    at: 'Time',
    kind: 'Kind',
    kinds: { CrashConsistent: 'Crash-consistent', AppConsistent: 'App-consistent' } as Readonly<Record<string, string>>,
    notRead: 'Not read yet. “Read now” reads them.',
    none: 'The item has no recovery point.',
  },
  doubt: {
    title: (name: string): string => `Is “${name}” this machine?`,
    why: (by: string, against: readonly string[]): string =>
      against.length === 0
        ? `Both have the same ${by}; that alone is not sure.`
        : `Both have the same ${by}, but another ${against.join(' and ')}.`,
    yes: 'It is this machine',
  },
  facts: {
    unknownHealth: 'Unknown',
    location: 'Active at',
    locations: { Primary: 'The source', Recovery: 'Azure' } as Readonly<Record<string, string>>,
    nothingRuns: 'Nothing',
    offersNothing: 'Nothing just now',
    disks: 'Disks',
    disksCopied: (copied: number, all: number): string => `${copied} of ${all} copied`,
    pending: 'Pending data',
    megabytes: (count: number): string => `${count.toLocaleString('en', { maximumFractionDigits: 1 })} MB`,
    agentUntil: 'Agent until',
    name: 'Name',
    size: 'Size',
    group: 'Resource group',
    network: 'Network',
    testNetwork: 'Test network',
    addresses: 'Addresses',
    licence: 'Licence',
    planned: (has: string, wants: string | null): string => `${has}, planned ${wants ?? ''}`,
    test: 'Test',
    testStates: {
      None: 'No test machine',
      WaitingForCompletion: 'The test machine stands',
      MarkedForDeletion: 'Cleaned up',
    } as Readonly<Record<string, string>>,
    never: 'Never',
  },
} as const;
