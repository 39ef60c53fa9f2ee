import { z } from 'zod';

const groupId = z.string().max(200);
const groupIds = z.array(groupId).max(100_000).readonly();
const wave = z.number().int().nonnegative().max(100_000);
const weight = z.number().int().nonnegative();
const weighing = {
  weights: z
    .array(z.tuple([groupId, weight]).readonly())
    .max(100_000)
    .readonly(),
  most: weight,
};
const pairs = { kind: z.literal('pairs'), barrier: groupIds };

const raisedLimit = z.object({
  groupId,
  side: z.enum(['first', 'last']),
  waves: wave,
  because: z.discriminatedUnion('kind', [z.object(pairs), z.object({ kind: z.literal('weights') })]),
});

/** The certificate of a bound as an entry keeps it: `BoundCertificate`, checked when a file is read. */
export const boundCertificateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('volume'), resourceId: z.string().max(60), fromWindowId: z.string().max(60).optional() }),
  z.object({ kind: z.literal('pairwise-exclusive'), groupIds }),
  z.object({ kind: z.literal('chain'), groupIds }),
  z.object({ kind: z.literal('dates'), groupId }),
  z.object({ kind: z.literal('weights'), ...weighing }),
  z.object({ ...pairs, groupIds }),
  z.object({
    kind: z.literal('limits'),
    raised: z.array(raisedLimit).max(100_000).readonly(),
    weighing: z.object(weighing).optional(),
    end: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('no-wave'), groupId }),
      z.object({ kind: z.literal('overfull'), from: wave, to: wave }),
      z.object({ ...pairs, from: wave, to: wave }),
    ]),
  }),
  z.object({ kind: z.literal('exhaustive-search'), states: z.number().nonnegative() }),
]);
