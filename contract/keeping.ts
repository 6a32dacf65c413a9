import { type ArchiveClass, archiveByCategory, archiveClasses } from './kept';

/**
 * 保存期限: what time alone removes, and after how many days. The district sets the days within what law asks for at least and the purpose
 * allows at most (个人信息保护法 19, 56; 档案法; DA/T 85-2019). One table: the removal, its preview, the page and the assessment are made from it.
 */
export interface Shelf {
  /** 种类 */
  name: string;
  /** from when its days count */
  from: string;
  days: number;
  /** absent: the same everywhere, and not to be set */
  bounds?: {
    least: number;
    /** why not shorter: the law, or what would not work any more */
    needs: string;
    most: number;
    /** why not longer: what it is there for */
    serves: string;
  };
}

const threeYears = '个人信息保护法第56条要求处理情况的记录至少留三年';

export const shelves = {
  inbox: {
    name: '收件箱里的通知',
    from: '发出以后',
    days: 365,
    bounds: {
      least: 90,
      needs: '居民要靠它查办到哪一步，好来评价、投诉、要求复核',
      most: 1095,
      serves: '通知只为告诉办到哪一步，办件的经过另外存着',
    },
  },
  contacts: {
    name: '办结的事里留的电话和门牌',
    from: '办结以后',
    days: 365,
    bounds: {
      least: 90,
      needs: '回访、评价、说没办好、要求复核的时候还要找得到居民',
      most: 1095,
      serves: '电话和门牌只为办这件事找得到人，登记里另外有',
    },
  },
  calls: { name: '请打电话告知', from: '打通以后', days: 365 },
  invitations: {
    name: '接受了、收回了、过了期的邀请',
    from: '过期以后',
    days: 30,
    bounds: {
      least: 7,
      needs: '刚过期的邀请还要查得到发给了谁',
      most: 180,
      serves: '邀请只为让人接受岗位，接受以后登记里有',
    },
  },
  importRows: {
    name: '表格导入前后的内容，撤回导入用',
    from: '导入以后',
    days: 7,
    bounds: {
      least: 2,
      needs: '导入以后24小时里可以撤回',
      most: 90,
      serves: '过了24小时就不能撤回，留着没有用处',
    },
  },
  requests: {
    name: '答复过的个人信息请求',
    from: '提出以后',
    days: 1095,
    bounds: {
      least: 1095,
      needs: threeYears,
      most: 3650,
      serves: '留着只为查得到怎么答复的',
    },
  },
  looks: {
    name: '谁看过、谁改过登记的记录',
    from: '记下以后',
    days: 1825,
    bounds: {
      least: 1095,
      needs: threeYears,
      most: 3650,
      serves: '留着只为查得到谁看过，比档案的10年更长就没有用处',
    },
  },
  exports: { name: '谁取走过表格和副本的记录', from: '取走以后', days: 1095 },
  alarms: { name: '处理好的告警、页面报错', from: '最后一次出现以后', days: 180 },
} as const satisfies Record<string, Shelf>;
export type ShelfName = keyof typeof shelves;
export const shelfNames = Object.keys(shelves) as ShelfName[];

type Bound = { [S in ShelfName]: (typeof shelves)[S] extends { bounds: object } ? S : never }[ShelfName];
/** Those whose days a district sets. */
export const setShelves = shelfNames.filter((name): name is Bound => 'bounds' in shelves[name]);
export type SetShelf = Bound;

/** What a district has set; what it has not is as the tables say. */
export interface KeepingChange {
  days: Partial<Record<SetShelf, number>>;
  /** the archive's class of an item's category */
  archive: Readonly<Partial<Record<string, ArchiveClass>>>;
  /** of single items, by their code: it holds over that of their category. What was stored before 2026-11-30 has none */
  items?: Readonly<Partial<Record<string, ArchiveClass>>>;
}

export const standardKeeping: KeepingChange = { days: {}, archive: {} };

/** After so many days it is removed. */
export const daysOn = (shelf: ShelfName, { days }: KeepingChange = standardKeeping): number => {
  const own: Partial<Record<ShelfName, number>> = days;
  return own[shelf] ?? shelves[shelf].days;
};

/** From the shortest to the longest. */
export const classesUp = ['short', 'long', 'permanent'] as const satisfies ArchiveClass[];

/** The class that the law gives a category. */
const lawOf = (category: string): ArchiveClass => archiveByCategory[category] ?? 'short';

/** The classes that a category, and each of its items, may have: the law's and the next one up. */
export function classesFor(category: string): ArchiveClass[] {
  const at = classesUp.indexOf(lawOf(category));
  return classesUp.slice(at, at + 2);
}

export const classOn = (category: string, { archive }: KeepingChange = standardKeeping): ArchiveClass =>
  archive[category] ?? lawOf(category);

/**
 * The class of a case: its item's own, else its category's. An item may have moved to another category since its class was set: the law's of
 * the category that the case was asked for under is the least.
 */
export function classOf(
  { category, serviceCode }: { category: string; serviceCode: string },
  keeping: KeepingChange = standardKeeping,
): ArchiveClass {
  const own = keeping.items?.[serviceCode];
  if (own === undefined) return classOn(category, keeping);
  const least = lawOf(category);
  return classesUp.indexOf(own) < classesUp.indexOf(least) ? least : own;
}

/** Years that a case of this class is kept after its end; undefined: for good. */
export function yearsOf(name: ArchiveClass): number | undefined {
  const classes: Record<ArchiveClass, { name: string; years?: number }> = archiveClasses;
  return classes[name].years;
}

/** Why a shelf may not be kept for so many days; undefined: it may. */
export function faultOfDays(shelf: SetShelf, days: number): string | undefined {
  const { least, needs, most, serves } = shelves[shelf].bounds;
  if (days < least) return `${needs}，最少留${least}天。`;
  if (days > most) return `${serves}，最多留${most}天。`;
  return undefined;
}

/** Why a category, or an item of it, may not have this class; undefined: it may. */
export function faultOfClass(category: string, name: ArchiveClass): string | undefined {
  const may = classesFor(category);
  if (may.includes(name)) return undefined;
  const names = may.map((one) => archiveClasses[one].name).join('或者');
  const isShorter = classesUp.indexOf(name) < classesUp.indexOf(may[0] ?? 'short');
  return isShorter
    ? `“${category}”的办件，档案规定至少留${archiveClasses[may[0] ?? 'short'].name}，请选${names}。`
    : `“${category}”的办件用不着留这么久，请选${names}。`;
}
