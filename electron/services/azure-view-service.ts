import type { AzureState, ItemRow } from '../../shared/azure/azure-state.ts';
import { jobsOf } from '../../shared/azure/jobs-of.ts';
import type { AzureMatch, AzureMatches } from '../../shared/azure/match-items.ts';
import { portalLink } from '../../shared/azure/portal-links.ts';
import { rightsOf } from '../../shared/azure/rights.ts';
import { vaultKind } from '../../shared/azure/vault-kind.ts';
import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { ParsedInput } from '../../shared/contract/methods.ts';
import type { AzureItemView, AzureMachineView, AzureMatchView, AzureStepCheck } from '../../shared/contract/methods/azure-methods.ts';
import { azureSide, type AzureCheck } from '../../shared/domain/azure.ts';
import { stepById, stepTitle, steps as catalogueSteps } from '../../shared/scenarios/steps.ts';
import { hasDrifted } from '../../shared/snapshot/azure-summary.ts';
import type { Handlers } from '../host/handlers.ts';
import type { StateStore } from './azure-state-store.ts';
import type { Slot } from './open-engagement-slot.ts';
import type { Session } from './session.ts';

interface Parts {
  readonly slot: Slot;
  readonly store: StateStore;
}

interface Known {
  readonly session: Session;
  readonly state: AzureState;
  readonly matches: AzureMatches;
  readonly machineOfItem: ReadonlyMap<string, string>;
}

/** What is known of Azure, from the engagement alone: all of it can be read without a network. */
export function createAzureViewService({ slot, store }: Parts) {
  async function known(): Promise<Reply<Known | null>> {
    const open = slot.need();
    if (!open.ok) return open;
    const state = await store.current(open.value);
    if (!state.ok) return state;
    if (state.value === null) return success(null);
    const matches = await store.matches(open.value, state.value);
    const machineOfItem = new Map(matches.list.flatMap(({ id, machineId }) => (machineId === null ? [] : [[id, machineId] as const])));
    return success({ session: open.value, state: state.value, matches, machineOfItem });
  }

  /** A page of something that is known; empty while nothing is. */
  async function paged<T, K extends string>(
    key: K,
    { offset, limit }: { readonly offset: number; readonly limit: number },
    rowsOf: (known: Known) => readonly T[],
  ): Promise<Reply<{ [P in K]: T[] } & { total: number }>> {
    const reply = await known();
    if (!reply.ok) return reply;
    const rows = reply.value === null ? [] : rowsOf(reply.value);
    return success({ [key]: rows.slice(offset, offset + limit), total: rows.length } as { [P in K]: T[] } & { total: number });
  }

  return {
    'azure.overview': async () => {
      const reply = await known();
      if (!reply.ok || reply.value === null) return reply.ok ? success(null) : reply;
      const { session, state, matches } = reply.value;
      const { items, protectables, jobs, events, ...head } = state;
      const ofItems = matches.list.filter((match) => match.kind === 'item');
      return success({
        head,
        kind: vaultKind(state),
        rights: rightsOf(head.permissions).map((right) => ({ ...right, missing: [...right.missing] })),
        portal: portalOf(session, head.vault.id),
        counts: {
          items: items.length,
          healthy: items.filter((item) => item.replicationHealth === 'Normal').length,
          jobs: jobs.length,
          events: events.length,
          protectables: protectables.length,
          matched: ofItems.filter((match) => match.state === 'matched').length,
          doubtful: matches.list.filter((match) => match.state === 'doubtful').length,
          unmatched: ofItems.filter((match) => match.state === 'none').length,
        },
      });
    },
    'azure.items': (input) => paged('items', input, (here) => itemsFor(here, input)),
    'azure.jobs': (input) =>
      paged('jobs', input, ({ session, state }) => state.jobs.map((job) => ({ ...job, portal: portalOf(session, job.id) }))),
    'azure.events': (input) => paged('events', input, ({ state }) => state.events),
    'azure.matches': (input) =>
      paged('matches', input, ({ session, matches }) =>
        matches.list.filter((match) => input.state === 'all' || match.state === input.state).map((match) => matchView(session, match)),
      ),
    'azure.match': (input) =>
      slot.change(async (session) => {
        const reply = await known();
        if (!reply.ok) return reply;
        const item = reply.value?.matches.list.find((match) => match.id.toLowerCase() === input.itemId.toLowerCase());
        if (item === undefined) return failed('not-found', 'This item is not in what was last read of the vault.');
        if (input.machineId !== null && !session.engagement().machines.has(input.machineId))
          return failed('not-found', 'This machine is not in the inventory (any more).');
        const appended = await session.append('azure.item-matched', {
          isRehearsal: session.engagement().azure.isRehearsing,
          itemId: item.id,
          itemName: item.name.slice(0, 300),
          machineId: input.machineId,
          machineName: input.machineId === null ? null : (nameOf(session, input.machineId)?.slice(0, 300) ?? null),
          reason: input.reason,
        });
        return appended.ok ? success({}) : appended;
      }),
    'azure.machine': async ({ machineId }) => {
      const reply = await known();
      if (!reply.ok) return reply;
      const session = slot.need();
      if (!session.ok) return session;
      return success(machineView(session.value, machineId, reply.value));
    },
    'azure.checks': () => {
      const open = slot.need();
      if (!open.ok) return open;
      const engagement = open.value.engagement();
      const byStep = Map.groupBy(azureSide(engagement.azure).checks.values(), (check) => check.stepId);
      const steps = [...byStep].map(([stepId, checks]) => stepCheck(stepId, checks, (check) => hasDrifted(check, engagement)));
      return success({
        steps: steps.toSorted((a, b) => b.drifted - a.drifted || placeOf(a.stepId) - placeOf(b.stepId)),
        isRehearsal: engagement.azure.isRehearsing,
      });
    },
  } satisfies Partial<Handlers>;
}

/** Working order of the catalogue. */
function placeOf(stepId: string): number {
  return catalogueSteps.findIndex((step) => step.id === stepId);
}

function nameOf(session: Session, machineId: string): string | null {
  return session.engagement().machines.get(machineId)?.facts.name ?? null;
}

/** A rehearsal has no portal. */
function portalOf(session: Session, id: string): string | null {
  const { target, isRehearsing } = session.engagement().azure;
  return target === null || isRehearsing || id === '' ? null : portalLink(target.cloud, target.tenantId, id);
}

function itemsFor(here: Known, { only, text }: ParsedInput<'azure.items'>): readonly AzureItemView[] {
  const wanted = text?.trim().toLowerCase() ?? '';
  return here.state.items
    .filter((item) => {
      if (only === 'unhealthy' && item.replicationHealth === 'Normal' && item.failoverHealth !== 'Critical') return false;
      if (only === 'running' && item.running === null) return false;
      if (only === 'unmatched' && here.machineOfItem.has(item.id)) return false;
      return wanted === '' || `${item.friendlyName} ${item.targetName ?? ''} ${item.stateWords ?? ''}`.toLowerCase().includes(wanted);
    })
    .map((item) => itemView(item, here));
}

function itemView(item: ItemRow, { session, machineOfItem }: Known): AzureItemView {
  const { fingerprint: _fingerprint, sourceIds: _sourceIds, ...shown } = item;
  const machineId = machineOfItem.get(item.id) ?? null;
  return { ...shown, machineId, machineName: machineId === null ? null : nameOf(session, machineId), portal: portalOf(session, item.id) };
}

function matchView(session: Session, match: AzureMatch): AzureMatchView {
  return {
    ...match,
    machineName: match.machineId === null ? null : nameOf(session, match.machineId),
    candidates: match.candidates.map((candidate) => ({ ...candidate, against: [...candidate.against] })),
  };
}

function machineView(session: Session, machineId: string, here: Known | null): AzureMachineView {
  const { azure, machines } = session.engagement();
  const facts = machines.get(machineId)?.facts;
  const last = (id: string | undefined): string | null => id?.split('/').at(-1) ?? null;
  const planned = {
    name: facts?.targetVmName ?? null,
    size: facts?.targetVmSize ?? null,
    group: last(facts?.targetResourceGroup),
    network: last(facts?.targetNetwork),
  };
  const base = { planned, isRehearsal: azure.isRehearsing, by: azureSide(azure).read?.by ?? null };
  if (here === null) return { ...base, item: null, vaultName: null, readAt: null, jobs: [], discovered: null, doubtful: [] };
  const { state, matches } = here;
  const item = matches.itemOf.get(machineId);
  const found = matches.protectableOf.get(machineId);
  return {
    ...base,
    item: item === undefined ? null : itemView(item, here),
    vaultName: state.vault.name,
    readAt: state.readAt,
    jobs: (item === undefined ? [] : jobsOf(item, state)).map((job) => ({ ...job, portal: portalOf(session, job.id) })),
    discovered: found === undefined ? null : { name: found.name, problems: [...found.problems] },
    doubtful: matches.list
      .filter((match) => match.state === 'doubtful' && match.candidates.some((each) => each.machineId === machineId))
      .map((match) => matchView(session, match)),
  };
}

function stepCheck(stepId: string, checks: readonly AzureCheck[], isDrifted: (check: AzureCheck) => boolean): AzureStepCheck {
  const count = (verdict: AzureCheck['verdict']): number => checks.filter((check) => check.verdict === verdict).length;
  const verification = stepById(stepId)?.verification;
  const telling = checks.find(isDrifted) ?? checks.find((check) => check.verdict === 'not-done') ?? checks[0];
  return {
    stepId,
    title: stepTitle(stepId),
    isPartial: verification?.kind === 'api' && verification.isPartial,
    done: count('done'),
    notDone: count('not-done'),
    unknown: count('unknown'),
    drifted: checks.filter(isDrifted).length,
    text: telling?.text ?? '',
    read: [...(telling?.read ?? [])],
    readAt: checks.reduce((newest, check) => (check.readAt > newest ? check.readAt : newest), checks[0]?.readAt ?? ''),
  };
}
