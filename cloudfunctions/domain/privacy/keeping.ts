import {
  type KeepingChange,
  type SetShelf,
  archiveYearsOn,
  classOn,
  faultOfClass,
  faultOfDays,
  setShelves,
  shelves,
  standardKeeping,
} from '../../../contract/keeping';
import { type ArchiveClass, archiveByCategory, archiveClasses } from '../../../contract/kept';
import { type Rejection, reject } from '../../../contract/errors';
import { addDays, dayOf, instantOf, shanghai } from '../../../contract/time';
import type { CaseDoc } from '../documents';
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

/** Cases of this category that ended before this instant are kept no longer; undefined: none ever. */
export function archiveOver(category: string, keeping: KeepingChange, now: number): number | undefined {
  const years = archiveYearsOn(category, keeping);
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

/** What a district may not set, by its field. Errors: BAD_INPUT. */
export function unkeepable(
  {
    days,
    archive,
  }: Pick<KeepingChange, 'days'> & { archive: readonly { category: string; class: ArchiveClass }[] },
  categories: readonly string[],
): Rejection | undefined {
  const ofDays = setShelves.flatMap((shelf): [string, string][] => {
    const own = days[shelf];
    const fault = own === undefined ? undefined : faultOfDays(shelf, own);
    return fault === undefined ? [] : [[`days.${shelf}`, fault]];
  });
  const ofClasses = archive.flatMap(({ category, class: name }): [string, string][] => {
    if (!categories.includes(category)) return [[`archive.${category}`, '没有这一类事项，请刷新。']];
    const isTwice = archive.filter((one) => one.category === category).length > 1;
    const fault = isTwice ? '这一类填了两次，请只留一次。' : faultOfClass(category, name);
    return fault === undefined ? [] : [[`archive.${category}`, fault]];
  });
  const faults = [...ofDays, ...ofClasses];
  return faults.length > 0 ? reject('BAD_INPUT', Object.fromEntries(faults)) : undefined;
}

/** Without what says the same as the tables. */
export function ownOf(
  days: KeepingChange['days'],
  archive: readonly { category: string; class: ArchiveClass }[],
): KeepingChange {
  const ownDays = setShelves.flatMap((shelf): [SetShelf, number][] => {
    const own = days[shelf];
    return own === undefined || own === shelves[shelf].days ? [] : [[shelf, own]];
  });
  const classes = archive.filter(({ category, class: name }) => name !== classOn(category));
  return {
    days: Object.fromEntries(ownDays),
    archive: Object.fromEntries(classes.map(({ category, class: name }) => [category, name])),
  };
}

/** What a district sets itself in one line, as the journal tells it. */
export const sayKept = ({ days, archive }: KeepingChange = standardKeeping): string =>
  [
    ...setShelves.flatMap((shelf) =>
      days[shelf] === undefined ? [] : `${shelves[shelf].name}${days[shelf]}天`,
    ),
    ...Object.entries(archive).flatMap(([category, name]) =>
      name === undefined ? [] : `${category}${archiveClasses[name].name}`,
    ),
  ].join('；');

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
