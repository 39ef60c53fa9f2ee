import { createHash } from 'node:crypto';

import { deriveTies } from '../../shared/dependencies/derive-ties.ts';
import { deriveMoveGroups, deriveWelds } from '../../shared/dependencies/weld-groups.ts';
import type { ImportedInventory, ImportedMachine, MachineFacts } from '../../shared/domain/machine.ts';
import { runToEnd } from '../../shared/domain/run-to-end.ts';
import { DEFAULT_WAVE_LIMITS } from '../../shared/domain/wave.ts';
import { canonicalJson } from '../../shared/journal/canonical-json.ts';
import { hashEntry } from '../../shared/journal/chain.ts';
import { entryId, type Entry, type EntryKind, type EntryPayload } from '../../shared/journal/entry.ts';
import { foldEngagement } from '../../shared/journal/fold-engagement.ts';
import { buildPlanInput } from '../../shared/planner/build-plan-input.ts';
import { planWaves } from '../../shared/planner/plan-waves.ts';
import type { ReportSource } from '../../shared/reports/report-context.ts';
import { reportState } from '../../shared/reports/report-state.ts';
import type { ReportPreset } from '../../shared/reports/report.ts';
import { derive, type Engines } from '../../shared/snapshot/derive.ts';
import type { Derived } from '../../shared/snapshot/derived.ts';
import { modelOf } from '../../shared/snapshot/scenario-readiness.ts';
import { madeUpEngines } from './made-up-engines.ts';
import { madeUpFacts } from './made-up-facts.data.ts';

const REPLICA = 'test-laptop';

function createJournal() {
  const entries: Entry[] = [];
  let previousHash = '';
  function add<K extends EntryKind>(kind: K, payload: EntryPayload<K>, actor = 'Test Person'): void {
    const seq = entries.length + 1;
    const recordedAt = new Date(Date.UTC(2026, 9, 5, 8, seq)).toISOString();
    const content = { seq, replica: REPLICA, lamport: seq, recordedAt, actor, kind, payload: canonicalJson(payload), appVersion: '0.1.0' };
    const hash = hashEntry(content, previousHash, (text) => createHash('sha256').update(text).digest('hex'));
    previousHash = hash;
    const { replica, lamport, appVersion } = content;
    entries.push({ id: entryId(content), seq, replica, lamport, recordedAt, actor, appVersion, hash, kind, payload } as unknown as Entry);
  }
  return { entries, add };
}

const fakeHash = (digit: string): string => digit.repeat(64);

export function attachment(name: string, digit: string): EntryPayload<'inventory.imported'>['original'] {
  return { sha256: fakeHash(digit), storedSha256: fakeHash('f'), sizeBytes: 1234, mediaType: 'application/octet-stream', name };
}

export interface MadeUp {
  readonly derived: Derived;
  readonly entries: readonly Entry[];
}

export interface MadeUpOptions {
  readonly machines?: readonly MachineFacts[];
  readonly isSample?: boolean;
  readonly customer?: string;
  readonly hasPlan?: boolean;
  readonly engines?: Engines;
  readonly timeZone?: string;
}

function inventoryOf(facts: readonly MachineFacts[], more: Partial<ImportedInventory> = {}): ImportedInventory {
  return {
    formatId: 'rvtools',
    formatTitle: 'RVTools workbook',
    exportedAt: '2026-10-04T06:30:00.000Z',
    scenarioHint: 'made-up',
    sheets: [{ name: 'vInfo', rows: facts.length }],
    fieldSheets: { name: 'vInfo', cpuCount: 'vInfo' },
    machines: facts.map((fact, index): ImportedMachine => ({
      machineId: `m-${String(index + 1).padStart(5, '0')}`,
      facts: fact,
      rows: { vInfo: index + 2 },
    })),
    skipped: [{ sheet: 'vInfo', row: 90, what: 'Total', reason: 'The row has no name.' }],
    warnings: ['The sheet announces 7 rows, 6 were read.'],
    ...more,
  };
}

/**
 * A small engagement made up for tests: same call, same entries, same hashes. Everything that a report can tell of: two imports, a conflict, a person's value, a plan,
 * ticks, evidence, notes, an export.
 */
export function madeUpEngagement(options: MadeUpOptions = {}): MadeUp {
  const {
    machines = madeUpFacts,
    isSample = false,
    customer = 'Harbour Works',
    hasPlan = true,
    engines = madeUpEngines,
    timeZone = 'Europe/Dublin',
  } = options;
  const journal = createJournal();
  const first = inventoryOf(machines);
  const inventories = new Map([[fakeHash('a'), first]]);
  journal.add('engagement.created', {
    engagementId: 'e-1',
    settings: {
      name: 'Move of the harbour',
      customer,
      scenarios: ['made-up'],
      routeDecision: null,
      targetRegion: null,
      vaultRegion: null,
      siteLinkMbps: null,
      timeZone,
      isSample,
    },
  });
  journal.add('inventory.imported', importPayload('i-1', 'estate.xlsx', first, 'a'));
  if (machines === madeUpFacts) addStory(journal, inventories);
  if (hasPlan) addPlan(journal, inventories);
  if (machines === madeUpFacts) {
    const item = { stepId: 'look', scope: { kind: 'engagement' as const, id: 'engagement' } };
    journal.add(
      'checklist.items-marked',
      {
        items: [item],
        state: 'done',
        reason: null,
        evidence: [{ kind: 'file', text: 'Minutes', attachment: attachment('minutes.pdf', 'd') }],
      },
      'Olu Example',
    );
    journal.add('journal.note-added', { text: 'The line is being measured.', about: null });
    journal.add('report.exported', { preset: 'assessment', files: [] });
  }
  const engagement = foldEngagement(journal.entries, inventories);
  if (engagement === null) throw new Error('the made-up entries hold no engagement');
  return { derived: runToEnd(derive(engagement, null, engines)), entries: journal.entries };
}

type Journal = ReturnType<typeof createJournal>;

function importPayload(
  importId: string,
  fileName: string,
  inventory: ImportedInventory,
  digit: string,
): EntryPayload<'inventory.imported'> {
  const machineCount = inventory.machines.length;
  return {
    importId,
    fileName,
    fileSha256: fakeHash(digit),
    fileSizeBytes: 4321,
    formatId: inventory.formatId,
    machineCount,
    newMachineCount: machineCount,
    skippedRowCount: inventory.skipped.length,
    inventory: { ...attachment(`${fileName} (as read)`, digit) },
    original: { ...attachment(fileName, 'b') },
  };
}

function addStory(journal: Journal, inventories: Map<string, ImportedInventory>): void {
  const second = inventoryOf([], {
    formatId: 'generic',
    formatTitle: 'Table',
    exportedAt: '2026-10-05T07:00:00.000Z',
    machines: [{ machineId: 'm-00001', facts: { name: 'shop-web-01', cpuCount: 6, owner: 'Web team' }, rows: { Sheet1: 4 } }],
    skipped: [],
    warnings: [],
  });
  inventories.set(fakeHash('c'), second);
  journal.add('inventory.imported', { ...importPayload('i-2', 'owners.csv', second, 'c'), newMachineCount: 0 });
  journal.add(
    'engagement.settings-changed',
    { changes: { targetRegion: 'northeurope', siteLinkMbps: 500 }, before: { targetRegion: null, siteLinkMbps: null } },
    'Olu Example',
  );
  journal.add('machine.values-set', { machineIds: ['m-00003'], values: { application: 'Files' }, before: {} });
}

function addPlan(journal: Journal, inventories: ReadonlyMap<string, ImportedInventory>): void {
  const limits = {
    ...DEFAULT_WAVE_LIMITS,
    machinesPerWave: 2,
    pilotMachines: 1,
    timeZone: 'Europe/Dublin',
    firstWindowStartsAt: '2027-03-20T20:00:00.000Z',
    freezes: [{ title: 'Quarter close', startsAt: '2027-03-27T00:00:00.000Z', endsAt: '2027-03-29T00:00:00.000Z' }],
    precedences: [],
    pins: [],
  };
  journal.add('plan.limits-changed', { limits, before: { ...limits, machinesPerWave: 25 } });
  const engagement = foldEngagement(journal.entries, inventories);
  if (engagement === null) throw new Error('the made-up entries hold no engagement');
  const { ties } = runToEnd(deriveTies(engagement));
  const groups = runToEnd(deriveMoveGroups(engagement, runToEnd(deriveWelds(engagement, ties))));
  const problem = buildPlanInput({ engagement, groups, verdicts: new Map(), modelOf, firstStart: limits.firstWindowStartsAt });
  const result = planWaves(problem.input, { nowMs: () => 0, timeLimitMs: 1000, isRepeatable: true });
  if (result.status !== 'planned') throw new Error(`the made-up plan is ${result.status}`);
  const used = problem.windows.filter((window) => Object.values(result.assignment).includes(window.id));
  journal.add('plan.adopted', {
    planId: 'p-1',
    groups: groups.map((group) => ({ ...group, machineIds: [...group.machineIds] })),
    waves: used.map((window, index) => ({
      id: `wave-${index + 1}`,
      number: index + 1,
      title: `Wave ${index + 1}`,
      window: { ...window },
      groupIds: Object.keys(result.assignment).filter((groupId) => result.assignment[groupId] === window.id),
    })),
    limits,
    lowerBound: result.bound.value,
    lowerBoundReason: result.bound.reason,
    boundCertificate: result.bound.certificate,
    leftOut: [],
  });
}

export function reportSource(preset: ReportPreset, madeUp: MadeUp = madeUpEngagement(), engines: Engines = madeUpEngines): ReportSource {
  return { preset, ...runToEnd(reportState(madeUp, engines)), appVersion: '0.1.0' };
}
