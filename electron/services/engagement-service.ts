import { access, realpath } from 'node:fs/promises';
import path from 'node:path';

import { answerChange } from '../../shared/checklist/questions.ts';
import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { EngagementInfo, Snapshot } from '../../shared/contract/shapes.ts';
import { fileNameFor } from '../../shared/domain/engagement-file-name.ts';
import type { EngagementSettings } from '../../shared/domain/engagement.ts';
import { withoutUndefined } from '../../shared/domain/without-undefined.ts';
import { azureSummary } from '../../shared/snapshot/azure-summary.ts';
import { backlogView } from '../../shared/snapshot/derived.ts';
import { factViews } from '../../shared/snapshot/engagement-facts.ts';
import type { AppParts } from '../app-parts.ts';
import type { EventHub, Handlers } from '../host/handlers.ts';
import type { Journal } from '../journal/journal.ts';
import { browseFolder } from './browse-folder.ts';
import { createChangeQueue, type ChangeQueue } from './change-queue.ts';
import { changeSettings } from './change-settings.ts';
import type { Slot } from './open-engagement-slot.ts';
import type { RecentList } from './recent-list.ts';
import { recordReadiness } from './record-readiness.ts';
import { importSummaries, reportList, type Session } from './session.ts';

interface Parts {
  readonly app: AppParts;
  readonly slot: Slot;
  /** Changes of the open engagement; none is under way while another engagement takes its place. */
  readonly changes: ChangeQueue;
  readonly hub: EventHub;
  readonly recent: RecentList;
  readonly scenarioIds: readonly string[];
  readonly createFile: (path: string, engagementId: string) => Promise<Reply<Journal>>;
  readonly openFile: (path: string) => Promise<Reply<Journal>>;
  readonly startSession: (journal: Journal) => Promise<Reply<Session>>;
  readonly fillSample: (session: Session) => Promise<Reply<unknown>>;
  readonly randomId: () => string;
  readonly now: () => Date;
  /** A window shows at once what new rules change; other hosts leave a file alone that is only looked at. */
  readonly recordsAtOpening: boolean;
  readonly localTimeZone: string;
}

const SAMPLE_FILE_NAME = 'Sample engagement.landfall';

export function createEngagementService(parts: Parts) {
  const { app, slot, hub, recent } = parts;
  /** Opening, making and closing happen one after another, so that two clicks never race for the one place. */
  const openings = createChangeQueue();

  async function close(): Promise<void> {
    await parts.changes.run(async () => {
      const session = slot.current();
      if (session === null) return;
      await recordReadiness(session, 'closing');
      slot.set(null);
      session.close();
      hub.publish({ name: 'engagement.closed', payload: {} });
    });
  }

  async function remember(session: Session): Promise<void> {
    const { settings, machines } = session.engagement();
    await recent.remember({
      path: session.journal.path,
      name: settings.name,
      customer: settings.customer,
      machineCount: machines.size,
      lastOpenedAt: parts.now().toISOString(),
      isSample: settings.isSample,
    });
  }

  async function enter(session: Session): Promise<EngagementInfo> {
    slot.set(session);
    await remember(session);
    hub.publish({ name: 'engagement.opened', payload: { path: session.journal.path } });
    return session.info();
  }

  async function open(filePath: string): Promise<Reply<EngagementInfo>> {
    const already = slot.current();
    if (already !== null && (await isSameFile(already.journal.path, filePath))) return success(already.info());
    // The file is opened first: if that fails, the engagement that is open stays open.
    const journal = await parts.openFile(filePath);
    if (!journal.ok) return journal;
    const session = await parts.startSession(journal.value);
    if (!session.ok) {
      journal.value.close();
      return session;
    }
    await close();
    if (parts.recordsAtOpening) await recordReadiness(session.value, 'opening');
    return success(await enter(session.value));
  }

  async function create(
    filePath: string,
    settings: EngagementSettings,
    fill?: (session: Session) => Promise<Reply<unknown>>,
  ): Promise<Reply<EngagementInfo>> {
    const engagementId = parts.randomId();
    const journal = await parts.createFile(filePath, engagementId);
    if (!journal.ok) return journal;
    const first = journal.value.append('engagement.created', {
      engagementId,
      settings: { ...settings, scenarios: [...settings.scenarios] },
    });
    const session = first.ok ? await parts.startSession(journal.value) : first;
    if (!session.ok) {
      journal.value.close();
      return session;
    }
    await close();
    const info = await enter(session.value);
    if (fill === undefined) return success(info);
    const filled = await fill(session.value);
    await remember(session.value);
    return filled.ok ? success(session.value.info()) : filled;
  }

  function newSettings(name: string, customer: string, scenarios: readonly string[], isSample: boolean): EngagementSettings {
    return {
      name,
      customer,
      scenarios,
      routeDecision: null,
      targetRegion: null,
      vaultRegion: null,
      siteLinkMbps: null,
      timeZone: parts.localTimeZone,
      isSample,
    };
  }

  function unknownScenario(ids: readonly string[]): Reply<never> | null {
    const unknown = ids.find((id) => !parts.scenarioIds.includes(id));
    if (unknown === undefined) return null;
    return failed('invalid-input', `scenarios: “${unknown}” is not one of ${parts.scenarioIds.join(', ')}.`);
  }

  async function keepSettings(session: Session, wanted: Partial<EngagementSettings>): Promise<Reply<EngagementInfo>> {
    const kept = await changeSettings(session, wanted);
    if (!kept.ok) return kept;
    await remember(session);
    return success(session.info());
  }

  const handlers = {
    'engagement.list-recent': async () => success(await recent.list()),
    'engagement.forget-recent': async (input) => {
      await recent.forget(input.path);
      return success({});
    },
    'engagement.browse': (input) => browseFolder(input.folder ?? app.documentsFolder),
    'engagement.choose-path': async (input) => {
      if (app.dialogs === null) return success({ path: null });
      const chosen =
        input.purpose === 'open'
          ? await app.dialogs.chooseOpen()
          : await app.dialogs.chooseCreate(fileNameFor(input.suggestedName ?? 'Engagement'));
      return success({ path: chosen });
    },
    'engagement.create': async (input) => {
      const scenarios = input.scenarios ?? ['vmware'];
      const unknown = unknownScenario(scenarios);
      if (unknown !== null) return unknown;
      if (input.path !== undefined && !path.isAbsolute(input.path))
        return failed('invalid-input', 'path: give the full path of the new file.');
      return await openings.run(async () => {
        const filePath = input.path ?? (await freePath(path.join(app.documentsFolder, fileNameFor(input.name))));
        return await create(withEnding(filePath), newSettings(input.name, input.customer, scenarios, false));
      });
    },
    'engagement.open': (input) => {
      if (!path.isAbsolute(input.path)) return failed('invalid-input', 'path: give the full path of the engagement file.');
      return openings.run(() => open(input.path));
    },
    'engagement.open-sample': () =>
      openings.run(async () => {
        const filePath = path.join(app.documentsFolder, SAMPLE_FILE_NAME);
        if (await isThere(filePath)) return await open(filePath);
        const settings = newSettings('Sample engagement', 'Northern Isles Ferries (fictional)', ['vmware'], true);
        return await create(filePath, settings, parts.fillSample);
      }),
    'engagement.close': async () => {
      await openings.run(close);
      return success({});
    },
    'engagement.change-settings': (input) =>
      slot.change(async (session) => {
        const unknown = input.scenarios === undefined ? null : unknownScenario(input.scenarios);
        return unknown ?? (await keepSettings(session, withoutUndefined(input)));
      }),
    'engagement.answer-question': (input) =>
      slot.change(async (session) => {
        const change = answerChange(session.engagement().settings, { ...input, reason: input.reason ?? null });
        return change.ok ? await keepSettings(session, change.changes) : failed('invalid-input', change.reason);
      }),
    'snapshot.get': () => {
      const session = slot.current();
      return success(session === null ? null : snapshotOf(session));
    },
  } satisfies Partial<Handlers>;
  return { handlers, close: () => openings.run(close) };
}

function snapshotOf(session: Session): Snapshot {
  const derived = session.derived();
  const engagement = session.engagement();
  return {
    seq: session.seq(),
    engagement: session.info(),
    machineCount: engagement.machines.size,
    imports: importSummaries(engagement),
    readiness: derived.readiness,
    facts: factViews(engagement.facts),
    backlog: backlogView(derived.backlog),
    groups: [...derived.groupViews],
    waveLimits: engagement.waveLimits,
    plan: derived.plan,
    checklist: derived.checklist,
    nextActions: derived.nextActions,
    azure: azureSummary(engagement),
    undo: session.undo(),
    reports: reportList(engagement),
  };
}

function withEnding(filePath: string): string {
  return filePath.endsWith('.landfall') ? filePath : `${filePath}.landfall`;
}

async function isThere(filePath: string): Promise<boolean> {
  try {
    await access(filePath);
    return true;
  } catch {
    return false;
  }
}

async function isSameFile(a: string, b: string): Promise<boolean> {
  try {
    return (await realpath(a)) === (await realpath(b));
  } catch {
    return false;
  }
}

/** `Name.landfall`, or `Name 2.landfall` when that is taken: a new engagement never stands in the way of an old one. */
async function freePath(filePath: string): Promise<string> {
  const base = filePath.replace(/\.landfall$/, '');
  let candidate = filePath;
  for (let number = 2; await isThere(candidate); number += 1) candidate = `${base} ${number}.landfall`;
  return candidate;
}
