import { success } from '../../../shared/contract/failure.ts';
import {
  FLAG_FACTS,
  GUEST_FACTS_FORMAT,
  LIST_FACTS,
  NUMBER_FACTS,
  TEXT_FACTS,
  WORD_FACTS,
} from '../../../shared/domain/guest-fact-names.data.ts';
import type { Disk, MachineFacts, Nic, Volume } from '../../../shared/domain/machine.ts';
import { readOperatingSystemName } from '../../../shared/domain/operating-system-name.ts';
import { roundTo } from '../../../shared/domain/units.ts';
import { gibFromBytes } from '../fact-words.ts';
import type { Importer } from '../importer.ts';
import { oneListImport } from '../json-list.ts';
import { flagAt, isRecord, listAt, numberAt, textAt, valueAt } from '../json-reader.ts';
import { createMachineCollector } from '../machine-collector.ts';

const FORMAT = 'landfall-guest-facts';
const SHEET = 'guest facts';

/** What the read-only scripts under `resources/guest-facts` print: the facts that no hypervisor knows. One document a machine. */
export const guestFacts: Importer = {
  id: GUEST_FACTS_FORMAT,
  title: 'Guest facts (Landfall script)',
  recognises: ({ documents }) => documents.some(({ value }) => documentsIn(value).some(isGuestFacts)),
  read({ documents }) {
    const items = documents.flatMap(({ value }) => documentsIn(value));
    const collector = createMachineCollector(SHEET);
    let unprivileged = 0;
    for (const [index, item] of items.entries()) {
      const place = { sheet: SHEET, row: index + 1 };
      const facts = valueAt(item, 'facts');
      const name = textAt(facts, 'name');
      if (!isGuestFacts(item)) collector.skip(place, name ?? '', 'It was not written by the guest-facts script.');
      else if (numberAt(item, 'version') !== 1)
        collector.skip(place, name ?? '', 'A newer guest-facts script wrote it. Update Landfall to read it.');
      else if (name === undefined) collector.skip(place, '', 'It does not name its machine.');
      else {
        if (flagAt(item, 'isPrivileged') === false) unprivileged += 1;
        const machine = collector.machine(textAt(facts, 'biosId') ?? name, name, place);
        machine.disks.push(...listAt(facts, 'disks').flatMap(diskOf));
        machine.volumes.push(...listAt(facts, 'volumes').flatMap(volumeOf));
        machine.nics.push(...listAt(facts, 'nics').flatMap(nicOf));
        collector.state(machine, factsOf(facts), SHEET);
      }
    }
    const result = oneListImport({
      formatId: GUEST_FACTS_FORMAT,
      formatTitle: 'Guest facts',
      sheet: SHEET,
      items,
      lists: [],
      collector,
      warnings:
        unprivileged === 0
          ? []
          : [
              `${unprivileged} of the scripts ran without administrator rights: what they could not see stays unknown. Run them again as root or administrator.`,
            ],
    });
    const exportedAt = newest(items);
    return success(exportedAt === null ? result : { ...result, inventory: { ...result.inventory, exportedAt } });
  },
};

function documentsIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isGuestFacts(item: unknown): boolean {
  return textAt(item, 'format') === FORMAT && isRecord(valueAt(item, 'facts'));
}

/** Only facts that the product knows, each only with the kind of value it has; anything else in the file is passed over. */
function factsOf(facts: unknown): Partial<MachineFacts> {
  const known: Record<string, unknown> = {};
  const take = (name: string, value: unknown): void => {
    if (value !== undefined) known[name] = value;
  };
  for (const name of TEXT_FACTS) take(name, textAt(facts, name));
  for (const name of FLAG_FACTS) take(name, flagAt(facts, name));
  for (const name of NUMBER_FACTS) take(name, positive(numberAt(facts, name)));
  for (const name of LIST_FACTS) if (Array.isArray(valueAt(facts, name))) take(name, texts(listAt(facts, name)));
  for (const [name, words] of Object.entries(WORD_FACTS)) {
    const value = textAt(facts, name) ?? numberAt(facts, name);
    if (value !== undefined && words.some((word) => String(word) === String(value)))
      take(
        name,
        words.find((word) => String(word) === String(value)),
      );
  }
  const mounts = listAt(facts, 'guestMountKinds').filter((kind) => kind === 'nfs' || kind === 'smb');
  if (Array.isArray(valueAt(facts, 'guestMountKinds'))) take('guestMountKinds', mounts);
  const disks = listAt(facts, 'disks').map((disk) => flagAt(disk, 'isOsDisk'));
  if (disks.length > 0 && !disks.includes(undefined)) take('osDiskCount', disks.filter(Boolean).length);
  const system = textAt(facts, 'osName');
  return { ...(system === undefined ? {} : readOperatingSystemName(system)), ...known };
}

function diskOf(disk: unknown): Disk[] {
  const id = textAt(disk, 'id');
  if (id === undefined) return [];
  const style = textAt(disk, 'partitionStyle');
  const found = {
    sizeGiB: gibFromBytes(numberAt(disk, 'sizeBytes')),
    isOsDisk: flagAt(disk, 'isOsDisk'),
    isDynamic: flagAt(disk, 'isDynamic'),
    isInitialised: flagAt(disk, 'isInitialised'),
    isEncrypted: flagAt(disk, 'isEncrypted'),
    logicalSectorBytes: positive(numberAt(disk, 'logicalSectorBytes')),
    partitionStyle: style === 'mbr' || style === 'gpt' ? style : undefined,
  };
  return [{ id, ...withoutUnknown<Disk>(found) }];
}

function volumeOf(volume: unknown): Volume[] {
  const mountPoint = textAt(volume, 'mountPoint');
  if (mountPoint === undefined) return [];
  const size = positive(numberAt(volume, 'sizeKiB'));
  const free = positive(numberAt(volume, 'freeKiB'));
  const found = {
    fileSystem: textAt(volume, 'fileSystem'),
    sizeGiB: size === undefined ? undefined : roundTo(size / 1024 ** 2, 3),
    freeMiB: free === undefined ? undefined : Math.floor(free / 1024),
    lvmVolumeGroup: textAt(volume, 'lvmVolumeGroup'),
    usesStorageSpaces: flagAt(volume, 'usesStorageSpaces'),
  };
  return [{ mountPoint, ...withoutUnknown<Volume>(found) }];
}

function nicOf(nic: unknown): Nic[] {
  const id = textAt(nic, 'id');
  if (id === undefined) return [];
  const kind = textAt(nic, 'ipKind');
  const ip = texts(listAt(nic, 'ip'));
  const found = {
    mac: textAt(nic, 'mac')?.toLowerCase(),
    ip: ip.length === 0 ? undefined : ip,
    ipKind: kind === 'static' || kind === 'dhcp' ? kind : undefined,
    isTeamed: flagAt(nic, 'isTeamed'),
  };
  return [{ id, ...withoutUnknown<Nic>(found) }];
}

function withoutUnknown<T>(value: object): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Partial<T>;
}

function texts(list: readonly unknown[]): string[] {
  return list.filter((item) => typeof item === 'string' && item !== '').map((item) => String(item).slice(0, 300));
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value >= 0 ? value : undefined;
}

function newest(items: readonly unknown[]): string | null {
  const times = items.map((item) => Date.parse(textAt(item, 'collectedAt') ?? '')).filter((at) => !Number.isNaN(at));
  return times.length === 0 ? null : new Date(Math.max(...times)).toISOString();
}
