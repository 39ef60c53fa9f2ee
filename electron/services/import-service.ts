import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { ParsedInput } from '../../shared/contract/methods.ts';
import type { ImportPreview } from '../../shared/contract/methods/import-methods.ts';
import { compareImport, type ImportComparison } from '../../shared/domain/compare-import.ts';
import { isSettable, machineFields } from '../../shared/domain/machine-fields.ts';
import type { ImportedInventory } from '../../shared/domain/machine.ts';
import { matchMachines } from '../../shared/domain/match-machines.ts';
import type { CallContext, Handlers } from '../host/handlers.ts';
import type { PreparedAttachment } from '../journal/attachments.ts';
import type { ReadInventoryOutput, ReadInventoryTask } from '../workers/read-inventory-task.ts';
import { assignMachines } from './assign-machines.ts';
import { inSlices } from './in-slices.ts';
import type { MappingMemory } from './mapping-memory.ts';
import type { Slot } from './open-engagement-slot.ts';
import { createPreviewReader, type PreviewContent } from './preview-lines.ts';
import { previewRow } from './preview-row.ts';
import { importSummaries, type Session } from './session.ts';
import type { TaskList } from './task-list.ts';
import { finishedUploads, nameOfAll, sizeOfAll, type Upload, type UploadStore } from './upload-store.ts';

interface Parts {
  readonly slot: Slot;
  readonly tasks: TaskList;
  readonly uploads: UploadStore;
  readonly mappings: MappingMemory;
  readonly temporaryFolder: string;
  readonly readInWorker: (
    input: ReadInventoryTask['input'],
    options: {
      readonly signal: AbortSignal;
      readonly onProgress: (progress: ReadInventoryTask['progress']) => void;
      readonly subject: string;
    },
  ) => Promise<Reply<ReadInventoryOutput>>;
  readonly prepareAttachment: (
    bytes: Uint8Array,
    about: { readonly name: string; readonly mediaType: string },
  ) => Promise<PreparedAttachment>;
  readonly linesOf: (inventory: ImportedInventory) => Promise<Uint8Array>;
}

interface HeldPreview {
  /** The engagement it was compared with; in another one its counts and answers mean nothing. */
  readonly session: Session;
  /** More than one where files are one export. */
  readonly uploads: readonly Upload[];
  readonly read: ReadInventoryOutput;
  readonly linesPath: string;
  readonly bundlePath: string;
  readonly mapping: Readonly<Record<string, string | null>> | null;
}

export function createImportService(parts: Parts) {
  const { slot, tasks, uploads, temporaryFolder } = parts;
  const previews = new Map<string, HeldPreview>();
  const reader = createPreviewReader();

  async function forget(previewId: string, { linesPath, bundlePath }: HeldPreview): Promise<void> {
    previews.delete(previewId);
    reader.forget(linesPath);
    await Promise.all([rm(linesPath, { force: true }), rm(bundlePath, { force: true })]);
  }

  async function discard(previewId: string): Promise<void> {
    const held = previews.get(previewId);
    if (held === undefined) return;
    await forget(previewId, held);
    await Promise.all(held.uploads.map(({ id }) => uploads.remove(id)));
  }

  /** Another mapping of the same file makes a new preview; what the last one wrote is not needed any more. */
  async function forgetEarlierPreviews(uploadId: string): Promise<void> {
    for (const [previewId, held] of previews) {
      // There is at most one.
      // oxlint-disable-next-line no-await-in-loop
      if (held.uploads[0]?.id === uploadId) await forget(previewId, held);
    }
  }

  async function preview(session: Session, input: ParsedInput<'import.preview'>, context: CallContext): Promise<Reply<ImportPreview>> {
    const found = finishedUploads(uploads, [input.uploadId, ...(input.alsoUploadIds ?? [])]);
    if (!found.ok) return found;
    const [first, ...others] = found.value;
    if (first === undefined) return failed('not-found', 'There is no file. Choose it again.');
    const name = nameOfAll(found.value);
    const task = tasks.start('import', context.signal, input.taskId);
    await mkdir(temporaryFolder, { recursive: true });
    const linesPath = path.join(temporaryFolder, `${randomUUID()}.lines`);
    const bundlePath = path.join(temporaryFolder, `${randomUUID()}.zip`);
    const request = {
      filePath: first.filePath,
      fileName: first.name,
      alsoFiles: others.map((upload) => ({ filePath: upload.filePath, fileName: upload.name })),
      linesPath,
      bundlePath,
      ...(input.password === undefined ? {} : { password: input.password }),
    };
    const read = async (mapping: HeldPreview['mapping']): Promise<Reply<ReadInventoryOutput>> =>
      await parts.readInWorker(
        { ...request, mapping },
        { signal: task.signal, subject: name, onProgress: ({ done, step }) => task.report({ done, step, detail: name }) },
      );
    let mapping = input.mapping ?? null;
    let output = await read(mapping);
    const remembered =
      output.ok && mapping === null && output.value.columns.length > 0 ? await parts.mappings.recall(output.value.signature) : null;
    if (remembered !== null) {
      mapping = remembered;
      output = await read(mapping);
    }
    if (!output.ok) {
      task.finish(false, output.failure.detail);
      return output;
    }
    await forgetEarlierPreviews(input.uploadId);
    const previewId = randomUUID();
    const held: HeldPreview = { session, uploads: found.value, read: output.value, linesPath, bundlePath, mapping };
    previews.set(previewId, held);
    const comparison = await compare(session, await reader.read(linesPath, output.value), output.value.header);
    task.finish(true, `${output.value.machineCount} machines in ${name}.`);
    return success(previewOf(session, { previewId, held, comparison, isRemembered: remembered !== null }));
  }

  async function confirm(
    session: Session,
    { previewId, decisions }: ParsedInput<'import.confirm'>,
  ): Promise<Reply<ReturnType<typeof importSummaries>[number]>> {
    const held = previews.get(previewId);
    if (held === undefined || held.session !== session)
      return failed('not-found', 'This preview is not there any more. Choose the file again.');
    if (held.read.needsMapping)
      return failed('not-ready', 'Map one column to “Name” first; without it no machine can be told from another.');
    const { machines: stated, connections, applications } = await reader.read(held.linesPath, held.read);
    const known = session.engagement().machines;
    const matches = await inSlices(
      matchMachines(
        stated.map((machine) => machine.facts),
        known.values(),
      ),
    );
    const { machines, newMachineCount } = await inSlices(assignMachines({ machines: stated, matches, decisions }));
    const inventory: ImportedInventory = {
      ...held.read.header,
      machines,
      ...(connections.length === 0 ? {} : { connections }),
      ...(applications.length === 0 ? {} : { applications }),
    };
    const fileName = nameOfAll(held.uploads);
    const isBundle = held.uploads.length > 1;
    const [lines, original] = await Promise.all([
      parts
        .linesOf(inventory)
        .then((bytes) => parts.prepareAttachment(bytes, { name: `${fileName} (as read)`, mediaType: 'application/x-ndjson' })),
      readFile(isBundle ? held.bundlePath : (held.uploads[0]?.filePath ?? '')).then((bytes) =>
        parts.prepareAttachment(
          bytes,
          isBundle ? { name: `${fileName}.zip`, mediaType: 'application/zip' } : { name: fileName, mediaType: 'application/octet-stream' },
        ),
      ),
    ]);
    session.offerInventory(lines.ref.sha256, inventory);
    const importId = randomUUID();
    const appended = await session.append(
      'inventory.imported',
      {
        importId,
        fileName: fileName.slice(0, 300),
        fileSha256: held.read.fileSha256,
        fileSizeBytes: sizeOfAll(held.uploads),
        formatId: inventory.formatId,
        machineCount: machines.length,
        newMachineCount,
        skippedRowCount: inventory.skipped.length,
        inventory: lines.ref,
        original: original.ref,
      },
      [lines, original],
    );
    if (!appended.ok) return appended;
    if (held.mapping !== null) await parts.mappings.remember(held.read.signature, held.mapping);
    await discard(previewId);
    const summary = importSummaries(session.engagement()).find((candidate) => candidate.id === importId);
    return summary === undefined
      ? failed('internal', 'The import was saved but cannot be shown. Close the engagement and open it again.')
      : success(summary);
  }

  return {
    'import.preview': async (input, context) => {
      const open = slot.need();
      return open.ok ? await preview(open.value, input, context) : open;
    },
    'import.confirm': (input) => slot.change((session) => confirm(session, input)),
    'import.discard': async (input) => {
      await discard(input.previewId);
      return success({});
    },
  } satisfies Partial<Handlers>;
}

async function compare(
  session: Session,
  { machines: statements }: PreviewContent,
  header: ReadInventoryOutput['header'],
): Promise<ImportComparison> {
  const { machines, imports } = session.engagement();
  const matches = await inSlices(
    matchMachines(
      statements.map((machine) => machine.facts),
      machines.values(),
    ),
  );
  const { formatId, exportedAt = new Date().toISOString() } = header;
  return await inSlices(compareImport({ statements, matches, machines, imports, formatId, statedAt: exportedAt }));
}

interface PreviewParts {
  readonly previewId: string;
  readonly held: HeldPreview;
  readonly comparison: ImportComparison;
  readonly isRemembered: boolean;
}

function previewOf(session: Session, { previewId, held, comparison, isRemembered }: PreviewParts): ImportPreview {
  const { header, machineCount, connectionCount, applicationCount, firstMachines, columns, needsMapping, fileSha256 } = held.read;
  const [sheet] = header.sheets;
  return {
    previewId,
    fileName: nameOfAll(held.uploads),
    fileSizeBytes: sizeOfAll(held.uploads),
    fileSha256,
    formatId: header.formatId,
    formatTitle: header.formatTitle,
    exportedAt: header.exportedAt ?? null,
    sheets: header.sheets.map(({ name, rows, announcedRows }) => ({ name, rows, announcedRows: announcedRows ?? null })),
    machineCount,
    connectionCount,
    applicationCount,
    changes: { ...comparison.counts },
    changeRows: comparison.rows.map((row) => ({
      ...row,
      fields: row.fields.map((field) => ({ ...field })),
      candidates: row.candidates.map((candidate) => ({ ...candidate, against: [...candidate.against] })),
    })),
    gone: comparison.gone.map((machine) => ({ ...machine })),
    columns: columns.map(({ header: title, sample, field, unit, isUnitAssumed }) => ({
      header: title,
      sample: [...sample],
      field,
      isRemembered: isRemembered && field !== null,
      unit,
      isUnitAssumed,
    })),
    needsMapping,
    fields: machineFields
      .filter((field) => isSettable(field) || field.kind === 'list')
      .map(({ name, title, unit }) => ({ name, title, unit })),
    firstRows: firstMachines.map((machine) => previewRow(machine, sheet?.name ?? '')),
    skipped: header.skipped.map((row) => ({ ...row })),
    warnings: [...header.warnings],
    sameFileAs: importSummaries(session.engagement()).findLast((record) => record.fileSha256 === fileSha256) ?? null,
  };
}
