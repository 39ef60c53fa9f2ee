import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';

import { scenarios } from '../shared/scenarios/index.ts';
import { engines } from '../shared/snapshot/engines.ts';
import type { App, AppParts } from './app-parts.ts';
import { createAzureParts } from './azure-parts.ts';
import { readVaultState } from './azure/read-vault-state.ts';
import { createDispatch } from './host/dispatch.ts';
import { createEventHub } from './host/event-hub.ts';
import type { Handlers } from './host/handlers.ts';
import { prepareAttachment } from './journal/attachments.ts';
import type { Journal } from './journal/journal.ts';
import { createEngagementFile, openEngagementFile, type OpenOptions } from './journal/open-engagement.ts';
import { verifyJournal } from './journal/verify.ts';
import { createAppService, defaultPreferences, preferencesFileSchema } from './services/app-service.ts';
import { createAzureAccess } from './services/azure-access.ts';
import { createAzureService } from './services/azure-service.ts';
import { createStateStore } from './services/azure-state-store.ts';
import { createAzureViewService } from './services/azure-view-service.ts';
import { createBacklogService } from './services/backlog-service.ts';
import { createCalendarService } from './services/calendar-service.ts';
import { createChangeQueue } from './services/change-queue.ts';
import { createChecklistService } from './services/checklist-service.ts';
import { createDependencyService } from './services/dependency-service.ts';
import { createDownloadStore } from './services/download-store.ts';
import { createEngagementService } from './services/engagement-service.ts';
import { createSampleFiller } from './services/fill-sample.ts';
import { createIdentityService } from './services/identity-service.ts';
import { createImportService } from './services/import-service.ts';
import { inventoryToBytes, readInventory } from './services/inventory-bytes.ts';
import { createJournalService } from './services/journal-service.ts';
import { createJsonFile } from './services/json-file.ts';
import { createLaptopId, laptopFileSchema } from './services/laptop-id.ts';
import { createMachineService } from './services/machine-service.ts';
import { createMappingMemory, mappingFileSchema } from './services/mapping-memory.ts';
import { createSlot } from './services/open-engagement-slot.ts';
import { createPlanFileService, type CheckInWorker } from './services/plan-file-service.ts';
import { createPlanQuestions } from './services/plan-questions.ts';
import { createPlanService } from './services/plan-service.ts';
import { createReadinessService } from './services/readiness-service.ts';
import { createRecentList, recentFileSchema } from './services/recent-list.ts';
import { recordReadiness } from './services/record-readiness.ts';
import { rememberLast } from './services/remembered-file.ts';
import { createReportService } from './services/report-service.ts';
import { openSession, type Session } from './services/session.ts';
import { createSizingService } from './services/sizing-service.ts';
import { createSourceService } from './services/source-service.ts';
import { createTaskList } from './services/task-list.ts';
import { removeAbandonedFolders, temporaryFolderIn } from './services/temporary-folder.ts';
import { createUploadStore } from './services/upload-store.ts';
import { startRehearsal } from './simulator/rehearsal.ts';
import { runInWorker } from './workers/run-in-worker.ts';

/** Reading takes seconds, 100,000 machines up to a minute; an input that keeps a reader busy for longer is hostile or far too large. */
const READ_TIME_LIMIT_MS = 180_000;
/** A calendar is small; one that takes longer is made to. */
const CALENDAR_TIME_LIMIT_MS = 15_000;
/** Ten thousand machines take some seconds in all formats. */
const WRITE_TIME_LIMIT_MS = 180_000;
/** A checker that repeats a long search. */
const CHECK_TIME_LIMIT_MS = 600_000;
/** The solver stops by itself; this much later it is stopped. */
const SOLVE_GRACE_MS = 30_000;
/** Being stopped, the solver hands over what it has; this much later it is ended. */
const STOP_GRACE_MS = 5000;

/** What belongs to the laptop and not to an engagement: settings, remembered things, files on their way. */
function createKeeping(parts: AppParts) {
  const file = (name: string): string => path.join(parts.userDataFolder, name);
  const fallback = defaultPreferences(parts.personName);
  const temporaryFolder = temporaryFolderIn(parts.userDataFolder);
  return {
    preferences: rememberLast(
      createJsonFile(file('preferences.json'), preferencesFileSchema, () => fallback),
      fallback,
    ),
    recent: createRecentList(createJsonFile(file('recent.json'), recentFileSchema, () => [])),
    mappings: createMappingMemory(createJsonFile(file('mappings.json'), mappingFileSchema, () => ({}))),
    laptopId: createLaptopId(
      createJsonFile(file('laptop.json'), laptopFileSchema.nullable(), () => null),
      parts.log,
    ),
    temporaryFolder,
    uploads: createUploadStore(path.join(temporaryFolder, 'uploads')),
    downloads: createDownloadStore(),
  };
}

/** Composition root: builds every part by hand. What needs Electron is handed in by the entry; only entries and tests call it. */
export function assemble(parts: AppParts): App {
  const { log } = parts;
  const now = parts.now ?? (() => new Date());
  const hub = createEventHub((error) => log.error('an event listener threw', { stack: stackOf(error) }));
  const tasks = createTaskList(hub, () => performance.now());
  const changes = createChangeQueue();
  const slot = createSlot(changes);
  const keeping = createKeeping(parts);
  const deriveWhen = parts.hostKind === 'command-line' ? 'when-asked' : 'at-once';
  const beforeFirstChange = (session: Session): Promise<void> => recordReadiness(session, 'opening');
  const { uploads, downloads, temporaryFolder } = keeping;
  void removeAbandonedFolders(parts.userDataFolder);

  async function fileOptions(): Promise<OpenOptions> {
    await keeping.preferences.read();
    return {
      actor: () => keeping.preferences.last().actorName,
      machineName: parts.machineName,
      laptopId: await keeping.laptopId(),
      appVersion: parts.appVersion,
      now,
    };
  }

  const imports = createImportService({
    slot,
    tasks,
    uploads,
    temporaryFolder,
    prepareAttachment,
    mappings: keeping.mappings,
    linesOf: inventoryToBytes,
    readInWorker: (input, options) => runInWorker(parts.fork, 'read-inventory', input, { ...options, timeLimitMs: READ_TIME_LIMIT_MS }),
  });
  const check: CheckInWorker = (plan, signal) =>
    runInWorker(parts.fork, 'check-plan', plan, { signal, subject: 'The plan', timeLimitMs: CHECK_TIME_LIMIT_MS });
  const plans = createPlanService({
    check,
    slot,
    tasks,
    now,
    randomId: randomUUID,
    solve: ({ signal, onProgress, ...input }) =>
      runInWorker(parts.fork, 'make-plan', input, {
        signal,
        onProgress,
        timeLimitMs: input.timeLimitMs * 2 + SOLVE_GRACE_MS,
        stopGraceMs: STOP_GRACE_MS,
        subject: 'The wave plan',
      }),
  });
  const engagements = createEngagementService({
    app: parts,
    slot,
    changes,
    hub,
    now,
    recent: keeping.recent,
    randomId: randomUUID,
    scenarioIds: scenarios.map((scenario) => scenario.id),
    createFile: async (filePath, engagementId) => await createEngagementFile(filePath, engagementId, await fileOptions()),
    openFile: async (filePath) => await openEngagementFile(filePath, await fileOptions()),
    startSession: (journal: Journal) => openSession({ journal, hub, engines, readInventory, deriveWhen, beforeFirstChange }),
    fillSample: (session) => fillSample(session),
    recordsAtOpening: deriveWhen === 'at-once',
    localTimeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  const tokenFolder = path.join(parts.userDataFolder, 'sign-ins');
  const azure = createAzureParts({ host: parts.azure, tokenFolder, appVersion: parts.appVersion, now, startRehearsal });
  const access = createAzureAccess({ ...azure.access, slot, hub });
  const store = createStateStore({ prepareAttachment });
  hub.subscribe((event) => {
    if (event.name === 'engagement.closed') void access.close();
  });
  const { clouds, defaultClientId } = azure.access;
  const handlers: Handlers = {
    ...createAppService({ app: parts, preferences: keeping.preferences, uploads, downloads, tasks }),
    ...engagements.handlers,
    ...imports,
    ...createPlanQuestions({
      slot,
      tasks,
      compare: (input, options) =>
        runInWorker(parts.fork, 'compare-plans', input, { ...options, subject: 'Other limits', timeLimitMs: SOLVE_GRACE_MS }),
    }),
    ...createCalendarService({
      slot,
      uploads,
      readInWorker: (input, signal) =>
        runInWorker(parts.fork, 'read-calendar', input, { signal, subject: input.fileName, timeLimitMs: CALENDAR_TIME_LIMIT_MS }),
    }),
    ...createMachineService({ slot }),
    ...createReadinessService({ slot }),
    ...createBacklogService({ slot }),
    ...createSizingService({ slot }),
    ...createIdentityService({ slot }),
    ...createSourceService({ slot }),
    ...createDependencyService({ slot, randomId: randomUUID }),
    ...plans,
    ...createPlanFileService({ slot, check }),
    ...createChecklistService({ slot, uploads, downloads, prepareAttachment }),
    ...createJournalService({ slot, tasks, verify: (journal, options) => verifyJournal(journal, { ...options, now }) }),
    ...createAzureService({ slot, tasks, access, store, clouds, defaultClientId, now, takeTurn: azure.takeTurn, readVaultState }),
    ...createAzureViewService({ slot, store }),
    ...createReportService({
      slot,
      tasks,
      downloads,
      temporaryFolder,
      engines,
      appVersion: parts.appVersion,
      writeReport: (input, options) => runInWorker(parts.fork, 'write-report', input, { ...options, timeLimitMs: WRITE_TIME_LIMIT_MS }),
      writeTable: (input, options) => runInWorker(parts.fork, 'write-table', input, { ...options, timeLimitMs: WRITE_TIME_LIMIT_MS }),
    }),
  };
  const sampleFolder = path.join(parts.resourcesFolder, 'sample');
  const fillSample = createSampleFiller({ sampleFolder, uploads, handlers });

  return {
    // Tests look at outputs too; in the product that would cost time and protect nobody.
    dispatch: createDispatch(handlers, { log, checkOutputs: parts.hostKind === 'in-process' }),
    hub,
    async close() {
      tasks.cancelAll();
      await engagements.close();
      await access.close();
      await uploads.close();
      await rm(temporaryFolder, { recursive: true, force: true });
    },
  };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
