import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { RULE_SET_VERSION } from '../../../shared/readiness/rule-set-date.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { startTestApp, upload, type TestApp } from '../../support/test-app.ts';

const temporaryFolder = useTemporaryFolders();

/** One machine changes too fast, one has FIPS mode on in a later file, one cannot be moved at all. */
const MACHINES = `Name,Operating system,Application,Peak churn
app-1,Microsoft Windows Server 2022 (64-bit),Shop,60
db-1,Red Hat Enterprise Linux 8 (64-bit),Shop,10
old-1,Microsoft Windows Server 2003 (32-bit),Shop,1
`;
const MAPPING = { Name: 'name', 'Operating system': 'osName', Application: 'application', 'Peak churn': 'machinePeakChurnMBps' };

interface Started extends TestApp {
  readonly file: string;
  readonly idOf: (name: string) => Promise<string>;
}

async function importTable(app: TestApp, table: string, mapping: Record<string, string>): Promise<void> {
  const uploadId = await upload(app, 'machines.csv', new TextEncoder().encode(table));
  const { previewId } = await app.ask('import.preview', { uploadId, mapping });
  await app.ask('import.confirm', { previewId });
}

async function start(folder: string): Promise<Started> {
  const app = startTestApp(folder);
  const file = path.join(folder, 'readiness.landfall');
  await app.ask('engagement.create', { path: file, name: 'Readiness', customer: 'Customer', scenarios: ['vmware'] });
  await importTable(app, MACHINES, MAPPING);
  const idOf = async (name: string): Promise<string> => {
    const { rows } = await app.ask('machine.list', { offset: 0, limit: 100 });
    return rows.find((row) => row.name === name)?.id ?? '';
  };
  return { ...app, file, idOf };
}

async function findingOf(app: TestApp, machineId: string, ruleId: string) {
  return (await app.ask('machine.get', { machineId })).findings.find((finding) => finding.ruleId === ruleId);
}

describe('overrides', () => {
  it('let a named person take the responsibility for a blocker, until the values change', async () => {
    const app = await start(await temporaryFolder());
    const machineId = await app.idOf('app-1');
    expect(await findingOf(app, machineId, 'R-CH-02')).toMatchObject({ severity: 'blocker', seen: { machinePeakChurnMBps: 60 } });

    await app.ask('readiness.override', { ruleId: 'R-CH-02', machineIds: [machineId], reason: 'Peak of one backup night.' });
    expect((await findingOf(app, machineId, 'R-CH-02'))?.override).toMatchObject({
      reason: 'Peak of one backup night.',
      by: 'Test Person',
      isStale: false,
      ruleSetVersion: RULE_SET_VERSION,
    });
    expect((await findingOf(app, machineId, 'R-CH-02'))?.ruleSetVersion).toBe(RULE_SET_VERSION);
    expect((await app.ask('snapshot.get', {}))?.readiness.byRule.find((count) => count.ruleId === 'R-CH-02')?.overridden).toBe(1);

    await app.ask('machine.set-values', { machineIds: [machineId], values: { machinePeakChurnMBps: 90 } });
    expect((await findingOf(app, machineId, 'R-CH-02'))?.override?.isStale).toBe(true);
    await app.ask('journal.undo', {});
    expect((await findingOf(app, machineId, 'R-CH-02'))?.override?.isStale).toBe(false);

    await app.ask('readiness.withdraw-override', { ruleId: 'R-CH-02', machineIds: [machineId], reason: 'Measured again.' });
    expect((await findingOf(app, machineId, 'R-CH-02'))?.override).toBeUndefined();
    await app.app.close();
  });

  it('are refused with a sentence where they make no sense', async () => {
    const app = await start(await temporaryFolder());
    const [machineId, oldId] = [await app.idOf('db-1'), await app.idOf('old-1')];
    const refusal = async (ruleId: string, id: string) =>
      (await app.failureOf('readiness.override', { ruleId, machineIds: [id], reason: 'because' })).detail;
    expect(await refusal('R-OS-01', oldId)).toContain('Azure Site Recovery itself refuses such machines');
    expect(await refusal('R-OS-17', oldId)).toContain('R-OS-17 blocks nobody');
    expect(await refusal('R-CH-02', machineId)).toBe('R-CH-02 does not block db-1, so there is nothing to override.');
    expect(await refusal('R-OS-23', machineId)).toBe('R-OS-23 cannot be decided for db-1: isFipsOn is unknown. State it first.');
    expect(await refusal('R-XX-99', machineId)).toBe('ruleId: there is no rule R-XX-99.');
    await app.app.close();
  });
});

describe('answers for the whole engagement', () => {
  it('decide rules for all machines, and are forgotten by null', async () => {
    const app = await start(await temporaryFolder());
    const machineId = await app.idOf('db-1');
    expect((await findingOf(app, machineId, 'R-NW-11'))?.outcome).toBe('unknown');
    expect(
      await app.ask('engagement.set-facts', { values: { proxyKind: 'https', offeredSizes: 'Standard_D2s_v5, Standard_D4s_v5' } }),
    ).toEqual({
      changed: 2,
    });
    expect(await findingOf(app, machineId, 'R-NW-11')).toMatchObject({ outcome: 'raised', seen: { proxyKind: 'https' } });
    const facts = await app.ask('engagement.facts', {});
    expect(facts.find((fact) => fact.name === 'offeredSizes')?.value).toBe('Standard_D2s_v5, Standard_D4s_v5');
    expect((await app.ask('snapshot.get', {}))?.facts).toEqual(facts);

    await app.ask('engagement.set-facts', { values: { proxyKind: null } });
    expect((await findingOf(app, machineId, 'R-NW-11'))?.outcome).toBe('unknown');
    expect((await app.failureOf('engagement.set-facts', { values: { proxyKind: 'socks' } })).detail).toBe(
      'Proxy of appliance or hosts: choose one of none, http, http-with-password, https.',
    );
    expect((await app.failureOf('engagement.set-facts', { values: { nonsense: 1 } })).code).toBe('invalid-input');
    await app.app.close();
  });
});

describe('the fix backlog', () => {
  it('gives tasks owners, due dates and states, many at once, and says who did it in the journal', async () => {
    const app = await start(await temporaryFolder());
    const all = await app.ask('backlog.list', {});
    expect(all.total).toBe(all.tasks.length);
    expect(all.counts.open).toBe(all.total);
    expect(all.tasks[0]).toMatchObject({ severity: 'refused', machineName: 'old-1' });
    expect(all.tasks[0]?.remedy).toMatch(/\S/);

    const { changed } = await app.ask('backlog.change', {
      filter: { ruleId: 'R-OS-29' },
      changes: { owner: 'Ada', dueOn: '2026-12-01', state: 'in-progress' },
    });
    expect(changed).toBe(3);
    const ofAda = await app.ask('backlog.list', { owner: 'Ada' });
    expect(ofAda.tasks.map((task) => [task.machineName, task.state, task.dueOn])).toEqual([
      ['app-1', 'in-progress', '2026-12-01'],
      ['db-1', 'in-progress', '2026-12-01'],
      ['old-1', 'in-progress', '2026-12-01'],
    ]);
    const snapshot = await app.ask('snapshot.get', {});
    expect(snapshot?.backlog.owners).toEqual(['Ada']);
    expect(snapshot?.backlog.counts.inProgress).toBe(3);
    const { entries } = await app.ask('journal.list', { limit: 1 });
    expect(entries[0]).toMatchObject({ title: 'Changed 3 fix tasks of Antivirus exclusions are not confirmed' });
    await app.app.close();
  });

  it('opens a task again when newer data still show it, and closes it for good when they do not', async () => {
    const app = await start(await temporaryFolder());
    const machineId = await app.idOf('app-1');
    const task = async () => (await app.ask('backlog.list', { ruleId: 'R-CH-02', machineId })).tasks[0];
    await app.ask('backlog.change', { tasks: [{ ruleId: 'R-CH-02', machineIds: [machineId] }], changes: { state: 'fixed' } });
    expect(await task()).toMatchObject({ state: 'fixed', isProven: false });

    await importTable(app, 'Name,Owner\napp-1,Shop team\n', { Name: 'name', Owner: 'owner' });
    const reopened = await task();
    expect(reopened?.state).toBe('open');
    expect(reopened?.reopenedBecause).toMatch(/^Data of .* still show it\.$/);

    await app.ask('machine.set-values', { machineIds: [machineId], values: { machinePeakChurnMBps: 20 } });
    expect(await task()).toMatchObject({ state: 'fixed', isProven: true, reopenedBecause: null });
    await app.app.close();
  });

  it('refuses what it cannot stand for', async () => {
    const app = await start(await temporaryFolder());
    const machineId = await app.idOf('app-1');
    const refusal = async (input: Parameters<typeof app.failureOf<'backlog.change'>>[1]) =>
      (await app.failureOf('backlog.change', input)).detail;
    const accepted = { state: 'accepted', note: 'fine' } as const;
    expect(await refusal({ tasks: [{ ruleId: 'R-CH-02', machineIds: [machineId] }], changes: accepted })).toContain(
      'a blocker is not accepted but overridden',
    );
    expect(await refusal({ filter: { ruleId: 'R-OS-29' }, changes: { state: 'accepted' } })).toBe(
      'changes.note: say why it is accepted as it is.',
    );
    expect(await refusal({ tasks: [{ ruleId: 'R-CH-02', machineIds: ['nobody'] }], changes: { owner: 'Ada' } })).toContain(
      'there is no task',
    );
    expect(await refusal({ filter: { text: 'nothing like it' }, changes: { owner: 'Ada' } })).toBe('filter: it finds no task.');
    expect(await refusal({ changes: { owner: 'Ada' } })).toContain('give either the tasks or a filter');
    expect(await refusal({ filter: {}, changes: {} })).toContain('say what to change');
    await app.app.close();
  });

  it('keeps its wave from being ready until everything is mended or accepted', async () => {
    const app = await start(await temporaryFolder());
    await app.ask('plan.make', {});
    const wave = async () => (await app.ask('snapshot.get', {}))?.plan?.waves[0];
    const before = await wave();
    expect(before?.tasks.blocking).toBeGreaterThan(0);
    expect(before?.isReady).toBe(false);
    expect(before?.notReadyBecause.at(-1)).toMatch(/fix tasks are neither mended nor accepted\.$/);
    await app.ask('backlog.change', { filter: { severity: 'warning' }, changes: { state: 'accepted', note: 'Known.' } });
    const after = await wave();
    expect(after?.tasks.accepted).toBeGreaterThan(0);
    expect(after?.tasks.blocking).toBeLessThan(before?.tasks.blocking ?? 0);
    await app.app.close();
  });
});

describe('numbers of the rule set', () => {
  it('are recorded at closing when they changed, once, and stay in the journal', async () => {
    const app = await start(await temporaryFolder());
    const kinds = async () => (await app.ask('journal.list', { limit: 100 })).entries.map((entry) => entry.kind);
    await app.ask('engagement.close', {});
    await app.ask('engagement.open', { path: app.file });
    expect((await kinds()).filter((kind) => kind === 'readiness.recorded')).toHaveLength(1);
    await app.ask('engagement.close', {});
    await app.ask('engagement.open', { path: app.file });
    expect((await kinds()).filter((kind) => kind === 'readiness.recorded')).toHaveLength(1);
    expect((await app.ask('snapshot.get', {}))?.readiness.ruleSetChange).toBeNull();
    expect((await app.ask('snapshot.get', {}))?.undo.undo).toBe('import machines.csv');
    await app.app.close();
  });
});
