import { found, notFound, type ArmAnswer, type ArmRequest } from './arm-answer.ts';
import type { Body, SimJob, SimVault } from './estate.ts';
import { jobState } from './job-view.ts';
import { eventShape, healthErrorShape } from './shapes/event-shapes.ts';
import { iso, vaultId } from './vault-id.ts';

const MOST_EVENTS = 800;

/** Events of a vault, newest first: those that were injected, and one for each job that failed or waits for somebody. */
export function answerEvents(vault: SimVault, segments: readonly string[], request: ArmRequest): ArmAnswer {
  const events = [...vault.events, ...jobEvents(vault, request.now)];
  const name = segments[1];
  if (name === undefined) {
    const wanted = events.filter((event) => isWanted(event, request.query.get('$filter') ?? ''));
    return found({ value: wanted.toSorted(newestFirst).slice(0, MOST_EVENTS), nextLink: null });
  }
  const event = events.find((each) => String(each['name']).toLowerCase() === name.toLowerCase());
  return event === undefined ? notFound(name, request.clientRequestId) : found(event);
}

function occurredAt(event: Body): number {
  return Date.parse(String((event['properties'] as Body)['timeOfOccurrence']));
}

function newestFirst(a: Body, b: Body): number {
  return (occurredAt(b) || 0) - (occurredAt(a) || 0);
}

/** What a client may ask for, joined by `and`; what is not said is not asked. SOURCE: site recovery facts, section 2.1. */
function isWanted(event: Body, filter: string): boolean {
  const properties = event['properties'] as Body;
  const asked = new Map([...filter.matchAll(/(\w+) eq '([^']*)'/g)].map(([, key = '', value = '']) => [key.toLowerCase(), value]));
  const says = (key: string, own: unknown): boolean => !asked.has(key) || asked.get(key)?.toLowerCase() === String(own).toLowerCase();
  const [from, to] = [asked.get('starttime'), asked.get('endtime')];
  return (
    says('severity', properties['severity']) &&
    says('eventtype', properties['eventType']) &&
    says('affectedobjectfriendlyname', properties['affectedObjectFriendlyName']) &&
    says('fabricname', String(properties['fabricId']).split('/').at(-1)) &&
    (from === undefined || occurredAt(event) >= Date.parse(from)) &&
    (to === undefined || occurredAt(event) <= Date.parse(to))
  );
}

function jobEvents(vault: SimVault, now: number): Body[] {
  return vault.jobs.flatMap((job) => {
    const state = jobState(job, now);
    if (state === 'Failed' || state === 'PartiallySucceeded') return [jobEvent(vault, job, { status: state, at: job.endsAt })];
    const stands = job.jobKind === 'TestFailover' && state === 'Succeeded' && isStanding(vault, job);
    return stands ? [jobEvent(vault, job, { status: 'WaitingForStopTestFailover', at: job.endsAt })] : [];
  });
}

/** A test stands until it is cleaned up. */
function isStanding(vault: SimVault, { effect }: SimJob): boolean {
  return (
    effect.kind === 'item' && vault.items.some(({ id, testFailover }) => id === effect.itemId && testFailover === 'WaitingForCompletion')
  );
}

const LAST_TICK = 9_223_372_036_854_775_807n;
/** Ticks of a tenth of a microsecond since 1601. */
const TICKS_TO_1970 = 116_444_736_000_000_000n;

function jobEvent(vault: SimVault, job: SimJob, { status, at }: { readonly status: string; readonly at: number }): Body {
  const id = vaultId(vault);
  // Names count down, so that the newest comes first.
  const ticks = LAST_TICK - (TICKS_TO_1970 + BigInt(Math.trunc(at)) * 10_000n);
  const name = `JobStatusMonitoringEvent;${ticks}_${job.name}`;
  const fabric = /^replicationFabrics\/[^/]+/i.exec(job.resourcePath)?.[0];
  const [error] = job.errors.map(({ serviceErrorDetails }) => serviceErrorDetails as Body);
  return {
    name,
    type: 'Microsoft.RecoveryServices/vaults/replicationEvents',
    id: `${id}/replicationEvents/${name}`,
    properties: {
      ...eventShape({
        object: job.target.name,
        at: iso(at),
        fabricId: fabric === undefined ? null : `${id}/${fabric}`,
        instanceType: null,
        errors: error === undefined ? [] : [healthErrorShape(String(error['code']), String(error['message']), iso(at))],
        job: {
          id: `${id}/replicationJobs/${job.name}`,
          kind: job.jobKind,
          status,
          objectType: job.target.type === 'ProtectionEntity' ? 'Vm' : job.target.type,
        },
      }),
    },
  };
}
