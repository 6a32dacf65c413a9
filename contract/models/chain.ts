import * as v from 'valibot';
import { day } from './field';

/** A hash as `sha256sum` writes it. */
export const chainHash = v.pipe(
  v.string('校验码不对。'),
  v.regex(/^[0-9a-f]{64}$/, '校验码是64位的数字和小写字母。'),
);

/** 校验单: after so many entries the chain of a unit had this hash, on the day that was closed with it. */
export const chainHead = v.object({ unit: v.string(), day, n: v.number(), hash: chainHash });
export type Head = v.InferOutput<typeof chainHead>;

/** What a day's entries of one case have in common: how the day was closed, and the printed head that it leads to. */
const proofDay = v.object({
  unit: v.string(),
  name: v.string(),
  /** the entry that closed the day, the hash before it */
  closing: v.object({ day: v.string(), from: v.number(), count: v.number(), root: chainHash }),
  before: chainHash,
  n: v.number(),
  hash: chainHash,
  entries: v.array(
    v.object({
      n: v.number(),
      salt: chainHash,
      /** an event as it was sealed */
      entry: v.object({
        kind: v.literal('case'),
        id: v.string(),
        seq: v.number(),
        at: v.number(),
        do: v.string(),
        state: v.string(),
        by: v.string(),
        /** over its words, names and ids */
        details: chainHash,
      }),
      /** those words, names and ids as they were hashed (JSON), with their salt: where the reader's page shows all of them anyway */
      words: v.optional(v.object({ salt: chainHash, rest: v.string() })),
      /** the neighbours on the way up to the root, each with its side */
      path: v.array(v.object({ side: v.picklist(['left', 'right']), hash: chainHash })),
    }),
  ),
});
export type ProofDay = v.InferOutput<typeof proofDay>;

/** 封存凭据: that a case's events lie in the chain, for who is in the case. */
export const proof = v.object({
  format: v.literal('linli-proof/1'),
  no: v.string(),
  days: v.array(proofDay),
  /** events that no day has closed yet */
  open: v.number(),
  /** of these the salt was destroyed by right */
  erased: v.number(),
});
export type Proof = v.InferOutput<typeof proof>;
