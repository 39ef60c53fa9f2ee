import { expect, test } from 'vitest';

import { gridAct, type GridAct, type GridKey, type GridPlace } from '../../../../renderer/features/inventory/grid-keys.ts';

const size = { rows: 100, columns: 8, pageRows: 20 };
const key = (name: string, options: Partial<GridKey> = {}): GridKey => ({ key: name, isMod: false, isShift: false, ...options });
const act = (pressed: GridKey, at: GridPlace): GridAct | null => gridAct(pressed, at, size);
const moveFrom = (at: GridPlace, pressed: GridKey): readonly number[] | null => {
  const asked = act(pressed, at);
  return asked?.kind === 'move' ? [asked.to.row, asked.to.column] : null;
};

test('arrows, Home, End and pages move, and stop at the edges', () => {
  const at = { row: 50, column: 3 };
  expect(
    ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'].map((name) => moveFrom(at, key(name))),
  ).toEqual([
    [49, 3],
    [51, 3],
    [50, 2],
    [50, 4],
    [50, 0],
    [50, 7],
    [30, 3],
    [70, 3],
  ]);
  expect([moveFrom({ row: 99, column: 7 }, key('ArrowDown')), moveFrom({ row: 95, column: 7 }, key('PageDown'))]).toEqual([
    [99, 7],
    [99, 7],
  ]);
});

test('with Ctrl they go to the ends', () => {
  const at = { row: 50, column: 3 };
  const withMod = (name: string) => moveFrom(at, key(name, { isMod: true }));
  expect(['Home', 'End', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].map(withMod)).toEqual([
    [0, 0],
    [99, 7],
    [0, 3],
    [99, 3],
    [50, 0],
    [50, 7],
  ]);
});

test('the header is one row above the first; there Enter sorts, and arrows change width and place', () => {
  expect(moveFrom({ row: 0, column: 2 }, key('ArrowUp'))).toEqual([-1, 2]);
  const header = { row: -1, column: 2 };
  expect([
    act(key('Enter'), header),
    act(key(' ', { isShift: true }), header),
    act(key('ArrowRight', { isShift: true }), header),
    act(key('ArrowLeft', { isMod: true }), header),
    moveFrom(header, key('ArrowRight')),
    moveFrom(header, key('ArrowDown')),
    moveFrom(header, key('PageUp')),
  ]).toEqual([
    { kind: 'sort', isAdding: false },
    { kind: 'sort', isAdding: true },
    { kind: 'resize', by: 16 },
    { kind: 'move-column', by: -1 },
    [-1, 3],
    [0, 2],
    [0, 2],
  ]);
});

test('Space chooses, Shift extends, Ctrl+A takes all, Esc lets go, Enter opens', () => {
  const at = { row: 5, column: 0 };
  expect([
    act(key(' '), at),
    act(key(' ', { isShift: true }), at),
    act(key('a', { isMod: true }), at),
    act(key('Escape'), at),
    act(key('Enter'), at),
    act(key('ArrowDown', { isShift: true }), at),
    act(key('ArrowRight', { isShift: true }), at),
  ]).toEqual([
    { kind: 'toggle' },
    { kind: 'extend' },
    { kind: 'select-all' },
    { kind: 'clear-selection' },
    { kind: 'open' },
    { kind: 'move', to: { row: 6, column: 0 }, isExtending: true, sideways: 0 },
    { kind: 'move', to: { row: 5, column: 1 }, isExtending: false, sideways: 1 },
  ]);
});

test('keys that are not the grid’s are left alone, and an empty grid moves nowhere but to its header', () => {
  expect([act(key('Tab'), { row: 0, column: 0 }), act(key('c', { isMod: true }), { row: 0, column: 0 })]).toEqual([null, null]);
  const empty = gridAct(key('ArrowDown'), { row: -1, column: 0 }, { rows: 0, columns: 3, pageRows: 5 });
  expect(empty).toEqual({ kind: 'move', to: { row: -1, column: 0 }, isExtending: false, sideways: 0 });
});
