import type { ReportFormat, ReportPreset } from '../../shared/reports/report.ts';
import { formatNumber } from './common-format.ts';

/** Words of the reports screen. */
export const reportsText = {
  title: 'Reports',
  answer(exports: number): string {
    if (exports === 0) return 'Nothing was handed over yet.';
    return `Handed over ${exports === 1 ? 'once' : `${formatNumber(exports)} times`}.`;
  },
  presetLabel: 'Report',
  presets: {
    assessment: { title: 'Assessment', text: 'What is there, what stands in the way, and what to do about it.' },
    'wave-plan': { title: 'Wave plan', text: 'Which groups move when, and why fewer waves are impossible.' },
    completion: { title: 'Completion', text: 'What was done, by whom, with evidence, and the journal behind it.' },
  } satisfies Readonly<Record<ReportPreset, { title: string; text: string }>>,
  formatLabel: 'Formats',
  formats: {
    html: { title: 'HTML', text: 'to read and print' },
    xlsx: { title: 'Workbook', text: 'to filter and sign off' },
    json: { title: 'JSON', text: 'for other tools' },
    csv: { title: 'CSV', text: 'tables, zipped' },
  } satisfies Readonly<Record<ReportFormat, { title: string; text: string }>>,
  chooseFormat: 'Choose at least one format.',
  export: 'Export',
  exporting: 'Writing …',
  stop: 'Stop',
  exported: (count: number): string => `${count === 1 ? 'One file' : `${count} files`} written.`,
  stopped: 'Export was stopped. Nothing was written.',
  failed: 'The report was not exported',
  stopFailed: 'The export was not stopped',
  saveFailed: (name: string): string => `${name} was not saved`,
  showInJournal: 'Show in journal',
  readOnly: 'This file can only be read: an export could not be recorded in its journal.',
  print: 'Print',
  exportCommand: 'Export the report',
  printCommand: 'Print the report',
  saveAgain: (name: string): string => `Save ${name} again`,
  previewTitle: (preset: string): string => `Preview of the report “${preset}”`,
  loadingPreview: 'Putting the report together …',
  history: 'Handed over',
  historyEmpty: 'Each export is listed here with the hash of every file, so that a copy can be compared later.',
  hash: 'SHA-256',
  copyHash: (name: string): string => `Copy the hash of ${name}`,
  empty: {
    title: 'No report without machines',
    text: 'A report is put together from the inventory, its assessment, the plan and the checklist. Import an inventory first; the preview then shows what a customer would get.',
    action: 'Import an inventory',
  },
} as const;

/** A kind of report in words; one that this version does not know is shown as it is. */
export function presetTitle(preset: string): string {
  const titles: Readonly<Record<string, { readonly title: string }>> = reportsText.presets;
  return titles[preset]?.title ?? preset;
}
