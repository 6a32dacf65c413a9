import * as v from 'valibot';
import { archiveClasses } from '../kept';
import { shelfNames } from '../keeping';
import { keysOf } from './field';

/** Not among `./index`, as ./privacy is not. */

const archiveClass = v.picklist(keysOf(archiveClasses), '请选留多久。');
const days = v.optional(
  v.pipe(
    v.number('请填天数。'),
    v.integer('天数要是整数。'),
    v.minValue(1, '最少1天。'),
    v.maxValue(36_500, '天数太大了。'),
  ),
);
const category = v.pipe(v.string(), v.minLength(1, '没有这一类。'), v.maxLength(40, '没有这一类。'));

const code = v.pipe(v.string(), v.minLength(1, '没有这个事项。'), v.maxLength(40, '没有这个事项。'));

/** No more than the catalogue holds. */
const listOf = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.maxLength(100, '最多100条，请去掉几条。'));

/** What a district sets: days by kind, the archive's class by category, and of single items. */
export const keepingChange = v.strictObject({
  days: v.strictObject({
    inbox: days,
    contacts: days,
    invitations: days,
    importRows: days,
    requests: days,
    looks: days,
  }),
  archive: listOf(v.strictObject({ category, class: archiveClass })),
  /** absent, as from a phone of before: what is set stays */
  items: v.optional(listOf(v.strictObject({ code, class: archiveClass }))),
});

/** How many a run removes; `isMore`: counted no further. */
const due = v.object({ count: v.number(), isMore: v.boolean() });
export type Due = v.InferOutput<typeof due>;

export const keepingView = v.object({
  /** the district, whose rules these are */
  district: v.object({ id: v.string(), name: v.string() }),
  /** the caller answers for the district */
  canSet: v.boolean(),
  version: v.number(),
  changed: v.optional(v.object({ at: v.number(), by: v.string() })),
  shelves: v.array(
    v.object({
      shelf: v.picklist(shelfNames),
      days: v.number(),
      own: v.optional(v.boolean()),
      /** what the next run will remove, for managers of the district */
      next: v.optional(due),
    }),
  ),
  archive: v.array(
    v.object({
      category: v.string(),
      class: archiveClass,
      own: v.optional(v.boolean()),
      next: v.optional(due),
    }),
  ),
  /** items with a class of their own; for who sets them the whole catalogue, of which the others have none */
  items: v.array(
    v.object({
      code: v.string(),
      name: v.string(),
      /** empty: the catalogue has it no more */
      category: v.string(),
      class: v.optional(archiveClass),
      next: v.optional(due),
    }),
  ),
  /** by the rules of the unit (规则), and the cases whose photos go until the next run */
  photos: v.object({ days: v.number(), next: v.optional(due) }),
  nextAt: v.number(),
  /** the last run that came to its end: what it removed, by the name of the kind */
  last: v.optional(
    v.object({ at: v.number(), removed: v.array(v.object({ name: v.string(), count: v.number() })) }),
  ),
});
export type KeepingView = v.InferOutput<typeof keepingView>;
