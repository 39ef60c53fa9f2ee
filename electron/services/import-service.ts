import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { ParsedInput } from '../../shared/contract/methods.ts';
import type { ImportPreview } from '../../shared/contract/methods/import-methods.ts';
import type { ImportedApplication, ImportedConnection } from '../../shared/domain/connection.ts';
import { isSettable, machineFields } from '../../shared/domain/machine-fields.ts';
import type { ImportedInventory, ImportedMachine } from '../../shared/domain/machine.ts';
import { createMatcher, type Matcher } from '../../shared/domain/match-machines.ts';
import type { CallContext, Handlers } from '../host/handlers.ts';
import type { ReadMachine } from '../importers/importer.ts';
import type { PreparedAttachment } from '../journal/attachments.ts';
import type { ReadInventoryOutput, ReadInventoryTask } from '../workers/read-inventory-task.ts';
import type { MappingMemory } from './mapping-memory.ts';
import type { Slot } from './open-engagement-slot.ts';
import { previewRow } from './preview-row.ts';
import { importSummaries, type Session } from './session.ts';
import type { TaskList } from './task-list.ts';
import type { Upload, UploadStore } from './upload-store.ts';

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
  readonly upload: Upload;
  readonly read: ReadInventoryOutput;
  readonly linesPath: string;
  readonly mapping: Readonly<Record<string, string | null>> | null;
}

export function createImportService(parts: Parts) {
  const { slot, tasks, uploads, temporaryFolder } = parts;
  const previews = new Map<string, HeldPreview>();

  async function discard(previewId: string): Promise<void> {
    const held = previews.get(previewId);
    previews.delete(previewId);
    if (held === undefined) return;
    await rm(held.linesPath, { force: true });
    await uploads.remove(held.upload.id);
  }

  /** Another mapping of the same file makes a new preview; what the last one wrote is not needed any more. */
  async function forgetEarlierPreviews(uploadId: string): Promise<void> {
    for (const [previewId, held] of previews) {
      if (held.upload.id !== uploadId) continue;
      previews.delete(previewId);
      // There is at most one.
      // oxlint-disable-next-line no-await-in-loop
      await rm(held.linesPath, { force: true });
    }
  }

  async function preview(session: Session, input: ParsedInput<'import.preview'>, context: CallContext): Promise<Reply<ImportPreview>> {
    const upload = uploads.finished(input.uploadId);
    if (!upload.ok) return upload;
    const task = tasks.start('import', context.signal, input.taskId);
    await mkdir(temporaryFolder, { recursive: true });
    const linesPath = path.join(temporaryFolder, `${randomUUID()}.lines`);
    const { filePath, name } = upload.value;
    const read = async (mapping: HeldPreview['mapping']): Promise<Reply<ReadInventoryOutput>> =>
      await parts.readInWorker(
        { filePath, fileName: name, linesPath, mapping, ...(input.password === undefined ? {} : { password: input.password }) },
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
    const held: HeldPreview = { upload: upload.value, read: output.value, linesPath, mapping };
    previews.set(previewId, held);
    const changes = await countChanges(session, linesPath, output.value.machineCount);
    task.finish(true, `${output.value.machineCount} machines in ${name}.`);
    return success(previewOf(session, { previewId, held, changes, isRemembered: remembered !== null }));
  }

  async function confirm(session: Session, previewId: string): Promise<Reply<ReturnType<typeof importSummaries>[number]>> {
    const held = previews.get(previewId);
    if (held === undefined) return failed('not-found', 'This preview is not there any more. Choose the file again.');
    if (held.read.needsMapping)
      return failed('not-ready', 'Map one column to “Name” first; without it no machine can be told from another.');
    const matcher = createMatcher(session.engagement().machines.values());
    const machines: ImportedMachine[] = [];
    const connections: ImportedConnection[] = [];
    const applications: ImportedApplication[] = [];
    let newMachineCount = 0;
    let place = 0;
    for await (const line of readLines(held.linesPath)) {
      place += 1;
      // What a line holds follows from its place; the worker wrote it.
      if (place > held.read.machineCount) {
        if (place <= held.read.machineCount + held.read.connectionCount) connections.push(line as ImportedConnection);
        else applications.push(line as ImportedApplication);
        continue;
      }
      const machine = line as ReadMachine;
      const known = matcher.find(machine);
      if (known === null) newMachineCount += 1;
      machines.push({ machineId: known?.id ?? `m-${randomUUID()}`, ...machine });
    }
    const inventory: ImportedInventory = {
      ...held.read.header,
      machines,
      ...(connections.length === 0 ? {} : { connections }),
      ...(applications.length === 0 ? {} : { applications }),
    };
    const { upload } = held;
    const [lines, original] = await Promise.all([
      parts
        .linesOf(inventory)
        .then((bytes) => parts.prepareAttachment(bytes, { name: `${upload.name} (as read)`, mediaType: 'application/x-ndjson' })),
      readFile(upload.filePath).then((bytes) =>
        parts.prepareAttachment(bytes, { name: upload.name, mediaType: 'application/octet-stream' }),
      ),
    ]);
    session.offerInventory(lines.ref.sha256, inventory);
    const importId = randomUUID();
    const appended = await session.append(
      'inventory.imported',
      {
        importId,
        fileName: upload.name.slice(0, 300),
        fileSha256: held.read.fileSha256,
        fileSizeBytes: upload.sizeBytes,
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
    'import.confirm': (input) => slot.change((session) => confirm(session, input.previewId)),
    'import.discard': async (input) => {
      await discard(input.previewId);
      return success({});
    },
  } satisfies Partial<Handlers>;
}

async function* readLines(linesPath: string): AsyncGenerator {
  // Line by line over a stream: the main process stays free between pieces.
  for await (const line of createInterface({ input: createReadStream(linesPath), crlfDelay: Infinity })) {
    if (line !== '') yield JSON.parse(line);
  }
}

async function countChanges(session: Session, linesPath: string, machineCount: number): Promise<ImportPreview['changes']> {
  const { machines } = session.engagement();
  const matcher: Matcher = createMatcher(machines.values());
  const seen = new Set<string>();
  const changes = { added: 0, changed: 0, unchanged: 0, missing: 0 };
  let place = 0;
  for await (const line of readLines(linesPath)) {
    place += 1;
    if (place > machineCount) break;
    const machine = line as ReadMachine;
    const known = matcher.find(machine);
    if (known === null) {
      changes.added += 1;
      continue;
    }
    seen.add(known.id);
    const facts: Readonly<Record<string, unknown>> = { ...known.facts };
    const isSame = Object.entries(machine.facts).every(([field, value]) => JSON.stringify(facts[field]) === JSON.stringify(value));
    if (isSame) changes.unchanged += 1;
    else changes.changed += 1;
  }
  return { ...changes, missing: machines.size - seen.size };
}

interface PreviewParts {
  readonly previewId: string;
  readonly held: HeldPreview;
  readonly changes: ImportPreview['changes'];
  readonly isRemembered: boolean;
}

function previewOf(session: Session, { previewId, held, changes, isRemembered }: PreviewParts): ImportPreview {
  const { header, machineCount, connectionCount, applicationCount, firstMachines, columns, needsMapping, fileSha256 } = held.read;
  const [sheet] = header.sheets;
  return {
    previewId,
    fileName: held.upload.name,
    fileSizeBytes: held.upload.sizeBytes,
    fileSha256,
    formatId: header.formatId,
    formatTitle: header.formatTitle,
    exportedAt: header.exportedAt ?? null,
    sheets: header.sheets.map(({ name, rows, announcedRows }) => ({ name, rows, announcedRows: announcedRows ?? null })),
    machineCount,
    connectionCount,
    applicationCount,
    changes,
    columns: columns.map(({ header: title, sample, field }) => ({
      header: title,
      sample: [...sample],
      field,
      isRemembered: isRemembered && field !== null,
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
