import * as v from 'valibot';
import { rosterEntry } from '../../../contract/models';
import { uncoveredGrid } from '../assignment/roster';
import type { AgentDoc, OrgDoc } from '../documents';
import { phoneKey } from '../person-key';
import { type Cells, type Column, type Fault, type Read, Reader, listed, nameOf, named } from './column';
import { isSame } from './mark';
import { hoursOf, sayDays, skillsOf, weekdaysOf } from './staff';

/** 排班: what each agent does, where, when and how much. */
export const rosterColumns = [
  { name: '姓名', hint: '已经是代办员的人，和页面上一样。', width: 14, isNeeded: true },
  { name: '电话', hint: '他登记的号码。姓名和电话一起认人，这里不能改。', width: 18, isNeeded: true },
  { name: '社区', hint: '他所在的社区，不能改。', width: 16 },
  { name: '网格', hint: '管哪几个网格，用顿号隔开。下面各列空着就是不改。', width: 30 },
  { name: '会办', hint: '会办哪几类，用顿号隔开。', width: 30 },
  { name: '当班', hint: '比如：周一至周五。', width: 20 },
  { name: '上班', hint: '写成 08:30 这样，和下班一起填。', width: 10 },
  { name: '下班', hint: '写成 17:00 这样，和上班一起填。', width: 10 },
  { name: '夜里值守', hint: '哪几天夜里值守，险情先派给他。不值守就写“不值守”。', width: 20 },
  { name: '一天最多几件', hint: '1到50的整数。', width: 14 },
  { name: '上门最多几件', hint: '一天里上门的，0到50的整数。', width: 14 },
] as const satisfies Column[];

const NONE = '不值守';

type Entry = v.InferOutput<typeof rosterEntry>;
export interface RosterRow {
  agent: AgentDoc;
  /** what is to be otherwise */
  change: Partial<Entry>;
}

/** What a file of rosters is read against: agents, communities and grids of one unit. */
export interface Rosters {
  agents: readonly AgentDoc[];
  communities: readonly OrgDoc[];
  grids: readonly OrgDoc[];
}

export function rosterOf(cells: Cells, { agents, communities, grids }: Rosters): Read<RosterRow> {
  const reader = new Reader(cells);
  const agent = agentIn(reader, agents);
  if (!agent) return { faults: reader.faults };
  const home = communities.find(({ _id }) => _id === agent.unit.community);
  const place = reader.text('社区');
  if (place !== '' && home && named([home], place).length === 0)
    reader.wrong('社区', `${agent.name}在${home.name}，表格里不能换社区。`);
  const onCall = reader.text('夜里值守');
  const fields = rosterEntry.entries;
  const wish = {
    gridIds: reader.text('网格') === '' ? undefined : gridsIn(reader, agent, grids),
    skills: skillsOf(reader),
    dutyWeekdays: reader.maybe('当班', fields.dutyWeekdays, weekdaysOf(reader.text('当班'))),
    dutyHours: hoursOf(reader),
    onCallWeekdays: reader.maybe(
      '夜里值守',
      fields.onCallWeekdays,
      onCall === NONE ? [] : weekdaysOf(onCall),
    ),
    dailyCapacity: reader.maybe('一天最多几件', fields.dailyCapacity, numberIn(reader, '一天最多几件')),
    homeVisitCapacity: reader.maybe(
      '上门最多几件',
      fields.homeVisitCapacity,
      numberIn(reader, '上门最多几件'),
    ),
  };
  if (reader.faults.length > 0) return { faults: reader.faults };
  const differs = Object.entries(wish).filter(
    ([field, value]) => value !== undefined && !isSame(value, agent[field as keyof Entry]),
  );
  return { row: { agent, change: Object.fromEntries(differs) } };
}

export const rosterKey = ({ agent }: RosterRow): string => agent._id;

/** Grids that nobody would look after any more once all these rows are in: told at each row that moves grids there. */
export function uncovered(
  rows: readonly RosterRow[],
  { agents, communities, grids }: Rosters,
): ReadonlyMap<RosterRow, Fault> {
  const changes = new Map(rows.map(({ agent, change }) => [agent._id, change]));
  const after = agents.map((agent) => ({ ...agent, ...changes.get(agent._id) }));
  const moving = rows.filter(({ change }) => change.gridIds !== undefined);
  const faults = communities.flatMap(({ _id }) => {
    const open = uncoveredGrid(
      grids.filter(({ unit }) => unit.community === _id),
      after,
    );
    const fault: Fault = { column: '网格', text: `${open?.name}就没有人管了，请先在表里安排好别人。` };
    return open
      ? moving
          .filter(({ agent }) => agent.unit.community === _id)
          .map((row): [RosterRow, Fault] => [row, fault])
      : [];
  });
  return new Map(faults);
}

function agentIn(reader: Reader, agents: readonly AgentDoc[]): AgentDoc | undefined {
  const [name, phone] = [reader.text('姓名'), reader.text('电话')];
  if (name === '') return reader.wrong('姓名', '请填写姓名。');
  if (phone === '') return reader.wrong('电话', '请填他登记的电话。');
  const namesakes = agents.filter((agent) => nameOf(agent.name) === nameOf(name));
  const found = namesakes.find((agent) => phoneKey(agent.phone) === phoneKey(phone));
  if (found) return found;
  return namesakes.length > 0
    ? reader.wrong('电话', `${name}登记的不是这个号码，请核对。`)
    : reader.wrong('姓名', `这里没有叫“${name}”的代办员。新同事请用“同事”那张表邀请。`);
}

function gridsIn(reader: Reader, agent: AgentDoc, all: readonly OrgDoc[]): string[] | undefined {
  const grids = all.filter(({ unit }) => unit.community === agent.unit.community);
  const names = listed(reader.text('网格'));
  const strange = names.find((name) => named(grids, name).length === 0);
  if (strange) return reader.wrong('网格', `${agent.name}的社区没有“${strange}”，请照“代码”那一页填。`);
  return [...new Set(names.flatMap((name) => named(grids, name).map(({ _id }) => _id)))];
}

/** A number as it is typed; what is none is left as text, which the schema refuses. */
function numberIn(reader: Reader, column: string): number | string {
  const text = reader.text(column);
  return /^\d+$/.test(text) ? Number(text) : text;
}

/** An agent's roster as it is filled in. */
export function rosterCells(agent: AgentDoc, { communities, grids }: Rosters): Cells {
  const { name, phone, unit, gridIds, skills, dutyWeekdays, dutyHours, onCallWeekdays } = agent;
  return {
    姓名: name,
    电话: phone,
    社区: communities.find(({ _id }) => _id === unit.community)?.name ?? '',
    网格: gridIds
      .flatMap((id) => grids.find((grid) => grid._id === id) ?? [])
      .map((grid) => grid.name)
      .join('、'),
    会办: skills.join('、'),
    当班: sayDays(dutyWeekdays),
    上班: dutyHours[0],
    下班: dutyHours[1],
    夜里值守: sayDays(onCallWeekdays) || NONE,
    一天最多几件: String(agent.dailyCapacity),
    上门最多几件: String(agent.homeVisitCapacity),
  };
}
