import { RecoveryServicesClient } from '@azure/arm-recoveryservices';
import { SiteRecoveryManagementClient } from '@azure/arm-recoveryservices-siterecovery';
import type { TokenCredential } from '@azure/core-auth';
import { createDefaultHttpClient, type HttpClient, type PipelinePolicy } from '@azure/core-rest-pipeline';

import { scopeOf, type Cloud } from './clouds.ts';

export interface ConnectionParts {
  readonly cloud: Cloud;
  readonly subscriptionId: string;
  readonly credential: TokenCredential;
  /** Electron's network stack in the app; Node's where there is none. */
  readonly httpClient?: HttpClient;
  /** Another address than the cloud's: the simulator. Plain http is taken for this computer only. */
  readonly endpoint?: string;
  readonly appVersion: string;
}

export interface AzureConnection {
  readonly subscriptionId: string;
  readonly reading: SiteRecoveryManagementClient;
  /** INVARIANT: never sends twice. No retries, no redirects: a failover must not be repeated behind our back. */
  readonly changing: SiteRecoveryManagementClient;
  readonly vaults: RecoveryServicesClient;
}

const READ_RETRIES = 3;

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
  const guard = { policy: onlyToAzure(endpoint, cloud), position: 'perRetry' as const };
  const reads = { ...shared, retryOptions: { maxRetries: READ_RETRIES }, additionalPolicies: [guard] };
  const writes = { ...shared, retryOptions: { maxRetries: 0 }, redirectOptions: { maxRetries: 0 }, additionalPolicies: [guard] };
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
        throw Object.assign(new Error('an answer named a host that is not Azure'), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
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
