import path from 'node:path';

import { expect, it } from 'vitest';

import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { startTestApp, upload } from '../../support/test-app.ts';

const temporaryFolder = useTemporaryFolders();

it('shows the sizing of a machine, takes proposals over in one entry, and forecasts waves', async () => {
  const folder = await temporaryFolder();
  const app = startTestApp(folder);
  await app.ask('engagement.create', { path: path.join(folder, 's.landfall'), name: 'S', customer: 'C', scenarios: ['vmware'] });
  const table = 'Name,CPUs,Memory,In use\napp-1,4,16384,100\ndb-1,8,65536,400\nodd-1,,,\n';
  const uploadId = await upload(app, 'machines.csv', new TextEncoder().encode(table));
  const mapping = { Name: 'name', CPUs: 'cpuCount', Memory: 'memoryMiB', 'In use': 'inUseGiB' };
  const { previewId } = await app.ask('import.preview', { uploadId, mapping });
  await app.ask('import.confirm', { previewId });
  await app.ask('engagement.change-settings', { siteLinkMbps: 200 });
  const { rows } = await app.ask('machine.list', { offset: 0, limit: 10 });
  const idOf = (name: string): string => rows.find((row) => row.name === name)?.id ?? '';

  const before = await app.ask('machine.get', { machineId: idOf('db-1') });
  expect(before.sizing.size).toMatchObject({ kind: 'proposed', size: 'Standard_E8s_v5' });
  expect(before.sizing.initialReplication.low).toBe(4.55);

  expect(await app.ask('sizing.adopt', {})).toEqual({ adopted: 2, withoutProposal: 1 });
  const after = await app.ask('machine.get', { machineId: idOf('db-1') });
  expect(after.sizing.size.kind).toBe('chosen');
  expect(after.facts.targetVmSize).toBe('Standard_E8s_v5');
  expect(await app.ask('sizing.adopt', { machineIds: [idOf('db-1')] })).toEqual({ adopted: 0, withoutProposal: 0 });

  await app.ask('plan.make', {});
  const waves = (await app.ask('snapshot.get', {}))?.plan?.waves ?? [];
  expect(waves.reduce((sum, wave) => sum + wave.forecast.cores, 0)).toBe(12);
  expect(waves.reduce((sum, wave) => sum + wave.forecast.unsizedCount, 0)).toBe(1);

  await app.ask('journal.undo', {});
  expect((await app.ask('snapshot.get', {}))?.undo.undo).toBe('take over the proposed size of 2 machines');
  await app.app.close();
});
