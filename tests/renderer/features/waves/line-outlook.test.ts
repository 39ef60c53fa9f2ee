import { expect, test } from 'vitest';

import { lineOutlook, lineVerdict } from '../../../../renderer/features/waves/line-outlook.ts';
import type { LineLimit } from '../../../../shared/domain/wave.ts';

// 100 Mbit/s carry 843.75 GiB a day at 80 %, 527.34 at half.
const line: LineLimit = { mbps: 100, startsAt: '2027-01-01T00:00:00.000Z', growthPercentPerYear: 0, churnGiBPerDay: 100 };
const wave = (title: string, day: string, sizeGiB: number) => ({ title, startsAt: `2027-01-${day}T00:00:00.000Z`, sizeGiB });

test('each wave is told what it needs in all by then, and what the line has carried at worst, likely and at best', () => {
  const points = lineOutlook(line, [wave('Wave 2', '21', 9000), wave('Wave 1', '11', 4000)], 0);
  expect(points.map(({ title, needed }) => [title, needed])).toEqual([
    ['Wave 1', 4000],
    ['Wave 2', 13_000],
  ]);
  const [first] = points;
  expect([first?.low, first?.likely, first?.high]).toEqual([4273, 7938, 10_547]);
});

test('says which wave is late: likely, or only at worst', () => {
  expect(lineVerdict(lineOutlook(line, [wave('Wave 1', '11', 4000)], 0))).toEqual({ kind: 'fits' });
  expect(lineVerdict(lineOutlook(line, [wave('Wave 1', '11', 4000), wave('Wave 2', '21', 8000)], 0))).toEqual({
    kind: 'tight',
    title: 'Wave 2',
  });
  expect(lineVerdict(lineOutlook(line, [wave('Wave 1', '11', 9000)], 0))).toEqual({ kind: 'late', title: 'Wave 1' });
});

test('growth takes room away, and copying begins four weeks ahead unless it is set', () => {
  const grown = lineOutlook({ ...line, growthPercentPerYear: 50 }, [wave('Wave 1', '11', 1)], 0)[0]?.likely ?? 0;
  expect(grown).toBeLessThan(7938);
  const unset = lineOutlook({ ...line, startsAt: null, churnGiBPerDay: null }, [wave('Wave 1', '11', 1)], 100)[0]?.likely;
  expect(unset).toBe(Math.round((843.75 - 50) * 28));
});
