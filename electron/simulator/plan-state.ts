import type { Body, SimJob, SimResource, SimVault } from './estate.ts';
import { allowedOperations } from './item-states.ts';
import { jobState } from './job-view.ts';
import { iso, itemPath, vaultId } from './vault-id.ts';

/** Operations of machines that a plan offers too; the others are done machine by machine. */
const OF_PLANS = [
  'PlannedFailover',
  'UnplannedFailover',
  'TestFailover',
  'TestFailoverCleanup',
  'Commit',
  'CancelFailover',
  'ReverseReplicate',
];

const LAST: Readonly<Record<string, string>> = {
  PlannedFailover: 'lastPlannedFailoverTime',
  UnplannedFailover: 'lastUnplannedFailoverTime',
  TestFailover: 'lastTestFailoverTime',
};

/** A plan's properties at a time: what it offers follows from its machines, what it did last from its jobs. */
export function planState(vault: SimVault, { path, properties }: SimResource, now: number): Body {
  const runs = vault.jobs.filter((job) => job.plan !== undefined && job.resourcePath.toLowerCase() === path.toLowerCase());
  const { groups, providerSpecificDetails, ...rest } = properties;
  return {
    ...rest,
    allowedOperations: offered(vault, groups, runs[0] !== undefined && now < runs[0].endsAt),
    ...lastTimes(runs),
    ...scenario(vault, runs[0], now),
    groups,
    providerSpecificDetails,
  };
}

/** What every machine of the plan offers; nothing while the plan itself is at work. */
function offered(vault: SimVault, groups: unknown, isBusy: boolean): string[] {
  const members = new Set(membersOf(groups));
  const items = vault.items.filter((item) => members.has(`${vaultId(vault)}/${itemPath(item)}`.toLowerCase()));
  if (isBusy || items.length === 0) return isBusy ? [] : ['UnplannedFailover', 'TestFailover'];
  return OF_PLANS.filter((operation) => items.every((item) => allowedOperations(item).includes(operation)));
}

function membersOf(groups: unknown): string[] {
  const items = (group: Body): Body[] =>
    Array.isArray(group['replicationProtectedItems']) ? (group['replicationProtectedItems'] as Body[]) : [];
  return (Array.isArray(groups) ? (groups as Body[]) : []).flatMap((group) => items(group).map(({ id }) => String(id).toLowerCase()));
}

/** Newest first, so that the newest of each kind is the one that counts; absent until there was one. */
function lastTimes(runs: readonly SimJob[]): Body {
  const times = runs.toReversed().flatMap(({ jobKind, startedAt }): [string, string][] => {
    const key = LAST[jobKind];
    return key === undefined ? [] : [[key, iso(startedAt)]];
  });
  return Object.fromEntries(times);
}

/** A test that succeeded stands until it is cleaned up: the plan waits for that. SOURCE: a recorded plan of 2017. */
function scenario(vault: SimVault, run: SimJob | undefined, now: number): Body {
  if (run === undefined) return { currentScenario: null, currentScenarioStatus: null, currentScenarioStatusDescription: null };
  const state = jobState(run, now);
  const isStanding = run.jobKind === 'TestFailover' && state === 'Succeeded';
  return {
    currentScenario: {
      scenarioName: run.jobKind,
      jobId: `${vaultId(vault)}/replicationJobs/${run.name}`,
      startTime: iso(run.startedAt),
    },
    currentScenarioStatus: isStanding ? 'Suspended' : state,
    currentScenarioStatusDescription: isStanding ? 'WaitingForStopTestFailover' : state === 'Succeeded' ? 'Completed' : state,
  };
}
