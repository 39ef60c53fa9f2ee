import { armError, found, type ArmAnswer } from './arm-answer.ts';
import type { Body, Estate, SimVault } from './estate.ts';
import { eligibility } from './small-lists.ts';
import { vaultId } from './vault-id.ts';

export interface VaultRequest {
  readonly estate: Estate;
  readonly method: string;
  /** Path of the request, decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Body;
  readonly origin: string;
  readonly clientRequestId: string;
  readonly mayRead: boolean;
}

const SUBSCRIPTION = /^\/subscriptions\/([^/]+)/i;
const OPERATIONS = /\/providers\/microsoft\.recoveryservices\/operations\/?$/i;
const VAULTS = /\/providers\/microsoft\.recoveryservices\/vaults\/?$/i;
const ELIGIBILITY = /^(.*\/virtualmachines\/[^/]+\/providers\/microsoft\.recoveryservices\/replicationEligibilityResults)(\/default)?\/?$/i;
const DISCOVERY = /^(.*\/providers\/microsoft\.offazure\/[a-z]+sites\/[^/]+)\/(machines|runasaccounts)\/?([^/]*)$/i;

/** Requests above or beside the vaults: their list, the machines that an appliance discovered, what an Azure machine is fit for. */
export function answerBesideVaults(request: VaultRequest): ArmAnswer {
  const { estate, path, mayRead, clientRequestId } = request;
  if (OPERATIONS.test(path)) return found({ value: [] });
  const subscription = SUBSCRIPTION.exec(path)?.[1];
  const [, results, single] = ELIGIBILITY.exec(path) ?? [];
  if (results !== undefined) {
    const result = eligibility(results, clientRequestId);
    return found(single === undefined ? { value: [result] } : result);
  }
  const [, site, kind, name] = DISCOVERY.exec(path) ?? [];
  if (site !== undefined && kind !== undefined)
    return discovered(estate, { site, kind: kind.toLowerCase(), name: name === '' || name === undefined ? null : name });
  if (subscription === undefined || !VAULTS.test(path)) return armError(404, 'NotFound', `No route '${path}'.`);
  const group = /\/resourcegroups\/([^/]+)/i.exec(path)?.[1];
  const isWanted = (vault: SimVault): boolean =>
    same(vault.subscriptionId, subscription) && (group === undefined || same(vault.resourceGroup, group));
  return found({ value: mayRead ? estate.vaults.filter(isWanted).map((vault) => vaultView(vault)) : [] });
}

/** The machines of an appliance's site, by which enabling names them. */
function discovered(
  estate: Estate,
  { site, kind, name }: { readonly site: string; readonly kind: string; readonly name: string | null },
): ArmAnswer {
  if (kind === 'runasaccounts') {
    const id = `${site}/runasaccounts/push`;
    const account = {
      id,
      name: 'push',
      type: 'Microsoft.OffAzure/VMwareSites/runasaccounts',
      properties: { displayName: 'push', credentialType: 'WindowsGuest' },
    };
    return found(name === null ? { value: [account] } : account);
  }
  const machines = estate.vaults
    .flatMap((vault) => Object.values(vault.machines))
    .filter((machine) => machine.sourceId.toLowerCase().startsWith(`${site.toLowerCase()}/machines/`))
    .map((machine) => ({
      id: machine.sourceId,
      name: machine.id,
      type: 'Microsoft.OffAzure/VMwareSites/machines',
      properties: {
        displayName: machine.name,
        biosGuid: machine.biosId,
        instanceUuid: machine.biosId,
        powerStatus: 'ON',
        firmware: machine.firmware,
        numberOfProcessorCore: machine.cpuCount,
        allocatedMemoryInMB: machine.memoryMiB,
        operatingSystemDetails: { osType: `${machine.osType}Guest`.toLowerCase(), osName: machine.osName, osVersion: null },
        networkAdapters: machine.macs.map((macAddress, index) => ({
          nicId: String(4000 + index),
          macAddress,
          ipAddressList: machine.addresses[index] === undefined ? [] : [machine.addresses[index]],
          networkName: 'VM Network',
        })),
        disks: machine.disks.map((disk) => ({
          uuid: disk.id,
          name: disk.name,
          maxSizeInBytes: disk.sizeGiB * 1024 ** 3,
          diskType: 'Normal',
        })),
        isDeleted: false,
      },
    }));
  if (name === null) return found({ value: machines, nextLink: null });
  const machine = machines.find((each) => same(each.name, name));
  return machine === undefined ? armError(404, 'ResourceNotFound', `The resource '${name}' was not found.`) : found(machine);
}

/** PUT of a vault: a new one is provisioned meanwhile, one that is there is changed at once. */
export function putVault(
  { estate, body, origin, query }: VaultRequest,
  place: Pick<SimVault, 'subscriptionId' | 'resourceGroup' | 'name'>,
): ArmAnswer {
  const vault = estate.vaults.find((each) => same(each.name, place.name) && same(each.resourceGroup, place.resourceGroup));
  if (vault !== undefined) return found(vaultView(vault));
  const sku = body['sku'] as { readonly name: string; readonly tier?: string } | undefined;
  const made: SimVault = {
    ...place,
    location: typeof body['location'] === 'string' ? body['location'] : 'westeurope',
    isClassic: false,
    ...(sku === undefined ? {} : { sku }),
    resources: {},
    machines: {},
    items: [],
    jobs: [],
    events: [],
  };
  estate.vaults.push(made);
  return {
    status: 201,
    body: vaultView(made, true),
    headers: {
      'azure-asyncoperation': `${origin}${ownId(made)}/operationStatus/${operationName(made)}?api-version=${query.get('api-version') ?? ''}`,
    },
  };
}

/** Requests to a vault itself and to what hangs at it without being Site Recovery. `null`: not one of these. */
export function answerVault({ estate, method, query, origin }: VaultRequest, vault: SimVault, rest: string): ArmAnswer | null {
  const [word = '', name = ''] = rest.split('/');
  switch (word.toLowerCase()) {
    case '':
      if (method === 'DELETE') estate.vaults.splice(estate.vaults.indexOf(vault), 1);
      return method === 'DELETE' ? { status: 200 } : found(vaultView(vault));
    case 'operationstatus': {
      const address = (kind: string): string => `${origin}${ownId(vault)}/${kind}/${name}?api-version=${query.get('api-version') ?? ''}`;
      return {
        status: 200,
        body: { id: `${ownId(vault)}/operationStatus/${name}`, name, status: 'Succeeded' },
        headers: { 'azure-asyncoperation': address('operationStatus'), location: address('operationResults') },
      };
    }
    case 'operationresults':
      return found(vaultView(vault));
    case 'backupprotecteditems':
    case 'usages':
      return found({ value: [] });
    case 'replicationusages':
      return found({
        value: [
          {
            monitoringSummary: { events: 0 },
            jobsSummary: { failedJobs: 0, inProgressJobs: 0, suspendedJobs: 0 },
            protectedItemCount: vault.items.length,
            recoveryPlanCount: 0,
          },
        ],
      });
    case 'privatelinkresources':
      return found({ value: [] });
    default:
      return null;
  }
}

function operationName(vault: SimVault): string {
  return Buffer.from(`provision ${vault.name}`).toString('base64');
}

function ownId(vault: SimVault): string {
  return vaultId(vault).replace('/Subscriptions/', '/subscriptions/');
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function vaultView(vault: SimVault, isNew = false): Body {
  return {
    location: vault.location,
    name: vault.name,
    etag: `W/"datetime'2026-01-01T00%3A00%3A00.0000000Z'"`,
    properties: {
      provisioningState: isNew ? 'Provisioning' : 'Succeeded',
      privateEndpointStateForBackup: 'None',
      privateEndpointStateForSiteRecovery: 'None',
      ...(isNew
        ? {}
        : {
            backupStorageVersion: 'Unassigned',
            securitySettings: {
              immutabilitySettings: null,
              softDeleteSettings: { softDeleteRetentionPeriodInDays: 14, softDeleteState: 'Enabled' },
              multiUserAuthorization: 'Disabled',
            },
          }),
      monitoringSettings: {
        azureMonitorAlertSettings: { alertsForAllJobFailures: 'Enabled' },
        classicAlertSettings: { alertsForCriticalOperations: 'Enabled' },
      },
      publicNetworkAccess: 'Enabled',
      restoreSettings: { crossSubscriptionRestoreSettings: { crossSubscriptionRestoreState: 'Enabled' } },
    },
    id: ownId(vault),
    type: 'Microsoft.RecoveryServices/vaults',
    sku: vault.sku ?? { name: 'RS0', tier: 'Standard' },
  };
}
