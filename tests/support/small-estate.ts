import path from 'node:path';

import type { MachineRow } from '../../shared/contract/shapes.ts';
import { startTestApp, upload, type TestApp } from './test-app.ts';

/** Six machines of two applications and one without. */
export const SMALL_ESTATE = [
  'Name;Application;OS;vCPU;Memory (GB);In use (GB);IP address;Environment',
  'alpha;Shop;Windows Server 2019;4;16;120;10.0.0.1;Production',
  'beta;Shop;Ubuntu 22.04;2;8;60;10.0.0.2;Production',
  'gamma;Billing;Red Hat Enterprise Linux 8.6;8;32;400;10.0.0.3;Production',
  'delta;Billing;Windows Server 2016;4;16;200;10.0.0.4;Production',
  'epsilon;;Debian 11;1;2;20;10.0.0.5;Test',
  'zeta;Billing;Windows Server 2016;4;16;80;10.0.0.6;Test',
].join('\n');

export interface SmallEstate extends TestApp {
  readonly filePath: string;
  /** The id of a machine by its name. */
  readonly idOf: (name: string) => string;
  readonly rowOf: (name: string) => Promise<MachineRow>;
  /** How many entries the journal holds. */
  readonly entryCount: () => Promise<number>;
}

/** An engagement with the small estate imported. */
export async function startSmallEstate(folder: string, list = SMALL_ESTATE): Promise<SmallEstate> {
  const test = startTestApp(folder);
  const filePath = path.join(folder, 'estate.landfall');
  await test.ask('engagement.create', { path: filePath, name: 'Estate', customer: 'Example' });
  const { previewId } = await test.ask('import.preview', { uploadId: await upload(test, 'list.csv', Buffer.from(list)) });
  await test.ask('import.confirm', { previewId });
  const { rows } = await test.ask('machine.list', { offset: 0, limit: 2000 });
  const ids = new Map(rows.map((row) => [row.name, row.id]));
  const idOf = (name: string): string => ids.get(name) ?? `no machine ${name}`;
  return {
    ...test,
    filePath,
    idOf,
    async rowOf(name) {
      return (await test.ask('machine.get', { machineId: idOf(name) })).row;
    },
    async entryCount() {
      return (await test.ask('journal.list', { limit: 1 })).total;
    },
  };
}
