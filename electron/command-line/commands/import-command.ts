import { existsSync } from 'node:fs';
import path from 'node:path';

import { failed, success, type Reply } from '../../../shared/contract/failure.ts';
import type { ImportPreview } from '../../../shared/contract/methods/import-methods.ts';
import type { ImportSummary } from '../../../shared/contract/shapes.ts';
import { done, refused, wrongUsage, type Command, type CommandInput } from '../command.ts';
import { engagementPath } from '../engagement-file.ts';
import { counted, firstLines } from '../text-table.ts';
import { sendFile } from '../transfer-files.ts';

const MOST_SKIPPED_LINES = 20;
/** The password of a protected workbook; an option would show it to everybody who lists processes. */
const PASSWORD_VARIABLE = 'LANDFALL_WORKBOOK_PASSWORD';

type Imported = ImportSummary | { readonly fileName: string; readonly importedBefore: ImportSummary };

export const importCommand: Command = {
  name: 'import',
  usage: 'ENGAGEMENT FILE...',
  summary: 'Import inventories; makes the engagement when it is not there yet.',
  positionals: { least: 2, most: null },
  options: {
    customer: { type: 'string' },
    scenario: { type: 'string', multiple: true },
    map: { type: 'string', multiple: true },
    again: { type: 'boolean' },
    together: { type: 'boolean' },
  },
  optionHelp: {
    'customer NAME': 'name of the customer, for a new engagement',
    'scenario ID': 'scenario of a new engagement; may be given several times (default: vmware)',
    'map HEADER=FIELD': 'take a column for a field (empty FIELD: leave it out); may be given several times',
    again: 'import a file also when the same bytes were imported before',
    together: 'all files are one export: tables of one folder, instances with their volumes',
  },
  async run(input) {
    const [engagement = '', ...files] = input.positionals;
    const mapping = readMapping(input.options.texts('map'));
    if (mapping === null) return wrongUsage('--map takes HEADER=FIELD, e.g. --map "Host Name=name".');
    const opened = await openOrCreate(engagement, input);
    if (!opened.ok) return refused(opened.failure);
    const imported: Imported[] = [];
    const exports = input.options.flag('together') ? [files] : files.map((file) => [file]);
    for (const group of exports) {
      // One after another: each import is compared with what the ones before brought.
      // oxlint-disable-next-line no-await-in-loop
      const one = await importFiles(group, mapping, input);
      if (!one.ok) return refused(one.failure, { json: { imports: imported }, text: imported.map(words).join('\n') });
      imported.push(one.value);
    }
    return done({ imports: imported }, imported.map(words).join('\n'));
  },
};

async function openOrCreate(named: string, input: CommandInput): Promise<Reply<unknown>> {
  const filePath = engagementPath(named, input);
  if (existsSync(filePath)) return await input.call('engagement.open', { path: filePath });
  const scenarios = input.options.texts('scenario');
  return await input.call('engagement.create', {
    path: filePath,
    name: path.basename(filePath, '.landfall'),
    customer: input.options.text('customer') ?? '',
    ...(scenarios.length === 0 ? {} : { scenarios: [...scenarios] }),
  });
}

type Mapping = Readonly<Record<string, string | null>>;

async function importFiles(named: readonly string[], mapping: Mapping, input: CommandInput): Promise<Reply<Imported>> {
  const { call } = input;
  const uploadIds: string[] = [];
  for (const file of named) {
    // One after another: each is read into memory piece by piece.
    // oxlint-disable-next-line no-await-in-loop
    const upload = await sendFile(call, input.pathOf(file));
    if (!upload.ok) return upload;
    uploadIds.push(upload.value);
  }
  const [uploadId = '', ...alsoUploadIds] = uploadIds;
  const password = input.environment[PASSWORD_VARIABLE];
  const preview = await call('import.preview', {
    uploadId,
    ...(alsoUploadIds.length === 0 ? {} : { alsoUploadIds }),
    ...(Object.keys(mapping).length === 0 ? {} : { mapping: { ...mapping } }),
    ...(password === undefined ? {} : { password }),
  });
  if (!preview.ok) return preview.failure.code === 'forbidden' ? failed('forbidden', passwordWords(preview.failure.detail)) : preview;
  const { previewId, needsMapping, sameFileAs, fileName } = preview.value;
  if (needsMapping) return failed('not-ready', mappingWords(preview.value));
  if (sameFileAs === null || input.options.flag('again')) return await call('import.confirm', { previewId });
  const discarded = await call('import.discard', { previewId });
  return discarded.ok ? success({ fileName, importedBefore: sameFileAs }) : discarded;
}

function readMapping(texts: readonly string[]): Mapping | null {
  const pairs = texts.map((text) => {
    const separator = text.lastIndexOf('=');
    const field = text.slice(separator + 1);
    return separator > 0 ? ([text.slice(0, separator), field === '' ? null : field] as const) : null;
  });
  return pairs.includes(null) ? null : Object.fromEntries(pairs.filter((pair) => pair !== null));
}

function passwordWords(detail: string): string {
  return `${detail} On the command line it is taken from the variable ${PASSWORD_VARIABLE}.`;
}

function mappingWords({ fileName, columns }: ImportPreview): string {
  const headers = columns.map((column) => `“${column.header}”`).join(', ');
  return `${fileName}: no column is known to hold the names of machines. Say which: --map "HEADER=name". Its columns: ${headers}.`;
}

function words(imported: Imported): string {
  if ('importedBefore' in imported) {
    const { importedAt, importedBy } = imported.importedBefore;
    return `${imported.fileName}: imported before, on ${importedAt} by ${importedBy}. Nothing was stored; --again imports it once more.`;
  }
  const { fileName, formatTitle, machineCount, newMachineCount, skipped, warnings } = imported;
  return [
    `${fileName}: ${formatTitle}, ${counted(machineCount, 'machine')}, ${newMachineCount.toLocaleString('en')} new, ${counted(skipped.length, 'row')} left out.`,
    ...warnings.map((warning) => `  Note: ${warning}`),
    ...firstLines(
      skipped.map(({ sheet, row, what, reason }) => `  Left out: ${sheet} row ${row} ${what === '' ? '' : `(${what}) `}– ${reason}`),
      MOST_SKIPPED_LINES,
    ),
  ].join('\n');
}
