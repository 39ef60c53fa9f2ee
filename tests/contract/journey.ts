import path from 'node:path';

import type { Client } from '../../shared/contract/client.ts';
import type { Reply } from '../../shared/contract/failure.ts';
import { methods, type MethodInput, type MethodName, type MethodOutput } from '../../shared/contract/methods.ts';

export interface Answer {
  readonly method: MethodName;
  readonly reply: Reply<unknown>;
}

/** Calls through a client, looks at every answer with the method's own schema, and writes down what was answered. */
export interface Caller {
  readonly answers: Answer[];
  /** The value; the test fails on a failure. */
  readonly ask: <M extends MethodName>(method: M, input: MethodInput<M>) => Promise<MethodOutput<M>>;
  /** The failure; the test fails on a value. */
  readonly refusalOf: <M extends MethodName>(method: M, input: MethodInput<M>) => Promise<void>;
}

export function createCaller(client: Client): Caller {
  const answers: Answer[] = [];
  async function call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<Reply<MethodOutput<M>>> {
    const reply = await client.call(method, input);
    answers.push({ method, reply });
    if (reply.ok) methods[method].output.parse(reply.value);
    return reply;
  }
  return {
    answers,
    async ask(method, input) {
      const reply = await call(method, input);
      if (!reply.ok) throw new Error(`${method}: ${reply.failure.code} – ${reply.failure.detail}`);
      return reply.value;
    },
    async refusalOf(method, input) {
      const reply = await call(method, input);
      if (reply.ok) throw new Error(`${method} was expected to be refused`);
    },
  };
}

const LIST = [
  'Name;Application;OS;vCPU;Memory (GB);In use (GB);IP address;Environment',
  'alpha;Shop;Windows Server 2019;4;16;120;10.0.0.1;Production',
  'beta;Shop;Ubuntu 22.04;2;8;60;10.0.0.2;Production',
  'gamma;Billing;Red Hat Enterprise Linux 8.6;8;32;400;10.0.0.3;Production',
  'delta;Billing;Windows Server 2016;4;16;200;10.0.0.4;Production',
  'epsilon;;Debian 11;1;2;20;10.0.0.5;Test',
  ';Nobody;Debian 11;1;2;20;10.0.0.6;Test',
].join('\n');

async function sendFile({ ask }: Caller, name: string, text: string): Promise<string> {
  const bytes = Buffer.from(text);
  const { uploadId } = await ask('upload.start', { name, sizeBytes: bytes.byteLength });
  const half = Math.floor(bytes.byteLength / 2);
  await ask('upload.chunk', { uploadId, offset: 0, base64: bytes.toString('base64', 0, half) });
  await ask('upload.chunk', { uploadId, offset: half, base64: bytes.toString('base64', half) });
  return uploadId;
}

/** A consultant's afternoon in calls. Everything in it is decided by the calls, so every host must answer alike. */
export async function walkThrough(caller: Caller, documentsFolder: string): Promise<void> {
  await beforeAnyEngagement(caller, documentsFolder);
  await importMachines(caller);
  await changeMachines(caller);
  await planWaves(caller);
  await workThroughChecklist(caller);
  await rehearseAzure(caller);
  await handOver(caller);
  await lookBack(caller);
  await leave(caller, documentsFolder);
}

async function beforeAnyEngagement({ ask, refusalOf }: Caller, documentsFolder: string): Promise<void> {
  await ask('app.info', {});
  await ask('app.set-preferences', { theme: 'dark', actorName: 'Test Person', layouts: { inventory: '{"columns":[]}' } });
  await ask('snapshot.get', {}).then((snapshot) => {
    if (snapshot !== null) throw new Error('an engagement is open already');
  });
  await refusalOf('machine.list', { offset: 0, limit: 10 });
  await refusalOf('engagement.open', { path: path.join(documentsFolder, 'not there.landfall') });
  await refusalOf('engagement.open', { path: 'not/a/full/path.landfall' });
  await ask('engagement.create', {
    name: 'Harbour move',
    customer: 'Example Harbours',
    path: path.join(documentsFolder, 'harbour.landfall'),
  });
  await refusalOf('engagement.create', { name: 'Again', customer: '', path: path.join(documentsFolder, 'harbour.landfall') });
  await ask('engagement.change-settings', { targetRegion: 'northeurope', siteLinkMbps: 200, timeZone: 'Europe/Dublin' });
  await ask('engagement.browse', { folder: documentsFolder });
  await ask('engagement.list-recent', {});
}

async function importMachines(caller: Caller): Promise<void> {
  const { ask, refusalOf } = caller;
  await refusalOf('import.preview', { uploadId: 'nothing' });
  const unwanted = await sendFile(caller, 'unwanted.csv', LIST);
  await ask('upload.cancel', { uploadId: unwanted });
  const discarded = await ask('import.preview', { uploadId: await sendFile(caller, 'list.csv', LIST) });
  await ask('import.discard', { previewId: discarded.previewId });
  await refusalOf('import.confirm', { previewId: discarded.previewId });
  const { previewId } = await ask('import.preview', { uploadId: await sendFile(caller, 'list.csv', LIST), taskId: 'task-1' });
  await ask('import.confirm', { previewId });
  await ask('snapshot.get', {});
}

async function changeMachines({ ask, refusalOf }: Caller): Promise<void> {
  const { rows } = await ask('machine.list', { offset: 0, limit: 100 });
  const [alpha, beta] = rows;
  if (alpha === undefined || beta === undefined) throw new Error('no machine was imported');
  await ask('machine.get', { machineId: alpha.id });
  await refusalOf('machine.get', { machineId: 'nobody' });
  await ask('machine.set-values', { machineIds: [alpha.id, beta.id], values: { owner: 'Shop team', cpuCount: 6 } });
  await refusalOf('machine.set-values', { machineIds: [alpha.id], values: { cpuCount: 'many' } });
  await ask('machine.set-scope', { machineIds: [beta.id], isInScope: false, reason: 'Is switched off in March.' });
  await ask('machine.set-scope', { machineIds: [beta.id], isInScope: true, reason: 'Stays after all.' });
  await ask('readiness.findings', { limit: 50 });
  await ask('search.find', { text: 'alpha' });
}

async function planWaves({ ask, refusalOf }: Caller): Promise<void> {
  await refusalOf('plan.check', {});
  await refusalOf('plan.file', {});
  await ask('plan.set-limits', { limits: { machinesPerWave: 2, pilotMachines: null, firstWindowStartsAt: '2027-03-06T20:00:00.000Z' } });
  await refusalOf('plan.set-limits', { limits: { timeZone: 'Nowhere/Town' } });
  await ask('plan.make', { timeLimitMs: 500, taskId: 'task-2' });
  await ask('plan.check', {});
  await ask('plan.check-file', await ask('plan.file', {}));
  await ask('plan.preview-move', { groupIds: ['app:shop'] });
  await ask('plan.explain-group', { groupId: 'app:shop' });
  await ask('plan.explain-wave', { waveId: 'wave-1' });
  await ask('plan.what-if', { taskId: 'task-2b' });
  const made = await ask('plan.make', { timeLimitMs: 200, adopt: 'ask' });
  if (made.status === 'proposed') await ask('plan.adopt', { proposalId: made.proposal.proposalId, variant: 'fewest' });
  await refusalOf('plan.adopt', { proposalId: 'nothing', variant: 'fewest' });
  await refusalOf('plan.read-calendar', { uploadId: 'nothing', timeZone: 'UTC' });
  await ask('plan.move-groups', { groupIds: ['app:shop'], toWaveId: 'wave-1' });
  await refusalOf('plan.move-groups', { groupIds: ['app:shop'], toWaveId: 'wave-99' });
}

async function workThroughChecklist(caller: Caller): Promise<void> {
  const { ask, refusalOf } = caller;
  await ask('engagement.answer-question', { questionId: 'route', values: ['site-recovery'], reason: 'The vault is there already.' });
  await refusalOf('engagement.answer-question', { questionId: 'route', values: ['by-ship'], reason: 'The sea is near.' });
  const { items } = await ask('checklist.items', { limit: 1000 });
  const open = items.find((item) => item.state === 'open' && item.blockedBy.length === 0);
  if (open === undefined) throw new Error('no checklist item can be done');
  const { stepId, scope } = open;
  await refusalOf('checklist.mark', { items: [{ stepId, scope }], state: 'not-applicable' });
  const uploadId = await sendFile(caller, 'proof.txt', 'as agreed in the meeting');
  const evidence = { kind: 'file', text: 'minutes', uploadId } as const;
  const withFile = await ask('checklist.add-evidence', { stepId, scope, evidence });
  await ask('checklist.add-evidence', { stepId, scope, evidence: { kind: 'link', text: 'ticket', url: 'https://tickets.example/1' } });
  await ask('checklist.mark', { items: [{ stepId, scope }], state: 'done', evidence: [{ kind: 'note', text: 'done on site' }] });
  const sha256 = withFile.evidence[0]?.sha256 ?? '';
  const { downloadId } = await ask('evidence.open', { sha256 });
  await ask('download.read', { downloadId, offset: 0 });
  await refusalOf('evidence.open', { sha256: '0'.repeat(64) });
}

async function handOver({ ask, refusalOf }: Caller): Promise<void> {
  await ask('report.preview', { preset: 'assessment' });
  const { files } = await ask('report.export', { preset: 'wave-plan', formats: ['html', 'xlsx', 'json', 'csv'], taskId: 'task-3' });
  for (const file of files)
    if (file.format === 'json' || file.format === 'html') await ask('download.read', { downloadId: file.downloadId, offset: 0 });
  const table = { title: 'Shown', columns: [{ title: 'Name', kind: 'text' as const }], rows: [['alpha'], ['=1+1']] };
  const { downloadId } = await ask('table.export', { ...table, format: 'csv' });
  await ask('download.read', { downloadId, offset: 0 });
  await ask('table.export', { ...table, format: 'xlsx' });
  await refusalOf('download.read', { downloadId: 'nothing', offset: 0 });
}

async function lookBack({ ask, refusalOf }: Caller): Promise<void> {
  const note = await ask('journal.add-note', { text: 'Talked to the harbour master.' });
  await refusalOf('journal.undo-entry', { entryId: note.id });
  await ask('journal.undo', {});
  await ask('journal.redo', {});
  await refusalOf('journal.redo', {});
  const { entries } = await ask('journal.list', { limit: 100 });
  const scoped = entries.find((entry) => entry.kind === 'machine.scope-set');
  await ask('journal.undo-entry', { entryId: scoped?.id ?? '' });
  await ask('journal.list', { limit: 5, text: 'undid' });
  await ask('journal.verify', {});
  await ask('task.cancel', { taskId: 'task-1' });
  await ask('snapshot.get', {});
}

async function leave({ ask, refusalOf }: Caller, documentsFolder: string): Promise<void> {
  await ask('engagement.close', {});
  await refusalOf('journal.list', {});
  await ask('engagement.open', { path: path.join(documentsFolder, 'harbour.landfall') });
  await ask('snapshot.get', {});
  await ask('engagement.close', {});
  await ask('engagement.forget-recent', { path: path.join(documentsFolder, 'harbour.landfall') });
  await ask('engagement.list-recent', {});
}

/** Azure itself is out of reach here; the rehearsal is not. */
async function rehearseAzure({ ask, refusalOf }: Caller): Promise<void> {
  await refusalOf('azure.sign-in', { clientId: 'not an id' });
  await refusalOf('azure.sync', {});
  const subscriptionId = '11111111-1111-4111-8111-111111111111';
  await refusalOf('azure.choose-vault', { subscriptionId, subscriptionName: 'Nobody’s', vaultId: null });
  await ask('azure.rehearse', { isOn: true });
  await ask('azure.sync', {});
  await ask('azure.overview', {});
  await ask('azure.check', { usesLastRead: true });
  await ask('azure.checks', {});
  const { matches } = await ask('azure.matches', { state: 'matched' });
  const [match] = matches;
  if (match?.machineId == null) throw new Error('nothing is matched');
  await ask('azure.match', { itemId: match.id, machineId: null, reason: 'Only to see.' });
  await ask('azure.machine', { machineId: match.machineId });
  await ask('azure.rehearse', { isOn: false });
  await ask('azure.status', {});
}
