import path from 'node:path';

import { expect, test } from 'vitest';

import { engagementArgument } from '../../../electron/desktop/engagement-argument.ts';

const folder = path.resolve('/customers/north');

test.each([
  [['landfall'], null],
  [['landfall', '.'], null],
  [['landfall', '--inspect', 'North.landfall'], path.join(folder, 'North.landfall')],
  [['landfall', path.resolve('/a/B.LANDFALL')], path.resolve('/a/B.LANDFALL')],
  [['landfall', '--file=North.landfall'], null],
  [['North.landfall'], null],
  [['landfall', 'one.landfall', 'two.landfall'], path.join(folder, 'two.landfall')],
  [['landfall', 'workbook.xlsx'], null],
])('%j opens %s', (args, file) => expect(engagementArgument(args, folder)).toBe(file));
