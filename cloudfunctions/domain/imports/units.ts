import { isRejection } from '../../../contract/errors';
import { type OpeningHours, type Tier, openingHours, unitAdd } from '../../../contract/models';
import { tierBelow } from '../../../contract/tiers';
import { tierNames } from '../../../contract/words';
import type { OrgDoc, Span } from '../documents';
import { faultsOfHours, saySpans } from '../time/hours';
import { added, faultOfCount, faultOfName } from '../units/change';
import { aboveOf } from '../units/tree';
import { type Cells, type Column, type Read, Reader, listed, named, paddedTime } from './column';
import { isSame } from './mark';

/** 单位: what stands below what, and how each is reached. */
export const unitColumns = [
  { name: '级别', hint: '从下拉里选：街道、社区或网格。', width: 10, isNeeded: true },
  { name: '名称', hint: '已经有的单位按名称对上，别的格子照这张表改。', width: 20, isNeeded: true },
  {
    name: '上级',
    hint: '它属于哪个单位。这张表里新加的上级，要写在它前面的行。不填就是这张表所属的单位。',
    width: 18,
  },
  { name: '便民服务站', hint: '站叫什么。下面各列空着就是不改。', width: 20 },
  { name: '地址', hint: '写到门牌。', width: 28 },
  { name: '电话', hint: '手机号11位，座机带区号。', width: 18 },
  { name: '下班后电话', hint: '没人上班时打哪个号码。', width: 18 },
  { name: '工作日开门', hint: '只有社区填。比如：8:30-11:30、13:30-17:00。', width: 28 },
  { name: '周六开门', hint: '只有社区填。比如：9:00-11:30；不开门就写“不开门”。', width: 18 },
  { name: '小区和楼栋', hint: '社区和网格填，用顿号隔开，居民按这些名字找到这里。', width: 40 },
] as const satisfies Column[];

const SHUT = '不开门';
/** What belongs to some tiers alone, as the form of a unit has it. */
const only: Partial<Record<string, readonly Tier[]>> = {
  便民服务站: ['district', 'street', 'community'],
  地址: ['district', 'street', 'community'],
  电话: ['district', 'street', 'community'],
  下班后电话: ['district', 'street', 'community'],
  工作日开门: ['community'],
  周六开门: ['community'],
  小区和楼栋: ['community', 'grid'],
};

const belongs = (column: string, tier: Tier): boolean => only[column]?.includes(tier) ?? true;

type Facts = Partial<Pick<OrgDoc, 'station' | 'address' | 'phone' | 'afterHoursPhone' | 'estates'>>;

export interface UnitRow {
  /** as it will be; of one that is there: as it is */
  unit: OrgDoc;
  isNew: boolean;
  facts: Facts;
  /** of a community: what its hours are to be, where they are to be others */
  hours?: OpeningHours;
}

/** Reads the rows of one file in their order: what a row adds, those after it may stand on. */
export class UnitReader {
  private readonly tree: OrgDoc[];

  /** `units`: the top and all under it. `hoursOf`: a community's hours as they are. `today` as `2026-11-24`. */
  constructor(
    private readonly top: OrgDoc,
    units: readonly OrgDoc[],
    private readonly hoursOf: (unit: OrgDoc) => OpeningHours,
    private readonly today: string,
  ) {
    this.tree = [...units];
  }

  read(cells: Cells): Read<UnitRow> {
    const reader = new Reader(cells);
    const tier = (Object.keys(tierNames) as Tier[]).find((one) => tierNames[one] === reader.text('级别'));
    if (!tier) reader.wrong('级别', '请填街道、社区或网格。');
    const name = reader.read('名称', unitAdd.name);
    const facts: Facts = {
      station: reader.maybe('便民服务站', unitAdd.station),
      address: reader.maybe('地址', unitAdd.address),
      phone: reader.maybe('电话', unitAdd.phone),
      afterHoursPhone: reader.maybe('下班后电话', unitAdd.afterHoursPhone),
      estates: reader.maybe('小区和楼栋', unitAdd.estates, listedOrNone(reader.text('小区和楼栋'))),
    };
    if (!tier) return { faults: reader.faults };
    for (const column of Object.keys(only))
      if (reader.text(column) !== '' && !belongs(column, tier))
        reader.wrong(column, `${tierNames[tier]}不填这一格，请空着。`);
    if (name === undefined) return { faults: reader.faults };
    const unit = this.unitOf(reader, tier, name, facts);
    const hours = unit && this.hoursIn(reader, unit);
    if (reader.faults.length > 0 || !unit) return { faults: reader.faults };
    const isNew = !this.tree.some(({ _id }) => _id === unit._id);
    if (isNew) this.tree.push(unit);
    return { row: { unit, isNew, facts, hours } };
  }

  /** The unit that is meant: one that is there, or a new one. */
  private unitOf(reader: Reader, tier: Tier, name: string, facts: Facts): OrgDoc | undefined {
    if (tier === this.top.tier && named([this.top], name).length > 0) return this.top;
    const above = this.aboveIn(reader, tier);
    if (!above) return undefined;
    const siblings = this.tree.filter((unit) => unit.tier === tier && aboveOf(unit) === above._id);
    const [known] = named(siblings, name);
    if (known) return known;
    const unit = added(above, `new-${this.tree.length}`, { name, ...facts });
    const fault = isRejection(unit)
      ? unit
      : (faultOfName(name, siblings) ?? faultOfCount(above, siblings.length + 1));
    if (fault) return reader.refused(fault, { above: '上级' }, '名称');
    return isRejection(unit) ? undefined : unit;
  }

  private aboveIn(reader: Reader, tier: Tier): OrgDoc | undefined {
    const text = reader.text('上级');
    const isRight = (unit: OrgDoc) => tierBelow[unit.tier] === tier;
    if (text === '') {
      if (isRight(this.top)) return this.top;
      return reader.wrong('上级', `请填这个${tierNames[tier]}属于哪个单位。`);
    }
    const [first, ...others] = named(this.tree.filter(isRight), text);
    if (first && others.length === 0) return first;
    if (first) return reader.wrong('上级', `有几个单位都叫${text}，请到它上级的页面里导入。`);
    const [stranger] = named(this.tree, text);
    return reader.wrong(
      '上级',
      stranger
        ? `${tierNames[stranger.tier]}下面不能直接设${tierNames[tier]}，请换一个上级。`
        : `没有叫“${text}”的单位。新加的上级要写在这一行前面，并且没有问题。`,
    );
  }

  /** What the hours are to be. Other hours on some weekdays and single days stay as they are. */
  private hoursIn(reader: Reader, unit: OrgDoc): OpeningHours | undefined {
    const before = this.hoursOf(unit);
    const open = spansIn(reader, '工作日开门') ?? before.open;
    const saturday = spansIn(reader, '周六开门') ?? before.saturday;
    const hours = { ...before, open, saturday };
    if (isSame(hours, before) || reader.faults.length > 0) return undefined;
    const faults = Object.entries(faultsOfHours(hours, this.today));
    for (const [field, text] of faults) reader.wrong(field === 'saturday' ? '周六开门' : '工作日开门', text);
    return hours;
  }
}

/** Two rows of one file with this key are one unit. */
export const unitKey = ({ unit }: UnitRow): string => unit._id;

const listedOrNone = (text: string) => (text === '' ? '' : listed(text));

function spansIn(reader: Reader, column: string): Span[] | undefined {
  const text = reader.text(column);
  if (text === '') return undefined;
  if (text === SHUT) return [];
  const spans = listed(text).map((span) =>
    span
      .split(/[-\u2014\u2013~\u81f3\u5230]+/)
      .map(paddedTime)
      .filter(Boolean),
  );
  return reader.read(column, openingHours.entries.open, spans);
}

/** A unit as it is filled in. */
export function unitCells(unit: OrgDoc, above: string, hours: OpeningHours): Cells {
  const { name, tier, station, address, phone, afterHoursPhone, estates = [] } = unit;
  const cells: Cells = {
    级别: tierNames[tier],
    名称: name,
    上级: above,
    便民服务站: station,
    地址: address,
    电话: phone,
    下班后电话: afterHoursPhone,
    工作日开门: saySpans(hours.open),
    周六开门: saySpans(hours.saturday) || SHUT,
    小区和楼栋: estates.join('、'),
  };
  return Object.fromEntries(Object.entries(cells).filter(([column]) => belongs(column, tier)));
}
