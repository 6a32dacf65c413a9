import * as v from 'valibot';
import { limits } from '../../../contract/limits';
import { type ServiceItem, serviceDraft } from '../../../contract/models';
import { OF_CATALOGUE, actorNames, materialSources, modes, tierNames } from '../../../contract/words';
import { type Cells, type Column, type Read, Reader, listed, nameOf } from './column';
import { isSame } from './mark';

/** 服务目录: an item a row, with its ten elements. What has several entries has a line for each, its parts with ｜ between. */
export const catalogueColumns = [
  {
    name: '编号',
    hint: '已有的事项照抄，不能改。新事项自己起：小写字母、数字和短横线。',
    width: 24,
    isNeeded: true,
  },
  { name: '名称', hint: '新事项要填。下面各列空着就是不改。', width: 20 },
  { name: '类别', hint: '从下拉里选。', width: 16 },
  { name: '一句话说明', hint: '这是什么事。', width: 30, isLong: true },
  { name: '给谁办', hint: '一行一条（同一格里换行按 Alt+回车）。', width: 24, isLong: true },
  { name: '办理条件', hint: '一行一条。', width: 36, isLong: true },
  { name: '依据', hint: '一行一条：文件名称｜文号。', width: 36, isLong: true },
  {
    name: '材料',
    hint: '一行一样，名称在前，后面用｜隔开：原件、复印1份、电子证照也行、从哪里来、有的情况才要：……、说明。',
    width: 48,
    isLong: true,
  },
  { name: '在哪里办', hint: '在哪里办、哪里审。', width: 30, isLong: true },
  { name: '哪一级办', hint: '最后由哪一级办，从下拉里选。', width: 10 },
  { name: '步骤', hint: '一行一步：名称｜谁来做｜2个工作日｜做什么。', width: 48, isLong: true },
  { name: '收多少钱', hint: '写数字，单位是元；不收费写 0。', width: 10 },
  { name: '收费说明', hint: '比如：不收费。', width: 20, isLong: true },
  { name: '法定工作日', hint: '国家规定最多几个工作日；没有规定就写“没有规定”。', width: 12 },
  { name: '承诺工作日', hint: '我们答应几个工作日；当场办好写 0。', width: 12 },
  { name: '办理时间', hint: '什么时间能办。', width: 30, isLong: true },
  { name: '咨询', hint: '写上电话。', width: 30, isLong: true },
  { name: '监督投诉', hint: '写上电话，比如 12345。', width: 20, isLong: true },
  { name: '怎么办', hint: '用顿号隔开：上门代办、预约代办、线上代办、到站办理。', width: 24 },
  { name: '居民会怎么说', hint: '一行一个说法，查找就靠它。', width: 24, isLong: true },
] as const satisfies Column[];

type Name = (typeof catalogueColumns)[number]['name'];
type Material = ServiceItem['materials'][number];
type Step = ServiceItem['steps'][number];

const NO_RULE = '没有规定';
const PART = '｜';
const WHEN = '什么时候要：';
const ORIGINAL = '原件';
const LICENCE = '电子证照也行';
const BY_ACCEPTING = '接单就算做完';

/** The words of a table, and what each stands for. */
const keyOf = <K extends string>(names: Readonly<Record<K, string>>, word: string): K | undefined =>
  (Object.keys(names) as K[]).find((key) => nameOf(names[key]) === nameOf(word));
const tiers = {
  community: tierNames.community,
  street: tierNames.street,
  district: tierNames.district,
} as const;
/** As the form says who does a step. */
const actors = { ...actorNames, resident: '居民自己' };
const partsOf = (line: string) =>
  line
    .split(/[|\uFF5C]/)
    .map((part) => part.trim())
    .filter(Boolean);
const lines = (text: string) => text.split('\n').filter(Boolean);

/** What a cell says of an item, and an item in a cell: undefined where a word of it is none that there is. */
interface Field {
  take(text: string): Partial<ServiceItem> | undefined;
  say(item: ServiceItem): string;
}

type TextField = 'name' | 'summary' | 'acceptedAt' | 'serviceHours' | 'consultation' | 'supervision';
type ListField = 'audience' | 'conditions' | 'keywords';
const text = (field: TextField): Field => ({
  take: (value) => ({ [field]: value }),
  say: (item) => item[field],
});
const list = (field: ListField): Field => ({
  take: (value) => ({ [field]: lines(value) }),
  say: (item) => item[field].join('\n'),
});
const asNumber = (value: string): number | undefined =>
  /^\d+(\.\d{1,2})?$/.test(value) ? Number(value) : undefined;

const fields: Record<Exclude<Name, '编号' | '收多少钱' | '收费说明'>, Field> = {
  名称: text('name'),
  类别: {
    take: (value) => (OF_CATALOGUE.some((one) => one === value) ? { category: value } : undefined),
    say: ({ category }) => category,
  },
  一句话说明: text('summary'),
  给谁办: list('audience'),
  办理条件: list('conditions'),
  依据: {
    take: (value) => ({
      legalBasis: lines(value).map((line) => {
        const [title = '', ...docNo] = partsOf(line);
        return { title, docNo: docNo.join(PART) };
      }),
    }),
    say: ({ legalBasis }) =>
      legalBasis.map(({ title, docNo }) => [title, docNo].filter(Boolean).join(PART)).join('\n'),
  },
  材料: {
    take: (value) => ({ materials: lines(value).map(materialOf) }),
    say: ({ materials }) => materials.map(sayMaterial).join('\n'),
  },
  在哪里办: text('acceptedAt'),
  哪一级办: {
    take(value) {
      const finalTier = keyOf(tiers, value);
      return finalTier && { finalTier };
    },
    say: ({ finalTier }) => tiers[finalTier],
  },
  步骤: {
    take(value) {
      const steps = lines(value).map(stepOf);
      return steps.every((step) => step !== undefined) ? { steps } : undefined;
    },
    say: ({ steps }) => steps.map(sayStep).join('\n'),
  },
  法定工作日: {
    take(value) {
      const days = value === NO_RULE ? null : asNumber(value);
      return days === undefined ? undefined : { statutoryWorkingDays: days };
    },
    say: ({ statutoryWorkingDays: days }) => (days === null ? NO_RULE : String(days)),
  },
  承诺工作日: {
    take(value) {
      const promisedWorkingDays = asNumber(value);
      return promisedWorkingDays === undefined ? undefined : { promisedWorkingDays };
    },
    say: ({ promisedWorkingDays }) => String(promisedWorkingDays),
  },
  办理时间: text('serviceHours'),
  咨询: text('consultation'),
  监督投诉: text('supervision'),
  怎么办: {
    take(value) {
      const chosen = listed(value).map((word) => keyOf(modes, word));
      return chosen.every((one) => one !== undefined) ? { modes: chosen } : undefined;
    },
    say: (item) => item.modes.map((one) => modes[one]).join('、'),
  },
  居民会怎么说: list('keywords'),
};

/** What to do where a word of a cell is none that there is. */
const strange: Partial<Record<Name, string>> = {
  类别: '没有这个类别，请照“代码”那一页填。',
  哪一级办: '请填社区、街道或区。',
  步骤: '每一步写成：名称｜谁来做｜几个工作日｜做什么。谁来做请照“代码”那一页填。',
  法定工作日: '请写整数；没有规定就写“没有规定”。',
  承诺工作日: '请写几个工作日，当场办好写 0。',
  怎么办: '没有这种办法，请照“代码”那一页填。',
};

/** Which column says a field of an item. */
const columnOf: Partial<Record<string, Name>> = {
  code: '编号',
  name: '名称',
  category: '类别',
  summary: '一句话说明',
  audience: '给谁办',
  conditions: '办理条件',
  legalBasis: '依据',
  materials: '材料',
  acceptedAt: '在哪里办',
  finalTier: '哪一级办',
  steps: '步骤',
  fee: '收多少钱',
  statutoryWorkingDays: '法定工作日',
  promisedWorkingDays: '承诺工作日',
  serviceHours: '办理时间',
  consultation: '咨询',
  supervision: '监督投诉',
  modes: '怎么办',
  keywords: '居民会怎么说',
};

/** What may be chosen: column → words. */
export const catalogueLists: Partial<Record<Name, readonly string[]>> = {
  类别: OF_CATALOGUE,
  材料: Object.values(materialSources),
  哪一级办: Object.values(tiers),
  步骤: Object.values(actors),
  怎么办: Object.values(modes),
};

export interface CatalogueRow {
  item: ServiceItem;
  /** how often the draft had been saved that the row was read against */
  rev: number;
  isChanged: boolean;
}

/** An item as the office sees it: its draft, else what is published. */
export interface Shown {
  item: ServiceItem;
  rev: number;
}

/** `known`: what is there, by its code. A row changes of it what its cells say. */
export function catalogueRowOf(cells: Cells, known: ReadonlyMap<string, Shown>): Read<CatalogueRow> {
  const reader = new Reader(cells);
  const code = reader.read('编号', serviceDraft.entries.code);
  if (code === undefined) return { faults: reader.faults };
  const shown = known.get(code);
  const { item: before, rev } = shown ?? { item: blank(code), rev: 0 };
  if (!shown && reader.text('名称') === '') reader.wrong('名称', '目录里没有这个编号。新事项请填名称。');
  const said = Object.entries(fields).flatMap(([column, field]) => {
    const value = reader.text(column);
    // What stands there as it was said is as it was: an item may hold words that this table does not know.
    if (value === '' || (shown && value === field.say(before))) return [];
    const taken = field.take(value);
    return taken ?? reader.wrong(column, strange[column as Name] ?? '这一格不对，请照模板改好。') ?? [];
  });
  const item: ServiceItem = Object.assign({}, before, ...said, { fee: feeIn(reader, before.fee) });
  if (reader.faults.length > 0) return { faults: reader.faults };
  const checked = v.safeParse(serviceDraft, item);
  for (const { path, message } of checked.issues ?? [])
    reader.wrong(columnOf[String(path?.[0]?.key)] ?? '编号', message);
  if (reader.faults.length > 0 || !checked.success) return { faults: reader.faults };
  return { row: { item: checked.output, rev, isChanged: !shown || !isSame(checked.output, before) } };
}

export const catalogueKey = ({ item }: CatalogueRow): string => item.code;

/** More items than a catalogue may have. */
export const tooMany = `目录最多${limits.items}项，请先并掉几项。`;

function feeIn(reader: Reader, before: ServiceItem['fee']): ServiceItem['fee'] {
  const text = reader.text('收多少钱');
  const amount = text === '' ? before.amount : asNumber(text);
  if (amount === undefined) reader.wrong('收多少钱', '金额要写成数字，比如 5 或 5.50。');
  return { amount: amount ?? 0, note: reader.text('收费说明') || before.note };
}

/** An item as it is filled in. */
export const catalogueCells = (item: ServiceItem): Cells => ({
  ...Object.fromEntries(Object.entries(fields).map(([column, field]) => [column, field.say(item)])),
  编号: item.code,
  收多少钱: String(item.fee.amount),
  收费说明: item.fee.note,
});

function materialOf(line: string): Material {
  const [name = '', ...parts] = partsOf(line);
  const material: Material = {
    name,
    original: false,
    copies: 0,
    required: true,
    when: '',
    source: 'self',
    electronicLicence: false,
    note: '',
  };
  const notes: string[] = [];
  for (const part of parts) {
    const copies = /^复印(?:件)?(\d+)份$/.exec(part)?.[1];
    const source = keyOf(materialSources, part);
    const when = /^(有的情况才要|什么时候要)[:\uFF1A](.*)$/.exec(part);
    if (part === ORIGINAL) material.original = true;
    else if (part === LICENCE) material.electronicLicence = true;
    else if (copies !== undefined) material.copies = Number(copies);
    else if (source) material.source = source;
    else if (when) Object.assign(material, { when: when[2], required: when[1] === '什么时候要' });
    else notes.push(part);
  }
  return { ...material, note: notes.join(PART) };
}

const sayMaterial = ({ name, original, electronicLicence, copies, required, when, source, note }: Material) =>
  [
    name,
    original && ORIGINAL,
    copies > 0 && `复印${copies}份`,
    electronicLicence && LICENCE,
    materialSources[source],
    required ? when && WHEN + when : `有的情况才要：${when}`,
    note,
  ]
    .filter(Boolean)
    .join(PART);

function stepOf(line: string): Step | undefined {
  const [name = '', who = '', ...rest] = partsOf(line);
  const actor = keyOf(actors, who);
  const days = /^(\d+)个?(?:工作日|天)$/.exec(rest[0] ?? '')?.[1];
  if (!actor || days === undefined) return undefined;
  const isByAccepting = rest.includes(BY_ACCEPTING);
  const detail = rest
    .slice(1)
    .filter((part) => part !== BY_ACCEPTING)
    .join(PART);
  return {
    name,
    actor,
    detail,
    workingDays: Number(days),
    ...(isByAccepting && { doneBy: 'accept' as const }),
  };
}

const sayStep = ({ name, actor, workingDays, detail, doneBy }: Step) =>
  [name, actors[actor], `${workingDays}个工作日`, detail, doneBy && BY_ACCEPTING].filter(Boolean).join(PART);

/** A new item before anything is said of it: what the table has no column for is typed on its page. */
const blank = (code: string): ServiceItem => ({
  code,
  openAtOnce: 'one',
  name: '',
  category: '',
  summary: '',
  audience: [],
  legalBasis: [],
  conditions: [],
  materials: [],
  acceptedAt: '',
  finalTier: 'community',
  steps: [],
  fee: { amount: 0, note: '' },
  statutoryWorkingDays: null,
  promisedWorkingDays: 0,
  serviceHours: '',
  consultation: '',
  supervision: '',
  modes: [],
  residentMustAppear: { required: false, reason: '' },
  keywords: [],
  example: { note: '', result: '' },
  relatedCodes: [],
  subtypes: [],
  localVariation: '',
  sources: [],
  confidence: 'medium',
});
