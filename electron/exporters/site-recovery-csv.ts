import { tablesOf, type CellValue, type Report, type ReportTable } from '../../shared/reports/report.ts';
import { csvBytes, safeText } from './csv-writer.ts';
import type { WrittenFile } from './exporter.ts';

/**
 * Columns of the input file of Microsoft's scripts for moving with Site Recovery at scale, in their order, each with the
 * column of “WaveMachines” that fills it. What an engagement does not know stays empty for whoever runs the scripts.
 * SOURCE: input template of these scripts, 24 columns since 4 November 2020.
 */
const COLUMNS: readonly (readonly [header: string, key: string | null])[] = [
  ['VAULT_SUBSCRIPTION_ID', null],
  ['VAULT_NAME', null],
  ['SOURCE_MACHINE_NAME', 'machine'],
  ['TARGET_MACHINE_NAME', 'targetName'],
  ['CONFIGURATION_SERVER', null],
  ['PROCESS_SERVER', null],
  ['TARGET_RESOURCE_GROUP', null],
  ['TARGET_STORAGE_ACCOUNT', null],
  ['TARGET_STORAGE_ACCOUNT_RG', null],
  ['TARGET_LOGSTORAGE_ACCOUNT', null],
  ['TARGET_LOGSTORAGE_ACCOUNT_RG', null],
  ['TARGET_VNET', null],
  ['TARGET_VNET_RG', null],
  ['TARGET_SUBNET', null],
  ['REPLICATION_POLICY', null],
  ['ACCOUNT_NAME', null],
  ['AVAILABILITY_SET', null],
  ['PRIVATE_IP', null],
  ['MACHINE_SIZE', 'targetSize'],
  ['TESTFAILOVER_RESOURCE_GROUP', null],
  ['TESTFAILOVER_VNET', null],
  ['TARGET_NSG_NAME', null],
  ['TARGET_NSG_RESOURCE_GROUP', null],
  ['RECOVERY_VM_MANAGED_DISK_TYPE', 'targetDiskType'],
];

/** One file per wave, so that a customer can carry a wave out with Microsoft's scripts and without Landfall. */
export function siteRecoveryFiles(report: Report): WrittenFile[] {
  const table = tablesOf(report).find(({ id }) => id === 'wave-machines');
  if (table === undefined) return [];
  const header = COLUMNS.map(([name]) => name);
  return [...rowsByWave(table)].map(([wave, rows]) => ({
    name: `SiteRecovery_wave-${String(wave).padStart(3, '0')}.csv`,
    mediaType: 'text/csv',
    bytes: csvBytes(header, rows),
  }));
}

function rowsByWave(table: ReportTable): Map<number, string[][]> {
  const place = new Map(table.columns.map((column, index) => [column.key, index]));
  const at = (row: readonly CellValue[], key: string): CellValue => row[place.get(key) ?? -1] ?? null;
  const waves = new Map<number, string[][]>();
  for (const row of table.rows) {
    const wave = Number(at(row, 'wave'));
    const cells = COLUMNS.map(([, key]) => (key === null ? '' : textOf(at(row, key))));
    const known = waves.get(wave);
    if (known === undefined) waves.set(wave, [cells]);
    else known.push(cells);
  }
  return waves;
}

/** The scripts take every cell as a name; a word for “unknown” would be one. */
function textOf(value: CellValue): string {
  return value === null ? '' : safeText(String(value));
}
