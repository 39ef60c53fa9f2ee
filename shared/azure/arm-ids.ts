/** ARM ids are compared without case: the service answers in another case than it was asked in. */
export function sameId(a: string | null | undefined, b: string | null | undefined): boolean {
  return a != null && b != null && a.toLowerCase().replace(/\/+$/, '') === b.toLowerCase().replace(/\/+$/, '');
}

export interface VaultAddress {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly vault: string;
}

export interface ItemAddress extends VaultAddress {
  readonly fabric: string;
  readonly container: string;
  readonly item: string;
}

/** Parts of an ARM id by the word before each, words in lower case: `{ subscriptions: '...', vaults: 'v1' }`. */
export function idParts(id: string): ReadonlyMap<string, string> {
  const parts =
    id
      .split('?')[0]
      ?.split('/')
      .filter((part) => part !== '') ?? [];
  const found = new Map<string, string>();
  for (let index = 0; index + 1 < parts.length; index += 2) found.set(parts[index]?.toLowerCase() ?? '', decode(parts[index + 1] ?? ''));
  return found;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function vaultAddress(id: string): VaultAddress | null {
  const parts = idParts(id);
  const [subscriptionId, resourceGroup, vault] = ['subscriptions', 'resourcegroups', 'vaults'].map((word) => parts.get(word));
  return subscriptionId === undefined || resourceGroup === undefined || vault === undefined
    ? null
    : { subscriptionId, resourceGroup, vault };
}

/** Address of a protected item from its id; `null` when the id is none. */
export function itemAddress(id: string): ItemAddress | null {
  const vault = vaultAddress(id);
  const parts = idParts(id);
  const [fabric, container, item] = ['replicationfabrics', 'replicationprotectioncontainers', 'replicationprotecteditems'].map((word) =>
    parts.get(word),
  );
  return vault === null || fabric === undefined || container === undefined || item === undefined
    ? null
    : { ...vault, fabric, container, item };
}

export function lastPart(id: string): string {
  return decode(
    id
      .split('?')[0]
      ?.split('/')
      .findLast((part) => part !== '') ?? id,
  );
}
