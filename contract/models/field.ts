import * as v from 'valibot';
import { limits } from '../limits';
import { idNumberOf } from '../id-number';
import { dialled } from '../phone';
import { isBlank, seen } from '../text';
import { tiersDown } from '../tiers';
import { isDay } from '../time';
import { parts, rectifyDeeds } from '../deeds';
import { rectifyStates, states } from '../states';
import {
  appealNames,
  callOutcomes,
  callResults,
  cardNames,
  levels,
  modes,
  outcomeNames,
  relationNames,
  textStates,
  wallNames,
} from '../words';

export const keysOf = <T extends Record<string, unknown>>(table: T) =>
  Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];

/**
 * Trimmed text of 1..max characters, counted by code point so that an emoji or a rare character is one. What only looks
 * blank is blank.
 */
export const text = (max: number, name: string) =>
  v.pipe(
    v.string(`${name}要写成文字。`),
    v.trim(),
    v.check((value) => !isBlank(value), `请填写${name}。`),
    v.check((value) => [...value].length <= max, `${name}最多${max}个字，请写短一点。`),
  );

const id = (name: string) =>
  v.pipe(v.string(`缺少${name}。`), v.minLength(1, `缺少${name}。`), v.maxLength(64, `${name}不对。`));

export const caseId = id('办件编号');
export const serviceCode = id('事项编号');
export const orgId = id('单位编号');
/** The cloud file id of a photo that was uploaded before. */
export const photoId = v.pipe(v.string('照片不对，请重新选。'), v.maxLength(300, '照片不对，请重新选。'));
/** Where the page before ended: `<number>_<id>`, as the answer gave it. */
export const cursor = v.optional(
  v.pipe(v.string('翻页位置不对。'), v.regex(/^\d{1,16}_.{1,200}$/, '翻页位置不对，请从头看起。')),
);

/** A name of a person: on one line, without what is not seen. */
export const personName = v.pipe(v.string('姓名要写成文字。'), v.transform(seen), text(limits.name, '姓名'));

/** A mobile number, a landline with area code or a 400 number, however it is written. Gives it as it is dialled. */
export const phone = v.pipe(
  v.string('电话要写成数字。'),
  v.transform((value) => dialled(value) ?? ''),
  v.minLength(1, '电话不对：手机号是11位，座机请带区号。'),
);

/** 公民身份号码, as it is printed. */
export const idNumber = v.pipe(
  v.string('身份证号要写成文字。'),
  v.transform((value) => idNumberOf(value) ?? ''),
  v.minLength(1, '身份证号不对：18位，最后一位可能是X，请对着身份证再看一遍。'),
);

export const address = v.pipe(
  text(limits.address, '地址'),
  v.check((value) => [...value].length >= 4, '地址太短，请写清小区、楼号、单元和门牌。'),
);

/** `2026-11-24T09:30`, taken as Asia/Shanghai, or the same with a zone. Gives epoch milliseconds. */
export const appointment = v.pipe(
  v.string('预约时间不对。'),
  v.regex(
    /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?$/,
    '预约时间不对，请重新选一个。',
  ),
  v.check((value) => isDay(value.slice(0, 10)), '没有这一天，请重新选一个日子。'),
  v.transform((value) => Date.parse(/(Z|[+-]\d{2}:?\d{2})$/.test(value) ? value : `${value}+08:00`)),
  v.check((at) => Number.isFinite(at), '预约时间不对，请重新选一个。'),
);

/** `2026-11-24`, a day that the calendar has. Every day of every action is one of these. */
export const day = v.pipe(
  v.string('日期不对。'),
  // A picker that nobody has opened.
  v.nonEmpty('请选日子。'),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, '日期请写成 2026-11-21 这样。'),
  v.check(isDay, '没有这一天，请重新选一个日子。'),
);

export const mode = v.picklist(keysOf(modes), '请选一种办理方式。');
export const level = v.picklist(keysOf(levels), '请选一个满意程度。');
export const state = v.picklist(states);
export const role = v.picklist(['resident', 'agent', 'manager']);
export type Role = v.InferOutput<typeof role>;
export const tier = v.picklist(tiersDown);
export type { Tier } from '../tiers';
export const rectifyState = v.picklist(rectifyStates);
export const rectifyDeed = v.picklist(rectifyDeeds);
export const outcome = v.picklist(keysOf(outcomeNames), '请选整改的结果。');
export const callResult = v.picklist(keysOf(callResults), '请选电话打得怎么样。');
export const textState = v.picklist(keysOf(textStates));
export const appealState = v.picklist(keysOf(appealNames));
export const wallState = v.picklist(keysOf(wallNames));
export const part = v.picklist(parts);
export const relation = v.picklist(keysOf(relationNames), '请选他是您的什么人。');
export const card = v.picklist(keysOf(cardNames));
/** `08:30` */
export const time = v.pipe(
  v.string('时间不对。'),
  v.nonEmpty('请选时间。'),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间请写成 08:30 这样。'),
);
export const span = v.tuple([time, time]);
/** 1 = Monday … 7 = Sunday */
export const weekdays = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
  v.transform((days) => [...new Set(days)].sort()),
);

export const callOutcome = v.picklist(keysOf(callOutcomes));

/** `2026-11` or `2026-Q4`, of this century: nothing was counted before, and arithmetic with days ends at 9999. */
export const period = v.pipe(
  v.string('请选一个月或一个季度。'),
  v.regex(/^20\d\d-(0[1-9]|1[0-2]|Q[1-4])$/, '请写成 2026-11 或 2026-Q4 这样。'),
);

/** `2026-Q4` */
export const quarter = v.pipe(
  v.string('季度不对。'),
  v.regex(/^20\d\d-Q[1-4]$/, '季度请写成 2026-Q4 这样。'),
);
