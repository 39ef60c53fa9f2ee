import { success } from '../../../shared/contract/failure.ts';
import { machineFields } from '../../../shared/domain/machine-fields.ts';
import { sheetNamed } from '../import-source.ts';
import type { Importer } from '../importer.ts';
import { createMachineCollector } from '../machine-collector.ts';
import { createRowReader, type Sheet } from '../sheet.ts';
import { sheetSummaries } from '../summaries.ts';
import { joinDiskSheet } from './disk-sheet.ts';
import { hasMachineColumn, isAssessment, joinMachineSheet } from './machine-sheet.ts';

const MACHINES = 'All_Assessed_Machines';
const DISKS = 'All_Assessed_Disks';
const DISCOVERY = 'Discovery_Report';
const CORE = 'All_VM_IaaS_Server_Rehost_Perf';

/**
 * Workbooks that Azure Migrate and its export tool write: an assessment (machines and disks), a discovery report, a core report
 * in which one machine stands in several sheets. A machine is counted once, whatever the number of sheets that hold it.
 */
export const azureMigrateWorkbook: Importer = {
  id: 'azure-migrate-workbook',
  title: 'Azure Migrate workbook',
  recognises: (source) =>
    sheetNamed(source, MACHINES) !== undefined ||
    sheetNamed(source, DISCOVERY) !== undefined ||
    source.sheets.some(isAssessment) ||
    source.sheets.some((sheet) => /_rehost_(perf|as-is)$/i.test(sheet.name) && hasMachineColumn(sheet)),
  read(source, request) {
    const ordered = inOrder(source.sheets);
    const [main] = ordered;
    const collector = createMachineCollector(main?.name ?? MACHINES);
    for (const [index, sheet] of ordered.entries()) {
      request.onProgress(index / ordered.length, `Reading ${sheet.name}`);
      joinMachineSheet(sheet, collector);
    }
    const disks = disksOf(source.sheets);
    if (disks !== undefined) joinDiskSheet(disks, collector);
    const exportedAt = newestUpdate(sheetNamed(source, DISCOVERY));
    return success({
      kind: 'inventory',
      columns: [],
      inventory: {
        formatId: 'azure-migrate-workbook',
        formatTitle: titleOf(source.sheets),
        sheets: sheetSummaries(source.sheets),
        fieldSheets: {
          ...Object.fromEntries(machineFields.map((field) => [field.name, main?.name ?? MACHINES])),
          ...(disks === undefined ? {} : { disks: disks.name }),
        },
        machines: collector.finish(),
        skipped: collector.skipped,
        warnings: ['Sizes that Azure Migrate recommends are taken as wishes for the target, not as facts of the source.'],
        ...(exportedAt === null ? {} : { exportedAt }),
      },
    });
  },
};

/** The newer exports misspell it. */
const DISK_SHEETS = new Set([DISKS, 'Assessed_Disks', 'Asessed_Disks'].map((name) => name.toLowerCase()));

function disksOf(sheets: readonly Sheet[]): Sheet | undefined {
  return sheets.find(({ name }) => DISK_SHEETS.has(name.toLowerCase()));
}

/** The widest sheet of machines first: what it states counts. Sheets of databases, web sites and disks only add machines. */
function inOrder(sheets: readonly Sheet[]): Sheet[] {
  const rank = (sheet: Sheet): number => {
    const place = [MACHINES, DISCOVERY, CORE].findIndex((name) => name.toLowerCase() === sheet.name.toLowerCase());
    if (place >= 0) return place;
    return isAssessment(sheet) || /server_rehost/i.test(sheet.name) ? 3 : 4;
  };
  return sheets
    .filter((sheet) => hasMachineColumn(sheet) && !DISK_SHEETS.has(sheet.name.toLowerCase()))
    .toSorted((a, b) => rank(a) - rank(b));
}

function titleOf(sheets: readonly Sheet[]): string {
  if (sheetNamed({ sheets }, MACHINES) !== undefined || sheets.some(isAssessment)) return 'Azure Migrate assessment';
  return sheetNamed({ sheets }, DISCOVERY) === undefined ? 'Azure Migrate core report' : 'Azure Migrate discovery report';
}

function newestUpdate(sheet: Sheet | undefined): string | null {
  if (sheet === undefined) return null;
  const readRow = createRowReader(sheet);
  let newest = Number.NaN;
  for (const cells of sheet.rows) {
    const at = Date.parse(readRow(cells).text('Last Updated Time') ?? '');
    if (!Number.isNaN(at) && !(at <= newest)) newest = at;
  }
  return Number.isNaN(newest) ? null : new Date(newest).toISOString();
}
