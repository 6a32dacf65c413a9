import * as v from 'valibot';
import { limits } from '../limits';
import { sourceKinds } from '../words';
import { day, keysOf, text } from './field';

const kind = v.picklist(keysOf(sourceKinds), '请选依据是哪一种。');

/** 依据: where an answer stands, as whoever answers says it. Of an item of the catalogue its code is said: the name is the catalogue's. */
export const source = v.strictObject({
  kind,
  /** a document's or a page's name; an item's code */
  name: text(limits.itemWord, '依据'),
  /** 文号 */
  no: v.optional(text(limits.itemWord, '文号')),
  day: v.optional(day),
});

/** The same as it is read. */
export const sourceView = v.object({
  kind,
  name: v.string(),
  no: v.optional(v.string()),
  day: v.optional(v.string()),
  /** of an item */
  code: v.optional(v.string()),
});
export type Source = v.InferOutput<typeof sourceView>;

/** `文件《……》（黑政发〔2020〕5号，2020-03-01）`, as it is read everywhere. */
export function saySource({ kind: of, name, no, day: on }: Source): string {
  const more = [no, on].filter(Boolean).join('，');
  const called = of === 'document' && !name.startsWith('《') ? `《${name}》` : name;
  return `${sourceKinds[of]}：${called}${more ? `（${more}）` : ''}`;
}
