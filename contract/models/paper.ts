import * as v from 'valibot';
import { limits } from '../limits';
import { paperStates } from '../words';
import { keysOf, photoId, text } from './field';
import { setOf } from './set';

/** 材料: one thing of the checklist in one case, as those in the case see it. Its photos come by links (`cases.photos`). */
export const paperView = v.object({
  id: v.string(),
  name: v.string(),
  /** false: only in the case that `when` says */
  required: v.boolean(),
  when: v.string(),
  original: v.boolean(),
  copies: v.number(),
  source: v.picklist(['self', 'onsite', 'government', 'hospital', 'employer']),
  note: v.string(),
  /** 样子: what a right one looks like, or how the form is filled in, a line each */
  sample: v.optional(v.array(v.string())),
  /** its picture, as the item has it */
  picture: v.optional(v.string()),
  state: v.picklist(keysOf(paperStates)),
  /** 一件事: it is given once, with the case of this name; `state` and `photos` are what was given there */
  with: v.optional(v.string()),
  /** how many */
  photos: v.number(),
  /** 免提交: the viewer may say that it is not needed */
  mayLeaveOut: v.boolean(),
  /** an electronic licence (电子证照) will do */
  electronicLicence: v.boolean(),
  /** 容缺: the viewer may promise it for later, by this instant if they do so now */
  mayFollowUntil: v.optional(v.number()),
  /** by when it was promised */
  dueAt: v.optional(v.number()),
  /** the resident is waited for with it, whatever was done about it since */
  isAsked: v.boolean(),
  /** a photo of it did not pass WeChat's check and was deleted, since it was marked last */
  isRefused: v.optional(v.boolean()),
  /** what the agent said of it as it is now */
  verdict: v.optional(v.object({ isGood: v.boolean(), fault: v.optional(v.string()), at: v.number() })),
});
export type PaperView = v.InferOutput<typeof paperView>;

export const paperId = v.pipe(
  v.string('请选一样材料。'),
  v.regex(/^[a-z]\d{1,3}$/, '没有这样材料，请刷新看看。'),
);

export const paperState = v.picklist(keysOf(paperStates));

/** What a person may mark a paper as; `sent` follows from its photos. */
export const paperMark = v.picklist(['missing', 'has', 'unneeded', 'later'], '请选这样材料怎么样了。');
export type PaperMark = v.InferOutput<typeof paperMark>;

/** Cloud file ids of photos, uploaded before to `papers/<case id>/<own id>/`. */
export const photoIds = v.pipe(
  setOf(photoId),
  v.maxLength(limits.paperPhotos, `一次最多放${limits.paperPhotos}张照片。`),
);

/** The name of one photo in its paper, as `cases.photos` gives it. */
export const photoKey = v.pipe(
  v.string('照片不对，请刷新看看。'),
  v.maxLength(100, '照片不对，请刷新看看。'),
);

/** What the agent says of papers: what is wrong with it, or nothing: it will do. */
export const verdicts = v.pipe(
  v.array(
    v.strictObject({ paper: paperId, fault: v.optional(text(limits.paperFault, '哪里不对')) }),
    '请选看过的材料。',
  ),
  // Of each paper what was said last.
  v.transform((said) => [...new Map(said.map((one) => [one.paper, one])).values()]),
  v.minLength(1, '请选看过的材料。'),
  v.maxLength(limits.itemList, `一次最多${limits.itemList}样。`),
);
export type Verdict = v.InferOutput<typeof verdicts>[number];

/** Where the photos of each paper can be looked at, in their order, for ten minutes; without one that is gone. */
export const paperPhotos = v.array(
  v.object({
    paper: v.string(),
    photos: v.array(
      v.object({
        key: v.string(),
        url: v.string(),
        /** for staff: WeChat has not said yet whether it may be shown */
        isChecked: v.optional(v.literal(false)),
      }),
    ),
  }),
);
