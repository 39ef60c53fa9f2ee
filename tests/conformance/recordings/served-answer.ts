import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';

import { readAll, readOne, sendChange, type AskOptions, type ChangeOutcome } from '../../../electron/azure/ask.ts';
import { connectAzure, type AzureConnection } from '../../../electron/azure/azure-connection.ts';
import { CLOUDS } from '../../../electron/azure/clouds.ts';
import { createSiteRecovery, type SiteRecovery } from '../../../electron/azure/site-recovery.ts';
import type { Reply } from '../../../shared/contract/failure.ts';
import type { Operation } from './description.ts';

export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Microsoft's real clients with a transport that gives kept answers; what is not kept is an empty list. */
export function connectedTo(
  subscriptionId: string,
  answers: (address: URL) => KeptAnswer | null,
): { readonly connection: AzureConnection; readonly port: SiteRecovery; readonly requests: string[] } {
  const requests: string[] = [];
  const httpClient: HttpClient = {
    sendRequest(request) {
      requests.push(`${request.method} ${request.url}`);
      const { status, headers, body } = answers(new URL(request.url)) ?? { status: 200, headers: {}, body: { value: [] } };
      return Promise.resolve({
        request,
        status,
        headers: createHttpHeaders(headers),
        bodyAsText: body === undefined ? '' : JSON.stringify(body),
      });
    },
  };
  const connection = connectAzure({
    cloud: CLOUDS.public,
    subscriptionId,
    credential: { getToken: () => Promise.resolve({ token: 'token', expiresOnTimestamp: Date.now() + 3_600_000 }) },
    httpClient,
    appVersion: '0.0.0-test',
  });
  return { connection, port: createSiteRecovery(connection), requests };
}

export type Invoked =
  | { readonly kind: 'list'; readonly reply: Reply<readonly unknown[]> }
  | { readonly kind: 'one'; readonly reply: Reply<unknown> }
  | { readonly kind: 'change'; readonly outcome: ChangeOutcome };

type Method = (...parts: readonly unknown[]) => unknown;

/** Calls the method of Microsoft's client that an operation stands for, through the port's three ways of asking. */
export async function invoke(
  connection: AzureConnection,
  operation: Operation,
  { names, body }: { readonly names: readonly string[]; readonly body: unknown },
): Promise<Invoked> {
  const call = methodOf(connection, operation);
  const parts = [...ordered(operation, names), ...(operation.hasBody ? [body ?? {}] : [])];
  if (operation.isList)
    return { kind: 'list', reply: await readAll((options) => call(...parts, options) as ReturnType<Parameters<typeof readAll>[0]>) };
  if (operation.isLong)
    return { kind: 'change', outcome: await sendChange((options: AskOptions) => Promise.resolve(call(...parts, options)), 'request-1') };
  return { kind: 'one', reply: await readOne((options) => Promise.resolve(call(...parts, options))) };
}

function methodOf({ changing, vaults }: AzureConnection, { group, id, method, isOfVaults }: Operation): Method {
  const client = (isOfVaults ? vaults : changing) as unknown as Readonly<Record<string, unknown>>;
  if (!id.includes('_')) return (client[method] as Method).bind(client);
  const name = group.slice(0, 1).toLowerCase() + group.slice(1);
  const holder = (client[name] ?? client[`${name}Operations`]) as Readonly<Record<string, Method>>;
  const found = holder[method] ?? holder[`begin${method.slice(0, 1).toUpperCase()}${method.slice(1)}`];
  if (found === undefined) throw new Error(`the client has no method for ${id}`);
  return found.bind(holder);
}

/** The Site Recovery client takes the vault before the resource group; the vault client as the address has them. */
function ordered({ names: wanted, isOfVaults }: Operation, values: readonly string[]): string[] {
  const pairs = wanted.map((name, index) => [name, values[index] ?? ''] as const).filter(([name]) => name !== 'subscriptionId');
  if (isOfVaults) return pairs.map(([, value]) => value);
  const vault = pairs.filter(([name]) => name === 'resourceName');
  return [...vault, ...pairs.filter(([name]) => name !== 'resourceName')].map(([, value]) => value);
}
