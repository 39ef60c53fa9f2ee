import type { MachineFacts, SkippedRow } from '../../../shared/domain/machine.ts';
import { readOperatingSystemName } from '../../../shared/domain/operating-system-name.ts';
import { criticalityOf, firmwareOf, gib, isTotal, listOf, powerStateOf, statedFacts, versionIn } from '../fact-words.ts';
import { createRowReader, type CellValue, type RowReader, type Sheet } from '../sheet.ts';
import { ID_HEADERS, UUID_HEADERS, type MachineDraft } from './machine-draft.ts';

const MAX_NAME = 300;

/**
 * One machine per row of vInfo. Rows without a name and rows that stand twice are named, not counted. Another tab that serves in
 * its place may hold several rows of a machine, e.g. one for each disk.
 */
export function readInfo(sheet: Sheet, skipped: SkippedRow[]): MachineDraft[] {
  const readRow = createRowReader(sheet);
  const drafts: MachineDraft[] = [];
  const seen = new Map<string, number>();
  const isInfo = sheet.name.toLowerCase() === 'vinfo';
  for (const cells of sheet.rows) {
    const row = readRow(cells);
    const name = row.text('VM', 'Name', 'VM Name')?.slice(0, MAX_NAME);
    if (name === undefined) {
      skipped.push({
        sheet: sheet.name,
        row: row.number,
        what: cells.cells
          .filter((cell) => cell !== null)
          .slice(0, 3)
          .join(' · ')
          .slice(0, 100),
        reason: 'It has no machine name.',
      });
      continue;
    }
    const identity = [row.text(...UUID_HEADERS), row.text(...ID_HEADERS), row.text('VI SDK Server')].filter((part) => part !== undefined);
    const key =
      identity.length > 0 || !isInfo ? JSON.stringify([name, ...identity]) : JSON.stringify([name, ...cells.cells.map(beginning)]);
    const before = seen.get(key);
    if (before !== undefined && !isInfo) continue;
    if (isTotal(name) && identity.length === 0 && row.text('Powerstate') === undefined) {
      skipped.push({ sheet: sheet.name, row: row.number, what: name, reason: 'It adds up the rows above and is no machine.' });
      continue;
    }
    if (before !== undefined) {
      skipped.push({ sheet: sheet.name, row: row.number, what: name.slice(0, 100), reason: `It is the same machine as in row ${before}.` });
      continue;
    }
    seen.set(key, row.number);
    if (row.flag('SRM Placeholder') === true) {
      skipped.push({
        sheet: sheet.name,
        row: row.number,
        what: name.slice(0, 100),
        reason: 'It is a placeholder of Site Recovery Manager, not a machine.',
      });
      continue;
    }
    const vmUuid = row.text('VM UUID')?.toLowerCase();
    drafts.push({
      facts: infoFacts(name, row),
      rows: { [sheet.name]: row.number },
      fieldSheets: {},
      disks: [],
      volumes: [],
      nics: [],
      ...(vmUuid === undefined ? {} : { vmUuid }),
    });
  }
  return drafts;
}

/** Enough of a cell to tell rows apart; texts may be long, and there may be many rows. */
function beginning(cell: CellValue): CellValue {
  return typeof cell === 'string' ? cell.slice(0, MAX_NAME) : cell;
}

function infoFacts(name: string, row: RowReader): MachineDraft['facts'] {
  const system = row.text('OS according to the VMware Tools') ?? row.text('OS according to the configuration file', 'Guest OS', 'OS');
  const dnsName = row.text('DNS Name');
  const facts: MachineDraft['facts'] = {
    name,
    ...(system === undefined ? {} : readOperatingSystemName(system)),
    ...statedFacts({
      fqdn: dnsName?.includes('.') === true ? dnsName : undefined,
      biosId: row.text(...UUID_HEADERS)?.toLowerCase(),
      instanceId: row.text(...ID_HEADERS),
      description: row.text('Annotation', 'Notes'),
      application: row.text('Application', 'App', 'Application name', 'Workload'),
      environment: row.text('Environment', 'Env', 'Stage'),
      owner: row.text('Owner', 'Responsible', 'Business owner'),
      criticality: criticalityOf(row.text('Criticality', 'Business criticality')),
      site: row.text('Datacenter'),
      folder: row.text('Folder'),
      cluster: row.text('Cluster'),
      host: row.text('Host'),
      isTemplate: row.flag('Template'),
      powerState: powerStateOf(row.text('Powerstate')),
      cpuCount: row.numeric('CPUs', 'vCPUs', 'CPU'),
      memoryMiB: row.whole('Memory', 'Memory MiB', 'Memory MB'),
      nicCount: row.numeric('NICs'),
      diskCount: row.numeric('Disks'),
      provisionedGiB: gib(row.whole('Provisioned MiB', 'Provisioned MB', 'Provisioned (MB)')),
      inUseGiB: gib(row.whole('In Use MiB', 'In Use MB', 'In Use (MB)')),
      firmware: firmwareOf(row.text('Firmware')),
      isSecureBootOn: row.flag('EFI Secure boot', 'Secure boot'),
      vmHardwareVersion: row.text('HW version'),
      faultTolerance: faultToleranceOf(row.text('FT State')),
      consolidationNeeded: row.flag('Consolidation Needed'),
      vmwareToolsStatus: guestStateOf(row.text('Guest state')),
      vcenterName: row.text('VI SDK Server'),
      vcenterVersion: versionIn(row.text('VI SDK Server type')),
      ipAddresses: listOf(row.text('Primary IP Address', 'IP Address')),
    }),
  };
  return facts;
}

function guestStateOf(text: string | undefined): MachineFacts['vmwareToolsStatus'] {
  const key = text?.toLowerCase();
  if (key === 'running') return 'running';
  return key === 'notrunning' || key === 'not running' ? 'notRunning' : undefined;
}

function faultToleranceOf(text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  return text.toLowerCase() !== 'notconfigured';
}
