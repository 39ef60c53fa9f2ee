import { z } from 'zod';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import { withoutUndefined } from '../../shared/domain/without-undefined.ts';
import type { EstateVault } from '../simulator/estate-vault.ts';
import type { Estate } from '../simulator/estate.ts';

const word = z.string().min(1).max(200);
const machine = z.strictObject({
  id: word,
  name: word,
  biosId: word.optional(),
  osFamily: word.optional(),
  osName: word.optional(),
  cpuCount: z.number().positive().optional(),
  memoryMiB: z.number().positive().optional(),
  firmware: z.enum(['bios', 'uefi']).optional(),
  addresses: z.array(word).optional(),
  macs: z.array(word).optional(),
  disks: z.array(z.strictObject({ id: word, sizeGiB: z.number().positive().optional(), isOsDisk: z.boolean().optional() })).optional(),
});
const name = z.string().regex(/^[\w.()-]{1,90}$/, 'may hold letters, digits, dots and hyphens only');
const definition = z.strictObject({
  vaults: z
    .array(
      z.strictObject({
        subscriptionId: z.guid(),
        resourceGroup: name,
        name,
        location: word,
        provider: z.enum(['InMageRcm', 'InMageAzureV2', 'HyperVReplicaAzure', 'A2A']),
        machines: z.array(machine).max(100_000),
      }),
    )
    .min(1)
    .max(100),
});

/** Counts up whenever an estate is kept otherwise. */
export const STATE_FORMAT = 'landfall-simulator-2';
const list = z.array(z.record(z.string(), z.unknown()));
const keptVault = z.looseObject({
  subscriptionId: word,
  resourceGroup: word,
  name: word,
  resources: z.record(z.string(), z.unknown()),
  machines: z.record(z.string(), z.unknown()),
  items: list,
  jobs: list,
  events: list,
});
const kept = z.strictObject({
  format: z.literal(STATE_FORMAT),
  aheadMs: z.number(),
  estate: z.strictObject({ nextId: z.int(), vaults: z.array(keptVault) }),
});

/** What a simulator was, to be taken up again. */
export interface KeptState {
  readonly aheadMs: number;
  readonly estate: Estate;
}

export type EstateSource =
  | { readonly kind: 'vaults'; readonly vaults: readonly EstateVault[] }
  | { readonly kind: 'state'; readonly state: KeptState };

/** An estate that a person wrote, or one that a simulator left. */
export function readEstateText(text: string, fileName: string): Reply<EstateSource> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return failed('invalid-input', `${fileName} is no JSON file. Correct it, or name an engagement (NAME.landfall).`);
  }
  if (typeof value === 'object' && value !== null && 'format' in value) {
    const state = kept.safeParse(value);
    // The simulator wrote it; its parts are known to the compiler only.
    if (state.success) return success({ kind: 'state', state: state.data as unknown as KeptState });
    return failed('invalid-input', `${fileName} was left by another version of the simulator or was damaged. Delete it and start again.`);
  }
  const wanted = definition.safeParse(value);
  if (wanted.success) return success({ kind: 'vaults', vaults: withoutUndefined(wanted.data).vaults as readonly EstateVault[] });
  const [issue] = wanted.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? 'the file' : issue.path.join('.');
  return failed('invalid-input', `${fileName} is no estate: ${place} ${whatIsWrong(value, issue)}. See --help for the form.`);
}

function whatIsWrong(value: unknown, issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'is not understood';
  const found = issue.path.reduce<unknown>(
    (within, key) => (typeof within === 'object' && within !== null ? (within as Readonly<Record<PropertyKey, unknown>>)[key] : undefined),
    value,
  );
  if (found === undefined) return 'is missing';
  if (issue.code === 'invalid_value') return `is not one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'unrecognized_keys') return `has ${issue.keys.join(', ')}, which is not known`;
  return issue.code === 'invalid_type' ? `is not of the right kind (${issue.expected} is wanted)` : issue.message;
}
