import { vaultAddress } from '../../shared/azure/arm-ids.ts';
import { whyNotReach } from '../../shared/azure/may-reach.ts';
import type { AzureStatus } from '../../shared/contract/azure-shapes.ts';
import { failed, success, type Failure, type Reply } from '../../shared/contract/failure.ts';
import type { CloudId } from '../../shared/domain/azure.ts';
import type { ArmReads } from '../azure/arm-reads.ts';
import type { Cloud } from '../azure/clouds.ts';
import type { SignIn, SignedIn, SignInPlace } from '../azure/sign-in.ts';
import type { SiteRecovery } from '../azure/site-recovery.ts';
import type { EventHub } from '../host/handlers.ts';
import type { Rehearsal } from '../simulator/rehearsal.ts';
import type { Slot } from './open-engagement-slot.ts';
import type { Session } from './session.ts';

/** Calls to one subscription: the port, and reads of ARM. */
export interface AzureCalls {
  readonly azure: SiteRecovery;
  readonly arm: ArmReads;
}

export interface AccessParts {
  readonly slot: Slot;
  readonly hub: EventHub;
  readonly signIn: SignIn;
  readonly isKept: () => Promise<boolean>;
  readonly clouds: Readonly<Record<CloudId, Cloud>>;
  readonly defaultClientId: string;
  readonly connect: (to: {
    readonly cloud: Cloud;
    readonly subscriptionId: string;
    readonly place: SignInPlace;
    readonly who: SignedIn;
  }) => AzureCalls;
  readonly connectRehearsal: (rehearsal: Rehearsal) => AzureCalls;
  readonly startRehearsal: (session: Session) => Promise<Rehearsal>;
}

/** What of Azure belongs to one open engagement on this computer. */
interface Local {
  signIn: AzureStatus['signIn'];
  who: SignedIn | null;
  place: SignInPlace | null;
  stop: AbortController | null;
  isReading: boolean;
  hasLooked: boolean;
  rehearsal: Promise<Rehearsal> | null;
  rehearsalVaultId: string | null;
}

/** Where calls go, and with what. The only way from the services to Azure: everything passes the guard. */
export interface AzureAccess {
  readonly status: (session: Session) => Promise<AzureStatus>;
  readonly startSignIn: (session: Session, place: Omit<SignInPlace, 'engagementId'>, method: 'browser' | 'device-code') => void;
  readonly cancelSignIn: (session: Session) => void;
  readonly signOut: (session: Session) => Promise<void>;
  /** For choosing: only lists of subscriptions and vaults are asked for, by the account that is signed in. */
  readonly account: (
    session: Session,
  ) => Promise<Reply<{ readonly who: SignedIn; readonly place: SignInPlace; readonly calls: (subscriptionId: string) => AzureCalls }>>;
  /** Calls to the vault of the engagement (or of the rehearsal), and to nothing else. */
  readonly vault: (session: Session) => Promise<Reply<AzureCalls & { readonly vaultId: string; readonly isRehearsal: boolean }>>;
  /** Tells the window how things stand now. */
  readonly announce: (session: Session) => Promise<void>;
  readonly setReading: (session: Session, isReading: boolean) => Promise<void>;
  readonly chooseRehearsalVault: (session: Session, vaultId: string) => Promise<Reply<unknown>>;
  readonly endRehearsal: (session: Session) => Promise<void>;
  readonly close: () => Promise<void>;
}

export function createAzureAccess(parts: AccessParts): AzureAccess {
  const locals = new Map<Session, Local>();

  function localOf(session: Session): Local {
    const known = locals.get(session);
    if (known !== undefined) return known;
    const made: Local = {
      signIn: { kind: 'signed-out', failure: null },
      who: null,
      place: null,
      stop: null,
      isReading: false,
      hasLooked: false,
      rehearsal: null,
      rehearsalVaultId: null,
    };
    locals.set(session, made);
    return made;
  }

  /** The account of an earlier time, from the kept tokens; asks no network. */
  async function lookUp(session: Session, local: Local): Promise<void> {
    if (local.hasLooked) return;
    local.hasLooked = true;
    const { target } = session.engagement().azure;
    if (target === null || local.who !== null) return;
    const place = {
      engagementId: session.engagement().id,
      cloud: parts.clouds[target.cloud],
      tenant: target.tenantId,
      clientId: target.clientId,
    };
    const who = await parts.signIn.current(place);
    if (who === null || local.who !== null) return;
    Object.assign(local, { who, place, signIn: { kind: 'signed-in', accountName: who.accountName, tenantId: who.tenantId } });
  }

  async function status(session: Session): Promise<AzureStatus> {
    const local = localOf(session);
    await lookUp(session, local);
    const { isRehearsing } = session.engagement().azure;
    const rehearsal = isRehearsing && local.rehearsal !== null ? await local.rehearsal : null;
    return {
      isRehearsing,
      signIn: local.signIn,
      isKept: await parts.isKept(),
      isReading: local.isReading,
      clouds: Object.values(parts.clouds).map(({ id, title }) => ({ id, title })),
      rehearsalVaults: (rehearsal?.vaults ?? []).map((vault) => ({ ...vault })),
    };
  }

  async function announce(session: Session): Promise<void> {
    if (parts.slot.current() !== session) return;
    parts.hub.publish({ name: 'azure.changed', payload: await status(session) });
  }

  function settle(session: Session, local: Local, outcome: { readonly who: SignedIn; readonly place: SignInPlace } | Failure | null): void {
    local.stop = null;
    if (outcome !== null && 'who' in outcome) {
      Object.assign(local, outcome);
      local.signIn = { kind: 'signed-in', accountName: outcome.who.accountName, tenantId: outcome.who.tenantId };
    } else {
      Object.assign(local, { who: null, place: null });
      local.signIn = { kind: 'signed-out', failure: outcome };
    }
    void announce(session);
  }

  async function runSignIn(
    session: Session,
    place: SignInPlace,
    { local, method }: { readonly local: Local; readonly method: 'browser' | 'device-code' },
  ): Promise<void> {
    const stop = new AbortController();
    local.stop = stop;
    const reply = await parts.signIn.start(place, {
      method,
      signal: stop.signal,
      onAsk: (ask) => {
        if (local.stop !== stop) return;
        local.signIn = { kind: 'waiting', method, address: ask.address, code: ask.kind === 'device-code' ? ask.code : null };
        void announce(session);
      },
    });
    // Another sign-in was begun meanwhile, or the engagement was closed: this one counts no more.
    if (local.stop !== stop) return;
    if (!reply.ok) return settle(session, local, reply.failure);
    const kept = await keepAccount(session, place, reply.value);
    settle(session, local, kept.ok ? { who: reply.value, place } : kept.failure);
  }

  /** The tenant becomes the engagement's. An engagement that has one already never changes to another by signing in. */
  async function keepAccount(session: Session, place: SignInPlace, who: SignedIn): Promise<Reply<unknown>> {
    return await parts.slot.change(async (current) => {
      if (current !== session) return failed('cancelled', 'Another engagement was opened meanwhile; the sign-in was dropped.');
      const before = session.engagement().azure.target;
      if (before !== null && (before.tenantId.toLowerCase() !== who.tenantId.toLowerCase() || before.cloud !== place.cloud.id)) {
        await parts.signIn.signOut(place);
        return failed(
          'forbidden',
          `The account signed in to the tenant ${who.tenantId}, but this engagement belongs to ${before.tenantId}. Disconnect it first if that is wrong.`,
        );
      }
      const target = {
        cloud: place.cloud.id,
        tenantId: who.tenantId,
        accountName: who.accountName,
        clientId: place.clientId,
        subscriptionId: before?.subscriptionId ?? null,
        subscriptionName: before?.subscriptionName ?? null,
        vaultId: before?.vaultId ?? null,
      };
      if (before !== null && JSON.stringify(before) === JSON.stringify(target)) return success({});
      return await session.append('azure.target-set', { target, before });
    });
  }

  async function rehearsalOf(session: Session, local: Local): Promise<Rehearsal> {
    local.rehearsal ??= parts.startRehearsal(session);
    return await local.rehearsal;
  }

  return {
    status,
    announce,
    startSignIn(session, { cloud, tenant, clientId }, method) {
      const local = localOf(session);
      local.stop?.abort();
      local.hasLooked = true;
      local.signIn = { kind: 'waiting', method, address: null, code: null };
      const before = session.engagement().azure.target;
      const place = { engagementId: session.engagement().id, cloud, tenant: tenant ?? before?.tenantId ?? null, clientId };
      void runSignIn(session, place, { local, method });
    },
    cancelSignIn(session) {
      const local = localOf(session);
      local.stop?.abort();
      if (local.signIn.kind === 'waiting') settle(session, local, null);
    },
    async signOut(session) {
      const local = localOf(session);
      local.stop?.abort();
      const { target } = session.engagement().azure;
      const cloud = parts.clouds[target?.cloud ?? 'public'];
      const fallback = {
        engagementId: session.engagement().id,
        cloud,
        tenant: target?.tenantId ?? null,
        clientId: target?.clientId ?? parts.defaultClientId,
      };
      await parts.signIn.signOut(local.place ?? fallback);
      settle(session, local, null);
    },
    async account(session) {
      const local = localOf(session);
      await lookUp(session, local);
      const { who, place } = local;
      if (who === null || place === null)
        return failed('signed-out', 'Nobody is signed in to Azure for this engagement. Sign in first.', 'now');
      return success({ who, place, calls: (subscriptionId) => parts.connect({ cloud: place.cloud, subscriptionId, place, who }) });
    },
    async vault(session) {
      const local = localOf(session);
      const { target, isRehearsing } = session.engagement().azure;
      if (isRehearsing) {
        const rehearsal = await rehearsalOf(session, local);
        const vaultId = local.rehearsalVaultId ?? rehearsal.vaults[0]?.id;
        if (vaultId === undefined) return failed('not-ready', 'The rehearsal has no vault: no machine is in scope.');
        return success({ ...parts.connectRehearsal(rehearsal), vaultId, isRehearsal: true });
      }
      await lookUp(session, local);
      const { who, place } = local;
      if (who === null || place === null)
        return failed('signed-out', 'Nobody is signed in to Azure for this engagement. Sign in first.', 'now');
      if (target?.vaultId == null)
        return failed('not-ready', 'No vault is chosen for this engagement yet. Choose one on the Azure screen.');
      const subscriptionId = vaultAddress(target.vaultId)?.subscriptionId ?? '';
      // SECURITY: one engagement, one customer; checked for every use, against what is signed in right now.
      const refusal = whyNotReach(target, { cloud: place.cloud.id, tenantId: who.tenantId, subscriptionId, vaultId: target.vaultId });
      if (refusal !== null) return failed('forbidden', refusal);
      return success({ ...parts.connect({ cloud: place.cloud, subscriptionId, place, who }), vaultId: target.vaultId, isRehearsal: false });
    },
    async setReading(session, isReading) {
      localOf(session).isReading = isReading;
      await announce(session);
    },
    async chooseRehearsalVault(session, vaultId) {
      const local = localOf(session);
      const rehearsal = await rehearsalOf(session, local);
      if (!rehearsal.vaults.some((vault) => vault.id === vaultId)) return failed('not-found', 'The rehearsal has no such vault.');
      local.rehearsalVaultId = vaultId;
      return success({});
    },
    async endRehearsal(session) {
      const local = localOf(session);
      const running = local.rehearsal;
      Object.assign(local, { rehearsal: null, rehearsalVaultId: null });
      await (await running)?.close();
    },
    async close() {
      const all = [...locals.values()];
      locals.clear();
      for (const local of all) {
        local.stop?.abort();
        local.stop = null;
        // oxlint-disable-next-line no-await-in-loop
        await (await local.rehearsal)?.close();
      }
    },
  };
}
