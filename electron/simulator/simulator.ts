import { armError, type ArmAnswer } from './arm-answer.ts';
import { answerArm } from './arm-router.ts';
import type { SimulatedClock } from './clock.ts';
import { emptyEstate, type Body, type Estate } from './estate.ts';
import { createFaultList, type FaultAct, type FaultList } from './faults.ts';
import { answerNeighbour } from './neighbours.ts';
import { missingAction, type Principal } from './roles.ts';
import { settle } from './settle.ts';
import { vaultId } from './vault-id.ts';
import { answerBesideVaults, answerVault, putVault, type VaultRequest } from './vault-routes.ts';

export interface SimulatorParts {
  readonly clock: SimulatedClock;
  readonly estate?: Estate;
  /** Token -> who it is. Any other token is refused. */
  readonly principals: ReadonlyMap<string, Principal>;
  readonly retryAfterSeconds?: number;
  /** Polling addresses carry a signature and are refused without it. */
  readonly signsAddresses?: boolean;
  /** Called after each change, to keep the estate over a restart. */
  readonly onChange?: (estate: Estate) => void;
}

export interface SimulatedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly origin: string;
}

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly clientRequestId: string;
}

export interface Simulator {
  readonly estate: Estate;
  readonly faults: FaultList;
  readonly clock: SimulatedClock;
  /** Every request that reached the service, also those whose answer was lost. */
  readonly seen: readonly SeenRequest[];
  readonly answer: (request: SimulatedRequest) => { readonly answer: ArmAnswer; readonly fault: FaultAct | null };
}

const VAULT = /^\/subscriptions\/([^/]+)\/resourcegroups\/([^/]+)\/providers\/microsoft\.recoveryservices\/vaults\/([^/]+)\/?(.*)$/i;
const SUBSCRIPTION = /^\/subscriptions\/([^/]+)/i;
/** What ARM gives a subscription and principal. SOURCE: site recovery facts, section 2.5. */
const LIMITS = {
  reads: { size: 250, perSecond: 25 },
  writes: { size: 200, perSecond: 10 },
  deletes: { size: 200, perSecond: 10 },
} as const;

/** An ARM server that behaves like Site Recovery, as a function of requests and time. */
export function createSimulator(parts: SimulatorParts): Simulator {
  const { clock, principals, estate = emptyEstate(), retryAfterSeconds = 30 } = parts;
  const faults = createFaultList();
  const seen: SeenRequest[] = [];
  const buckets = new Map<string, { tokens: number; at: number }>();

  function take(kind: keyof typeof LIMITS, principal: string): number {
    const { size, perSecond } = LIMITS[kind];
    const key = `${kind}|${principal}`;
    const now = clock.now();
    const bucket = buckets.get(key) ?? { tokens: size, at: now };
    bucket.tokens = Math.min(size, bucket.tokens + ((now - bucket.at) / 1000) * perSecond) - 1;
    bucket.at = now;
    buckets.set(key, bucket);
    return Math.floor(bucket.tokens);
  }

  function answerFor(request: SimulatedRequest, fault: FaultAct | null): ArmAnswer {
    const { method, url, headers } = request;
    const token = /^Bearer (.+)$/i.exec(headers['authorization'] ?? '')?.[1];
    const principal = token === undefined ? undefined : principals.get(token);
    if (principal === undefined) return unauthorized(token !== undefined);
    const version = url.searchParams.get('api-version');
    if (version === null)
      return armError(400, 'MissingApiVersionParameter', 'The api-version query parameter (?api-version=) is required for all requests.');
    if (!/^20\d\d-\d\d-\d\d(-preview)?$/.test(version))
      return armError(400, 'InvalidApiVersionParameter', `The api-version '${version}' is invalid.`);
    const kind = method === 'GET' ? 'reads' : method === 'DELETE' ? 'deletes' : 'writes';
    const remaining = take(kind, principal.name);
    const limit = { [`x-ms-ratelimit-remaining-subscription-${kind}`]: String(Math.max(0, remaining)) };
    if (remaining < 0) return { ...throttled(kind, request), headers: { ...limit, 'retry-after': '1' } };
    const answer = route(request, { principal, fault });
    return { ...answer, headers: { ...limit, ...answer.headers } };
  }

  function route(
    { method, url, headers, body, origin }: SimulatedRequest,
    { principal, fault }: { readonly principal: Principal; readonly fault: FaultAct | null },
  ): ArmAnswer {
    const path = decodePath(url.pathname);
    const place = VAULT.exec(path);
    const beside: VaultRequest = {
      estate,
      method,
      path,
      query: url.searchParams,
      body,
      origin,
      clientRequestId: headers['x-ms-client-request-id'] ?? '',
      mayRead: principal.role !== 'nobody',
    };
    const isRights = /\/providers\/microsoft\.authorization\/permissions\/?$/i.test(path);
    const neighbour = method === 'GET' && (place === null || isRights) ? answerNeighbour(estate, path, principal.role) : null;
    if (neighbour !== null) return neighbour;
    if (place === null) return answerBesideVaults(beside);
    const [, subscription = '', group = '', name = '', rest = ''] = place;
    const vault = estate.vaults.find(
      (each) => same(each.subscriptionId, subscription) && same(each.resourceGroup, group) && same(each.name, name),
    );
    const isNew = method === 'PUT' && rest === '' && principal.role === 'contributor';
    if (isNew) return putVault(beside, { subscriptionId: subscription, resourceGroup: group, name });
    if (vault === undefined) {
      return armError(
        404,
        'ResourceNotFound',
        `The Resource 'Microsoft.RecoveryServices/vaults/${name}' under resource group '${group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
      );
    }
    const missing = missingAction(principal.role, method, rest);
    if (missing !== null) {
      return armError(
        403,
        'AuthorizationFailed',
        `The client '${principal.name}' with object id '${principal.name}' does not have authorization to perform action '${missing}' over scope '${vaultId(vault)}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
      );
    }
    const ofVault = answerVault(beside, vault, rest);
    if (ofVault !== null) return ofVault;
    return answerArm(estate, vault, {
      method,
      path: rest.replace(/\/$/, ''),
      query: url.searchParams,
      body,
      clientRequestId: headers['x-ms-client-request-id'] ?? '',
      now: clock.now(),
      fault: fault?.kind === 'job' ? fault.fault : null,
      hiddenJobMs: fault?.kind === 'job-hidden' ? fault.milliseconds : 0,
      vaultPath: vaultId(vault),
      origin,
      retryAfterSeconds,
      isSigned: parts.signsAddresses ?? false,
    });
  }

  return {
    estate,
    faults,
    clock,
    seen,
    answer(request) {
      const { method, url, headers } = request;
      const fault = faults.strike(method, decodePath(url.pathname));
      if (fault?.kind === 'reset-before') return { answer: { status: 0 }, fault };
      if (fault?.kind === 'meanwhile') fault.act(estate);
      settle(estate, clock.now());
      const isInstead = fault?.kind === 'answer' && fault.isAccepted !== true;
      const isDropped = fault?.kind === 'no-answer' && !fault.isAccepted;
      const answer = isInstead || isDropped ? { status: 0 } : answerFor(request, fault);
      seen.push({
        method,
        path: decodePath(url.pathname),
        status: isInstead ? fault.status : answer.status,
        clientRequestId: headers['x-ms-client-request-id'] ?? '',
      });
      if (method !== 'GET') parts.onChange?.(estate);
      return { answer, fault };
    },
  };
}

function decodePath(path: string): string {
  return path
    .split('/')
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    })
    .join('/');
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function unauthorized(hadToken: boolean): ArmAnswer {
  const code = hadToken ? 'InvalidAuthenticationToken' : 'AuthenticationFailed';
  return armError(401, code, hadToken ? 'The access token is invalid.' : "Authentication failed. The 'Authorization' header is missing.", {
    'www-authenticate':
      'Bearer authorization_uri="https://login.microsoftonline.com/common", error="invalid_token", error_description="The access token is invalid."',
  });
}

function throttled(kind: string, { url }: SimulatedRequest): ArmAnswer {
  const subscription = SUBSCRIPTION.exec(url.pathname)?.[1] ?? '';
  return armError(
    429,
    'SubscriptionRequestsThrottled',
    `Number of '${kind.slice(0, -1)}' requests for subscription '${subscription}' actor '' exceeded. Please try again after '1' seconds after additional tokens are available.`,
  );
}
