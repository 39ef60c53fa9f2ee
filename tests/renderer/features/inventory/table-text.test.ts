import { expect, test } from 'vitest';

import { exportValue, inventoryColumns } from '../../../../renderer/features/inventory/columns.ts';
import { copyTable } from '../../../../renderer/features/inventory/table-text.ts';
import { noNames, rowOf } from './rows.ts';

const columns = inventoryColumns.filter(({ id }) => id === 'name' || id === 'memoryMiB' || id === 'owner' || id === 'verdict');
const rows = [
  rowOf({ id: '1', name: 'web-01', memoryMiB: 16_384, owner: '=HYPERLINK("http://x")', verdict: 'blocked' }),
  rowOf({ id: '2', name: 'a\tb', owner: 'A & <b>' }),
];

test('rows are copied as a table, with numbers as numbers, unknown empty, and no formula', () => {
  const { text, html } = copyTable({ columns, rows, names: noNames, hasHeader: true });
  expect(text.split('\r\n')).toEqual([
    'Name\tReadiness\tMemory (GiB)\tOwner',
    `web-01\tBlocked\t16\t'=HYPERLINK("http://x")`,
    'a b\tReady\t\tA & <b>',
  ]);
  expect(html).toBe(
    '<table><thead><tr><th>Name</th><th>Readiness</th><th>Memory (GiB)</th><th>Owner</th></tr></thead><tbody>' +
      "<tr><td>web-01</td><td>Blocked</td><td>16</td><td>'=HYPERLINK(&quot;http://x&quot;)</td></tr>" +
      '<tr><td>a b</td><td>Ready</td><td></td><td>A &amp; &lt;b&gt;</td></tr></tbody></table>',
  );
});

test('headers are left out unless they are asked for', () => {
  expect(copyTable({ columns, rows: rows.slice(0, 1), names: noNames, hasHeader: false }).text.startsWith('web-01')).toBe(true);
});

test('every column has a value to export for a machine of which nothing is known, and text for one that is', () => {
  const empty = rowOf({ id: 'x' });
  const values = inventoryColumns.map((column) => [column.id, exportValue(column, empty, noNames)]);
  expect(values.filter(([, value]) => value === undefined)).toEqual([]);
  expect(new Set(inventoryColumns.map((column) => column.id)).size).toBe(inventoryColumns.length);
});
