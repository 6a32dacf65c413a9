import { type CountKey, type Counts } from '../../../contract/metrics';
import { isOpen } from '../../../contract/states';
import { dayOf, shanghai, weekdayOf } from '../../../contract/time';
import { COMPLAINT } from '../case/complaint';
import type { CaseDoc, Clock, ReviewDoc, RollupDoc, RollupTable, RollupTables } from '../documents';

/**
 * What is counted of a community's cases on one day, made anew from the cases themselves, so that twice or late is the
 * same. Which case counts on which day: contract/metrics.ts.
 */
export type Tables = RollupTables;

/** A table as it is kept: the names of its cells once, and of each row the numbers in their order. */
type Packed = Partial<Record<RollupTable, { cells: string[]; rows: Record<string, number[]> }>>;

/** Tables as one short text. */
export function packedOf(tables: Tables): string {
  const packed: Packed = {};
  for (const [table, rows] of Object.entries(tables) as [RollupTable, Record<string, Counts>][]) {
    const cells = [...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))].sort() as CountKey[];
    const numbers = (row: Counts) => cells.map((cell) => row[cell] ?? 0);
    packed[table] = {
      cells,
      rows: Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, numbers(row)])),
    };
  }
  return JSON.stringify(packed);
}

/** What a roll-up holds. */
export function tablesOf({ packed }: Pick<RollupDoc, 'packed'>): Tables {
  const tables = Object.entries(JSON.parse(packed) as Required<Packed>);
  return Object.fromEntries(
    tables.map(([table, { cells, rows }]) => {
      const unpacked: Record<string, Record<string, number>> = {};
      for (const [key, numbers] of Object.entries(rows)) {
        const row: Record<string, number> = (unpacked[key] = {});
        numbers.forEach((count, i) => {
          if (count !== 0) row[cells[i] ?? ''] = count;
        });
      }
      return [table, unpacked];
    }),
  );
}

/** The parts of a case that figures are made from. */
export type CountedCase = Pick<
  CaseDoc,
  | '_id'
  | 'state'
  | 'unit'
  | 'countedGrid'
  | 'serviceCode'
  | 'mode'
  | 'channel'
  | 'submittedAt'
  | 'respondedAt'
  | 'endedAt'
  | 'endedLate'
  | 'endedAs'
  | 'firstCompletedAt'
  | 'reopenedAt'
  | 'reviewLevel'
  | 'reviewHeadline'
  | 'assignment'
  | 'rectification'
  | 'clocks'
>;

/** A community's id and a day: where a roll-up stands. */
export const keyOf = (orgId: string, period: string): string => `${orgId}:${period}`;

/** The days that a case counts on as it stands. */
export function daysOf({
  unit,
  submittedAt,
  endedAt,
  category,
}: Pick<CaseDoc, 'unit' | 'submittedAt' | 'endedAt'> & Partial<Pick<CaseDoc, 'category'>>): string[] {
  const { community } = unit;
  // A complaint is in no figure: those complained of could read there that it is there.
  if (community === undefined || category === COMPLAINT) return [];
  return [submittedAt, ...(endedAt === undefined ? [] : [endedAt])].map((at) => keyOf(community, dayOf(at)));
}

/** Counts of one day, from the cases that were asked for on it and those that ended on it. */
export function countDay(
  day: string,
  asked: readonly CountedCase[],
  ended: readonly CountedCase[],
  reviews: readonly Pick<ReviewDoc, '_id' | 'tags'>[],
): Tables {
  const tables: Tables = {};
  for (const kase of asked) {
    enter(tables, day, kase, askedCounts(kase));
    bump(tables, 'weekday', kase.serviceCode, String(weekdayOf(day)));
    bump(tables, 'hour', kase.serviceCode, String(shanghai(kase.submittedAt).hour()));
  }
  const said = new Map(reviews.map((one) => [one._id, one]));
  for (const kase of ended) {
    const counts = endedCounts(kase);
    enter(tables, day, kase, counts);
    const agentId = kase.assignment?.agentId;
    if (agentId !== undefined) add(tables, 'agent', agentId, counts);
    if (isHeadline(kase))
      for (const tag of said.get(kase._id)?.tags ?? []) bump(tables, 'tag', tag, 'reviews');
  }
  return tables;
}

function askedCounts({ respondedAt, clocks: { response } }: CountedCase): Counts {
  const isAnswered = respondedAt !== undefined;
  const isInTime = isAnswered && response !== undefined && respondedAt <= response.dueAt;
  // A case that was cancelled while its clock still ran owes no response.
  return { asked: 1, answerable: one(isAnswered || isPast(response)), answered: one(isInTime) };
}

function endedCounts(kase: CountedCase): Counts {
  const { state, endedLate, endedAs, firstCompletedAt, reopenedAt, reviewLevel } = kase;
  // Open again: it counts as it ended.
  const isTerminated = state === 'terminated' || (isOpen(state) && endedAs === 'terminated');
  const isCancelled = state === 'cancelled' || (isOpen(state) && endedAs === 'cancelled');
  const isCompleted = !isTerminated && !isCancelled;
  return {
    completed: one(isCompleted),
    solved: one(isCompleted && reopenedAt === undefined),
    onTime: one(isCompleted && endedLate !== true),
    terminated: one(isTerminated),
    rateable: one(isCompleted || firstCompletedAt !== undefined),
    ...mendingCounts(kase),
    ...(reviewLevel === undefined ? {} : isHeadline(kase) ? { [reviewLevel]: 1 } : { aside: 1 }),
  };
}

function mendingCounts({ rectification, clocks: { mend } }: CountedCase): Counts {
  if (!rectification) return {};
  const isClosed = rectification.closedAt !== undefined;
  const isRefused = rectification.refused !== undefined;
  return {
    mendable: one(isClosed || isRefused || isPast(mend)),
    mended: one(isClosed && !isRefused && !isPast(mend)),
  };
}

/** Did a clock run out, whether or not it was stopped later? As its case knows: the same whenever it is asked. */
function isPast(clock: Clock | undefined): boolean {
  if (!clock) return false;
  return clock.breached === true || (clock.stoppedAt !== undefined && clock.stoppedAt > clock.dueAt);
}

const isHeadline = ({ reviewLevel, reviewHeadline }: CountedCase) =>
  reviewLevel !== undefined && reviewHeadline !== false;
const one = (is: boolean) => (is ? 1 : 0);

/** One case in every table that breaks figures down. */
function enter(tables: Tables, day: string, kase: CountedCase, counts: Counts): void {
  add(tables, 'day', day, counts);
  add(tables, 'service', kase.serviceCode, counts);
  add(tables, 'mode', kase.mode, counts);
  add(tables, 'channel', kase.channel, counts);
  const grid = kase.countedGrid ?? kase.unit.grid;
  if (grid !== undefined) add(tables, 'below', grid, counts);
}

function bump(tables: Tables, table: RollupTable, row: string, cell: string): void {
  add(tables, table, row, { [cell]: 1 });
}

function add(tables: Tables, table: RollupTable, row: string, cells: Record<string, number>): void {
  const rows = (tables[table] ??= {});
  const into = (rows[row] ??= {});
  for (const [cell, count] of Object.entries(cells)) if (count !== 0) into[cell] = (into[cell] ?? 0) + count;
}

/** Tables added up, row by row: days to a month, months to a year. */
export function sumOf(parts: readonly Tables[]): Tables {
  const sum: Tables = {};
  for (const part of parts)
    for (const [table, rows] of Object.entries(part) as [RollupTable, Record<string, Counts>][])
      for (const [row, cells] of Object.entries(rows)) add(sum, table, row, cells);
  return sum;
}

/** What a unit above sees of those under it: a line each, and no agents. */
export function sumAbove(children: readonly { orgId: string; tables: Tables }[]): Tables {
  const { agent: _, below: __, ...sum } = sumOf(children.map((child) => child.tables));
  const below = Object.fromEntries(children.map(({ orgId, tables }) => [orgId, totalOf(tables)]));
  return { ...sum, below };
}

/** All of a roll-up: its days added up. */
export function totalOf(tables: Tables, isIn: (day: string) => boolean = () => true): Counts {
  const total: Counts = {};
  for (const [day, counts] of Object.entries(tables.day ?? {}))
    if (isIn(day))
      for (const [key, count] of Object.entries(counts) as [CountKey, number][])
        total[key] = (total[key] ?? 0) + count;
  return total;
}
