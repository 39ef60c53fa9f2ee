import { expect, test } from 'vitest';

import { layOutTimeline, type TimelineWave } from '../../../../renderer/features/waves/timeline-layout.ts';

function weekly(count: number, firstDay = '2027-01-09'): TimelineWave[] {
  const first = Date.parse(`${firstDay}T21:00:00.000Z`);
  return Array.from({ length: count }, (_, index) => ({
    id: `w${index + 1}`,
    number: index + 1,
    startsAt: new Date(first + index * 7 * 86_400_000).toISOString(),
    endsAt: new Date(first + index * 7 * 86_400_000 + 8 * 3_600_000).toISOString(),
  }));
}

const about = { freezes: [], timeZone: 'Europe/Berlin', widthPixels: 1000 };

test('without a window there is no timeline', () => {
  expect(layOutTimeline({ ...about, waves: [] })).toBeNull();
});

test('windows stand inside the axis, in order, and without overlap', () => {
  const layout = layOutTimeline({ ...about, waves: weekly(7) });
  const waves = layout?.waves ?? [];
  expect(waves).toHaveLength(7);
  for (const [index, wave] of waves.entries()) {
    const next = waves[index + 1];
    expect(wave.leftPercent).toBeGreaterThan(0);
    expect(wave.leftPercent + wave.widthPercent).toBeLessThan(next?.leftPercent ?? 100);
  }
});

test('ticks are local midnights of Mondays where weeks fit, and the first of a year is marked', () => {
  const layout = layOutTimeline({ ...about, waves: weekly(7, '2026-12-19') });
  expect(layout?.ticks.map((tick) => tick.label)).toEqual(['21 Dec 2026', '28 Dec', '4 Jan 2027', '11 Jan', '18 Jan', '25 Jan', '1 Feb']);
  expect(layout?.ticks.filter((tick) => tick.isYearStart).map((tick) => tick.label)).toEqual(['21 Dec 2026', '4 Jan 2027']);
});

test('a long plan gets months, a single window gets days', () => {
  expect(layOutTimeline({ ...about, waves: weekly(52) })?.ticks.map((tick) => tick.label)).toContain('Jul');
  expect(layOutTimeline({ ...about, waves: weekly(1) })?.ticks.map((tick) => tick.label)).toEqual(['9 Jan 2027', '10 Jan', '11 Jan']);
});

test('there are never more ticks than can be read', () => {
  for (const count of [1, 3, 9, 26, 60, 200, 600]) {
    const layout = layOutTimeline({ ...about, waves: weekly(count) });
    expect(layout?.ticks.length).toBeGreaterThan(0);
    expect(layout?.ticks.length).toBeLessThanOrEqual(14);
  }
});

test('blocks that stand too close to each other lose their number, not their place', () => {
  const close = layOutTimeline({ ...about, waves: weekly(100) })?.waves ?? [];
  const labelled = close.filter((wave) => wave.hasRoomForLabel);
  expect(close).toHaveLength(100);
  expect(labelled.length).toBeLessThan(40);
  expect(close[0]?.hasRoomForLabel).toBe(true);
  expect(layOutTimeline({ ...about, waves: weekly(7) })?.waves.every((wave) => wave.hasRoomForLabel)).toBe(true);
});

test('a freeze is cut at the ends of the axis and left out where it is outside', () => {
  const freezes = [
    { title: 'Year end', startsAt: '2026-01-01T00:00:00.000Z', endsAt: '2027-01-20T00:00:00.000Z' },
    { title: 'Long ago', startsAt: '2020-01-01T00:00:00.000Z', endsAt: '2020-02-01T00:00:00.000Z' },
  ];
  const layout = layOutTimeline({ ...about, freezes, waves: weekly(4) });
  expect(layout?.freezes.map((freeze) => [freeze.title, freeze.leftPercent])).toEqual([['Year end', 0]]);
  expect(layout?.freezes[0]?.widthPercent).toBeLessThan(100);
});
