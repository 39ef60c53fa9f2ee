import { expect, test } from 'vitest';

import { tableBlock } from '../../../electron/exporters/html/table.ts';
import type { ReportTable } from '../../../shared/reports/report.ts';

const SYSTEM = 'Microsoft Windows Server 2019 Standard';

function table(systems: readonly string[]): ReportTable {
  return {
    id: 'machines',
    title: 'Machines',
    emptyText: 'None.',
    columns: [
      { key: 'name', title: 'Machine', kind: 'text' },
      { key: 'os', title: 'Operating system', kind: 'text' },
    ],
    rows: systems.map((system, index) => [`m-${index}`, system]),
  };
}

test('a column of long names has room for them, and one long name among short ones takes none', () => {
  expect(tableBlock(table([SYSTEM, SYSTEM, 'Debian 12']))).toContain(`<td class="long">${SYSTEM}</td>`);
  expect(tableBlock(table([SYSTEM, ...Array.from({ length: 9 }, () => 'Debian 12')]))).toContain(`<td>${SYSTEM}</td>`);
});
