import path from 'node:path';

import { describe, expect, it } from 'vitest';

import type { ChecklistItem } from '../../../shared/contract/shapes.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { startTestApp, upload, type TestApp } from '../../support/test-app.ts';

const temporaryFolder = useTemporaryFolders();

const MACHINES = `Name,Operating system,Application
app-1,Microsoft Windows Server 2022 (64-bit),Shop
db-1,Red Hat Enterprise Linux 8 (64-bit),Shop
web-1,Microsoft Windows Server 2019 (64-bit),Shop
`;
const MAPPING = { Name: 'name', 'Operating system': 'osName', Application: 'application' };
const PHOTO = new Uint8Array([1, 2, 3, 4]);
const WHOLE = { kind: 'engagement', id: 'engagement' } as const;

async function startWithMachines(folder: string): Promise<TestApp & { readonly file: string }> {
  const app = startTestApp(folder);
  const file = path.join(folder, 'walk.landfall');
  await app.ask('engagement.create', { path: file, name: 'Walk', customer: 'Customer', scenarios: ['vmware'] });
  const uploadId = await upload(app, 'machines.csv', new TextEncoder().encode(MACHINES));
  const { previewId } = await app.ask('import.preview', { uploadId, mapping: MAPPING });
  await app.ask('import.confirm', { previewId });
  return { ...app, file };
}

async function itemsOf(app: TestApp, stepId: string): Promise<ChecklistItem[]> {
  return (await app.ask('checklist.items', { stepId, limit: 1000 })).items;
}

function keysOf(items: readonly ChecklistItem[]) {
  return items.map(({ stepId, scope }) => ({ stepId, scope }));
}

async function decideRoute(app: TestApp): Promise<void> {
  await app.ask('engagement.answer-question', { questionId: 'route', values: ['site-recovery'], reason: 'Agents are allowed.' });
  const note = { kind: 'note', text: 'Minutes of the first meeting.' } as const;
  await app.ask('checklist.mark', { items: [{ stepId: 'choose-tool-route', scope: WHOLE }], state: 'done', evidence: [note] });
}

describe('the checklist service', () => {
  it('refuses the wrong order with a sentence, and writes nothing', async () => {
    const app = await startWithMachines(await temporaryFolder());
    const before = await app.ask('snapshot.get', {});
    const refusal = await app.failureOf('checklist.mark', {
      items: [{ stepId: 'create-vault', scope: { kind: 'vault', id: 'vault' } }],
      state: 'done',
    });
    expect(refusal).toEqual({
      code: 'not-ready',
      detail:
        '“Create the Recovery Services vault” for Vault and target region cannot be done yet. First: Give the operator the Azure roles.',
    });
    expect((await app.ask('snapshot.get', {}))?.seq).toBe(before?.seq);
    await app.app.close();
  });

  it('marks with a note, closes what the data show, and still knows it after opening again', async () => {
    const folder = await temporaryFolder();
    const first = await startWithMachines(folder);
    await decideRoute(first);
    const [imported] = await itemsOf(first, 'import-inventory');
    expect(imported).toMatchObject({ state: 'done', by: 'Seen from the data', seen: { text: '3 machines in scope from 1 import.' } });
    await first.app.close();

    const second = startTestApp(folder);
    await second.ask('engagement.open', { path: first.file });
    const [route] = await itemsOf(second, 'choose-tool-route');
    expect(route).toMatchObject({ state: 'done', by: 'Test Person', evidence: [{ kind: 'note', text: 'Minutes of the first meeting.' }] });
    expect(await itemsOf(second, 'import-inventory')).toMatchObject([{ state: 'done' }]);
    await second.app.close();
  });

  it('marks every machine with one file as evidence, kept once and readable after opening again', async () => {
    const folder = await temporaryFolder();
    const app = await startWithMachines(folder);
    await decideRoute(app);
    const assessed = keysOf(await itemsOf(app, 'assess-readiness'));
    const uploadId = await upload(app, 'assessment.pdf', PHOTO);
    const marked = await app.ask('checklist.mark', {
      items: assessed,
      state: 'done',
      evidence: [{ kind: 'file', text: 'Signed by all owners.', uploadId }],
    });
    expect(marked).toEqual({ marked: 3 });
    const evidence = (await itemsOf(app, 'assess-readiness')).map((item) => item.evidence[0]);
    expect(new Set(evidence.map((piece) => piece?.sha256)).size).toBe(1);
    expect(evidence[0]).toMatchObject({ kind: 'file', fileName: 'assessment.pdf', text: 'Signed by all owners.', by: 'Test Person' });
    await app.app.close();

    const again = startTestApp(folder);
    await again.ask('engagement.open', { path: app.file });
    const { downloadId, sizeBytes } = await again.ask('evidence.open', { sha256: evidence[0]?.sha256 ?? '' });
    expect(sizeBytes).toBe(PHOTO.byteLength);
    const { base64 } = await again.ask('download.read', { downloadId, offset: 0 });
    expect([...Buffer.from(base64, 'base64')]).toEqual([...PHOTO]);
    await again.app.close();
  });

  it('refuses a bulk tick as a whole when one item has to wait', async () => {
    const app = await startWithMachines(await temporaryFolder());
    const items = keysOf([...(await itemsOf(app, 'choose-tool-route')), ...(await itemsOf(app, 'grant-azure-roles'))]);
    await app.ask('engagement.answer-question', { questionId: 'route', values: ['site-recovery'], reason: 'Agreed.' });
    const note = { kind: 'note', text: 'Done.' } as const;
    const refusal = await app.failureOf('checklist.mark', { items, state: 'done', evidence: [note] });
    expect(refusal.detail).toContain('“Give the operator the Azure roles” for Whole engagement cannot be done yet.');
    expect((await itemsOf(app, 'choose-tool-route'))[0]?.state).toBe('open');
    await app.app.close();
  });

  it('takes “not applicable” only with a reason, and opens an item again', async () => {
    const app = await startWithMachines(await temporaryFolder());
    const items = [{ stepId: 'subscribe-alerts', scope: { kind: 'vault', id: 'vault' } as const }];
    expect((await app.failureOf('checklist.mark', { items, state: 'not-applicable' })).detail).toContain('Say why');
    await app.ask('checklist.mark', { items, state: 'not-applicable', reason: 'The provider watches.' });
    expect((await itemsOf(app, 'subscribe-alerts'))[0]).toMatchObject({ state: 'not-applicable', reason: 'The provider watches.' });
    await app.ask('checklist.mark', { items, state: 'open' });
    expect((await itemsOf(app, 'subscribe-alerts'))[0]?.state).toBe('open');
    await app.app.close();
  });

  it('adds evidence to one item and answers with it', async () => {
    const app = await startWithMachines(await temporaryFolder());
    const link = { kind: 'link', text: 'Design', url: 'https://example.org/design' } as const;
    const item = await app.ask('checklist.add-evidence', { stepId: 'create-vault', scope: { kind: 'vault', id: 'vault' }, evidence: link });
    expect(item).toMatchObject({ state: 'open', evidence: [{ kind: 'link', url: 'https://example.org/design' }] });
    const gone = { stepId: 'create-vault', scope: { kind: 'wave', id: 'w9' } as const, evidence: link };
    expect((await app.failureOf('checklist.add-evidence', gone)).code).toBe('not-found');
    await app.app.close();
  });
});

describe('questions', () => {
  it('shape the checklist, are kept with person and time, and can be undone', async () => {
    const app = await startWithMachines(await temporaryFolder());
    const stepsNow = async () => (await app.ask('snapshot.get', {}))?.checklist.steps.map((step) => step.id) ?? [];
    expect(await stepsNow()).toContain('install-mobility-by-hand');
    await app.ask('engagement.answer-question', { questionId: 'push-install', values: ['all'] });
    expect(await stepsNow()).not.toContain('install-mobility-by-hand');
    const answerNow = async () =>
      (await app.ask('snapshot.get', {}))?.checklist.questions.find((question) => question.id === 'push-install')?.answer;
    expect(await answerNow()).toMatchObject({ values: ['all'], reason: null, by: 'Test Person' });
    await app.ask('journal.undo', {});
    expect(await answerNow()).toBeNull();
    expect(await stepsNow()).toContain('install-mobility-by-hand');
    await app.app.close();
  });

  it('keeps earlier answers when another is given, and writes nothing for the same answer', async () => {
    const app = await startWithMachines(await temporaryFolder());
    await app.ask('engagement.answer-question', { questionId: 'push-install', values: ['all'] });
    await app.ask('engagement.answer-question', { questionId: 'private-endpoints', values: ['no'] });
    const before = await app.ask('snapshot.get', {});
    await app.ask('engagement.answer-question', { questionId: 'push-install', values: ['all'] });
    const after = await app.ask('snapshot.get', {});
    expect(after?.seq).toBe(before?.seq);
    expect(Object.keys(after?.engagement.settings.answers ?? {}).toSorted()).toEqual(['private-endpoints', 'push-install']);
    await app.app.close();
  });

  it('refuses an answer that is none, and a scenario nobody knows, with a sentence', async () => {
    const app = await startWithMachines(await temporaryFolder());
    const answer = (questionId: string, values: string[]) => app.failureOf('engagement.answer-question', { questionId, values });
    expect(await answer('push-install', ['perhaps'])).toEqual({
      code: 'invalid-input',
      detail: '“May the appliance install the agent on the machines?” cannot be answered with “perhaps”; it takes all, some, none.',
    });
    expect((await answer('route', ['site-recovery'])).detail).toContain('needs the reason');
    expect((await answer('scenarios', ['moon'])).detail).toContain('cannot be answered with “moon”');
    expect((await app.failureOf('engagement.change-settings', { scenarios: ['moon'] })).detail).toContain('“moon” is not one of vmware');
    await app.app.close();
  });

  it('changes the scenarios like any other answer', async () => {
    const app = await startWithMachines(await temporaryFolder());
    const info = await app.ask('engagement.answer-question', { questionId: 'scenarios', values: ['vmware', 'hyper-v'] });
    expect(info.settings.scenarios).toEqual(['vmware', 'hyper-v']);
    const checklist = (await app.ask('snapshot.get', {}))?.checklist;
    expect(checklist?.scenarios.map(({ id, machineCount }) => [id, machineCount])).toEqual([
      ['vmware', 3],
      ['hyper-v', 0],
    ]);
    await app.app.close();
  });

  it('a machine of another scenario has the items of that one, and goes back with undo', async () => {
    const app = await startWithMachines(await temporaryFolder());
    await app.ask('engagement.answer-question', { questionId: 'scenarios', values: ['vmware', 'hyper-v'] });
    const [first] = await itemsOf(app, 'assess-readiness');
    const machineId = first?.scope.id ?? '';
    expect(await itemsOf(app, 'prepare-hyperv-guests')).toEqual([]);
    expect(await app.ask('machine.set-scenario', { machineIds: [machineId], scenario: 'hyper-v' })).toEqual({ changed: 1 });
    expect((await itemsOf(app, 'prepare-hyperv-guests')).map((item) => item.scope.id)).toEqual([machineId]);
    expect(await app.ask('machine.set-scenario', { machineIds: [machineId], scenario: 'hyper-v' })).toEqual({ changed: 0 });
    const { entries } = await app.ask('journal.list', { limit: 1 });
    expect(entries[0]?.title).toBe('Set the scenario of app-1 to Hyper-V to Azure');
    expect((await app.failureOf('machine.set-scenario', { machineIds: [machineId], scenario: 'moon' })).detail).toContain(
      '“moon” is not one of',
    );
    await app.ask('journal.undo', {});
    expect(await itemsOf(app, 'prepare-hyperv-guests')).toEqual([]);
    await app.app.close();
  });
});

describe('printing', () => {
  it('gives a role its steps as one page without a script', async () => {
    const app = await startWithMachines(await temporaryFolder());
    await decideRoute(app);
    const { html } = await app.ask('checklist.print', { role: 'migration-consultant' });
    expect(html).toContain('Decide the route: Site Recovery, Azure Migrate or Resource Mover');
    expect(html).toContain('Minutes of the first meeting.');
    expect(html).not.toContain('Create the vCenter account');
    expect(html).not.toMatch(/<script|<link|<img|src=/);
    const all = await app.ask('checklist.print', {});
    expect(all.html).toContain('Create the vCenter account');
    await app.app.close();
  });

  it('says why there is nothing to print', async () => {
    const app = await startWithMachines(await temporaryFolder());
    expect((await app.failureOf('checklist.print', { role: 'aws-administrator', waveId: 'w9' })).code).toBe('not-found');
    expect((await app.failureOf('checklist.print', { role: 'cook' })).detail).toContain('“cook” is not one of migration-consultant');
    await app.ask('engagement.answer-question', { questionId: 'scenarios', values: ['hyper-v'] });
    expect((await app.failureOf('checklist.print', { role: 'aws-administrator' })).code).toBe('not-ready');
    await app.app.close();
  });
});
