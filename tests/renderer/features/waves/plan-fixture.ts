import type { GroupView, PlanView, WaveView } from '../../../../shared/contract/shapes.ts';
import { DEFAULT_WAVE_LIMITS } from '../../../../shared/domain/wave.ts';
import { NO_FORECAST } from './forecast-fixture.ts';

export function groupOf(id: string, more: Partial<GroupView> = {}): GroupView {
  return {
    id,
    title: `Group ${id}`,
    reason: 'application',
    machineIds: [`${id}-1`],
    sizeGiB: 10,
    unknownSizeCount: 0,
    verdict: 'ready',
    waveId: null,
    ...more,
  };
}

export function machinesOf(id: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${id}-${index + 1}`);
}

export function waveOf(number: number, groupIds: string[], more: Partial<WaveView> = {}): WaveView {
  return {
    id: `wave-${number}`,
    number,
    title: `Wave ${number}`,
    window: {
      id: `w${number}`,
      title: `Window ${number}`,
      startsAt: `2027-01-0${number}T21:00:00.000Z`,
      endsAt: `2027-01-0${number + 1}T05:00:00.000Z`,
      timeZone: 'Europe/Berlin',
      isFrozen: false,
    },
    groupIds,
    machineCount: groupIds.length,
    sizeGiB: 0,
    unknownSizeCount: 0,
    dailyChurnGiB: 0,
    verdicts: { ready: 0, 'ready-with-warnings': 0, blocked: 0, undecided: 0 },
    loads: [],
    problems: [],
    isReady: false,
    notReadyBecause: [],
    tasks: { open: 0, inProgress: 0, fixed: 0, accepted: 0, blocking: 0 },
    forecast: NO_FORECAST,
    openCriticalItems: [],
    openCriticalCount: 0,
    progress: [],
    ...more,
  };
}

export function planOf(waves: WaveView[], more: Partial<PlanView> = {}): PlanView {
  return {
    id: 'plan',
    adoptedAt: '2027-01-01T00:00:00.000Z',
    adoptedBy: 'A. Person',
    waves,
    limits: { ...DEFAULT_WAVE_LIMITS, freezes: [], precedences: [], pins: [] },
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
