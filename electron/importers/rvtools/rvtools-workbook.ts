import { success } from '../../../shared/contract/failure.ts';
import { machineFields } from '../../../shared/domain/machine-fields.ts';
import type { FieldName, SkippedRow } from '../../../shared/domain/machine.ts';
import type { Importer, ReadMachine } from '../importer.ts';
import { createRowReader, type Sheet } from '../sheet.ts';
import { sheetSummaries } from '../summaries.ts';
import { withPlainNames } from './database-names.ts';
import { joinDatastores } from './datastores.ts';
import { createDraftIndex, type MachineDraft } from './machine-draft.ts';
import { detailSheets, joinClusters, joinHealth, joinHosts, joinSheet } from './read-details.ts';
import { readInfo } from './read-info.ts';

/** RVTools workbooks of both generations of headers (MB and MiB), whole or cut down to some sheets. */
export const rvtoolsWorkbook: Importer = {
  id: 'rvtools',
  title: 'RVTools workbook',
  recognises: ({ sheets }) => mainTab(named(sheets)) !== undefined,
  // RVTools writes a table for each of its tabs; not all of them speak of machines.
  takesAlong: ({ sheets, documents }) => documents.length === 0 && sheets.every(({ name }) => /^d?v[A-Z]\w*$/.test(name)),
  read(source, request) {
    const sheets = named(source.sheets);
    const skipped: SkippedRow[] = [];
    const main = mainTab(sheets);
    const drafts = main === undefined ? [] : readInfo(main, skipped);
    const index = createDraftIndex(drafts, skipped);
    const names = Object.keys(detailSheets);
    for (const [place, name] of names.entries()) {
      request.onProgress(place / names.length, `Reading ${name}`);
      const sheet = sheetNamed(sheets, name);
      const take = detailSheets[name];
      if (sheet !== undefined && take !== undefined) joinSheet(sheet, take, index);
    }
    const health = sheetNamed(sheets, 'vHealth');
    if (health !== undefined) joinHealth(health, index);
    const hosts = sheetNamed(sheets, 'vHost');
    if (hosts !== undefined) joinHosts(hosts, index);
    const clusters = sheetNamed(sheets, 'vCluster');
    if (clusters !== undefined) joinClusters(clusters, index);
    const datastores = sheetNamed(sheets, 'vDatastore');
    if (datastores !== undefined) joinDatastores(datastores, drafts);
    const exportedAt = exportTime(sheetNamed(sheets, 'vMetaData'));
    return success({
      kind: 'inventory',
      columns: [],
      inventory: {
        formatId: 'rvtools',
        formatTitle: 'RVTools workbook',
        scenarioHint: 'vmware',
        sheets: sheetSummaries(sheets),
        fieldSheets: sheetOfFields(main?.name ?? MAIN_TABS[0]),
        machines: drafts.map((draft) => finish(draft, sheets)),
        skipped,
        warnings: warningsFor(sheets, drafts),
        ...(exportedAt === null ? {} : { exportedAt }),
      },
    });
  },
};

/** Text tables and renamed sheets carry no name of a tab; that one is vInfo is told by headers that no other tool writes. */
function named(sheets: readonly Sheet[]): readonly Sheet[] {
  const info = sheets.some(({ name }) => /vinfo$/i.test(name)) ? undefined : sheets.find(hasInfoHeaders);
  return sheets.map((sheet) => {
    const tab = /^(?:RVTools_)?tab(d?v[A-Z]\w*)$/i.exec(sheet.name)?.[1];
    return withPlainNames(sheet === info ? { ...sheet, name: 'vInfo' } : tab === undefined ? sheet : { ...sheet, name: tab });
  });
}

function hasInfoHeaders(sheet: Sheet): boolean {
  if (hasHeader(sheet, 'vInfoVMName')) return true;
  return ['VM', 'Powerstate'].every((header) => hasHeader(sheet, header)) && INFO_ONLY.some((header) => hasHeader(sheet, header));
}

const INFO_ONLY = ['VI SDK Server', 'OS according to the configuration file', 'SRM Placeholder'] as const;

function hasHeader(sheet: Sheet, wanted: string): boolean {
  return sheet.header.some((header) => header.trim().toLowerCase() === wanted.toLowerCase());
}

/** Every tab of RVTools names the machine, its place, system and ids; where vInfo was not handed over, another one serves. */
const MAIN_TABS = ['vInfo', 'vCPU', 'vMemory', 'vTools', 'vDisk', 'vNetwork', 'vPartition'] as const;

function mainTab(sheets: readonly Sheet[]): Sheet | undefined {
  const tabs = MAIN_TABS.map((name) => sheetNamed(sheets, name));
  return tabs.find((tab) => tab !== undefined && hasHeader(tab, 'VM'));
}

/** Where a field comes from unless a machine says otherwise. */
function sheetOfFields(main: string): Partial<Record<FieldName, string>> {
  return {
    ...Object.fromEntries(machineFields.map((field) => [field.name, main])),
    disks: 'vDisk',
    volumes: 'vPartition',
    nics: 'vNetwork',
  };
}

function sheetNamed(sheets: readonly Sheet[], name: string): Sheet | undefined {
  return sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
}

function finish(draft: MachineDraft, sheets: readonly Sheet[]): ReadMachine {
  const { facts, rows, fieldSheets, disks, volumes, nics } = draft;
  if (disks.length > 0) {
    facts.disks = disks;
    if (facts.diskCount === undefined) {
      facts.diskCount = disks.length;
      fieldSheets.diskCount = 'vDisk';
    }
  }
  if (volumes.length > 0) facts.volumes = volumes;
  if (nics.length > 0) facts.nics = nics;
  // A sheet that is there and holds no row for the machine says that it has none.
  const saysNone = (sheet: string): boolean => sheetNamed(sheets, sheet) !== undefined;
  if (facts.snapshotCount === undefined && saysNone('vSnapshot')) {
    facts.snapshotCount = 0;
    fieldSheets.snapshotCount = 'vSnapshot';
  }
  return {
    facts: { ...facts, name: facts.name ?? '' },
    rows,
    ...(Object.keys(fieldSheets).length === 0 ? {} : { fieldSheets }),
  };
}

function exportTime(sheet: Sheet | undefined): string | null {
  const [first] = sheet?.rows ?? [];
  if (sheet === undefined || first === undefined) return null;
  const text = createRowReader(sheet)(first).text('xlsx creation datetime', 'creation datetime');
  if (text === undefined) return null;
  // RVTools writes local time without a zone; read as UTC, which is near enough to order exports of different days.
  const parsed = Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(text) ? text : `${text.replace(' ', 'T')}Z`);
  return Number.isNaN(parsed) ? null : new Date(parsed).toISOString();
}

function warningsFor(sheets: readonly Sheet[], drafts: readonly MachineDraft[]): string[] {
  const warnings: string[] = [];
  const main = mainTab(sheets)?.name;
  if (main !== undefined && main.toLowerCase() !== 'vinfo')
    warnings.push(
      `The export has no vInfo tab, so its machines were taken from ${main}: what only vInfo states stays unknown. Import vInfo together with it.`,
    );
  const strange = sheets.filter(({ name, header }) => !/^d?v[A-Z]+$/i.test(name) && header.some((text) => /^VM$/i.test(text.trim())));
  if (strange.length > 0)
    warnings.push(
      `Left out, because RVTools has no such tab: ${strange.map(({ name }) => `“${name}”`).join(', ')}. If it holds machines, save it as a workbook of its own with a sheet vInfo.`,
    );
  if (sheetNamed(sheets, 'vDisk') === undefined && drafts.length > 0) {
    warnings.push('The workbook has no vDisk sheet: sizes and buses of disks stay unknown. Export all sheets from RVTools to have them.');
  }
  if (drafts.some((draft) => draft.facts.biosId === undefined)) {
    warnings.push('Some machines have no UUID: they are recognised by name when another list is imported.');
  }
  const marked = drafts.filter((draft) => /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/.test(draft.facts.name ?? '')).length;
  if (marked > 0) warnings.push(`${marked} names hold marks that change the direction of writing; they may not read as they are.`);
  return warnings;
}
