import { createArmReads } from '../../../../electron/azure/arm-reads.ts';
import { connectAzure } from '../../../../electron/azure/azure-connection.ts';
import { CLOUDS } from '../../../../electron/azure/clouds.ts';
import { readVaultState } from '../../../../electron/azure/read-vault-state.ts';
import { createSiteRecovery, type ItemChange } from '../../../../electron/azure/site-recovery.ts';
import type { EstateVault } from '../../../../electron/simulator/estate-vault.ts';
import type { SimVault } from '../../../../electron/simulator/estate.ts';
import type { AzureState } from '../../../../shared/azure/azure-state.ts';
import { LIVES, stepsOf } from '../faults/life-steps.ts';
import { simulatedVault, SUBSCRIPTION, type SimulatedVault } from '../simulated-vault.ts';

export type Body = Record<string, unknown>;

/** How far the first machine of the vault has come. */
export type Phase =
  | 'nothing'
  | 'enabling'
  | 'replicating'
  | 'protected'
  | 'testing'
  | 'tested'
  | 'failed-over'
  | 'point-changed'
  | 'committed'
  | 'completed';

/** A vault as an example needs it. What stands beside it is told here, in the words of ARM. */
export interface ExampleVault {
  readonly provider?: EstateVault['provider'];
  readonly phase?: Phase;
  /** The account may not read it: ends of paths. */
  readonly refuses?: readonly string[];
  /** End of a path -> the list that is answered instead of the simulator's own. */
  readonly lists?: Readonly<Record<string, readonly Body[]>>;
  /** End of a path -> the resource that is answered. */
  readonly single?: Readonly<Record<string, Body>>;
  /** End of a path -> what is changed in the answer of the simulator. */
  readonly answers?: Readonly<Record<string, (answer: Body) => unknown>>;
  /** What somebody did in the vault. */
  readonly change?: (vault: SimVault) => void;
}

export const RG = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`;
export const TARGET_RG = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-target`;
export const VAULT_PATH = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-vault/providers/Microsoft.RecoveryServices/vaults/vault1`;
const HOUR = 3600;
const ALWAYS = Number.MAX_SAFE_INTEGER;

/** Reads a vault of the simulator as the app does: the real clients over HTTP. */
export async function readExample(example: ExampleVault): Promise<AzureState> {
  const { provider = 'InMageRcm', phase = 'nothing' } = example;
  const world = await simulatedVault(provider, 2);
  try {
    await live(world, provider, phase);
    const [vault] = world.simulator.estate.vaults;
    if (vault === undefined) throw new Error('the estate has no vault');
    example.change?.(vault);
    arrange(world, example);
    return await read(world);
  } finally {
    await world.close();
  }
}

const COUNTS: Readonly<Record<Phase, number>> = {
  nothing: 0,
  enabling: 1,
  replicating: 1,
  protected: 1,
  testing: 3,
  tested: 4,
  'failed-over': 5,
  'point-changed': 5,
  committed: 6,
  completed: 7,
};

/** The life of a machine up to a phase, by the changes that the scenario sends. */
async function live(world: SimulatedVault, provider: EstateVault['provider'], phase: Phase): Promise<void> {
  const life = LIVES.find((each) => each.provider === provider);
  if (life === undefined) throw new Error(`no life of ${provider}`);
  const port = world.port();
  const changes: ItemChange[] = stepsOf(life, world.simulator.estate).slice(0, COUNTS[phase]);
  if (phase === 'point-changed') changes.push({ kind: 'change-recovery-point', properties: life.input.applyRecoveryPoint('point-1') });
  for (const [index, change] of changes.entries()) {
    // eslint-disable-next-line no-await-in-loop -- a life goes step by step
    const outcome = await port.change(world.item('item-1'), change, `request-${index}`);
    if (outcome.kind !== 'accepted') throw new Error(`${change.kind}: ${JSON.stringify(outcome)}`);
    // Looked at now and then: each phase begins when the one before it was seen to end.
    for (const seconds of waitsOf(phase)) {
      world.wait(seconds);
      // eslint-disable-next-line no-await-in-loop -- a life goes step by step
      await port.readItems(world.vault);
    }
  }
}

function waitsOf(phase: Phase): readonly number[] {
  if (phase === 'enabling') return [5];
  return phase === 'replicating' ? [1800, 60] : [HOUR, HOUR, HOUR, HOUR];
}

function arrange(world: SimulatedVault, { refuses = [], lists = {}, single = {}, answers = {} }: ExampleVault): void {
  const answered = (pathEnd: string, status: number, body: unknown): void =>
    world.simulator.faults.add({
      when: { method: 'GET', pathEnd },
      times: ALWAYS,
      does: { kind: 'answer', status, body: JSON.stringify(body) },
    });
  for (const end of refuses)
    answered(end, 403, {
      error: {
        code: 'AuthorizationFailed',
        message: `The client 'x' with object id 'x' does not have authorization to perform action 'Example${end}/read' over scope '/' or the scope is invalid.`,
      },
    });
  for (const [end, value] of Object.entries(lists)) answered(end, 200, { value });
  for (const [end, body] of Object.entries(single)) answered(end, 200, body);
  for (const [pathEnd, change] of Object.entries(answers))
    world.simulator.faults.add({ when: { method: 'GET', pathEnd }, times: ALWAYS, does: { kind: 'rewrite', change } });
}

async function read(world: SimulatedVault): Promise<AzureState> {
  const connection = connectAzure({
    cloud: CLOUDS.public,
    subscriptionId: SUBSCRIPTION,
    credential: { getToken: () => Promise.resolve({ token: 'token-contributor', expiresOnTimestamp: Date.now() + 3_600_000 }) },
    endpoint: world.origin,
    appVersion: '0.0.0-test',
  });
  const state = await readVaultState(
    { azure: createSiteRecovery(connection), arm: createArmReads(connection, world.origin), takeTurn: () => Promise.resolve() },
    {
      vaultId: VAULT_PATH,
      isRehearsal: false,
      now: () => new Date(world.simulator.clock.now()),
      targetRegion: 'westeurope',
      before: null,
      sourceNames: new Set(['srv-1']),
      signal: new AbortController().signal,
      onProgress: () => undefined,
    },
  );
  if (!state.ok) throw new Error(state.failure.detail);
  return state.value;
}
