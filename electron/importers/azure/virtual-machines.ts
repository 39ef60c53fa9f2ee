import { success } from '../../../shared/contract/failure.ts';
import type { Importer } from '../importer.ts';
import { listSource, oneListImport } from '../json-list.ts';
import { numberAt, textAt, valueAt } from '../json-reader.ts';
import { createMachineCollector } from '../machine-collector.ts';
import { disksOfAzureVm, factsOfAzureVm } from './virtual-machine-facts.ts';
import { asServiceRecord, isResourceTable, nicsOf, recordsOfTable } from './virtual-machine-records.ts';

const TYPE = /^microsoft\.compute\/virtualmachines$/i;
const RESOURCE = /^microsoft\.\w+\/\w/i;
const SHEET = 'virtual machines';

/** Azure VMs, from Resource Graph or the compute service: sources of a move from one region to another. */
export const azureVirtualMachines: Importer = {
  id: 'azure-virtual-machines',
  title: 'Azure virtual machines (JSON)',
  recognises: ({ documents, sheets }) => documents.some(({ value }) => isAzureAnswer(value)) || sheets.some(isResourceTable),
  read({ documents, sheets }) {
    const collector = createMachineCollector(SHEET);
    const lists = documents.map(({ value }) => listSource(value));
    const tables = sheets.filter(isResourceTable);
    const items = [...lists.flatMap((list) => list.items), ...tables.flatMap(recordsOfTable)].map(asServiceRecord);
    for (const [index, item] of items.entries()) {
      const place = { sheet: SHEET, row: index + 1 };
      const name = textAt(item, 'name');
      const type = textAt(item, 'type') ?? 'nothing';
      const identity = textAt(item, 'id') ?? name ?? '';
      const twin = collector.find(identity);
      if (!TYPE.test(type)) collector.skip(place, name ?? '', `It is not a virtual machine but ${type.toLowerCase()}.`);
      else if (name === undefined) collector.skip(place, identity, 'It has no name.');
      else if (twin !== undefined) collector.skip(place, name, `It is the same machine as record ${twin.rows[SHEET] ?? 1}.`);
      else {
        const machine = collector.machine(identity, name, place);
        machine.disks.push(...disksOfAzureVm(item));
        machine.nics.push(...nicsOf(item));
        collector.state(machine, factsOfAzureVm(item), SHEET);
      }
    }
    return success(
      oneListImport({
        formatId: 'azure-virtual-machines',
        formatTitle: 'Azure virtual machines',
        scenarioHint: 'cross-region',
        sheet: SHEET,
        items,
        lists,
        collector,
      }),
    );
  },
};

/** Resource Graph says how many records it has; the compute service lists resources with their type, or their id tells it. */
function isAzureAnswer(value: unknown): boolean {
  const body = valueAt(value, 'responses', '200', 'body') ?? value;
  const { items } = listSource(value);
  const isGraph = (numberAt(body, 'totalRecords') ?? numberAt(body, 'total_records')) !== undefined && Array.isArray(valueAt(body, 'data'));
  // Records without type and id are what a query made of them: a table like any other.
  if (isGraph && (items.length === 0 || items.some((item) => textAt(item, 'type') !== undefined || textAt(item, 'id') !== undefined)))
    return true;
  // Other resources are taken too, so that no disk or network is read as a machine by a reader of any table.
  return items.some((item) => RESOURCE.test(textAt(asServiceRecord(item), 'type') ?? ''));
}
