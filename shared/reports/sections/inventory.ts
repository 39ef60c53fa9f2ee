import { statedAt } from '../../domain/effective-facts.ts';
import { fieldTitle } from '../../domain/machine-fields.ts';
import type { Disk, Nic } from '../../domain/machine.ts';
import { scenarioById } from '../../scenarios/index.ts';
import { memoryGiB, type ReportContext, type ReportMachine } from '../report-context.ts';
import { tableOf, type TableColumn } from '../report-table.ts';
import type { ReportSection } from '../report.ts';
import { compareWords, VERDICT_TITLES, VERDICT_TONES } from '../words.ts';

const MOST_PRINTED = 500;

/** Every machine of the engagement, once, in scope or not; disks and adapters beside them. */
export function* inventoryAppendix(context: ReportContext): Generator<void, ReportSection, void> {
  const { sources } = context;
  const machines = yield* tableOf<ReportMachine>(
    {
      id: 'machines',
      title: 'Machines',
      emptyText: 'No inventory was imported.',
      sheet: 'Machines',
      source: sources.inventory,
      mostPrintedRows: MOST_PRINTED,
    },
    machineColumns(context),
    context.machines,
  );
  const disks = yield* tableOf<Part<Disk>>(
    {
      id: 'disks',
      title: 'Disks',
      emptyText: 'No source states disks.',
      sheet: 'Disks',
      source: sources.inventory,
      isDataOnly: true,
    },
    diskColumns,
    partsOf(context.machines, ({ machine }) => machine.facts.disks),
  );
  const adapters = yield* tableOf<Part<Nic>>(
    {
      id: 'adapters',
      title: 'Network adapters',
      emptyText: 'No source states network adapters.',
      sheet: 'Adapters',
      source: sources.inventory,
      isDataOnly: true,
    },
    nicColumns,
    partsOf(context.machines, ({ machine }) => machine.facts.nics),
  );
  return { id: 'inventory', title: 'Inventory', place: 'appendix', blocks: [machines, disks, adapters] };
}

function machineColumns({ engagement }: ReportContext): TableColumn<ReportMachine>[] {
  const dates = new Map(engagement.imports.map((record) => [record.id, statedAt(record)]));
  const files = new Map(engagement.imports.map((record) => [record.id, record.fileName]));
  const withState = (each: ReportMachine, state: string): string =>
    Object.keys(each.row.provenance)
      .filter((field) => each.row.provenance[field] === state)
      .map(fieldTitle)
      .toSorted(compareWords)
      .join(', ');
  const only: Pick<TableColumn<ReportMachine>, 'isDataOnly'> = { isDataOnly: true };
  return [
    { key: 'id', title: 'Machine id', kind: 'text', isCode: true, ...only, from: ({ machine }) => machine.id },
    { key: 'name', title: 'Machine', kind: 'text', from: ({ row }) => row.name },
    { key: 'inScope', title: 'In scope', kind: 'boolean', ...only, from: ({ machine }) => machine.isInScope },
    {
      key: 'outReason',
      title: 'Out of scope because',
      kind: 'text',
      empty: 'none',
      ...only,
      from: ({ machine }) => machine.outOfScopeReason,
    },
    { key: 'readiness', title: 'Readiness', kind: 'text', tones: VERDICT_TONES, from: readinessOf },
    { key: 'wave', title: 'Wave', kind: 'number', empty: 'none', from: ({ wave }) => wave?.number },
    { key: 'group', title: 'Move group', kind: 'text', empty: 'none', ...only, from: ({ group }) => group?.title },
    { key: 'application', title: 'Application', kind: 'text', from: ({ row }) => row.application },
    { key: 'environment', title: 'Environment', kind: 'text', ...only, from: ({ row }) => row.environment },
    { key: 'owner', title: 'Owner', kind: 'text', ...only, from: ({ row }) => row.owner },
    { key: 'criticality', title: 'Criticality', kind: 'text', ...only, from: ({ row }) => row.criticality },
    {
      key: 'scenario',
      title: 'Scenario',
      kind: 'text',
      ...only,
      from: ({ machine }) => scenarioById(machine.scenario)?.title ?? machine.scenario,
    },
    { key: 'os', title: 'Operating system', kind: 'text', from: ({ row }) => row.osName },
    { key: 'osFamily', title: 'System family', kind: 'text', ...only, from: ({ row }) => row.osFamily },
    { key: 'firmware', title: 'Firmware', kind: 'text', ...only, from: ({ row }) => row.firmware },
    { key: 'power', title: 'Power', kind: 'text', ...only, from: ({ row }) => row.powerState },
    { key: 'cpu', title: 'Processors', unit: 'vCPU', kind: 'number', from: ({ row }) => row.cpuCount },
    { key: 'memory', title: 'Memory', unit: 'GiB', kind: 'number', decimals: 1, from: memoryGiB },
    { key: 'disks', title: 'Disks', kind: 'number', ...only, from: ({ row }) => row.diskCount },
    { key: 'provisioned', title: 'Provisioned', unit: 'GiB', kind: 'number', decimals: 1, ...only, from: ({ row }) => row.provisionedGiB },
    { key: 'inUse', title: 'In use', unit: 'GiB', kind: 'number', decimals: 1, ...only, from: ({ row }) => row.inUseGiB },
    { key: 'data', title: 'Data to move', unit: 'GiB', kind: 'number', decimals: 1, from: ({ sizeGiB }) => sizeGiB },
    { key: 'adapters', title: 'Adapters', kind: 'number', ...only, from: ({ row }) => row.nicCount },
    { key: 'addresses', title: 'Addresses', kind: 'text', ...only, from: ({ row }) => row.ipAddresses },
    { key: 'fqdn', title: 'Full name (DNS)', kind: 'text', ...only, from: ({ row }) => row.fqdn },
    { key: 'site', title: 'Site', kind: 'text', ...only, from: ({ machine }) => machine.facts.site },
    { key: 'cluster', title: 'Cluster', kind: 'text', ...only, from: ({ row }) => row.cluster },
    { key: 'host', title: 'Host', kind: 'text', ...only, from: ({ row }) => row.host },
    { key: 'tools', title: 'VMware Tools', kind: 'text', ...only, from: ({ row }) => row.vmwareToolsStatus },
    { key: 'snapshots', title: 'Snapshots', kind: 'number', ...only, from: ({ row }) => row.snapshotCount },
    { key: 'blockers', title: 'Blockers', kind: 'number', from: ({ row }) => row.blockerCount },
    { key: 'warnings', title: 'Warnings', kind: 'number', ...only, from: ({ row }) => row.warningCount },
    { key: 'lackingRules', title: 'Rules that lack data', kind: 'number', ...only, from: ({ row }) => row.unknownCount },
    {
      key: 'downtime',
      title: 'Downtime budget',
      unit: 'min',
      kind: 'number',
      ...only,
      from: ({ machine }) => machine.facts.downtimeBudgetMinutes,
    },
    {
      key: 'differing',
      title: 'Facts on which sources differ',
      kind: 'text',
      empty: 'none',
      ...only,
      from: (each) => withState(each, 'conflict'),
    },
    { key: 'byHand', title: 'Facts set by a person', kind: 'text', empty: 'none', ...only, from: (each) => withState(each, 'person') },
    {
      key: 'sources',
      title: 'Sources',
      kind: 'text',
      ...only,
      from: ({ machine }) => [...new Set(machine.statements.map(({ importId }) => files.get(importId) ?? importId))].join(', '),
    },
    {
      key: 'dataAt',
      title: 'Newest data',
      kind: 'date',
      ...only,
      from: ({ machine }) =>
        machine.statements.reduce<string | null>((newest, { importId }) => {
          const at = dates.get(importId) ?? null;
          return newest === null || (at !== null && at > newest) ? at : newest;
        }, null),
    },
  ];
}

/** A machine that stays is not judged. */
function readinessOf({ machine, verdict }: ReportMachine): string {
  return machine.isInScope ? VERDICT_TITLES[verdict] : 'Out of scope';
}

interface Part<T> {
  readonly each: ReportMachine;
  readonly part: T;
}

function* partsOf<T>(
  machines: readonly ReportMachine[],
  read: (each: ReportMachine) => readonly T[] | undefined,
): Generator<Part<T>, void, void> {
  for (const each of machines) for (const part of read(each) ?? []) yield { each, part };
}

const diskColumns: readonly TableColumn<Part<Disk>>[] = [
  { key: 'id', title: 'Id', kind: 'text', isCode: true, from: ({ each, part }) => `${each.machine.id}:${part.id}` },
  { key: 'machine', title: 'Machine', kind: 'text', from: ({ each }) => each.row.name },
  { key: 'disk', title: 'Disk', kind: 'text', from: ({ part }) => part.id },
  { key: 'size', title: 'Size', unit: 'GiB', kind: 'number', decimals: 1, from: ({ part }) => part.sizeGiB },
  { key: 'used', title: 'Used', unit: 'GiB', kind: 'number', decimals: 1, from: ({ part }) => part.usedGiB },
  { key: 'bus', title: 'Bus', kind: 'text', from: ({ part }) => part.bus },
  { key: 'shared', title: 'Shared', kind: 'boolean', from: ({ part }) => part.isShared },
  { key: 'thin', title: 'Thin', kind: 'boolean', from: ({ part }) => part.isThin },
  { key: 'mode', title: 'Mode', kind: 'text', from: ({ part }) => part.diskMode },
  { key: 'controller', title: 'Controller', kind: 'text', from: ({ part }) => part.controller },
  { key: 'path', title: 'Path', kind: 'text', from: ({ part }) => part.path },
];

const nicColumns: readonly TableColumn<Part<Nic>>[] = [
  { key: 'id', title: 'Id', kind: 'text', isCode: true, from: ({ each, part }) => `${each.machine.id}:${part.id}` },
  { key: 'machine', title: 'Machine', kind: 'text', from: ({ each }) => each.row.name },
  { key: 'adapter', title: 'Adapter', kind: 'text', from: ({ part }) => part.id },
  { key: 'network', title: 'Network', kind: 'text', from: ({ part }) => part.network },
  { key: 'subnet', title: 'Subnet', kind: 'text', from: ({ part }) => part.subnet },
  { key: 'mac', title: 'Hardware address', kind: 'text', from: ({ part }) => part.mac },
  { key: 'addresses', title: 'Addresses', kind: 'text', from: ({ part }) => part.ip?.join(', ') },
  { key: 'addressKind', title: 'Given by', kind: 'text', from: ({ part }) => part.ipKind },
  { key: 'connected', title: 'Connected', kind: 'boolean', from: ({ part }) => part.isConnected },
  { key: 'kind', title: 'Kind', kind: 'text', from: ({ part }) => part.adapter },
];
