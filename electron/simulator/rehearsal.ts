import { randomBytes, randomUUID } from 'node:crypto';

import { createClock } from './clock.ts';
import type { EstateMachine, EstateVault } from './estate-vault.ts';
import { fillEstate, namesOf } from './fill-estate.ts';
import { serveSimulator } from './serve-simulator.ts';
import { createSimulator } from './simulator.ts';
import { vaultId } from './vault-id.ts';

/** The simulator for one engagement, on this computer only. */
export interface Rehearsal {
  readonly origin: string;
  readonly subscriptionId: string;
  /** Of this rehearsal only; worth nothing anywhere else. */
  readonly token: string;
  readonly vaults: readonly { readonly id: string; readonly name: string; readonly location: string }[];
  readonly close: () => Promise<void>;
}

export interface RehearsalMachine extends EstateMachine {
  readonly provider: EstateVault['provider'];
  /** Under replication from the start, so that there is something to look at. */
  readonly isReplicating: boolean;
  readonly targetName?: string;
  readonly targetSize?: string;
}

interface RehearsalParts {
  readonly machines: readonly RehearsalMachine[];
  readonly location: string;
  readonly now: () => Date;
}

const SUBSCRIPTION = '00000000-0000-4000-8000-00000000feed';
const GROUP = 'rehearsal';
/** A simulated minute in every second. */
const SPEED = 60;
const HOUR_MS = 3_600_000;
/** Long enough for enabling and the first copy of every provider. */
const LEAD_HOURS = 6;

/** A vault for each provider, filled from the inventory; machines of the first wave replicate already. */
export async function startRehearsal({ machines, location, now }: RehearsalParts): Promise<Rehearsal> {
  const byProvider = Map.groupBy(machines, (machine) => machine.provider);
  const wanted = [...byProvider]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([provider, own]): EstateVault => ({
      subscriptionId: SUBSCRIPTION,
      resourceGroup: GROUP,
      name: `rehearsal-${provider.toLowerCase()}`,
      location,
      provider,
      machines: own,
    }));
  const token = randomBytes(24).toString('base64url');
  const clock = createClock({ speed: SPEED, realNow: () => now().getTime(), startsAheadMs: -LEAD_HOURS * HOUR_MS });
  const simulator = createSimulator({
    clock,
    estate: fillEstate(wanted),
    principals: new Map([[token, { name: 'rehearsal', role: 'contributor' }]]),
    retryAfterSeconds: 1,
  });
  const served = await serveSimulator(simulator, { randomId: randomUUID });
  for (const vault of wanted)
    for (const machine of byProvider.get(vault.provider) ?? [])
      if (machine.isReplicating) {
        enable(simulator, vault, { machine, origin: served.origin, token });
        // The simulator limits requests as Azure does.
        clock.advance(1000);
      }
  // The past is simulated in steps: each phase begins when the one before it was seen to end.
  for (let hour = 0; hour < LEAD_HOURS; hour += 1) {
    clock.advance(HOUR_MS);
    simulator.answer({
      method: 'GET',
      url: new URL('/subscriptions?api-version=2022-12-01', served.origin),
      headers: { authorization: `Bearer ${token}` },
      body: {},
      origin: served.origin,
    });
  }
  return {
    origin: served.origin,
    subscriptionId: SUBSCRIPTION,
    token,
    vaults: simulator.estate.vaults.map((vault) => ({
      id: vaultId(vault).replace('/Subscriptions/', '/subscriptions/'),
      name: vault.name,
      location: vault.location,
    })),
    close: served.close,
  };
}

interface Enabling {
  readonly machine: RehearsalMachine;
  readonly origin: string;
  readonly token: string;
}

/** Asks the simulator for replication as a client would. */
function enable(simulator: ReturnType<typeof createSimulator>, vault: EstateVault, { machine, origin, token }: Enabling): void {
  const simulated = simulator.estate.vaults.find((each) => each.name === vault.name);
  const source = Object.values(simulated?.machines ?? {}).find((each) => each.id === machine.id);
  if (simulated === undefined || source === undefined) return;
  const base = vaultId(simulated);
  const { fabric, container } = namesOf(vault);
  const group = `/subscriptions/${SUBSCRIPTION}/resourceGroups/${GROUP}`;
  const network = `${group}/providers/Microsoft.Network/virtualNetworks/production`;
  simulator.answer({
    method: 'PUT',
    url: new URL(
      `${base}/replicationFabrics/${fabric}/replicationProtectionContainers/${container}/replicationProtectedItems/${encodeURIComponent(machine.id)}?api-version=2023-06-01`,
      origin,
    ),
    headers: { authorization: `Bearer ${token}` },
    origin,
    body: {
      properties: {
        policyId: `${base}/replicationPolicies/landfall-policy`,
        protectableItemId: source.sourceId,
        providerSpecificDetails: {
          instanceType: vault.provider,
          fabricDiscoveryMachineId: source.sourceId,
          fabricObjectId: source.sourceId,
          processServerId: 'ps-01',
          targetResourceGroupId: group,
          recoveryResourceGroupId: group,
          targetNetworkId: network,
          targetAzureNetworkId: network,
          recoveryAzureNetworkId: network,
          testNetworkId: `${group}/providers/Microsoft.Network/virtualNetworks/test`,
          targetVmName: machine.targetName ?? machine.name,
          targetVmSize: machine.targetSize ?? 'Standard_D2s_v5',
          licenseType: 'NoLicenseType',
        },
      },
    },
  });
}
