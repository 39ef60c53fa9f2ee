import { defined } from '../json-reader.ts';
import type { MachineCollector } from '../machine-collector.ts';
import { createRowReader, type Sheet } from '../sheet.ts';

/** Disks of assessed machines; a disk of a machine that no machine sheet holds is named and left out. */
export function joinDiskSheet(sheet: Sheet, collector: MachineCollector): void {
  const readRow = createRowReader(sheet);
  for (const cells of sheet.rows) {
    const row = readRow(cells);
    const name = row.text('Machine', 'Machine Name', 'Server name', 'Server');
    const [machine, twin] = name === undefined ? [] : collector.named(name);
    if (machine === undefined || twin !== undefined) {
      collector.skip({ sheet: sheet.name, row: row.number }, name ?? '', reasonFor(name, twin !== undefined));
      continue;
    }
    machine.rows[sheet.name] ??= row.number;
    const title = row.text('Disk name', 'Disk');
    const id = title === undefined || machine.disks.some((disk) => disk.id === title) ? `${title ?? 'Disk'} (row ${row.number})` : title;
    machine.disks.push({
      id,
      row: row.number,
      ...defined({
        sizeGiB: row.numeric('Source disk size(GB)', 'Disk size(GB)', 'Source disk size', 'Onprem disk size GB'),
        writeIops: row.numeric('Disk write(ops/sec)'),
        diskType: row.text('Recommended disk type'),
      }),
    });
  }
}

function reasonFor(name: string | undefined, isAmbiguous: boolean): string {
  if (name === undefined) return 'It names no machine.';
  return isAmbiguous ? 'Two machines have this name, so it is not known whose disk it is.' : 'Its machine is in no sheet of machines.';
}
