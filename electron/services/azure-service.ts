import { sameId, vaultAddress } from '../../shared/azure/arm-ids.ts';
import type { AzureState } from '../../shared/azure/azure-state.ts';
import { bag, textIn } from '../../shared/azure/bag.ts';
import { evaluateChecks } from '../../shared/azure/evaluate-checks.ts';
import { checklistIndex } from '../../shared/checklist/checklist-index.ts';
import { machinesOf } from '../../shared/checklist/scopes.ts';
import type { AzureStatus } from '../../shared/contract/azure-shapes.ts';
import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { MethodOutput, ParsedInput } from '../../shared/contract/methods.ts';
import { azureSide, type AzureTarget } from '../../shared/domain/azure.ts';
import type { ItemScope } from '../../shared/domain/engagement.ts';
import { azureSummary } from '../../shared/snapshot/azure-summary.ts';
import type { ReadStateParts, ReadStateRequest } from '../azure/read-around-vault.ts';
import type { CallContext, Handlers } from '../host/handlers.ts';
import type { AccessParts, AzureAccess } from './azure-access.ts';
import type { StateStore } from './azure-state-store.ts';
import { inSlices } from './in-slices.ts';
import type { Slot } from './open-engagement-slot.ts';
import type { Session } from './session.ts';
import type { Task, TaskList } from './task-list.ts';

interface Parts {
  readonly slot: Slot;
  readonly tasks: TaskList;
  readonly access: AzureAccess;
  readonly store: StateStore;
  readonly clouds: AccessParts['clouds'];
  readonly defaultClientId: string;
  readonly now: () => Date;
  readonly takeTurn: ReadStateParts['takeTurn'];
  readonly readVaultState: (parts: ReadStateParts, request: ReadStateRequest) => Promise<Reply<AzureState>>;
}

const SUBSCRIPTIONS_VERSION = '2022-12-01';
/** Results of one entry; the rest goes into further ones. */
const MOST_RESULTS = 5000;

/** Signing in, choosing, reading and checking. Nothing here changes anything in Azure. */
export function createAzureService(parts: Parts) {
  const { slot, tasks, access, store } = parts;
  const reading = new WeakSet<Session>();

  async function statusOf(session: Session): Promise<Reply<AzureStatus>> {
    await access.announce(session);
    return success(await access.status(session));
  }

  /** For acts on the sign-in, which the journal only hears of when they succeed. */
  async function withSession(act: (session: Session) => unknown): Promise<Reply<AzureStatus>> {
    const open = slot.need();
    if (!open.ok) return open;
    await act(open.value);
    return await statusOf(open.value);
  }

  async function setTarget(session: Session, target: AzureTarget | null): Promise<Reply<AzureStatus>> {
    const before = session.engagement().azure.target;
    if (JSON.stringify(before) !== JSON.stringify(target)) {
      const appended = await session.append('azure.target-set', { target, before });
      if (!appended.ok) return appended;
    }
    return await statusOf(session);
  }

  async function chooseVault(session: Session, input: ParsedInput<'azure.choose-vault'>): Promise<Reply<AzureStatus>> {
    const { target, isRehearsing } = session.engagement().azure;
    if (isRehearsing) {
      const chosen = await access.chooseRehearsalVault(session, input.vaultId ?? '');
      return chosen.ok ? await statusOf(session) : chosen;
    }
    if (target === null) return failed('signed-out', 'Nobody has signed in to Azure for this engagement yet. Sign in first.', 'now');
    const owner = input.vaultId === null ? null : vaultAddress(input.vaultId);
    if (input.vaultId !== null && !sameId(owner?.subscriptionId, input.subscriptionId))
      return failed('invalid-input', 'vaultId: the vault is not in this subscription.');
    return await setTarget(session, {
      ...target,
      subscriptionId: input.subscriptionId,
      subscriptionName: input.subscriptionName,
      vaultId: input.vaultId,
    });
  }

  async function rehearse(session: Session, isOn: boolean): Promise<Reply<AzureStatus>> {
    if (session.engagement().azure.isRehearsing !== isOn) {
      if (isOn && ![...session.engagement().machines.values()].some((machine) => machine.isInScope))
        return failed('not-ready', 'There is no machine in scope to rehearse with. Import an inventory first.');
      const appended = await session.append('azure.rehearsal-switched', { isOn });
      if (!appended.ok) return appended;
      if (!isOn) await access.endRehearsal(session);
    }
    return await statusOf(session);
  }

  /** Reads outside of the queue of changes, which goes on meanwhile; only writing it down is a change. */
  async function readFresh(session: Session, task: Task, asked: readonly ItemScope[]): Promise<Reply<AzureState>> {
    if (reading.has(session)) return failed('conflict', 'The vault is being read already. Wait until it is done.', 'later');
    const to = await access.vault(session);
    if (!to.ok) return to;
    reading.add(session);
    await access.setReading(session, true);
    try {
      const before = await store.current(session);
      const { targetRegion } = session.engagement().settings;
      const known = before.ok && before.value !== null && sameId(before.value.vault.id, to.value.vaultId) ? before.value : null;
      const state = await parts.readVaultState(
        { azure: to.value.azure, arm: to.value.arm, takeTurn: parts.takeTurn },
        {
          vaultId: to.value.vaultId,
          isRehearsal: to.value.isRehearsal,
          now: parts.now,
          targetRegion,
          before: known,
          ...(await lookedAt(session, known, asked)),
          signal: task.signal,
          onProgress: task.report,
        },
      );
      if (!state.ok) return state;
      return await slot.change(async (current) => {
        const { azure } = current.engagement();
        const isSame = current === session && azure.isRehearsing === to.value.isRehearsal;
        if (!isSame || (!azure.isRehearsing && !sameId(azure.target?.vaultId, to.value.vaultId)))
          return failed('cancelled', 'The engagement works with something else by now; what was read was dropped.', 'now');
        const kept = await store.keep(session, state.value);
        return kept.ok ? state : kept;
      });
    } finally {
      reading.delete(session);
      await access.setReading(session, false);
    }
  }

  /** What is read by itself in any case: items of the machines that somebody asks about, and sources that are to be moved. */
  async function lookedAt(session: Session, known: AzureState | null, scopes: readonly ItemScope[]) {
    const index = checklistIndex(session.derived().checklistFacts);
    const matches = known === null ? null : await store.matches(session, known);
    const asked = scopes.flatMap((scope) => machinesOf(scope, index) ?? index.machines);
    const sources = index.machines.filter(
      ({ id, scenario }) => index.catalogue.traitsOf(scenario).has('azure-source') && matches?.itemOf.has(id) !== true,
    );
    return {
      freshItems: new Set(asked.flatMap(({ id }) => matches?.itemOf.get(id)?.id.toLowerCase() ?? [])),
      sourceNames: new Set(sources.flatMap(({ facts }) => facts.name?.toLowerCase() ?? [])),
    };
  }

  async function inTask<T>(context: CallContext, taskId: string | undefined, act: (task: Task) => Promise<Reply<T>>): Promise<Reply<T>> {
    const task = tasks.start('azure', context.signal, taskId);
    let reply: Reply<T> = failed('internal', 'Reading ended without a result.');
    try {
      reply = await act(task);
      return reply;
    } finally {
      task.finish(reply.ok, reply.ok ? '' : reply.failure.detail);
    }
  }

  async function check(session: Session, input: ParsedInput<'azure.check'>, task: Task): Promise<Reply<MethodOutput<'azure.check'>>> {
    const state = input.usesLastRead
      ? await store.current(session)
      : await readFresh(session, task, input.items?.map(({ scope }) => scope) ?? []);
    if (!state.ok) return state;
    const read = state.value;
    if (read === null) return failed('not-ready', 'Nothing was read of a vault yet. Read it first.');
    task.report({ done: null, step: 'Checking', detail: '' });
    return await slot.change(async (current) => {
      const side = azureSide(session.engagement().azure);
      if (current !== session || side.read === null) return failed('cancelled', 'Another engagement was opened meanwhile.', 'now');
      const index = checklistIndex(session.derived().checklistFacts);
      const matches = await store.matches(session, read);
      const evaluation = await inSlices(evaluateChecks({ state: read, index, matches, known: side.checks, wanted: input.items ?? null }));
      if (input.items !== undefined && evaluation.results.length === 0)
        return failed('not-found', 'None of these checklist items can be seen in Azure’s data.');
      for (let start = 0; start === 0 || start < evaluation.results.length; start += MOST_RESULTS) {
        // One entry after another, in order.
        // oxlint-disable-next-line no-await-in-loop
        const appended = await session.append('checklist.checked', {
          isRehearsal: read.isRehearsal,
          stateSha256: side.read.sha256,
          readAt: read.readAt,
          sweptStepIds: start === 0 ? [...evaluation.sweptStepIds] : [],
          results: evaluation.results.slice(start, start + MOST_RESULTS).map(({ stepId, scope, verdict, text, read: looked }) => ({
            stepId,
            scope,
            verdict,
            text: text.slice(0, 2000),
            read: [...looked],
          })),
        });
        if (!appended.ok) return appended;
      }
      const { done, 'not-done': notDone, unknown } = evaluation.counts;
      const { driftCount } = azureSummary(session.engagement());
      return success({ done, notDone, unknown, drifted: driftCount, readAt: read.readAt, isRehearsal: read.isRehearsal });
    });
  }

  return {
    'azure.status': async () => {
      const open = slot.need();
      return open.ok ? success(await access.status(open.value)) : open;
    },
    'azure.sign-in': ({ cloud, tenant, clientId, method }) =>
      withSession((session) => {
        const place = { cloud: parts.clouds[cloud], tenant: tenant ?? null, clientId: clientId ?? parts.defaultClientId };
        access.startSignIn(session, place, method);
      }),
    'azure.cancel-sign-in': () => withSession((session) => access.cancelSignIn(session)),
    'azure.sign-out': () => withSession((session) => access.signOut(session)),
    'azure.disconnect': () =>
      slot.change(async (session) => {
        await access.signOut(session);
        return await setTarget(session, null);
      }),
    'azure.subscriptions': async (_input, { signal }) => {
      const open = slot.need();
      if (!open.ok) return open;
      const account = await access.account(open.value);
      if (!account.ok) return account;
      const list = await account.value.calls(NO_SUBSCRIPTION).arm.list('/subscriptions', SUBSCRIPTIONS_VERSION, { signal });
      if (!list.ok) return list;
      const tenant = account.value.who.tenantId.toLowerCase();
      // Guests see subscriptions of other tenants; those are none of this engagement.
      const own = list.value.filter((answer) => (textIn(answer, 'tenantId') ?? tenant).toLowerCase() === tenant);
      return success(
        own.map((answer) => ({
          id: textIn(answer, 'subscriptionId') ?? '',
          name: textIn(answer, 'displayName') ?? textIn(answer, 'subscriptionId') ?? '',
          state: textIn(answer, 'state') ?? 'unknown',
        })),
      );
    },
    'azure.vaults': async ({ subscriptionId }, { signal }) => {
      const open = slot.need();
      if (!open.ok) return open;
      const account = await access.account(open.value);
      if (!account.ok) return account;
      const list = await account.value.calls(subscriptionId).azure.readVaults(signal);
      if (!list.ok) return list;
      return success(
        list.value.map((answer) => {
          const id = textIn(answer, 'id') ?? '';
          return {
            id,
            name: textIn(bag(answer), 'name') ?? '',
            resourceGroup: vaultAddress(id)?.resourceGroup ?? '',
            location: textIn(answer, 'location') ?? '',
          };
        }),
      );
    },
    'azure.choose-vault': (input) => slot.change((session) => chooseVault(session, input)),
    'azure.rehearse': ({ isOn }) => slot.change((session) => rehearse(session, isOn)),
    'azure.sync': async ({ taskId, machineId }, context) => {
      const open = slot.need();
      if (!open.ok) return open;
      const scopes = machineId === undefined ? [] : [{ kind: 'machine' as const, id: machineId }];
      const state = await inTask(context, taskId, (task) => readFresh(open.value, task, scopes));
      return state.ok ? await statusOf(open.value) : state;
    },
    'azure.check': async (input, context) => {
      const open = slot.need();
      if (!open.ok) return open;
      return await inTask(context, input.taskId, (task) => check(open.value, input, task));
    },
  } satisfies Partial<Handlers>;
}

/** The list of subscriptions belongs to none; the client wants an id all the same. */
const NO_SUBSCRIPTION = '00000000-0000-0000-0000-000000000000';
