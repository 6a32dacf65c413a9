import {
  type KeepingChange,
  type SetShelf,
  classOf,
  classOn,
  faultOfClass,
  faultOfDays,
  setShelves,
  shelves,
  standardKeeping,
  yearsOf,
} from '../../../contract/keeping';
import { type ArchiveClass, archiveByCategory, archiveClasses } from '../../../contract/kept';
import { type Rejection, reject } from '../../../contract/errors';
import { addDays, dayOf, instantOf, shanghai } from '../../../contract/time';
import type { CaseDoc, ServiceDoc } from '../documents';
import { originalsOut } from '../case/custody';
import { type Seen, archiveUntil, isUnfinished } from './leaving';

/** 保存期限: when the removal runs, what is over by then, and what a district may set. Rules: docs/decisions/0070. */

const dayMs = 86_400_000;
/** At night, when nobody waits for an answer. */
const RUNS_AT = '03:00';
/** A run that comes so much later than it should: the cloud stood still, or its clock has leapt. */
const LATE_MS = 35 * dayMs;

/** The first time after `now` that the removal begins. */
export function nextRun(now: number): number {
  const today = instantOf(dayOf(now), RUNS_AT);
  return today > now ? today : instantOf(addDays(dayOf(now), 1), RUNS_AT);
}

/**
 * What a run has to do with when it was last written to come (`keepAt`): nothing before its time; where none was written, or one further off
 * than can be (the clock was set back since), it is written anew; and one that is far too late waits a day, because a clock that has
 * leapt ahead would remove what cannot be brought back.
 */
export function turnOf(
  run: { until: number; keepAt?: number } | undefined,
  now: number,
): 'not yet' | 'plan' | 'hold back' | 'run' {
  const { keepAt } = run ?? {};
  if (run === undefined || keepAt === undefined || keepAt > nextRun(now)) return 'plan';
  if (keepAt > now) return 'not yet';
  return now - run.until > LATE_MS ? 'hold back' : 'run';
}

/** What began to count before this instant is kept no longer (`days` of a shelf). */
export const overBefore = (days: number, now: number): number => now - days * dayMs;

/** Cases of this class that ended before this instant are kept no longer; undefined: none ever. */
export function archiveOver(name: ArchiveClass, now: number): number | undefined {
  const years = yearsOf(name);
  return years === undefined ? undefined : shanghai(now).subtract(years, 'year').valueOf();
}

/** The archive's time of this case is over, and nobody has anything to do with it any more. */
export function isOver(kase: Seen, keeping: KeepingChange, now: number): boolean {
  const until = archiveUntil(kase, keeping);
  return until !== undefined && until <= now && !isUnfinished(kase) && !originalsOut(kase);
}

/** No class is shorter: figures of days before this one are closed, since their cases may be gone. */
export const figuresClosedBefore = (now: number): string =>
  dayOf(shanghai(now).subtract(archiveClasses.short.years, 'year').valueOf());

/** What a district wishes to set; `items` absent: those with a class of their own stay as they are. */
export interface KeepingWish {
  days: KeepingChange['days'];
  archive: readonly { category: string; class: ArchiveClass }[];
  items?: readonly { code: string; class: ArchiveClass }[];
}
type Item = Pick<ServiceDoc, 'code' | 'name' | 'category'>;

/** What a district may not set, by its field; what stands already may stay as it is. Errors: BAD_INPUT. */
export function unkeepable(
  { days, archive, items = [] }: KeepingWish,
  catalogue: readonly Item[],
  was: KeepingChange = standardKeeping,
): Rejection | undefined {
  const ofDays = setShelves.flatMap((shelf): [string, string][] => {
    const own = days[shelf];
    const fault = own === undefined ? undefined : faultOfDays(shelf, own);
    return fault === undefined ? [] : [[`days.${shelf}`, fault]];
  });
  const categories = categoriesOf(catalogue);
  const ofClasses = archive.flatMap(({ category, class: name }): [string, string][] => {
    if (!categories.includes(category)) return [[`archive.${category}`, '没有这一类事项，请刷新。']];
    const isTwice = archive.filter((one) => one.category === category).length > 1;
    const fault = isTwice ? '这一类填了两次，请只留一次。' : faultOfClass(category, name);
    return fault === undefined ? [] : [[`archive.${category}`, fault]];
  });
  const ofItems = items.flatMap(({ code, class: name }): [string, string][] => {
    const fault = faultOfItem(code, name);
    return fault === undefined ? [] : [[`items.${code}`, fault]];
  });
  function faultOfItem(code: string, name: ArchiveClass): string | undefined {
    if (items.filter((one) => one.code === code).length > 1) return '这一项填了两次，请只留一次。';
    // Its cases are still there, wherever the item has gone since.
    if (was.items?.[code] === name) return undefined;
    const item = catalogue.find((one) => one.code === code);
    return item ? faultOfClass(item.category, name) : '目录里没有这一项，请刷新。';
  }
  const faults = [...ofDays, ...ofClasses, ...ofItems];
  return faults.length > 0 ? reject('BAD_INPUT', Object.fromEntries(faults)) : undefined;
}

/** Without what says the same as the tables. An item keeps the class that it was given, whatever its category has. */
export function ownOf(
  { days, archive, items }: KeepingWish,
  was: KeepingChange = standardKeeping,
): KeepingChange {
  const ownDays = setShelves.flatMap((shelf): [SetShelf, number][] => {
    const own = days[shelf];
    return own === undefined || own === shelves[shelf].days ? [] : [[shelf, own]];
  });
  const classes = archive.filter(({ category, class: name }) => name !== classOn(category));
  return {
    days: Object.fromEntries(ownDays),
    archive: Object.fromEntries(classes.map(({ category, class: name }) => [category, name])),
    items: items ? Object.fromEntries(items.map(({ code, class: name }) => [code, name])) : (was.items ?? {}),
  };
}

/** What a district sets itself in one line, as the journal tells it. */
export const sayKept = (
  { days, archive, items = {} }: KeepingChange = standardKeeping,
  catalogue: readonly Item[] = [],
): string =>
  [
    ...setShelves.flatMap((shelf) =>
      days[shelf] === undefined ? [] : `${shelves[shelf].name}${days[shelf]}天`,
    ),
    ...Object.entries(archive).flatMap(([category, name]) =>
      name === undefined ? [] : `${category}${archiveClasses[name].name}`,
    ),
    ...Object.entries(items).flatMap(([code, name]) =>
      name === undefined ? [] : `“${itemOf(code, catalogue).name}”${archiveClasses[name].name}`,
    ),
  ].join('；');

/** One that the catalogue has no more is known by its code. */
const itemOf = (code: string, catalogue: readonly Item[]): Item =>
  catalogue.find((one) => one.code === code) ?? { code, name: code, category: '' };

/** Items with a class of their own, and the class that a case of them has today. */
export const ownClasses = (
  catalogue: readonly Item[],
  keeping: KeepingChange = standardKeeping,
): { code: string; name: string; category: string; class: ArchiveClass }[] =>
  Object.keys(keeping.items ?? {}).map((serviceCode) => {
    const { code, name, category } = itemOf(serviceCode, catalogue);
    return { code, name, category, class: classOf({ category, serviceCode }, keeping) };
  });

/** The categories that have a class: those of the catalogue, and those that the table or the district names. */
export const categoriesOf = (
  items: readonly Pick<CaseDoc, 'category'>[],
  { archive }: KeepingChange = standardKeeping,
): string[] => [
  ...new Set([
    ...items.map(({ category }) => category),
    ...Object.keys(archiveByCategory),
    ...Object.keys(archive),
  ]),
];
