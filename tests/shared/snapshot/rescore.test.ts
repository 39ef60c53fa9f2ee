import { expect, it } from 'vitest';

import type { Machine } from '../../../shared/domain/machine.ts';
import { runToEnd } from '../../../shared/domain/run-to-end.ts';
import { DEFAULT_WAVE_LIMITS, type MoveGroup, type WavePlan } from '../../../shared/domain/wave.ts';
import { forecastWaves } from '../../../shared/sizing/forecast-waves.ts';
import { planView } from '../../../shared/snapshot/plan-view.ts';
import { modelOf } from '../../../shared/snapshot/scenario-readiness.ts';
import { emptyEngagement } from '../../support/empty-engagement.ts';

const GROUPS = 1000;
const WAVES = 60;
const START = Date.UTC(2027, 2, 6, 20);
const WEEK_MS = 7 * 86_400_000;
const MOST_MS = 100;

function largeEngagement() {
  const machines = new Map<string, Machine>();
  const groups: MoveGroup[] = Array.from({ length: GROUPS }, (_, index) => {
    const machineIds = Array.from({ length: 1 + (index % 9) }, (__, at) => `m${index}-${at}`);
    for (const [at, id] of machineIds.entries())
      machines.set(id, {
        id,
        scenario: 'vmware',
        isInScope: true,
        facts: {
          name: id,
          cpuCount: 2 + (at % 4) * 2,
          memoryMiB: 8192,
          inUseGiB: 40 + ((index * 37) % 400),
          dailyChurnGiB: 2,
          criticality: at % 5 === 0 ? 'critical' : 'low',
        },
        statements: [],
        personValues: {},
      });
    return { id: `g${index}`, title: `Group ${index}`, machineIds, reason: 'application' as const };
  });
  const limits = {
    ...DEFAULT_WAVE_LIMITS,
    machinesPerWave: 120,
    teams: 20,
    vcpuQuota: 100_000,
    criticalPerWave: 60,
    line: { mbps: 2000, startsAt: null, growthPercentPerYear: 10, churnGiBPerDay: null },
    firstWindowStartsAt: new Date(START).toISOString(),
    conflicts: Array.from({ length: 200 }, (_, index) => ({ a: `g${index}`, b: `g${999 - index}` })),
    precedences: Array.from({ length: 300 }, (_, index) => ({ before: `g${index}`, after: `g${index + 300}`, kind: 'weak' as const })),
  };
  const waves = Array.from({ length: WAVES }, (_, index) => ({
    id: `wave-${index + 1}`,
    number: index + 1,
    title: `Wave ${index + 1}`,
    window: {
      id: `w${index + 1}`,
      title: `Window ${index + 1}`,
      startsAt: new Date(START + index * WEEK_MS).toISOString(),
      endsAt: new Date(START + index * WEEK_MS + 8 * 3_600_000).toISOString(),
      timeZone: 'UTC',
      isFrozen: false,
    },
    groupIds: groups.filter((_group, at) => at % WAVES === index).map((group) => group.id),
  }));
  const plan: WavePlan = {
    id: 'p',
    adoptedAt: '2027-01-01T00:00:00.000Z',
    adoptedBy: 'Test Person',
    groups,
    waves,
    limits,
    lowerBound: 1,
    lowerBoundReason: '',
    boundCertificate: { kind: 'none' },
    problemKey: null,
    leftOut: [],
    handMoves: 0,
  };
  return { engagement: { ...emptyEngagement(), machines, waveLimits: limits, plan }, groups, plan };
}

it('an edit of a plan of 1,000 groups is scored anew within a tenth of a second', () => {
  const { engagement, groups, plan } = largeEngagement();
  const byId = new Map(groups.map((group) => [group.id, group]));
  const score = (edited: WavePlan): number => {
    const from = performance.now();
    const view = planView({ ...engagement, plan: edited }, groups, new Map());
    const machinesOf = (ids: readonly string[]): Machine[] =>
      ids.flatMap((id) => byId.get(id)?.machineIds ?? []).flatMap((id) => engagement.machines.get(id) ?? []);
    const waves = edited.waves.map((wave) => ({ waveId: wave.id, machines: machinesOf(wave.groupIds) }));
    runToEnd(forecastWaves(waves, modelOf, { siteLinkMbps: 2000, shared: {} }));
    const took = performance.now() - from;
    expect(view?.waves).toHaveLength(WAVES);
    return took;
  };
  score(plan);
  const times = Array.from({ length: 9 }, (_, index) => {
    const [first, second, ...others] = plan.waves;
    if (first === undefined || second === undefined) throw new Error('two waves are needed');
    const moved = first.groupIds.slice(0, index + 1);
    const waves = [
      { ...first, groupIds: first.groupIds.filter((id) => !moved.includes(id)) },
      { ...second, groupIds: [...second.groupIds, ...moved] },
      ...others,
    ];
    return score({ ...plan, waves });
  }).toSorted((a, b) => a - b);
  const [best = Infinity] = times;
  process.stdout.write(
    `${engagement.machines.size} machines in ${GROUPS} groups: load, forecast and validity after a move in ${best.toFixed(0)} to ${(times.at(-1) ?? 0).toFixed(0)} ms, median ${(times[4] ?? 0).toFixed(0)}\n`,
  );
  // The best of nine: other programs on the machine are not what is measured.
  expect(best).toBeLessThan(MOST_MS);
});
