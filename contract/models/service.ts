import * as v from 'valibot';
import { limits } from '../limits';
import { seen } from '../text';
import { mode, photoId, text } from './field';
import { setOf } from './set';

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
      /** 容缺: it may follow within so many working days, where the resident promises it */
      mayFollowDays: v.optional(v.number()),
      /** 样子: what a right one looks like, or how the form is filled in, a line each */
      sample: v.optional(v.array(v.string())),
      /** a picture of it, in `samples/<code>/<who put it there>/`: by `catalog.picture` it can be looked at */
      picture: v.optional(v.string()),
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
  /** the law lets nobody else do it (marriage, adoption, inheritance): no 委托书 for it */
  mandate: v.optional(v.literal('excluded')),
  /** 两人同行: two go to the door; `one`: said by a unit where the item says two */
  pair: v.optional(v.picklist(['two', 'one'])),
  /** the office's form takes the 身份证号: kept encrypted with the case, where the resident gives it */
  idNumber: v.optional(v.literal('needed')),
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

// What an office types into a draft. It may be empty: what is missing is said by rules, and only a whole draft is published.
const words = (most: number) =>
  v.pipe(
    v.string('这一项要写成文字。'),
    v.transform((value) => seen(value).trim()),
    v.check((value) => [...value].length <= most, `这一项最多${most}个字，请写短一点。`),
  );
const short = words(limits.itemWord);
const long = words(limits.itemText);
const several = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(setOf(item), v.maxLength(limits.itemList, `最多${limits.itemList}条，请去掉几条。`));
const days = v.pipe(
  v.number('天数要是数字。'),
  v.integer('天数要是整数。'),
  v.minValue(0, '天数不能是负数。'),
  v.maxValue(365, '最多365个工作日。'),
);
const amount = v.pipe(
  v.number('金额要是数字。'),
  v.minValue(0, '金额不能是负数。'),
  v.maxValue(1_000_000, '金额太大了。'),
);
/** `disability-certificate`: part of ids and of addresses. */
const code = v.pipe(
  v.string('编号不对。'),
  v.regex(/^[a-z][a-z0-9-]{0,39}$/, '编号用小写字母、数字和短横线，最多40个字符。'),
);
const pair = v.optional(v.picklist(['two', 'one'], '请选上门几个人去。'));
const tierOfItem = v.picklist(['community', 'street', 'district'], '请选由哪一级办。');

export const serviceDraft = v.strictObject({
  code,
  openAtOnce: v.picklist(['one', 'several'], '请选一个人能同时办几件。'),
  name: short,
  category: short,
  summary: long,
  audience: several(long),
  legalBasis: several(v.strictObject({ title: long, docNo: long })),
  conditions: several(long),
  materials: several(
    v.strictObject({
      name: short,
      original: v.boolean(),
      copies: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20, '复印件最多20份。')),
      required: v.boolean(),
      when: long,
      source: v.picklist(['self', 'onsite', 'government', 'hospital', 'employer'], '请选材料从哪里来。'),
      electronicLicence: v.boolean(),
      mayFollowDays: v.optional(
        v.pipe(
          v.number('容缺的天数要是数字。'),
          v.integer('容缺的天数要是整数。'),
          v.minValue(1, '容缺至少一个工作日；不能后补就空着。'),
          v.maxValue(limits.mayFollowDays, `容缺最多${limits.mayFollowDays}个工作日。`),
        ),
      ),
      sample: v.optional(several(long)),
      picture: v.optional(photoId),
      note: long,
    }),
  ),
  acceptedAt: long,
  finalTier: tierOfItem,
  steps: several(
    v.strictObject({
      name: short,
      actor: v.picklist(['resident', 'agent', 'community', 'street', 'district'], '请选这一步谁来做。'),
      detail: long,
      workingDays: days,
      doneBy: v.optional(v.literal('accept')),
    }),
  ),
  fee: v.strictObject({ amount, note: long }),
  statutoryWorkingDays: v.nullable(days),
  promisedWorkingDays: days,
  serviceHours: long,
  consultation: long,
  supervision: long,
  modes: setOf(mode),
  residentMustAppear: v.strictObject({ required: v.boolean(), reason: long }),
  mandate: v.optional(v.literal('excluded')),
  pair,
  idNumber: v.optional(v.literal('needed')),
  keywords: several(short),
  example: v.strictObject({ note: long, result: long }),
  relatedCodes: several(code),
  subtypes: several(
    v.strictObject({
      code,
      name: short,
      keywords: several(short),
      note: long,
      urgency: v.optional(v.picklist(['urgent', 'normal'])),
      firstResponseHours: v.optional(
        v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(72, '最多72小时。')),
      ),
      promisedWorkingDays: v.optional(days),
      handlerTier: v.optional(tierOfItem),
      handlerUnit: v.optional(short),
      safetyTip: v.optional(long),
    }),
  ),
  localVariation: long,
  sources: several(v.strictObject({ title: long, publisher: short })),
  confidence: v.picklist(['high', 'medium', 'low']),
});

/** What a community or a street says otherwise of an item; what it leaves out is as above it. */
export const localContent = v.strictObject({
  /** false: it is not done here */
  offered: v.optional(v.boolean()),
  consultation: v.optional(text(limits.itemText, '咨询电话')),
  supervision: v.optional(text(limits.itemText, '监督电话')),
  serviceHours: v.optional(text(limits.itemText, '办理时间')),
  acceptedAt: v.optional(text(limits.itemText, '办理地点')),
  /** never longer than what is promised above */
  promisedWorkingDays: v.optional(days),
  pair,
});
export type LocalContent = v.InferOutput<typeof localContent>;

/** A word that residents use for an item. */
export const saying = v.pipe(
  v.string('说法要写成文字。'),
  v.transform((value) => seen(value).trim()),
  text(limits.saying, '说法'),
);

/** A draft: what is to be the next version of an item. */
export const draftInfo = v.object({
  version: v.number(),
  /** goes up with each saving */
  rev: v.number(),
  at: v.number(),
  by: v.string(),
});

/** An item as the office sees it in the catalogue. */
export const itemState = v.object({
  code: v.string(),
  name: v.string(),
  category: v.string(),
  /** 0: not published yet */
  version: v.number(),
  publishedAt: v.optional(v.number()),
  /** when a manager last said that it is right as it stands */
  reviewedAt: v.optional(v.number()),
  /** no manager has said so for 12 months */
  isStale: v.boolean(),
  draft: v.optional(draftInfo),
  /** how many units say something otherwise */
  locals: v.number(),
});
export type ItemState = v.InferOutput<typeof itemState>;

/** A published version of an item. */
export const versionRow = v.object({
  version: v.number(),
  at: v.number(),
  by: v.string(),
  isCurrent: v.boolean(),
  /** the earlier version that it brought back */
  from: v.optional(v.number()),
});
