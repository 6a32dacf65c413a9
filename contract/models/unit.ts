import * as v from 'valibot';
import { limits } from '../limits';
import { dialled } from '../phone';
import { seen } from '../text';
import { orgId, text, tier } from './field';
import { setOf } from './set';

/** A unit in the tree, as its managers see it. */
export const unitNode = v.object({
  id: v.string(),
  name: v.string(),
  tier,
  /** the unit it belongs to; absent at the top of the answer */
  above: v.optional(v.string()),
  station: v.string(),
  address: v.string(),
  phone: v.string(),
  afterHoursPhone: v.string(),
  /** of a community: its hours in one sentence */
  hours: v.optional(v.string()),
  /** 小区、楼栋、街巷: by these residents find where they belong */
  estates: v.array(v.string()),
  managers: v.array(v.object({ id: v.string(), name: v.string() })),
  /** agents of it and of all under it */
  agents: v.number(),
  /** grids of it and of all under it that are not closed; of a grid itself 0 */
  grids: v.number(),
  /** closed: takes no request any more */
  closedAt: v.optional(v.number()),
});
export type UnitNode = v.InferOutput<typeof unitNode>;

const maybeText = (most: number, name: string) =>
  v.pipe(
    v.string(`${name}要写成文字。`),
    v.transform((value) => seen(value).trim()),
    v.check((value) => [...value].length <= most, `${name}最多${most}个字，请写短一点。`),
  );
/** A number to call, or none. */
const maybePhone = v.pipe(
  v.string('电话要写成数字。'),
  v.transform((value) => (seen(value).trim() === '' ? '' : dialled(value))),
  v.string('电话不对：手机号是11位，座机请带区号。'),
);
const unitName = v.pipe(
  v.string('名称要写成文字。'),
  v.transform((value) => seen(value).trim()),
  text(limits.unitName, '名称'),
);
const estates = v.pipe(
  setOf(v.pipe(v.string(), v.transform(seen), text(limits.estate, '小区或楼栋'))),
  v.maxLength(limits.estates, `最多写${limits.estates}个，请分到几个网格里。`),
);

/** What a manager sets of a unit, besides its name; hours are set with the roster. */
const facts = {
  station: v.optional(maybeText(limits.name, '便民服务站')),
  address: v.optional(maybeText(limits.address, '地址')),
  phone: v.optional(maybePhone),
  afterHoursPhone: v.optional(maybePhone),
  estates: v.optional(estates),
};

/** What a new unit says. */
export const unitAdd = { name: unitName, ...facts };

/** One change of the tree. */
export const unitChange = v.variant('do', [
  /** a new unit below `above`; its tier follows */
  v.strictObject({ do: v.literal('add'), above: orgId, ...unitAdd }),
  v.strictObject({ do: v.literal('edit'), orgId, name: v.optional(unitName), ...facts }),
  /** takes no request any more; refused while it has open cases or units that are open */
  v.strictObject({ do: v.literal('close'), orgId }),
  v.strictObject({ do: v.literal('reopen'), orgId }),
  /** goes into another unit of its tier: units below it, households, what they have open and agents; then it is closed */
  v.strictObject({ do: v.literal('merge'), orgId, into: orgId, dryRun: v.optional(v.boolean(), false) }),
  /** comes below another unit of the tier above, with all that lies within it */
  v.strictObject({ do: v.literal('move'), orgId, above: orgId, dryRun: v.optional(v.boolean(), false) }),
]);
export type UnitChange = v.InferOutput<typeof unitChange>;

/** What goes with a unit that goes into another, or below another one. */
export const going = v.object({
  /** all has followed; else it goes on by itself */
  isDone: v.boolean(),
  residents: v.number(),
  cases: v.number(),
  /** of a dry run: agents and units that go along, and the names of its managers, who do not */
  agents: v.optional(v.number()),
  units: v.optional(v.number()),
  managers: v.optional(v.array(v.string())),
});
export type Going = v.InferOutput<typeof going>;

/** Households of a grid that go to another one: all, or those whose address begins with `prefix`. */
export const gridMove = v.strictObject({
  grid: orgId,
  to: orgId,
  prefix: v.optional(text(limits.address, '地址的开头')),
});

/** What a grid or an agent looks after: residents, and cases of them that are open. */
export const gridCount = v.object({ residents: v.number(), cases: v.number() });
