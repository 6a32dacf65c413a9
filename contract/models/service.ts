import * as v from 'valibot';
import { mode } from './field';

/** 服务事项: a catalogue entry with the ten elements (十要素). */
export const serviceItem = v.object({
  code: v.string(),
  /** how many open cases of it one person may have: of a report or an errand each is another matter */
  openAtOnce: v.picklist(['one', 'several']),
  name: v.string(),
  category: v.string(),
  summary: v.string(),
  audience: v.array(v.string()),
  legalBasis: v.array(v.object({ title: v.string(), docNo: v.string() })),
  conditions: v.array(v.string()),
  materials: v.array(
    v.object({
      name: v.string(),
      original: v.boolean(),
      copies: v.number(),
      required: v.boolean(),
      /** when it is needed, for a material that is not always */
      when: v.string(),
      source: v.picklist(['self', 'onsite', 'government', 'hospital', 'employer']),
      /** an electronic licence (电子证照) will do */
      electronicLicence: v.boolean(),
      note: v.string(),
    }),
  ),
  acceptedAt: v.string(),
  finalTier: v.picklist(['community', 'street', 'district']),
  steps: v.array(
    v.object({
      name: v.string(),
      actor: v.picklist(['resident', 'agent', 'community', 'street', 'district']),
      detail: v.string(),
      workingDays: v.number(),
      /** the deed on the case that this step is: it is done with it */
      doneBy: v.optional(v.literal('accept')),
    }),
  ),
  fee: v.object({ amount: v.number(), note: v.string() }),
  statutoryWorkingDays: v.nullable(v.number()),
  promisedWorkingDays: v.number(),
  serviceHours: v.string(),
  consultation: v.string(),
  supervision: v.string(),
  modes: v.array(mode),
  residentMustAppear: v.object({ required: v.boolean(), reason: v.string() }),
  keywords: v.array(v.string()),
  /** how it is asked for, and how its result is told */
  example: v.object({ note: v.string(), result: v.string() }),
  relatedCodes: v.array(v.string()),
  subtypes: v.array(
    v.object({
      code: v.string(),
      name: v.string(),
      keywords: v.array(v.string()),
      note: v.string(),
      urgency: v.optional(v.picklist(['urgent', 'normal'])),
      firstResponseHours: v.optional(v.number()),
      promisedWorkingDays: v.optional(v.number()),
      handlerTier: v.optional(v.picklist(['community', 'street', 'district'])),
      handlerUnit: v.optional(v.string()),
      safetyTip: v.optional(v.string()),
    }),
  ),
  localVariation: v.string(),
  sources: v.array(v.object({ title: v.string(), publisher: v.string() })),
  /** how sure the editors are of the content */
  confidence: v.picklist(['high', 'medium', 'low']),
});
export type ServiceItem = v.InferOutput<typeof serviceItem>;

/** One line of a catalogue list. */
export const serviceRow = v.object({
  code: v.string(),
  name: v.string(),
  category: v.string(),
  summary: v.string(),
  promisedWorkingDays: v.number(),
  /** the sub-type that the words point to, when searching */
  subtype: v.optional(v.string()),
});
export type ServiceRow = v.InferOutput<typeof serviceRow>;
