import { success } from '../../../shared/contract/failure.ts';
import type { Importer } from '../importer.ts';
import { listSource, oneListImport } from '../json-list.ts';
import { createMachineCollector } from '../machine-collector.ts';
import { machineShapes, type MachineShape } from './machine-shapes.ts';
import { powerCli, restDetail, summaryOnly } from './summary-shapes.ts';

const SHEET = 'virtual machines';
/** The fuller first. */
const SHAPES: readonly MachineShape[] = [...machineShapes, restDetail, summaryOnly, powerCli];

/** Lists of vSphere machines as several tools save them; each record says by its members which tool wrote it. */
export const vmwareMachines: Importer = {
  id: 'vmware-json',
  title: 'vSphere machines (JSON)',
  recognises: ({ documents }) => documents.some(({ value }) => itemsOf(value).some((item) => shapeOf(item) !== undefined)),
  read({ documents }) {
    const lists = documents.map(({ value }) => ({ ...listSource(value), items: itemsOf(value) }));
    const items = lists.flatMap((list) => list.items);
    const collector = createMachineCollector(SHEET);
    for (const [index, item] of items.entries()) {
      const place = { sheet: SHEET, row: index + 1 };
      const read = shapeOf(item)?.read(item);
      if (read === undefined) {
        collector.skip(place, '', 'It is not a machine of vSphere.');
        continue;
      }
      const twin = collector.find(read.identity);
      if (twin !== undefined) {
        collector.skip(place, read.name, `It is the same machine as record ${twin.rows[SHEET] ?? 1}.`);
        continue;
      }
      const machine = collector.machine(read.identity, read.name, place);
      machine.disks.push(...read.disks);
      machine.nics.push(...read.nics);
      collector.state(machine, read.facts, SHEET);
    }
    return success(
      oneListImport({
        formatId: 'vmware-json',
        formatTitle: 'vSphere machines',
        scenarioHint: 'vmware',
        sheet: SHEET,
        items,
        lists,
        collector,
      }),
    );
  },
};

const LISTS = ['virtualMachines', 'VirtualMachines', 'virtual_machines', 'vms', 'VMs'] as const;

function itemsOf(document: unknown): readonly unknown[] {
  const record = typeof document === 'object' && document !== null ? (document as Readonly<Record<string, unknown>>) : {};
  for (const name of LISTS) {
    const list = Object.hasOwn(record, name) ? record[name] : undefined;
    if (Array.isArray(list)) return list;
  }
  // Older services wrap one machine too.
  const single = record['value'];
  return typeof single === 'object' && single !== null && !Array.isArray(single) ? [single] : listSource(document).items;
}

function shapeOf(item: unknown) {
  return SHAPES.find((shape) => shape.isOne(item));
}
