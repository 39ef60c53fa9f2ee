import type { AzureStatus, AzureSummary } from '../../shared/contract/azure-shapes.ts';
import type { MatchKind } from '../../shared/domain/identity-keys.ts';
import { countOf, formatDayTime } from './common-format.ts';

/** Words of the Azure screen. */
export const azureText = {
  title: 'Azure',
  answer: (azure: AzureSummary): string => {
    const side = azure.isRehearsing ? 'Rehearsal with the simulator' : 'Azure';
    if (azure.lastRead === null) return azure.isRehearsing ? `${side}: nothing read yet.` : 'Nothing was read from Azure yet.';
    const drift = azure.driftCount === 0 ? 'no drift' : `${countOf(azure.driftCount, 'item')} drifted`;
    return `${side}: ${azure.lastRead.vaultName} as of ${formatDayTime(azure.lastRead.readAt)}, ${countOf(azure.lastRead.counts['items'] ?? 0, 'protected item')}, ${drift}.`;
  },
  rehearsal: {
    title: 'Rehearsal.',
    text: 'This is the simulator on this computer, filled from the inventory. Nothing reaches Azure, and nothing of it counts as done.',
    start: 'Rehearse',
    startHint: 'Work with a simulated vault on this computer, filled from this inventory',
    stop: 'End rehearsal',
    failed: 'The rehearsal was not switched',
  },
  check: 'Check now',
  read: 'Read vault',
  reading: 'Reading…',
  stopReading: 'Stop reading',
  readFailed: 'The vault was not read',
  checkFailed: 'The checks were not made',
  checked: (done: number, notDone: number, unknown: number): string => `${done} done, ${notDone} not done, ${unknown} unknown`,
  checkedTitle: (isRehearsal: boolean): string => (isRehearsal ? 'Rehearsal: checked against the simulator' : 'Checked against Azure'),
  asOf: (instant: string, by: string): string => `As of ${formatDayTime(instant)}, read by ${by}`,
  views: { items: 'Items', vault: 'Vault', jobs: 'Jobs', events: 'Events', checks: 'Checks', matches: 'Matching' },
  view: 'What to look at',
  empty: {
    title: 'Nothing is known of Azure yet',
    text: 'Sign in at the right, choose the vault and read it. What was read stays in the engagement and can be looked at offline. Or rehearse with the simulator.',
  },
  none: 'Nothing here.',
  unknown: '–',
  items: {
    label: 'Protected items',
    name: 'Item',
    machine: 'Machine',
    state: 'State',
    health: 'Health',
    rpo: 'RPO (min)',
    offers: 'Offers',
    filter: 'Filter items',
    only: { all: 'All', unhealthy: 'Not healthy', running: 'Busy', unmatched: 'Unmatched' },
    count: (shown: number, total: number): string => (shown === total ? countOf(total, 'item') : `${shown} of ${countOf(total, 'item')}`),
  },
  item: {
    state: 'State',
    runs: 'Running',
    health: 'Replication health',
    failover: 'Failover health',
    point: 'Newest point',
    rpo: 'RPO',
    rpoAt: (seconds: number, at: string): string => `${Math.ceil(seconds / 60)} min, calculated ${formatDayTime(at)}`,
    progress: 'Progress',
    tested: 'Last test',
    failedOver: 'Last failover',
    target: 'Target',
    agent: 'Agent',
    policy: 'Policy',
    offers: 'Offers',
    offersNothing: 'Nothing just now',
    never: 'Never',
    problems: 'Health errors',
    portal: 'Open in the portal',
    machine: 'Machine',
    showMachine: 'Show machine',
    unmatched: 'Not matched with a machine of the inventory',
    back: 'Back to the connection',
  },
  vault: {
    about: 'Vault',
    name: 'Name',
    kind: 'Kind',
    region: 'Region',
    state: 'State',
    group: 'Resource group',
    fabrics: 'Fabrics',
    containers: 'Containers',
    appliances: 'Appliances',
    components: 'Parts of appliances and servers',
    providers: 'Providers',
    policies: 'Policies',
    mappings: 'Mappings',
    networks: 'Networks',
    plans: 'Recovery plans',
    alerts: 'Alerts',
    problems: 'Problems of the vault',
    unreadable: 'Could not be read',
    lacksRight: 'The account lacks a right.',
    portal: 'Open the vault in the portal',
  },
  rights: {
    title: 'Rights of the account',
    held: 'held',
    missing: (role: string): string => `missing – ask for ${role}`,
    unknown: 'unknown',
    first: (action: string): string => `Missing: ${action}`,
    all: (more: number): string => `${more.toLocaleString('en')} more missing`,
  },
  connection: {
    title: 'Connection',
    account: 'Account',
    tenant: 'Tenant',
    subscription: 'Subscription',
    vault: 'Vault',
    cloud: 'Cloud',
    tenantHint: 'Id or domain; empty = the tenant of the account',
    clientId: 'Application id',
    clientHint: 'Of the customer’s own app registration; empty = Microsoft’s public client',
    method: 'How',
    browser: 'Browser',
    code: 'Code',
    signIn: 'Sign in',
    cancel: 'Stop',
    signOut: 'Sign out',
    disconnect: 'Disconnect the engagement',
    failed: 'The sign-in did not begin',
    waitingBrowser: 'The sign-in page is open in your browser. Come back here afterwards.',
    openPage: 'Open the sign-in page',
    waitingCode: 'Open the page on any device and type this code:',
    memoryOnly: 'This host offers no encryption by the system: the sign-in is kept in memory and ends with the app.',
    kept: 'The sign-in is kept encrypted on this computer.',
    choose: 'Choose vault',
    chooseHint: 'Choose…',
    change: 'Choose another vault',
    listFailed: 'The list was not read',
    chooseFailed: 'The vault was not chosen',
    noVault: 'The account sees no Recovery Services vault in this subscription.',
    noSubscription: 'The account sees no subscription of this tenant.',
    own: 'The engagement belongs to this tenant; an account of another is refused.',
  },
  jobs: {
    none: 'The vault lists no job.',
    label: 'Jobs',
    title: 'Job',
    target: 'Of',
    state: 'State',
    started: 'Started',
    ended: 'Ended',
    portal: 'Portal',
  },
  events: { none: 'The vault lists no event.', label: 'Events', severity: 'Severity', what: 'What', object: 'Of', at: 'When' },
  checks: {
    label: 'Checked steps',
    step: 'Step',
    result: 'Result',
    done: 'Done',
    notDone: 'Not done',
    unknown: 'Unknown',
    partly: 'Seen in part',
    drifted: 'Drifted',
    saw: 'What was seen',
    read: (at: string, what: readonly string[]): string => `Read ${formatDayTime(at)}: ${what.join('; ')}`,
    counts: (done: number, notDone: number, unknown: number): string => {
      const all = done + notDone + unknown;
      return all === 1
        ? ''
        : `${done.toLocaleString('en')} of ${all.toLocaleString('en')} done${unknown === 0 ? '' : `, ${unknown.toLocaleString('en')} unknown`}`;
    },
    none: 'No step was checked yet. “Check now” reads the vault and compares every step that Azure can show.',
    go: 'Show step',
  },
  matches: {
    label: 'Items and machines',
    item: 'In Azure',
    machine: 'In the inventory',
    how: 'By',
    decide: 'Decide',
    state: { doubtful: 'Asks you', none: 'No machine', matched: 'Matched' },
    notThis: 'None of them',
    notThisOne: 'Not this machine',
    none: {
      doubtful: 'Nothing is in doubt.',
      none: 'Everything in the vault has its machine.',
      matched: 'Nothing is matched yet.',
    },
    is: (name: string): string => `It is ${name}`,
    failed: 'The decision was not kept',
    filter: { doubtful: 'Doubtful', none: 'Unmatched', matched: 'Matched' },
  },
  stepCheck: {
    action: 'Check against Azure',
    rehearsal: 'Check against the simulator',
    none: 'Nothing was read of a vault yet; the Azure screen connects this engagement.',
  },
} as const;

export const MATCH_WORDS: Readonly<Record<MatchKind | 'person', string>> = {
  'bios-id': 'BIOS id',
  'instance-id': 'instance id',
  mac: 'MAC address',
  'full-name': 'full name',
  name: 'name',
  address: 'address',
  person: 'a person',
};

/** What the header says of Azure: never green without a sign-in, never Azure in a rehearsal. */
export function connectionWords(status: AzureStatus | null, azure: AzureSummary | null): { readonly title: string; readonly hint: string } {
  if (azure?.isRehearsing === true)
    return {
      title: 'REHEARSAL',
      hint: 'The simulator of this computer stands in for Azure. Nothing leaves this computer, nothing counts as done.',
    };
  if (status?.signIn.kind === 'signed-in')
    return {
      title: azure?.target?.vaultName ?? status.signIn.accountName,
      hint: `Signed in to Azure as ${status.signIn.accountName}, tenant ${status.signIn.tenantId}.`,
    };
  return { title: 'Offline', hint: 'Landfall works without a network. Azure is not signed in to; nothing leaves this computer.' };
}
