import type { ServiceItem } from '../../../contract/models';
import { OF_CATALOGUE, actorNames, materialSources, modes, tierNames } from '../../../contract/words';
import type { CatalogueColumn } from './catalogue-columns';
import { listed, nameOf } from './column';

/** An item in the cells of a row, and back: what has several entries has a line for each, its parts with ｜ between. */

type Material = ServiceItem['materials'][number];
type Step = ServiceItem['steps'][number];

const NO_RULE = '没有规定';
const PART = '｜';
const WHEN = '什么时候要：';
const ORIGINAL = '原件';
const LICENCE = '电子证照也行';
/** Its lines have this between them in a cell, where a line is a material. */
const SAMPLE_LINE = '／';
const BY_ACCEPTING = '接单就算做完';

/** The words of a table, and what each stands for. */
const keyOf = <K extends string>(names: Readonly<Record<K, string>>, word: string): K | undefined =>
  (Object.keys(names) as K[]).find((key) => nameOf(names[key]) === nameOf(word));
export const tiers = {
  community: tierNames.community,
  street: tierNames.street,
  district: tierNames.district,
} as const;
/** As the form says who does a step. */
export const actors = { ...actorNames, resident: '居民自己' };
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
export const asNumber = (value: string): number | undefined =>
  /^\d+(\.\d{1,2})?$/.test(value) ? Number(value) : undefined;

export const fields: Record<Exclude<CatalogueColumn, '编号' | '收多少钱' | '收费说明'>, Field> = {
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
export const strange: Partial<Record<CatalogueColumn, string>> = {
  类别: '没有这个类别，请照“代码”那一页填。',
  哪一级办: '请填社区、街道或区。',
  步骤: '每一步写成：名称｜谁来做｜几个工作日｜做什么。谁来做请照“代码”那一页填。',
  法定工作日: '请写整数；没有规定就写“没有规定”。',
  承诺工作日: '请写几个工作日，当场办好写 0。',
  怎么办: '没有这种办法，请照“代码”那一页填。',
};

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
    const mayFollow = /^可后补(\d+)个?工作日$/.exec(part)?.[1];
    const when = /^(有的情况才要|什么时候要)[:\uFF1A](.*)$/.exec(part);
    const sample = /^样子[:\uFF1A](.*)$/.exec(part)?.[1];
    if (sample !== undefined) material.sample = sample.split(SAMPLE_LINE);
    else if (part === ORIGINAL) material.original = true;
    else if (part === LICENCE) material.electronicLicence = true;
    else if (copies !== undefined) material.copies = Number(copies);
    else if (mayFollow !== undefined) material.mayFollowDays = Number(mayFollow);
    else if (source) material.source = source;
    else if (when) Object.assign(material, { when: when[2], required: when[1] === '什么时候要' });
    else notes.push(part);
  }
  return { ...material, note: notes.join(PART) };
}

const sayMaterial = ({
  name,
  original,
  electronicLicence,
  copies,
  mayFollowDays,
  required,
  when,
  source,
  sample,
  note,
}: Material) =>
  [
    name,
    original && ORIGINAL,
    copies > 0 && `复印${copies}份`,
    electronicLicence && LICENCE,
    mayFollowDays !== undefined && `可后补${mayFollowDays}个工作日`,
    materialSources[source],
    required ? when && WHEN + when : `有的情况才要：${when}`,
    sample && `样子：${sample.join(SAMPLE_LINE)}`,
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
