import { RecoveryServicesClient } from '@azure/arm-recoveryservices';
import { SiteRecoveryManagementClient } from '@azure/arm-recoveryservices-siterecovery';
import type { TokenCredential } from '@azure/core-auth';
import { createDefaultHttpClient, type HttpClient, type PipelinePolicy } from '@azure/core-rest-pipeline';

import { scopeOf, type Cloud } from './clouds.ts';
import { paced, type Pacer } from './pacer.ts';

export interface ConnectionParts {
  readonly cloud: Cloud;
  readonly subscriptionId: string;
  readonly credential: TokenCredential;
  /** Electron's network stack in the app; Node's where there is none. */
  readonly httpClient?: HttpClient;
  /** Another address than the cloud's: the simulator. Plain http is taken for this computer only. */
  readonly endpoint?: string;
  readonly appVersion: string;
  /** How long an answer may take. Then the connection is given up, and a change is in doubt. */
  readonly timeoutMs?: number;
  /** How often a read that failed is repeated by the client itself. */
  readonly readRetries?: number;
  /** Keeps all requests of one account within what Azure allows. */
  readonly pacer?: Pacer;
}

export interface AzureConnection {
  readonly subscriptionId: string;
  readonly reading: SiteRecoveryManagementClient;
  /** INVARIANT: never sends twice. No retries, no redirects: a failover must not be repeated behind our back. */
  readonly changing: SiteRecoveryManagementClient;
  readonly vaults: RecoveryServicesClient;
}

const READ_RETRIES = 3;
const TIMEOUT_MS = 100_000;

/** Microsoft's clients, set up so that reads may be repeated and changes never are, and that a token goes to Azure only. */
export function connectAzure(parts: ConnectionParts): AzureConnection {
  const { cloud, subscriptionId, credential, endpoint = cloud.arm, appVersion } = parts;
  const isPlainHttp = endpoint.startsWith('http://');
  if (isPlainHttp && !isThisComputer(endpoint)) throw new Error('plain http is for the simulator on this computer only');
  const shared = {
    endpoint,
    credentialScopes: [scopeOf(cloud)],
    httpClient: parts.httpClient ?? createDefaultHttpClient(),
    userAgentOptions: { userAgentPrefix: `Landfall/${appVersion}` },
    ...(isPlainHttp ? { allowInsecureConnection: true } : {}),
  };
  const limit = { policy: inTime(parts.timeoutMs ?? TIMEOUT_MS), position: 'perRetry' as const };
  const pace = parts.pacer === undefined ? [] : [{ policy: paced(parts.pacer), position: 'perRetry' as const }];
  const guard = { policy: onlyToAzure(endpoint, cloud), position: 'perRetry' as const };
  const reads = { ...shared, retryOptions: { maxRetries: parts.readRetries ?? READ_RETRIES }, additionalPolicies: [guard, ...pace, limit] };
  const writes = {
    ...shared,
    retryOptions: { maxRetries: 0 },
    redirectOptions: { maxRetries: 0 },
    additionalPolicies: [guard, ...pace, limit],
  };
  const connection = {
    subscriptionId,
    reading: new SiteRecoveryManagementClient(credential, subscriptionId, reads),
    changing: new SiteRecoveryManagementClient(credential, subscriptionId, writes),
    vaults: new RecoveryServicesClient(credential, subscriptionId, reads),
  };
  if (isPlainHttp)
    for (const client of [connection.reading, connection.changing, connection.vaults])
      signPlainHttp(client.pipeline, credential, scopeOf(cloud));
  return connection;
}

/** An answer that does not come is a broken connection, told apart from a call that somebody stopped. */
function inTime(timeoutMs: number): PipelinePolicy {
  return {
    name: 'landfallInTime',
    async sendRequest(request, next) {
      const timer = new AbortController();
      const timeout = setTimeout(() => timer.abort(), timeoutMs);
      const outer = request.abortSignal;
      request.abortSignal = outer === undefined ? timer.signal : AbortSignal.any([outer as AbortSignal, timer.signal]);
      try {
        return await next(request);
      } catch (error) {
        if (timer.signal.aborted && outer?.aborted !== true) throw Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' });
        throw error;
      } finally {
        clearTimeout(timeout);
        // The client keeps one request object over its retries.
        if (outer === undefined) delete request.abortSignal;
        else request.abortSignal = outer;
      }
    },
  };
}

/**
 * SECURITY: addresses of further pages come from the answer. A token is only sent to the endpoint itself or to a regional host
 * of the same cloud; anything else ends the call before it leaves.
 */
function onlyToAzure(endpoint: string, cloud: Cloud): PipelinePolicy {
  const own = new URL(endpoint).host;
  return {
    name: 'landfallOnlyToAzure',
    async sendRequest(request, next) {
      const { host, hostname, protocol } = new URL(request.url);
      const isRegional = protocol === 'https:' && hostname.endsWith(cloud.armSuffix);
      if (host !== own && !isRegional)
        throw Object.assign(new Error('an answer named a host that is not Azure'), { code: 'ERR_NOT_AZURE' });
      return await next(request);
    },
  };
}

interface PolicyHolder {
  readonly removePolicy: (options: { readonly name: string }) => unknown;
  readonly addPolicy: (policy: PipelinePolicy, options: { readonly phase: 'Sign' }) => void;
}

/** The client's own bearer policy refuses plain http; the simulator on this computer is the one exception. */
function signPlainHttp(pipeline: unknown, credential: TokenCredential, scope: string): void {
  const holder = pipeline as PolicyHolder;
  holder.removePolicy({ name: 'bearerTokenAuthenticationPolicy' });
  holder.addPolicy(
    {
      name: 'landfallSimulatorToken',
      async sendRequest(request, next) {
        const token = await credential.getToken(scope);
        if (token !== null && isThisComputer(request.url)) request.headers.set('authorization', `Bearer ${token.token}`);
        return await next(request);
      },
    },
    { phase: 'Sign' },
  );
}

function isThisComputer(address: string): boolean {
  const { hostname } = new URL(address);
  return hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]';
}
