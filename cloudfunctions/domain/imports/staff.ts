import * as v from 'valibot';
import { agentWish, personName, phone } from '../../../contract/models';
import type { AgentWish } from '../../../contract/models';
import { weekdayNames } from '../../../contract/time';
import { OF_CATALOGUE } from '../../../contract/words';
import type { AgentDoc, OrgDoc, PersonDoc } from '../documents';
import { phoneKey } from '../person-key';
import { asShown, ofPerson } from '../shown';
import { type Cells, type Column, type Read, Reader, named, paddedTime, wordsOf } from './column';
import { hasStars, phoneShown, starKey, starred } from './starred';

/** 代办员和管理员: who is asked to take which post. */
export const staffColumns = [
  { name: '身份', hint: '从下拉里选：代办员或管理员。', width: 12, isNeeded: true },
  { name: '单位', hint: '从下拉里选。代办员在社区，管理员在社区、街道或区。', width: 18, isNeeded: true },
  { name: '姓名', hint: '和身份证上一样，中间的点照写。', width: 14, isNeeded: true },
  { name: '电话', hint: '本人的手机号，只有这个号码能接受邀请。', width: 18, isNeeded: true },
  { name: '会办', hint: '会办哪几类，用顿号隔开。不填就是都会办。', width: 30 },
  { name: '当班', hint: '比如：周一、周三。不填就是周一到周五。', width: 20 },
  { name: '上班', hint: '写成 08:30 这样。和下班一起填，不填就是 08:30。', width: 10 },
  { name: '下班', hint: '写成 17:00 这样。和上班一起填，不填就是 17:00。', width: 10 },
] as const satisfies Column[];

export const posts = { 代办员: 'agent', 管理员: 'manager' } as const;

export interface StaffRow {
  role: 'agent' | 'manager';
  name: string;
  phone: string;
  unit: OrgDoc;
  agent: AgentWish;
}

const wish = agentWish.entries;

export function staffOf(cells: Cells, units: readonly OrgDoc[]): Read<StaffRow> {
  const reader = new Reader(cells);
  const name = reader.read('姓名', personName);
  const written = reader.text('电话');
  const number = hasStars(written) ? starred(written) : reader.read('电话', phone);
  const role = Object.entries(posts).find(([words]) => words === reader.text('身份'))?.[1];
  if (!role) reader.wrong('身份', '请填代办员或管理员。');
  const unit = role && unitOf(reader, role, units);
  const agent: AgentWish = {
    skills: skillsOf(reader),
    dutyWeekdays: reader.maybe('当班', v.unwrap(wish.dutyWeekdays), weekdaysOf(reader.text('当班'))),
    dutyHours: hoursOf(reader),
  };
  if (reader.faults.length > 0 || name === undefined || number === undefined || !role || !unit)
    return { faults: reader.faults };
  return { row: { role, name, phone: number, unit, agent } };
}

export const staffKey = ({ role, phone: number, unit }: StaffRow): string | undefined =>
  hasStars(number) ? undefined : `${role}\n${unit._id}\n${phoneKey(number)}`;

/** Somebody who has a post. */
export interface AtWork extends Pick<PersonDoc, 'name' | 'phone'> {
  role: StaffRow['role'];
  unit: OrgDoc;
  /** of an agent */
  roster?: Pick<AgentDoc, 'skills' | 'dutyWeekdays' | 'dutyHours'>;
}

/** Of a row with stars and of somebody who has its post the same, where the row may be them. */
export const postKey = (one: StaffRow | AtWork): string => `${one.role}\n${one.unit._id}\n${starKey(one)}`;

/** A post as its row, with as much as the managers' list shows of who has it. */
export const staffCells = ({ role, unit, name, phone: number, roster }: AtWork): Cells => ({
  身份: Object.entries(posts).find(([, one]) => one === role)?.[0] ?? '',
  单位: unit.name,
  姓名: asShown('name', name, ofPerson.name.found) ?? '',
  电话: phoneShown(number),
  会办: roster?.skills.join('、') ?? '',
  当班: sayDays(roster?.dutyWeekdays ?? []),
  上班: roster?.dutyHours[0] ?? '',
  下班: roster?.dutyHours[1] ?? '',
});

export const sayDays = (days: readonly number[]) => days.map((day) => weekdayNames[day] ?? '').join('、');

function unitOf(reader: Reader, role: StaffRow['role'], units: readonly OrgDoc[]): OrgDoc | undefined {
  const text = reader.text('单位');
  if (text === '') return reader.wrong('单位', '请填单位。');
  const [first, ...others] = named(units, text);
  if (!first) return reader.wrong('单位', `这里没有这个单位：${text}，请照“代码”那一页填。`);
  if (others.length > 0) return reader.wrong('单位', `有几个单位都叫${text}，请到它上级的页面里导入。`);
  if (role === 'agent' && first.tier !== 'community')
    return reader.wrong('单位', '代办员要在社区，请填社区的名称。');
  return first;
}

export function skillsOf(reader: Reader): string[] | undefined {
  const skills = [...new Set(wordsOf(reader.text('会办')))];
  const strange = skills.find((skill) => !OF_CATALOGUE.some((one) => one === skill));
  if (strange) return reader.wrong('会办', `没有“${strange}”这一类，请照“代码”那一页填。`);
  return skills.length > 0 ? skills : undefined;
}

/** 周一、周三; 周一至周五. Empty where nothing is said; a day that there is not is no number. */
export function weekdaysOf(text: string): number[] | '' {
  if (text === '') return '';
  // 周一、二、四, as a roster says it; 星期天.
  const dayOf = (word: string): number => {
    const day = `周${word.replace(/^(周|星期|礼拜)/, '').replace('天', '日')}`;
    return weekdayNames.findIndex((name) => name === day);
  };
  return wordsOf(text).flatMap((part) => {
    const [from = '', to] = part.split(/[到至~-]/);
    if (to === undefined) return [dayOf(from)];
    const [first, last] = [dayOf(from), dayOf(to)];
    return first < 1 || last < first ? [-1] : Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
}

export function hoursOf(reader: Reader): AgentWish['dutyHours'] {
  const [from, to] = [reader.text('上班'), reader.text('下班')];
  if (from === '' && to === '') return undefined;
  if (from === '' || to === '') return reader.wrong(from === '' ? '上班' : '下班', '上班和下班要一起填。');
  return reader.read('上班', v.unwrap(wish.dutyHours), [from, to].map(paddedTime));
}
