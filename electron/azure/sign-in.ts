import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth';
import { PublicClientApplication, type AccountInfo, type AuthenticationResult } from '@azure/msal-node';

import { failed, success, type Failure, type Reply } from '../../shared/contract/failure.ts';
import { classifySignInError } from './classify-sign-in-error.ts';
import { scopeOf, type Cloud } from './clouds.ts';
import { msalNetwork, type FetchPart } from './network.ts';
import type { TokenCache } from './token-cache.ts';

/** Who signs in where. Each engagement has its own: account, tenant, cloud and tokens are never shared. */
export interface SignInPlace {
  readonly engagementId: string;
  readonly cloud: Cloud;
  /** Id or domain of the tenant; `null` = the tenant of the account. */
  readonly tenant: string | null;
  readonly clientId: string;
}

export interface SignedIn {
  readonly accountName: string;
  /** Id of the tenant that signed the person in; the tokens are for it and no other. */
  readonly tenantId: string;
  readonly homeAccountId: string;
}

/** What a person has to do while a sign-in waits for them. */
export type SignInAsk =
  | { readonly kind: 'browser'; readonly address: string }
  | { readonly kind: 'device-code'; readonly address: string; readonly code: string; readonly expiresInSeconds: number };

export interface SignInRequest {
  readonly method: 'browser' | 'device-code';
  readonly onAsk: (ask: SignInAsk) => void;
  readonly signal: AbortSignal;
}

interface Parts {
  readonly cache: TokenCache;
  readonly fetch: FetchPart;
  /** Opens the sign-in page in the person's own browser; never in a window of the app. */
  readonly openBrowser: (address: string) => Promise<void>;
  /** Only tests name another host than those of the clouds. */
  readonly knownAuthorities?: readonly string[];
}

export interface SignIn {
  readonly start: (place: SignInPlace, request: SignInRequest) => Promise<Reply<SignedIn>>;
  /** Who is signed in from an earlier time; `null` = nobody. Asks no network. */
  readonly current: (place: SignInPlace) => Promise<SignedIn | null>;
  /** Tokens of that account; renews silently, and answers claims challenges. Throws, with a failure in it, where a person is needed. */
  readonly credential: (place: SignInPlace, who: SignedIn) => TokenCredential;
  /** Removes account and tokens from memory and disk. */
  readonly signOut: (place: SignInPlace) => Promise<void>;
}

/** A failure on its way through Microsoft's clients, which only know thrown errors; `classifyAzureError` takes it out again. */
function carrying(failure: Failure): Error {
  return Object.assign(new Error(failure.detail), { name: 'SignInFailure', failure });
}

const WAIT_SECONDS = 900;
const PAGE = (words: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Landfall</title><body style="font:16px system-ui;margin:4rem">${words}</body>`;

export function createSignIn(parts: Parts): SignIn {
  const applications = new Map<string, { readonly application: PublicClientApplication; readonly takeFailure: () => unknown }>();

  function applicationOf(place: SignInPlace) {
    const key = [place.engagementId, place.cloud.id, place.tenant ?? '', place.clientId].join('|');
    const known = applications.get(key);
    if (known !== undefined) return known;
    let failure: unknown = null;
    const application = new PublicClientApplication({
      auth: {
        clientId: place.clientId,
        authority: `${place.cloud.authority}/${place.tenant ?? 'organizations'}`,
        // Says that claims challenges are understood (continuous access evaluation).
        clientCapabilities: ['CP1'],
        ...(parts.knownAuthorities === undefined ? {} : { knownAuthorities: [...parts.knownAuthorities] }),
      },
      cache: { cachePlugin: parts.cache.pluginFor(place.engagementId) },
      system: { networkClient: msalNetwork(parts.fetch, (error) => (failure = error)), disableInternalRetries: true },
    });
    const made = {
      application,
      takeFailure: () => {
        const taken = failure;
        failure = null;
        return taken;
      },
    };
    applications.set(key, made);
    return made;
  }

  async function run(place: SignInPlace, act: (application: PublicClientApplication) => Promise<AuthenticationResult | null>) {
    const { application, takeFailure } = applicationOf(place);
    takeFailure();
    try {
      const result = await act(application);
      return result === null ? failed('cancelled', 'The sign-in was stopped.', 'now') : success(result);
    } catch (error) {
      return classifySignInError(error, takeFailure());
    }
  }

  async function wipe(place: SignInPlace): Promise<void> {
    for (const key of applications.keys()) if (key.startsWith(`${place.engagementId}|`)) applications.delete(key);
    await parts.cache.wipe(place.engagementId);
  }

  return {
    async start(place, request) {
      // One account for each engagement: what was there before is forgotten first.
      await wipe(place);
      const reply = await run(place, (application) =>
        request.method === 'browser'
          ? signInByBrowser(application, place, { ...request, openBrowser: parts.openBrowser })
          : signInByCode(application, place, request),
      );
      if (!reply.ok) return reply;
      const who = signedIn(reply.value);
      if (who === null) {
        await wipe(place);
        return failed('signed-out', 'Entra ID did not say which account and tenant signed in. Try again.', 'now');
      }
      if (isTenantId(place.tenant) && place.tenant.toLowerCase() !== who.tenantId.toLowerCase()) {
        await wipe(place);
        return wrongTenant(who.tenantId, place.tenant);
      }
      return success(who);
    },
    async current(place) {
      try {
        const [account] = await applicationOf(place).application.getAllAccounts();
        return account === undefined ? null : fromAccount(account);
      } catch {
        return null;
      }
    },
    credential: (place, who) => ({
      async getToken(scopes: string | string[], options?: GetTokenOptions): Promise<AccessToken> {
        const reply = await run(place, async (application) => {
          const accounts = await application.getAllAccounts();
          const account = accounts.find((each) => each.homeAccountId === who.homeAccountId);
          if (account === undefined) throw Object.assign(new Error('nobody is signed in'), { errorCode: 'no_account_in_silent_request' });
          return await application.acquireTokenSilent({
            account,
            scopes: typeof scopes === 'string' ? [scopes] : scopes,
            authority: `${place.cloud.authority}/${who.tenantId}`,
            ...(options?.claims === undefined ? {} : { claims: options.claims }),
          });
        });
        if (!reply.ok) throw carrying(reply.failure);
        // SECURITY: a token of another tenant is never handed on, whatever the cache holds.
        if (reply.value.tenantId.toLowerCase() !== who.tenantId.toLowerCase())
          throw carrying(wrongTenant(reply.value.tenantId, who.tenantId).failure);
        return { token: reply.value.accessToken, expiresOnTimestamp: reply.value.expiresOn?.getTime() ?? Date.now() };
      },
    }),
    async signOut(place) {
      const { application } = applicationOf(place);
      for (const account of await application.getAllAccounts().catch(() => []))
        // One after another: each writes the cache.
        // oxlint-disable-next-line no-await-in-loop
        await application.signOut({ account }).catch(() => undefined);
      await wipe(place);
    },
  };
}

/** MSAL waits for the browser without an end; stopping answers its own redirect address as a person's "no" would. */
async function signInByBrowser(
  application: PublicClientApplication,
  place: SignInPlace,
  { onAsk, openBrowser, signal }: SignInRequest & Pick<Parts, 'openBrowser'>,
): Promise<AuthenticationResult> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(WAIT_SECONDS * 1000)]);
  return await application.acquireTokenInteractive({
    scopes: [scopeOf(place.cloud)],
    prompt: 'select_account',
    successTemplate: PAGE('You are signed in. Close this page and go back to Landfall.'),
    errorTemplate: PAGE('The sign-in did not succeed. Close this page; Landfall says why.'),
    openBrowser: async (address) => {
      const query = new URL(address).searchParams;
      const refuse = (): void => void answerWithRefusal(query.get('redirect_uri'), query.get('state'));
      if (limit.aborted) refuse();
      else limit.addEventListener('abort', refuse, { once: true });
      onAsk({ kind: 'browser', address });
      await openBrowser(address).catch(() => undefined);
    },
  });
}

async function answerWithRefusal(redirect: string | null, state: string | null): Promise<void> {
  if (redirect === null || state === null) return;
  const body = new URLSearchParams({ error: 'access_denied', error_description: 'stopped', state });
  await fetch(redirect, { method: 'POST', body }).catch(() => undefined);
}

async function signInByCode(
  application: PublicClientApplication,
  place: SignInPlace,
  { onAsk, signal }: SignInRequest,
): Promise<AuthenticationResult | null> {
  const request = {
    scopes: [scopeOf(place.cloud)],
    timeout: WAIT_SECONDS,
    cancel: signal.aborted,
    deviceCodeCallback: ({ verificationUri, userCode, expiresIn }: { verificationUri: string; userCode: string; expiresIn: number }) =>
      onAsk({ kind: 'device-code', address: verificationUri, code: userCode, expiresInSeconds: expiresIn }),
  };
  signal.addEventListener('abort', () => (request.cancel = true), { once: true });
  return await application.acquireTokenByDeviceCode(request);
}

function signedIn({ account, tenantId }: AuthenticationResult): SignedIn | null {
  if (account === null) return null;
  const who = fromAccount(account);
  return { ...who, tenantId: tenantId === '' ? who.tenantId : tenantId };
}

function fromAccount({ username, name, tenantId, homeAccountId }: AccountInfo): SignedIn {
  return { accountName: username === '' ? (name ?? 'An account without a name') : username, tenantId, homeAccountId };
}

function isTenantId(tenant: string | null): tenant is string {
  return tenant !== null && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(tenant);
}

function wrongTenant(found: string, wanted: string): { readonly ok: false; readonly failure: Failure } {
  return failed(
    'forbidden',
    `The account signed in to the tenant ${found}, but this engagement belongs to ${wanted}. Sign in with an account of that tenant.`,
  );
}
