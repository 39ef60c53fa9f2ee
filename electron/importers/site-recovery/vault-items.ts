import { failed, success } from '../../../shared/contract/failure.ts';
import type { MachineFacts } from '../../../shared/domain/machine.ts';
import { readOperatingSystemName } from '../../../shared/domain/operating-system-name.ts';
import { powerStateOf, statedFacts } from '../fact-words.ts';
import type { Importer } from '../importer.ts';
import { listSource, oneListImport } from '../json-list.ts';
import { listAt, numberAt, textAt } from '../json-reader.ts';
import { createMachineCollector } from '../machine-collector.ts';

const SHEET = 'items';

/** Saved answers of Site Recovery: machines that a vault can protect, or protects already. */
export const siteRecoveryItems: Importer = {
  id: 'site-recovery-items',
  title: 'Site Recovery items (JSON)',
  recognises: ({ documents }) => documents.some(({ value }) => listSource(value).items.some((item) => kindOf(item) !== undefined)),
  read({ documents, fileName }) {
    const lists = documents.map(({ value }) => listSource(value));
    const items = lists.flatMap((list) => list.items);
    const collector = createMachineCollector(SHEET);
    for (const [index, item] of items.entries()) {
      const place = { sheet: SHEET, row: index + 1 };
      const kind = kindOf(item);
      const name = textAt(item, 'properties', 'friendlyName');
      if (kind !== 'replicationprotecteditems' && kind !== 'replicationprotectableitems') {
        collector.skip(place, name ?? textAt(item, 'name') ?? '', `It is no machine but ${kind ?? 'something else'}.`);
      } else if (name === undefined) collector.skip(place, textAt(item, 'id') ?? '', 'It has no name.');
      else {
        const machine = collector.machine(textAt(item, 'id') ?? name, name, place);
        machine.scenarioHint = scenarioOf(item) ?? 'vmware';
        for (const [place2, disk] of listAt(item, 'properties', 'customDetails', 'diskDetails').entries()) {
          const sizeMiB = numberAt(disk, 'maxSizeMB');
          machine.disks.push({
            id: textAt(disk, 'vhdName') ?? textAt(disk, 'diskName') ?? `Disk ${place2 + 1}`,
            ...(sizeMiB === undefined ? {} : { sizeGiB: sizeMiB / 1024 }),
          });
        }
        collector.state(machine, factsOf(item), SHEET);
      }
    }
    if (collector.finish().length === 0)
      return failed(
        'invalid-input',
        `${fileName} is an answer of Site Recovery, but it lists no machines. Save the list of protectable or protected items.`,
      );
    return success(
      oneListImport({ formatId: 'site-recovery-items', formatTitle: 'Site Recovery items', sheet: SHEET, items, lists, collector }),
    );
  },
};

/** The last part of the resource type; jobs carry it only in their id. */
function kindOf(item: unknown): string | undefined {
  const type = textAt(item, 'type')?.toLowerCase();
  if (type?.startsWith('microsoft.recoveryservices/vaults/') === true) return type.split('/').at(-1);
  return /\/microsoft\.recoveryservices\/vaults\/[^/]+\/(replication\w+)\//i.exec(textAt(item, 'id') ?? '')?.[1]?.toLowerCase();
}

function scenarioOf(item: unknown): string | undefined {
  const words = `${textAt(item, 'properties', 'customDetails', 'instanceType') ?? ''} ${textAt(item, 'properties', 'providerSpecificDetails', 'instanceType') ?? ''}`;
  if (/hyperv/i.test(words)) return 'hyper-v';
  return /\bA2A\b/.test(words) ? 'cross-region' : undefined;
}

function factsOf(item: unknown): Partial<MachineFacts> {
  const system =
    textAt(item, 'properties', 'customDetails', 'osDetails', 'oSVersion') ??
    textAt(item, 'properties', 'customDetails', 'osDetails', 'oSEdition');
  const family = textAt(item, 'properties', 'customDetails', 'osDetails', 'osType')?.toLowerCase();
  const generation = numberAt(item, 'properties', 'customDetails', 'generation');
  return {
    ...(system === undefined ? {} : readOperatingSystemName(system)),
    ...statedFacts({
      ...(family === 'windows' || family === 'linux' ? { osFamily: family } : {}),
      instanceId: textAt(item, 'name')?.toLowerCase(),
      vmGeneration: generation === 1 || generation === 2 ? generation : undefined,
      powerState: powerStateOf(textAt(item, 'properties', 'customDetails', 'powerStatus')),
    }),
  };
}
