import { expect, test } from 'vitest';

import { buildBoard, filterBoard, nextPlace, placeOf, sumGroups } from '../../../../renderer/features/waves/board.ts';
import type { GroupView, PlanView, WaveView } from '../../../../shared/contract/shapes.ts';
import { DEFAULT_WAVE_LIMITS } from '../../../../shared/domain/wave.ts';
import { NO_FORECAST } from './forecast-fixture.ts';

function group(id: string, machines = 1): GroupView {
  const machineIds = Array.from({ length: machines }, (_, index) => `${id}-${index}`);
  return { id, title: `Group ${id}`, reason: 'application', machineIds, sizeGiB: 10, unknownSizeCount: 0, verdict: 'ready', waveId: null };
}

function wave(number: number, groupIds: string[]): WaveView {
  const verdicts = { ready: 0, 'ready-with-warnings': 0, blocked: 0, undecided: 0 };
  return {
    id: `w${number}`,
    number,
    title: `Wave ${number}`,
    window: null,
    groupIds,
    machineCount: groupIds.length,
    sizeGiB: 0,
    unknownSizeCount: 0,
    dailyChurnGiB: 0,
    verdicts,
    loads: [],
    problems: [],
    isReady: false,
    notReadyBecause: [],
    tasks: { open: 0, inProgress: 0, fixed: 0, accepted: 0, blocking: 0 },
    forecast: NO_FORECAST,
    openCriticalItems: [],
    openCriticalCount: 0,
    progress: [],
  };
}

function plan(waves: WaveView[], more: Partial<PlanView> = {}): PlanView {
  return {
    id: 'p',
    adoptedAt: '2027-01-01T00:00:00.000Z',
    adoptedBy: 'A. Person',
    waves,
    limits: { ...DEFAULT_WAVE_LIMITS, freezes: [], precedences: [], pins: [{ groupId: 'b', waveNumber: 2 }] },
    lowerBound: 1,
    lowerBoundReason: '',
    changedSince: null,
    finish: null,
    boundWords: '',
    balance: null,
    isValid: true,
    violations: [],
    leftOut: [],
    handMoves: 0,
    unplannedGroupIds: [],
    ...more,
  };
}

test('columns follow the waves; groups without a wave stand last, with the reason', () => {
  const view = plan([wave(1, ['a']), wave(2, ['b'])], {
    leftOut: [{ groupId: 'c', reason: 'Blocked machines' }],
    unplannedGroupIds: ['d'],
    violations: [{ rule: 'capacity', text: 'Wave 1 is too full', groupIds: ['a'] }],
  });
  const columns = buildBoard(view, [group('a'), group('b'), group('c'), group('d')]);
  expect(columns.map((column) => [column.wave?.number ?? null, column.groups.map((card) => card.id)])).toEqual([
    [1, ['a']],
    [2, ['b']],
    [null, ['c', 'd']],
  ]);
  expect(columns[0]?.groups[0]).toMatchObject({ violations: ['Wave 1 is too full'], pinnedWave: null, whyNoWave: null });
  expect(columns[1]?.groups[0]).toMatchObject({ violations: [], pinnedWave: 2 });
  expect(columns[2]?.groups.map((card) => card.whyNoWave)).toEqual(['Blocked machines', null]);
});

test('a group that is no longer in the inventory leaves no card', () => {
  expect(buildBoard(plan([wave(1, ['gone', 'a'])]), [group('a')])[0]?.groups.map((card) => card.id)).toEqual(['a']);
});

test('filtering keeps the columns', () => {
  const columns = filterBoard(buildBoard(plan([wave(1, ['a']), wave(2, ['b'])]), [group('a'), group('b')]), ' GROUP B ');
  expect(columns.map((column) => column.groups.length)).toEqual([0, 1]);
});

const cards = [{ groups: [1, 2, 3] }, { groups: [] }, { groups: [1] }];

test.each([
  ['ArrowDown', { column: 0, card: 0 }, { column: 0, card: 1 }],
  ['ArrowDown', { column: 0, card: 2 }, null],
  ['ArrowUp', { column: 0, card: 0 }, null],
  ['End', { column: 0, card: 0 }, { column: 0, card: 2 }],
  ['Home', { column: 0, card: 2 }, { column: 0, card: 0 }],
  ['ArrowRight', { column: 0, card: 2 }, { column: 2, card: 0 }],
  ['ArrowRight', { column: 2, card: 0 }, null],
  ['ArrowLeft', { column: 2, card: 0 }, { column: 0, card: 0 }],
  ['x', { column: 0, card: 0 }, null],
])('%s from %j goes to %j', (key, from, to) => {
  expect(nextPlace(cards, from, key)).toEqual(to);
});

test('finds a card again after it was moved', () => {
  const columns = buildBoard(plan([wave(1, ['a']), wave(2, ['b', 'c'])]), [group('a'), group('b'), group('c')]);
  expect(placeOf(columns, 'c')).toEqual({ column: 1, card: 1 });
  expect(placeOf(columns, 'nobody')).toBeNull();
});

test('sums machines and sizes, unknown sizes apart', () => {
  expect(sumGroups([group('a', 3), { ...group('b', 2), unknownSizeCount: 2, sizeGiB: 0 }])).toEqual({
    machineCount: 5,
    sizeGiB: 10,
    unknownSizeCount: 2,
  });
});
