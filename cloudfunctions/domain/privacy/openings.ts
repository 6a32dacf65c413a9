import type { Look } from '../../../contract/kept';
import { NIGHT, type Oddity, oddities } from '../../../contract/openings';
import type { Opening, OpeningsOf } from '../../../contract/models/openings';
import { dayOf, hourOf } from '../../../contract/time';
import { isAgentOfStreet, overseesUnit } from '../case/case';
import type { CaseDoc, JournalDoc, PersonDoc, Unit } from '../documents';
import { maskName } from '../mask';
import { readingIn, readingsOf } from './readers';

/** 查看记录: what staff opened of people in a unit, by who opened it, the unusual first. Rules: docs/decisions/0071. */

/** One opening by the hand of staff. */
export interface Opened {
  at: number;
  byId: string;
  by: string;
  how: Look;
  why?: string;
  personId: string;
  /** masked */
  person: string;
  unit: Unit;
  case?: { id: string; no: string; serviceName: string };
}

type Read = Parameters<typeof readingsOf>[0] & Pick<CaseDoc, 'contact' | 'unit'>;

/** Of a case: what managers opened of its resident, and who opened an ID number. An agent's span is no deed of its own, and is told to the resident. */
export function openedIn(kase: Read, from: number): Opened[] {
  const { residentId: personId, contact, unit } = kase;
  return readingsOf(kase, personId).flatMap(({ at, by, byId, how, why, case: of }) =>
    byId !== undefined && at >= from
      ? [{ at, by, byId, how, why, personId, person: maskName(contact.name), unit, case: of }]
      : [],
  );
}

/** Of an entry of the journal about a person. */
export function openedBy(entry: JournalDoc): Opened[] {
  const { about, by, unit } = entry;
  return readingIn(entry, about.id).flatMap(({ at, how, part }) =>
    part === 'manager'
      ? [{ at, by: by.name, byId: by.id, how, personId: about.id, person: maskName(about.name), unit }]
      : [],
  );
}

/** Of an entry that tells of a list of people that was taken away: whose it was is the unit, and how many. */
export function listedBy({ what, about, by, unit, at, after = {} }: JournalDoc): Opened[] {
  if (what !== 'person.export') return [];
  const person = `${about.name}，${after.count ?? ''}行`;
  return [{ at, by: by.name, byId: by.id, how: 'list', personId: about.id, person, unit }];
}

const isNight = (at: number): boolean => hourOf(at) >= NIGHT.from || hourOf(at) < NIGHT.until;

/** By who opened, the unusual first, then who opened most. `readers`: as they are in the register now. */
export function byReader(all: readonly Opened[], readers: readonly PersonDoc[], shown: number): OpeningsOf[] {
  const groups = new Map<string, Opened[]>();
  for (const one of all) groups.set(one.byId, [...(groups.get(one.byId) ?? []), one]);
  return [...groups.entries()]
    .map(([id, own]) =>
      ofReader(
        id,
        own,
        readers.find(({ _id }) => _id === id),
        shown,
      ),
    )
    .toSorted((a, b) => b.odd.length - a.odd.length || b.count - a.count || (a.id < b.id ? -1 : 1));
}

function ofReader(
  id: string,
  own: readonly Opened[],
  reader: PersonDoc | undefined,
  shown: number,
): OpeningsOf {
  const people = new Map<string, Set<string>>();
  const times = new Map<string, number>();
  // Stars are no opening of anybody's number: a list is unusual by its hour or its unit alone.
  const opened = own.filter(({ how }) => how !== 'list');
  for (const { at, personId } of opened) {
    const day = dayOf(at);
    people.set(day, (people.get(day) ?? new Set()).add(personId));
    times.set(`${day} ${personId}`, (times.get(`${day} ${personId}`) ?? 0) + 1);
  }
  const isOdd: Record<Oddity, (one: Opened) => boolean> = {
    many: ({ at }) => (people.get(dayOf(at))?.size ?? 0) >= oddities.many.least,
    same: ({ at, personId }) => (times.get(`${dayOf(at)} ${personId}`) ?? 0) >= oddities.same.least,
    outside: ({ unit }) => !reader || !(overseesUnit(reader, unit) || isAgentOfStreet(reader, unit)),
    night: ({ at }) => isNight(at),
  };
  const names = Object.keys(oddities) as Oddity[];
  const marked = own.map((one) => ({ one, odd: names.filter((name) => isOdd[name](one)) }));
  return {
    id,
    name: own[0]?.by ?? '',
    posts: (reader?.posts ?? []).filter(({ role }) => role !== 'resident').map(({ orgName }) => orgName),
    count: own.length,
    people: new Set(opened.map(({ personId }) => personId)).size,
    odd: names.flatMap((name) => {
      const count = marked.filter(({ odd }) => odd.includes(name)).length;
      return count > 0 ? [{ name, count }] : [];
    }),
    openings: marked
      .toSorted((a, b) => b.odd.length - a.odd.length || b.one.at - a.one.at)
      .slice(0, shown)
      .map(({ one: { byId: _, by: __, unit: ___, ...one }, odd }): Opening => ({ ...one, odd })),
  };
}
