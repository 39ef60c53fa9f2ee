import type { NeighbourRow } from '../azure-state.ts';
import { listed } from '../neighbour-row.ts';
import {
  done,
  everyMachine,
  namesOf,
  notDone,
  reading,
  rows,
  rowsBy,
  unknown,
  unread,
  withTarget,
  type Check,
  type CheckContext,
} from './check.ts';
import { openRuleOf } from './target-checks.ts';

/** Steps after the migration: reach, protect, license, tidy up. */
const reachable = withTarget(({ vm }, _machine, context) => {
  const adapters = rows(context, 'networkAdapters');
  if (adapters === null) return unread('Network adapters', context, 'networkAdapters');
  const groups = rows(context, 'securityGroups');
  if (groups === null) return unread('Security groups', context, 'securityGroups');
  const own = rowsBy(adapters, 'machineId').get(vm.id.toLowerCase()) ?? [];
  if (own.length === 0) return notDone('No network adapter is attached to it.');
  for (const adapter of own) {
    const [group] = rowsBy(groups, 'id').get(adapter.facts['groupId']?.toLowerCase() ?? '') ?? [];
    if (group === undefined) return unknown('An adapter has no security group of its own; its subnet may have one.');
    const { open, isDark } = openRuleOf(group);
    if (open !== null) return notDone(`The rule ${open} of ${group.name} lets everybody in to administer.`);
    if (isDark) return unknown(`What the rules of ${group.name} let in is not in the answer.`);
  }
  return done('Its adapters have security groups, and none lets everybody in to administer.');
});

const agentReady = withTarget(({ state }) => {
  const agent = state?.facts['agent'];
  if (agent === undefined) return unknown('The state of its agent is not in the answer.');
  return agent === 'ProvisioningState/succeeded' ? done('Its agent is ready.') : notDone('Its agent is not ready.');
});

/** SOURCE: checklists, apply-hybrid-benefit (A2A-SM, VM-FAQ); those of Linux are our inference. */
const LICENCES: Readonly<Record<'windows' | 'linux', readonly string[]>> = {
  windows: ['windows_server', 'windows_client'],
  linux: ['rhel_byos', 'sles_byos', 'ubuntu_pro'],
};

const licensed = withTarget(({ vm }, { machine }) => {
  const { osFamily } = machine.facts;
  if (vm.facts['size'] === undefined) return unknown('The answer does not say how the machine is made.');
  const licence = vm.facts['licence'];
  if (licence === undefined || licence === 'None') return notDone('No licence type is set.');
  if (osFamily !== 'windows' && osFamily !== 'linux') return unknown(`Licence type ${licence}; its operating system is not known.`);
  return LICENCES[osFamily].includes(licence.toLowerCase())
    ? done(`Licence type ${licence}.`)
    : notDone(`Licence type ${licence} is none for its operating system.`);
});

/** Which extensions belong there, a person says. */
const extensions = withTarget(({ vm, state }) => {
  const ids = vm.facts['extensions'];
  if (ids === undefined) return unknown('The answer names no extensions.');
  if (listed(state?.facts['failedExtensions']).length > 0) return notDone('One of its extensions failed.');
  const names = listed(ids).map((id) => ({ name: id.split('/').at(-1) ?? id }));
  return names.length === 0 ? notDone('No extension is installed.') : done(`Installed: ${namesOf(names)}.`);
});

const backedUp = withTarget(({ vm }, _machine, context) => {
  const backups = rows(context, 'backupItems');
  if (backups === null) return unread('Backups of this vault', context, 'backupItems');
  const [own] = rowsBy(backups, 'machine').get(vm.name.toLowerCase()) ?? [];
  if (own === undefined) return unknown('It has no backup in this vault; another vault may have one.');
  const status = own.facts['status'];
  if (status === undefined) return unknown('The vault does not say how its last backup was.');
  return status === 'Completed' ? done('Its last backup succeeded.') : notDone(`Its last backup: ${status}.`);
});

/** SOURCE: checklists, remove-replication-leftovers (A2A-ERR-P, EN-VM). */
const LEFTOVER = /^asrseeddisk|-asr/i;

/** Replica disks of the wave that no machine uses, its test machines, and items that are still in the vault. */
const leftovers = reading(
  ['Microsoft.Compute/disks name, managedBy', 'virtualMachines: test machines are gone', 'replicationProtectedItems'],
  (context) => {
    const disks = rows(context, 'disks');
    if (disks === null) return unread('Disks', context, 'disks');
    if (rows(context, 'machines') === null) return unread('Machines', context, 'machines');
    if (context.machines.length === 0) return unknown('No machine is concerned.');
    const open = context.machines.filter(({ item }) => item !== null);
    if (open.length > 0) return notDone(`${open.length} machines of the wave are still in the vault: ${namesOf(open)}.`);
    const tests = context.machines.flatMap(({ test }) => test?.vm ?? []);
    if (tests.length > 0) return notDone(`Test machines still stand: ${namesOf(tests)}.`);
    const left = disks.filter((row) => row.facts['usedBy'] === undefined && LEFTOVER.test(row.name));
    const own = left.filter((row) => isOfWave(row, context));
    if (own.length > 0) return notDone(`${own.length} replica disks are left: ${namesOf(own)}.`);
    if (left.length > 0 && context.state.items.length === 0)
      return unknown(`${left.length} replica disks are left that bear no name of the wave: ${namesOf(left)}.`);
    return done('No replica disk, no test machine and no item of the wave is left.');
  },
);

/** Replica disks bear the name of their machine. */
function isOfWave({ name }: NeighbourRow, { machines }: CheckContext): boolean {
  const words = name.toLowerCase();
  return machines.some(({ machine, name: own }) =>
    [own, machine.facts.targetVmName].some((each) => each !== undefined && words.includes(each.toLowerCase())),
  );
}

const retired = reading(['replicationProtectedItems', 'replicationFabrics', 'replicationMigrationItems'], ({ state }) => {
  if (state.items.length > 0) return notDone(`${state.items.length} machines are still protected.`);
  if (state.fabrics.length > 0) return notDone(`Still registered: ${namesOf(state.fabrics)}.`);
  if ((state.migrationItemCount ?? 0) > 0) return notDone('Azure Migrate still replicates machines by this vault.');
  return state.migrationItemCount === null
    ? unknown('Nothing is registered; whether Azure Migrate still uses the vault could not be read.')
    : done('Nothing is protected and nothing is registered.');
});

const machine = (read: string, look: Parameters<typeof everyMachine>[1]): Check => everyMachine([`virtualMachines ${read}`], look);

export const afterChecks = {
  'restore-connectivity': everyMachine(['networkInterfaces networkSecurityGroup', 'networkSecurityGroups securityRules'], reachable),
  'verify-vm-agent': machine('instanceView.vmAgent', agentReady),
  'apply-hybrid-benefit': machine('properties.licenseType', licensed),
  'reinstall-extensions': machine('resources, instanceView.extensions', extensions),
  'enable-backup': everyMachine(['backupProtectedItems lastBackupStatus'], backedUp),
  'remove-replication-leftovers': leftovers,
  'remove-replication-infrastructure': retired,
} as const satisfies Readonly<Record<string, Check>>;
