import type { Disk, DiskBus, Nic, Volume } from '../../../shared/domain/machine.ts';
import { gib, versionIn } from '../fact-words.ts';
import { createRowReader, type RowReader, type Sheet } from '../sheet.ts';
import { setFact, type DraftIndex, type MachineDraft } from './machine-draft.ts';

type TakeRow = (row: RowReader, draft: MachineDraft, sheet: Sheet) => void;

/** Sheets besides vInfo, each with what one of its rows says about its machine. */
export const detailSheets: Readonly<Record<string, TakeRow>> = {
  vCPU: (row, draft) => setFact(draft, 'cpuCount', row.numeric('CPUs'), 'vCPU'),
  vMemory: (row, draft) => setFact(draft, 'memoryMiB', row.whole('Size MiB', 'Size MB'), 'vMemory'),
  vDisk: (row, draft) => void draft.disks.push(diskOf(row)),
  vPartition: (row, draft) => {
    const volume = volumeOf(row);
    if (volume !== null) draft.volumes.push(volume);
  },
  vNetwork: (row, draft) => void draft.nics.push(nicOf(row)),
  vTools: takeTools,
  vSnapshot: (_row, draft) => {
    draft.facts.snapshotCount = (draft.facts.snapshotCount ?? 0) + 1;
    draft.fieldSheets.snapshotCount = 'vSnapshot';
  },
  vCD: (row, draft) => takeDevice(row, draft, 'isCdConnected', 'vCD'),
  vUSB: (row, draft) => takeDevice(row, draft, 'isUsbConnected', 'vUSB'),
};

/** Joins one sheet to the machines; a row that fits no machine is named. */
export function joinSheet(sheet: Sheet, take: TakeRow, index: DraftIndex): void {
  const readRow = createRowReader(sheet);
  for (const cells of sheet.rows) {
    const row = readRow(cells);
    if (row.flag('SRM Placeholder') === true) continue;
    const draft = index.find(row);
    if (draft === null) {
      index.skip(sheet, row, row.text('VM') === undefined ? 'It names no machine.' : 'It fits no machine of vInfo, or more than one.');
      continue;
    }
    draft.rows[sheet.name] ??= row.number;
    take(row, draft, sheet);
  }
}

function diskOf(row: RowReader): Disk {
  const isRaw = row.flag('Raw');
  const label = row.text('Disk', 'Label') ?? `Row ${row.number}`;
  const sharedBus = row.text('Shared Bus')?.toLowerCase();
  const sharingMode = row.text('Sharing mode')?.toLowerCase();
  const isShared =
    sharedBus === undefined && sharingMode === undefined
      ? undefined
      : isSharing(sharedBus, 'nosharing') || isSharing(sharingMode, 'sharingnone');
  const bus = isRaw === true ? rawBus(row.text('Raw Comp. Mode')) : controllerBus(row.text('Controller'));
  const sizeGiB = gib(row.whole('Capacity MiB', 'Capacity MB'));
  const diskMode = row.text('Disk Mode');
  const path = row.text('Disk Path', 'Path');
  const controller = row.text('Controller');
  const isThin = row.flag('Thin');
  return {
    id: label,
    // vSphere boots from the first disk unless told otherwise; only that one is called the system disk.
    isOsDisk: /^hard disk 1$/i.test(label),
    row: row.number,
    ...(sizeGiB === undefined ? {} : { sizeGiB }),
    ...(bus === undefined ? {} : { bus }),
    ...(isShared === undefined ? {} : { isShared }),
    ...(isThin === undefined ? {} : { isThin }),
    ...(diskMode === undefined ? {} : { diskMode }),
    ...(controller === undefined ? {} : { controller }),
    ...(path === undefined ? {} : { path }),
  };
}

function isSharing(mode: string | undefined, none: string): boolean {
  return mode !== undefined && mode !== none && mode !== 'none';
}

function rawBus(mode: string | undefined): DiskBus {
  return mode?.toLowerCase().startsWith('virtual') === true ? 'rdmVirtual' : 'rdmPhysical';
}

function controllerBus(controller: string | undefined): DiskBus | undefined {
  const text = controller?.toLowerCase();
  if (text === undefined) return undefined;
  if (text.includes('nvme')) return 'nvme';
  if (text.includes('sata') || text.includes('ahci')) return 'sata';
  if (text.includes('ide')) return 'ide';
  return text.includes('scsi') || text.includes('lsi') || text.includes('buslogic') || text.includes('sas') ? 'scsi' : undefined;
}

function volumeOf(row: RowReader): Volume | null {
  const mountPoint = row.text('Disk', 'Mount point', 'Partition');
  if (mountPoint === undefined) return null;
  const sizeGiB = gib(row.whole('Capacity MiB', 'Capacity MB'));
  const freeMiB = row.whole('Free MiB', 'Free MB');
  const fileSystem = row.text('File system', 'Filesystem');
  return {
    mountPoint,
    row: row.number,
    ...(sizeGiB === undefined ? {} : { sizeGiB }),
    ...(freeMiB === undefined ? {} : { freeMiB }),
    ...(fileSystem === undefined ? {} : { fileSystem }),
  };
}

function nicOf(row: RowReader): Nic {
  const ip = [row.text('IPv4 Address'), row.text('IPv6 Address'), row.text('IP Address')]
    .flatMap((text) => text?.split(/[,;\s]+/) ?? [])
    .filter((text) => text !== '');
  const mac = row.text('Mac Address', 'MAC')?.toLowerCase();
  const network = row.text('Network');
  const adapter = row.text('Adapter');
  const isConnected = row.flag('Connected');
  return {
    id: row.text('NIC label', 'Label') ?? `Row ${row.number}`,
    row: row.number,
    ...(network === undefined ? {} : { network }),
    ...(adapter === undefined ? {} : { adapter }),
    ...(mac === undefined ? {} : { mac }),
    ...(ip.length === 0 ? {} : { ip }),
    ...(isConnected === undefined ? {} : { isConnected }),
  };
}

/** vTools says more than vInfo: not installed is something else than not running, and old something else than current. */
function takeTools(row: RowReader, draft: MachineDraft): void {
  const tools = row.text('Tools', 'Tools Status')?.toLowerCase();
  if (tools === undefined) return;
  draft.facts.vmwareToolsVersionStatus = row.text('Tools', 'Tools Status') ?? '';
  draft.fieldSheets.vmwareToolsVersionStatus = 'vTools';
  const status = tools.includes('notinstalled')
    ? 'notInstalled'
    : tools.includes('notrunning')
      ? 'notRunning'
      : tools === 'toolsok' || tools === 'toolsold'
        ? 'running'
        : undefined;
  if (status === undefined) return;
  draft.facts.vmwareToolsStatus = status;
  draft.fieldSheets.vmwareToolsStatus = 'vTools';
}

function takeDevice(row: RowReader, draft: MachineDraft, field: 'isCdConnected' | 'isUsbConnected', sheet: string): void {
  const isConnected = row.flag('Connected');
  if (isConnected === undefined) return;
  draft.facts[field] = draft.facts[field] === true || isConnected;
  draft.fieldSheets[field] = sheet;
}

/** Health messages name their machine in a column of their own. */
export function joinHealth(sheet: Sheet, index: DraftIndex): void {
  const readRow = createRowReader(sheet);
  const byName = new Map(index.drafts.map((draft) => [draft.facts.name?.toLowerCase() ?? '', draft]));
  for (const cells of sheet.rows) {
    const row = readRow(cells);
    const message = row.text('Message', 'Health message');
    const draft = byName.get(row.text('Name', 'VM')?.toLowerCase() ?? '');
    // Health rows about hosts and data stores are no machine's concern.
    if (draft === undefined || message === undefined) continue;
    draft.facts.healthMessages = [...(draft.facts.healthMessages ?? []), message];
    draft.fieldSheets.healthMessages = sheet.name;
    draft.rows[sheet.name] ??= row.number;
  }
}

/** The ESXi version of each machine's host. */
export function joinHosts(sheet: Sheet, index: DraftIndex): void {
  const readRow = createRowReader(sheet);
  const versionOf = new Map<string, string>();
  for (const cells of sheet.rows) {
    const row = readRow(cells);
    const host = row.text('Host');
    const version = versionIn(row.text('ESX Version', 'ESXi Version'));
    if (host !== undefined && version !== undefined) versionOf.set(host.toLowerCase(), version);
  }
  for (const draft of index.drafts) setFact(draft, 'esxiVersion', versionOf.get(draft.facts.host?.toLowerCase() ?? ''), sheet.name);
}

/** Whether the cluster of each machine restarts it elsewhere. */
export function joinClusters(sheet: Sheet, index: DraftIndex): void {
  const readRow = createRowReader(sheet);
  const isProtected = new Map<string, boolean>();
  for (const cells of sheet.rows) {
    const row = readRow(cells);
    const name = row.text('Name', 'Cluster');
    const hasRestart = row.flag('HA enabled');
    if (name !== undefined && hasRestart !== undefined) isProtected.set(name.toLowerCase(), hasRestart);
  }
  for (const draft of index.drafts)
    setFact(draft, 'isVmHighlyAvailable', isProtected.get(draft.facts.cluster?.toLowerCase() ?? ''), sheet.name);
}
