import { address, personName, phone } from '../../../contract/models';
import type { OrgDoc, PersonDoc } from '../documents';
import { personKey } from '../person-key';
import { asShown, ofPerson } from '../shown';
import { type Cells, type Column, type Read, Reader, nameOf, named } from './column';
import { hasStars, phoneShown, starred } from './starred';

/** 居民: who lives where. */
export const residentColumns = [
  { name: '姓名', hint: '和身份证上一样，中间的点照写。', width: 14, isNeeded: true },
  { name: '电话', hint: '手机号11位，座机带区号。', width: 18, isNeeded: true },
  { name: '社区', hint: '从下拉里选。只管一个社区的可以不填。', width: 16 },
  { name: '网格或小区', hint: '从下拉里选网格，或者写小区的名称。不清楚可以不填。', width: 18 },
  { name: '门牌', hint: '写楼号、单元和门牌，比如：3号楼2单元501。', width: 28 },
] as const satisfies Column[];

export interface ResidentRow {
  name: string;
  /** with stars: of somebody who is there, as a file that was taken out has it */
  phone: string;
  address?: string;
  community: OrgDoc;
  grid?: OrgDoc;
}

/** Where rows may say that people live: what lies under the unit that the file is for. */
export interface Places {
  communities: readonly OrgDoc[];
  grids: readonly OrgDoc[];
}

export function residentOf(cells: Cells, { communities, grids }: Places): Read<ResidentRow> {
  const reader = new Reader(cells);
  const name = reader.read('姓名', personName);
  const written = reader.text('电话');
  const isThere = hasStars(written);
  const number = isThere ? starred(written) : reader.read('电话', phone);
  const community = communityOf(reader, communities);
  const found = community && gridOf(reader, community, grids);
  const door = reader.text('门牌');
  const estate = found?.estate ?? '';
  const home = hasStars(door)
    ? isThere
      ? undefined
      : reader.wrong('门牌', '星号不是门牌，请写全，不清楚就空着。')
    : reader.maybe('门牌', address, door === '' || door.startsWith(estate) ? door : estate + door);
  if (reader.faults.length > 0 || name === undefined || number === undefined || !community)
    return { faults: reader.faults };
  return { row: { name, phone: number, address: home, community, grid: found?.grid } };
}

/** Two rows of one file with this key are one person. Rows with stars write nothing: whom each is, the register says. */
export const residentKey = ({ community, ...who }: ResidentRow): string | undefined =>
  hasStars(who.phone) ? undefined : `${community._id}\n${personKey(who)}`;

/** An entry as its row, with as much as the managers' list shows of it. `nameOf`: of a unit by its id. */
export const residentCells = (
  { name, phone: number, address: door, unit }: PersonDoc,
  nameOfUnit: (id: string | undefined) => string,
): Cells => ({
  姓名: asShown('name', name, ofPerson.name.found) ?? '',
  电话: phoneShown(number),
  社区: nameOfUnit(unit.community),
  网格或小区: nameOfUnit(unit.grid),
  门牌: asShown('address', door, ofPerson.address.found) ?? '',
});

function communityOf(reader: Reader, communities: readonly OrgDoc[]): OrgDoc | undefined {
  const text = reader.text('社区');
  const [first, ...others] = text === '' ? communities : named(communities, text);
  if (first && others.length === 0) return first;
  if (text === '') return reader.wrong('社区', '请填社区。');
  return reader.wrong(
    '社区',
    first
      ? `有几个社区都叫${text}，请到它所在街道的页面里导入。`
      : `没有叫“${text}”的社区，请照“代码”那一页填。`,
  );
}

/** The grid of this name, or the one that the estate lies in. An estate of several grids says the community alone. */
function gridOf(
  reader: Reader,
  community: OrgDoc,
  all: readonly OrgDoc[],
): { grid?: OrgDoc; estate?: string } | undefined {
  const text = reader.text('网格或小区');
  if (text === '') return {};
  const grids = all.filter(({ unit }) => unit.community === community._id);
  const [grid] = named(grids, text);
  if (grid) return { grid };
  const has = ({ estates = [], closedAt }: OrgDoc) =>
    closedAt === undefined && estates.some((estate) => nameOf(estate) === nameOf(text));
  const around = grids.filter(has);
  if (around.length === 0 && !has(community))
    return reader.wrong('网格或小区', `${community.name}没有“${text}”，请照“代码”那一页填。`);
  return { grid: around.length === 1 ? around[0] : undefined, estate: text };
}
