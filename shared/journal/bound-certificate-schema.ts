import { z } from 'zod';

import type { BoundCertificate } from '../domain/bound-certificate.ts';

const groupId = z.string().max(200);
const groupIds = z.array(groupId).max(100_000);
const wave = z.number().int().nonnegative().max(100_000);
const weight = z.number().int().nonnegative();
const weighing = {
  weights: z.array(z.tuple([groupId, weight])).max(100_000),
  most: weight,
};
const pairs = { kind: z.literal('pairs'), barrier: groupIds };

const raisedLimit = z.object({
  groupId,
  side: z.enum(['first', 'last']),
  waves: wave,
  because: z.discriminatedUnion('kind', [z.object(pairs), z.object({ kind: z.literal('weights') })]),
});

const known = { raised: z.array(raisedLimit).max(100_000), weighing: z.object(weighing).optional() };

/**
 * The certificate of a bound as an entry keeps it, checked when a file is read. Only its type is read-only: zod's own
 * `readonly` freezes what it is given before it has looked at it, and throws on what cannot be frozen.
 */
export const boundCertificateSchema: z.ZodType<BoundCertificate, BoundCertificate> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('volume'), resourceId: z.string().max(60), fromWindowId: z.string().max(60).optional() }),
  z.object({ kind: z.literal('pairwise-exclusive'), groupIds }),
  z.object({ kind: z.literal('chain'), groupIds }),
  z.object({ kind: z.literal('dates'), groupId }),
  z.object({ kind: z.literal('weights'), ...weighing }),
  z.object({ ...pairs, groupIds }),
  z.object({
    kind: z.literal('limits'),
    ...known,
    end: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('no-wave'), groupId }),
      z.object({ kind: z.literal('overfull'), from: wave, to: wave }),
      z.object({ ...pairs, from: wave, to: wave }),
    ]),
  }),
  z.object({ kind: z.literal('exhaustive-search'), states: z.number().nonnegative(), known: z.object(known).optional() }),
]);
