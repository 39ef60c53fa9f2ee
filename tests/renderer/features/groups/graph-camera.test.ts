import { expect, test } from 'vitest';

import { firstView, lookFrom, namesApart, READABLE_ZOOM, wholeView } from '../../../../renderer/features/groups/graph-camera.ts';
import { NODE_HEIGHT, NODE_WIDTH } from '../../../../renderer/features/groups/layout-graph.ts';

const frame = { width: 800, height: 500 };
/** Fifty tiles in a row, and as many rows. */
const large = Object.fromEntries(
  Array.from({ length: 2500 }, (_, index) => [`n${index}`, { x: (index % 50) * 300, y: Math.floor(index / 50) * 100 }]),
);

function seen(view: { readonly x: number; readonly y: number; readonly zoom: number }) {
  const [left, top] = [-view.x / view.zoom, -view.y / view.zoom];
  return { left, top, right: left + frame.width / view.zoom, bottom: top + frame.height / view.zoom };
}

test('a small picture is shown whole, in the middle', () => {
  const view = firstView({ a: { x: 0, y: 0 }, b: { x: 300, y: 100 } }, frame, null);
  expect(view?.zoom).toBeGreaterThanOrEqual(READABLE_ZOOM);
  const { left, top, right, bottom } = seen(view!);
  expect([left < 0, top < 0, right > 300 + NODE_WIDTH, bottom > 100 + NODE_HEIGHT]).toEqual([true, true, true, true]);
  expect(left + right).toBeCloseTo(300 + NODE_WIDTH);
});

test('a large one is never smaller than can be read, and begins around what matters', () => {
  const view = firstView(large, frame, 'n1275');
  expect(view?.zoom).toBe(READABLE_ZOOM);
  const { left, top, right, bottom } = seen(view!);
  const { x, y } = large['n1275']!;
  expect((left + right) / 2).toBeCloseTo(x + NODE_WIDTH / 2);
  expect((top + bottom) / 2).toBeCloseTo(y + NODE_HEIGHT / 2);
});

test('without a focus it begins where most can be seen, and not at a lonely edge', () => {
  const crowd = Array.from({ length: 6 }, (_, index) => [`c${index}`, { x: 5000 + (index % 2) * 250, y: 3000 + index * 60 }] as const);
  const lonely = Array.from({ length: 9 }, (_, index) => [`l${index}`, { x: index * 2000, y: 0 }] as const);
  const places = Object.fromEntries([...lonely, ...crowd]);
  const { left, top, right, bottom } = seen(firstView(places, frame, null)!);
  for (const [, { x, y }] of crowd) expect([x > left, x < right, y > top, y < bottom]).toEqual([true, true, true, true]);
  // A group that has gone since is no focus.
  expect(firstView(places, frame, 'gone')).toEqual(firstView(places, frame, null));
});

test('nothing is shown of what lies beyond its edge, and nothing at all of an empty picture', () => {
  const { left, top } = seen(firstView(large, frame, 'n0')!);
  expect([left, top]).toEqual([-28, -28]);
  const { right } = seen(firstView(large, frame, 'n2499')!);
  expect(right).toBeCloseTo(49 * 300 + NODE_WIDTH + 28);
  expect(firstView({}, frame, null)).toBeNull();
});

test('a name that is shown stays as large on the screen, however far away one looks', () => {
  for (const zoom of [1, 0.85, 0.6, 0.4, 0.2, 0.08]) expect(lookFrom(zoom).namePixels * zoom).toBeGreaterThanOrEqual(11);
  expect([lookFrom(0.9).distance, lookFrom(0.5).distance, lookFrom(0.2).distance]).toEqual(['near', 'middle', 'far']);
});

test('the whole picture is shown however small it becomes', () => {
  const { left, top, right, bottom } = seen(wholeView(large, frame)!);
  expect([left, top].every((edge) => edge <= 0)).toBe(true);
  expect([right >= 49 * 300 + NODE_WIDTH, bottom >= 49 * 100 + NODE_HEIGHT]).toEqual([true, true]);
});

test('names that would lie over one another in the whole picture give way to the first of them', () => {
  expect(namesApart(['n0', 'n1', 'n51', 'n2499', 'n2448', 'n25'], large, 9)).toEqual(['n0', 'n2499', 'n25']);
  expect(namesApart(['n0', 'n2499', 'n25'], large, 2)).toEqual(['n0', 'n2499']);
  expect(namesApart(['gone', 'a'], { a: { x: 0, y: 0 } }, 2)).toEqual(['a']);
});
