import * as v from 'valibot';
import { limits } from '../limits';
import { mode, text } from './field';

/** 一件事: several items of the catalogue that are asked for once. Content: config/content/bundles.zh.json. */

/** How its pages speak: a birth is good news, a death is not. */
export const bundleTone = v.picklist(['glad', 'plain', 'condolence']);
export type BundleTone = v.InferOutput<typeof bundleTone>;

/** One part, as it is done where the reader lives. */
export const bundlePart = v.object({
  /** of the item, and which kind of it is asked for */
  code: v.string(),
  subtype: v.optional(v.string()),
  name: v.string(),
  summary: v.string(),
  modes: v.array(mode),
  promisedWorkingDays: v.number(),
  /** the parts, by their items, whose results it waits for */
  needs: v.array(v.string()),
  /** false: the reader's community does not do it */
  isHere: v.boolean(),
});
export type BundlePart = v.InferOutput<typeof bundlePart>;

export const bundleView = v.object({
  code: v.string(),
  name: v.string(),
  tone: bundleTone,
  lead: v.string(),
  /** about whom it is, beside the resident: a child, who has died */
  about: v.optional(v.object({ label: v.string(), hint: v.string() })),
  parts: v.array(bundlePart),
  /** each paper once, with the parts, by their items, that need it */
  papers: v.array(v.object({ name: v.string(), of: v.array(v.string()), required: v.boolean() })),
  /** what belongs to it and is done elsewhere, without an agent */
  besides: v.array(v.object({ name: v.string(), where: v.string(), call: v.optional(v.string()) })),
  /** whom to ask about what is not done here */
  ask: v.object({ name: v.string(), phone: v.string() }),
});
export type BundleView = v.InferOutput<typeof bundleView>;

export const bundleRow = v.object({
  code: v.string(),
  name: v.string(),
  tone: bundleTone,
  lead: v.string(),
});
export type BundleRow = v.InferOutput<typeof bundleRow>;

export const bundleCode = v.pipe(v.string('请选一件事。'), v.minLength(1, '请选一件事。'), v.maxLength(64));
export const bundleId = v.pipe(
  v.string('缺少这件事的编号。'),
  v.minLength(1, '缺少这件事的编号。'),
  v.maxLength(64, '这件事的编号不对。'),
);
export const aboutWhom = text(limits.name, '姓名');
