import type { MethodInput } from '../../shared/contract/methods.ts';
import { saveDownload } from '../client/save-download.ts';
import type { App } from './store.ts';

export type TableExport = MethodInput<'table.export'>;

/** Writes what a table shows to a file and saves it. Failures become notices; `true` when the file was handed over. */
export async function exportTable(app: App, table: TableExport): Promise<boolean> {
  const whatFailed = `“${table.title}” was not exported`;
  const made = await app.ask('table.export', table, whatFailed);
  if (made === null) return false;
  const saved = await saveDownload(app.client, made.downloadId);
  if (!saved.ok) {
    app.notifyFailure(saved.failure, whatFailed);
    return false;
  }
  const rows = table.rows.length === 1 ? '1 row' : `${table.rows.length.toLocaleString('en')} rows`;
  app.notify({ tone: 'success', title: `Exported ${made.name}`, text: `${rows}, as the table shows them.` });
  return true;
}
