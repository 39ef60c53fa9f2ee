/** Words of the service in ours. What is not here is shown as the service says it. */
const OPERATIONS: Readonly<Record<string, string>> = {
  UnplannedFailover: 'failover',
  PlannedFailover: 'planned failover',
  TestFailover: 'test',
  TestFailoverCleanup: 'clean-up of the test',
  Commit: 'commit',
  ChangePit: 'change of the recovery point',
  CompleteMigration: 'completion of the migration',
  DisableProtection: 'disabling',
  SwitchProtection: 'protecting again',
  ReverseReplicate: 'protecting again',
  RepairReplication: 'repair',
  CancelFailover: 'cancelling the failover',
};

/** What an item or a plan offers, as one sentence part; `none` where it offers nothing. */
export function operationWords(operations: readonly string[], none: string): string {
  const words = [...new Set(operations.map((each) => OPERATIONS[each] ?? each))].join(', ');
  return words === '' ? none : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

const FABRICS: Readonly<Record<string, string>> = {
  InMageRcm: 'Replication appliance',
  VMware: 'Configuration server (classic)',
  HyperVSite: 'Hyper-V site',
  VMM: 'Virtual Machine Manager',
  Azure: 'Azure region',
  VMwareV2: 'Azure Migrate, VMware',
  HyperVMigrate: 'Azure Migrate, Hyper-V',
};

const PROVIDERS: Readonly<Record<string, string>> = {
  InMageRcm: 'Replication appliance',
  InMageAzureV2: 'Classic',
  HyperVReplicaAzure: 'Hyper-V',
  A2A: 'Azure to Azure',
};

export function fabricWords(kind: string | null): string | null {
  return kind === null ? null : (FABRICS[kind] ?? kind);
}

export function providerWords(name: string | null): string | null {
  return name === null ? null : (PROVIDERS[name] ?? name);
}

function minutes(value: string): string {
  const count = Number(value);
  if (!Number.isFinite(count)) return value;
  if (count === 0) return 'off';
  return count % 60 === 0 ? `${count / 60} h` : `${count} min`;
}

const VALUES: Readonly<Record<string, (value: string) => string>> = {
  recoveryPointHistoryInMinutes: (value) => `points kept ${minutes(value)}`,
  recoveryPointHistory: (value) => `points kept ${minutes(value)}`,
  recoveryPointHistoryDurationInHours: (value) => `points kept ${value} h`,
  appConsistentFrequencyInMinutes: (value) => `app-consistent ${minutes(value)}`,
  applicationConsistentSnapshotFrequencyInHours: (value) => `app-consistent ${value === '0' ? 'off' : `${value} h`}`,
  crashConsistentFrequencyInMinutes: (value) => `crash-consistent ${minutes(value)}`,
  recoveryPointThresholdInMinutes: (value) => `warns after ${minutes(value)}`,
  replicationInterval: (value) => `copied every ${value} s`,
  enableMultiVmSync: (value) => `points of several machines ${value === 'true' ? 'on' : 'off'}`,
  multiVmSyncStatus: (value) => `points of several machines ${value === 'Enabled' ? 'on' : 'off'}`,
};

/** What a policy says. */
export function policyWords(values: Readonly<Record<string, string>>): string {
  const words = Object.entries(values).map(([name, value]) => VALUES[name]?.(value) ?? `${name} ${value}`);
  const joined = [...new Set(words)].join(', ');
  return `${joined.slice(0, 1).toUpperCase()}${joined.slice(1)}`;
}
