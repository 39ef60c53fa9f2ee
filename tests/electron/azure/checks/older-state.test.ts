import { expect, it } from 'vitest';

import { parseStateLines, stateLines } from '../../../../shared/azure/azure-state.ts';
import { runToEnd } from '../../../../shared/domain/run-to-end.ts';
import { VAULTS } from './example-vaults.data.ts';
import { readExample } from './example-world.ts';

/** What files of before 25 November 2026 do not hold. */
const YOUNGER = ['points', 'pointsAt', 'unprotectedDiskCount', 'testVmName', 'targetId', 'strains', 'isPartial', 'subscription'];

it('what was read is kept line by line, and what an older file lacks counts as not read', async () => {
  const state = await readExample(VAULTS['protected'] ?? {});
  const lines = [...stateLines(state)];
  expect(runToEnd(parseStateLines(lines))).toEqual(state);
  const older = lines.map((line) => JSON.stringify(JSON.parse(line, (key, value: unknown) => (YOUNGER.includes(key) ? undefined : value))));
  const read = runToEnd(parseStateLines(older));
  expect(read.permissions).toMatchObject({ vault: state.permissions.vault, subscription: null });
  expect(read.items[0]).toMatchObject({ friendlyName: 'srv-1', points: null, pointsAt: null, unprotectedDiskCount: null });
  expect(read.fabrics[0]).toMatchObject({ isPartial: false, components: [{ strains: [] }, {}, {}, {}, {}, {}, {}] });
});
