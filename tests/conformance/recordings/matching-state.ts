import { emptyEstate, type Estate, type SimVault } from '../../../electron/simulator/estate.ts';
import { vaultId } from '../../../electron/simulator/vault-id.ts';
import { bag, list, text, type Bag, type Knowledge } from './knowledge.ts';
import type { Exchange } from './read-recordings.ts';
import { seedItem } from './seed-item.ts';
import { jobOfOperation, seedJob } from './seed-job.ts';
import { seedResource } from './seed-resource.ts';

const VAULT = /^\/subscriptions\/([^/]+)\/resourcegroups\/([^/]+)\/providers\/microsoft\.recoveryservices\/vaults\/([^/]+)\/?(.*)$/i;
const VAULTS = /\/providers\/microsoft\.recoveryservices\/vaults\/?$/i;

/**
 * The simulated estate in the state that the recorded answer tells of: which things are there, of which kind, in which state.
 * Only such facts are taken over, never a shape: every property of the simulator's answer is the simulator's own.
 */
export function matchingState(exchange: Exchange, knowledge: Knowledge): Estate {
  const estate = emptyEstate();
  const path = decodeURIComponent(exchange.url.pathname);
  const place = VAULT.exec(path);
  if (place === null) {
    if (VAULTS.test(path))
      for (const entry of list(bag(exchange.body)['value'])) addVault(estate, text(bag(entry)['id']) ?? '', bag(entry));
    return estate;
  }
  const [, , , , rest = ''] = place;
  const isVaultItself = rest === '' || /^operation(status|results)\//i.test(rest);
  if (isVaultItself && (exchange.method === 'PUT' ? exchange.status !== 200 : exchange.status === 404)) return estate;
  const vault = addVault(estate, path, bag(exchange.body));
  if (vault === null || isVaultItself) return estate;
  seedAncestors(estate, vault, { exchange, knowledge, rest });
  seedAnswer(estate, vault, { exchange, knowledge, rest });
  if (exchange.status === 202) seedForReprotection(estate, vault, { exchange, knowledge, rest });
  return estate;
}

function addVault(estate: Estate, id: string, body: Bag = {}): SimVault | null {
  const [, subscriptionId, resourceGroup, name] = VAULT.exec(id) ?? [];
  if (subscriptionId === undefined || resourceGroup === undefined || name === undefined) return null;
  const vault: SimVault = {
    subscriptionId,
    resourceGroup,
    name,
    location: 'westeurope',
    isClassic: false,
    ...skuOf(body),
    resources: {},
    machines: {},
    items: [],
    jobs: [],
    events: [],
  };
  estate.vaults.push(vault);
  return vault;
}

function skuOf(body: Bag): Pick<SimVault, 'sku'> {
  const { name, tier } = bag(body['sku']);
  return typeof name === 'string' ? { sku: { name, ...(typeof tier === 'string' ? { tier } : {}) } } : {};
}

interface Seeding {
  readonly exchange: Exchange;
  readonly knowledge: Knowledge;
  /** Path below the vault. */
  readonly rest: string;
}

/** Everything above what is asked for is there, or the request could not have been answered. */
function seedAncestors(estate: Estate, vault: SimVault, { exchange, knowledge, rest }: Seeding): void {
  const parts = rest.split('/');
  const isAnswer = (depth: number): boolean => depth === parts.length && (exchange.method === 'PUT' || exchange.method === 'GET');
  for (let depth = 2; depth <= parts.length; depth += 2) {
    if (isAnswer(depth) || (depth === parts.length && exchange.status === 404)) continue;
    const path = parts.slice(0, depth).join('/');
    if (/^operation(status|results)$|^replicationOperationStatus$|^replicationJobs$/i.test(parts[depth - 2] ?? '')) continue;
    seedOne(estate, vault, { exchange, knowledge, path, body: knowledge.about(`${vaultId(vault)}/${path}`, exchange.index) });
  }
}

/** What is protected again was failed over: by the item's own operation, or by its container's, which names it in the body. */
function seedForReprotection(estate: Estate, vault: SimVault, { exchange, knowledge, rest }: Seeding): void {
  const container = /^(.*)\/switchprotection$/i.exec(rest)?.[1];
  const name = text(bag(bag(exchange.requestBody)['properties'])['replicationProtectedItemName']);
  if (container !== undefined && name !== null) {
    const path = `${container}/replicationProtectedItems/${name}`;
    seedOne(estate, vault, { exchange, knowledge, path, body: knowledge.about(`${vaultId(vault)}/${path}`, exchange.index) });
  }
  if (container === undefined && !/\/reprotect$/i.test(rest)) return;
  for (const item of vault.items) if (item.phase === 'protected') item.phase = 'committed';
}

function seedAnswer(estate: Estate, vault: SimVault, { exchange, knowledge, rest }: Seeding): void {
  const { body, status } = exchange;
  const operation = /^replicationOperationStatus\/([^/]+)$/i.exec(rest)?.[1];
  if (operation !== undefined)
    return void vault.jobs.push(jobOfOperation(estate, vault, { name: operation, body: bag(body), start: knowledge.startOf(operation) }));
  if (status !== 200) return;
  const asked = /^replicationJobs\/([^/]+)$/i.exec(rest)?.[1];
  const values = Array.isArray(bag(body)['value']) ? list(bag(body)['value']) : [body];
  for (const entry of values.map(bag)) {
    const id = text(entry['id']);
    const path = id === null ? undefined : VAULT.exec(id)?.[4];
    if (path !== undefined && path !== '') seedOne(estate, vault, { exchange, knowledge, path, body: entry, asked });
  }
}

interface One {
  readonly exchange: Exchange;
  readonly knowledge: Knowledge;
  readonly path: string;
  readonly body: Bag | null;
  /** The name by which a job was asked for. */
  readonly asked?: string | undefined;
}

function seedOne(estate: Estate, vault: SimVault, { exchange, knowledge, path, body, asked }: One): void {
  const kind = path.split('/').at(-2)?.toLowerCase();
  if (kind === 'replicationprotecteditems') return seedItem(estate, vault, { path, body, now: nowOf(exchange) });
  if (kind === 'replicationjobs' && body !== null)
    return void vault.jobs.push(seedJob(estate, vault, { body, now: nowOf(exchange), name: asked }));
  seedResource(estate, vault, { path, body, about: (id) => knowledge.about(id, exchange.index) });
}

/** When the answer was given. */
export function nowOf({ headers }: Exchange): number {
  const date = Date.parse(headers['date'] ?? '');
  return Number.isNaN(date) ? Date.UTC(2023, 0, 1) : date;
}
