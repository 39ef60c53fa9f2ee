import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import { findStranger } from './belong-together.ts';
import type { ReadRequest, ReadResult } from './importer.ts';
import { importers } from './index.ts';
import { readSource, type SourceFile } from './read-source.ts';

export interface InventoryRequest {
  readonly filePath: string;
  readonly fileName: string;
  /** Further files of the same export, e.g. the volumes and subnets beside the instances. */
  readonly alsoFiles?: readonly SourceFile[];
  readonly mapping: ReadRequest['mapping'];
  readonly password?: string;
}

/** Reads one export whatever it is. Runs in a worker: it may take seconds and much memory, and the file may be hostile. */
export async function readInventoryFile(request: InventoryRequest, onProgress: ReadRequest['onProgress']): Promise<Reply<ReadResult>> {
  const { filePath, fileName, alsoFiles = [], password } = request;
  onProgress(0, 'Opening the file');
  const source = await readSource([{ filePath, fileName }, ...alsoFiles], password);
  if (!source.ok) return source;
  const { warnings, perFile, ...parts } = source.value;
  const importer = importers.find((candidate) => candidate.recognises(parts));
  if (importer === undefined) {
    return failed(
      'invalid-input',
      parts.documents.length > 0
        ? `${fileName} is JSON, but none of the exports that Landfall knows. Choose an answer of describe-instances, of Resource Graph or of a discovery service, or a table with one row per machine.`
        : `${fileName} is not an inventory: no sheet has a header with at least two columns. Choose an RVTools workbook or a table with one row per machine.`,
    );
  }
  const stranger = findStranger(perFile, importer);
  if (stranger !== null) return failed('conflict', stranger);
  const result = importer.read(parts, { fileName, mapping: request.mapping, onProgress });
  if (!result.ok) return result;
  const { inventory } = result.value;
  return success({ ...result.value, inventory: { ...inventory, warnings: [...warnings, ...inventory.warnings] } });
}
