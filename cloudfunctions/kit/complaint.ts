import type { Parsed } from '../../contract/actions';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import { canonical } from '../domain/canonical';
import {
  type Accused,
  type HoldingTier,
  barredOf,
  holderOf,
  tierAbove,
  tierAboveAll,
} from '../domain/case/holder';
import type { CaseDoc, OrgDoc, PersonDoc, Unit } from '../domain/documents';
import { agentsNear } from './dispatch';
import { isStaff, sayPost } from './people';
import { org } from './reference';
import { find, get, is } from './store';
import { unitsOf } from './units';

/** What a complaint is about, as it came in. */
export type About = Pick<Parsed<'cases.complain'>, 'about' | 'id' | 'whom' | 'note'>;

/** Where a complaint goes, and who never learns of it. */
export interface Addressed {
  holder: OrgDoc;
  /** in the words of the resident */
  about: string;
  accused: string[];
  barred: string[];
}

/** Whom it is about, before the words themselves are read. */
interface Meant {
  about: string;
  /** the place whose street and district it goes up through */
  place: Unit;
  people: PersonDoc[];
  /** nothing lower holds it */
  from: HoldingTier;
}

/**
 * The unit that holds a complaint of this resident: above the person, the staff of the case or the unit that was chosen, and above everybody
 * whom the words name. Errors: NOBODY_ABOVE, NOT_YOUR_CASE, BAD_INPUT.
 */
export async function addressed(resident: PersonDoc, said: About): Promise<Addressed | Rejection> {
  const meant = await meantBy(resident, said);
  if (isRejection(meant)) return meant;
  const chain = await unitsOf(meant.place);
  const named = await namedIn(`${said.whom ?? ''}\n${said.note}`, meant.place, chain);
  const managers = await peopleOf(chain.flatMap((unit) => unit.managers.map(({ id }) => id)));
  const accused = once([...meant.people, ...named]);
  const barred = barredOf(accused, managers);
  const ids = new Set(accused.map(({ _id }) => _id));
  const from = [meant.from, tierAboveAll(accused, meant.place)].sort(byHeight).at(-1) ?? 'district';
  const to: Accused = { ids, from };
  const holder = holderOf(chain, to, new Set([...barred, resident._id]));
  if (!holder) return reject('NOBODY_ABOVE', { about: '没有不相干的上级能查，请打12345。' });
  return { holder, about: meant.about, accused: [...ids], barred };
}

const heights: HoldingTier[] = ['community', 'street', 'district'];
const byHeight = (a: HoldingTier, b: HoldingTier) => heights.indexOf(a) - heights.indexOf(b);

async function meantBy(resident: PersonDoc, said: About): Promise<Meant | Rejection> {
  switch (said.about) {
    case 'case':
      return ofCase(resident, said.id);
    case 'person':
      return ofPerson(resident, said.id);
    case 'unit':
      return ofUnit(resident, said.id);
    case 'words':
      // Whom it is about is not known for sure: nobody of the community reads it.
      return { about: said.whom ?? '', place: resident.unit, people: [], from: 'street' };
  }
}

/** Everybody of the staff who had a hand in the case. One that nobody has touched is its community's. */
async function ofCase(resident: PersonDoc, id = ''): Promise<Meant | Rejection> {
  const kase = await get('cases', id);
  if (kase?.residentId !== resident._id) return reject('NOT_YOUR_CASE', { id: '请选一件您自己的办件。' });
  const people = (await peopleOf(staffOf(kase))).filter(isStaff);
  return {
    about: `${kase.serviceName}（${kase.no}）`,
    place: kase.unit,
    people,
    from: people.length > 0 ? 'community' : 'street',
  };
}

async function ofPerson(resident: PersonDoc, id = ''): Promise<Meant | Rejection> {
  const person = await get('people', id);
  if (!person || !isStaff(person) || person.unit.district !== resident.unit.district)
    return reject('BAD_INPUT', { id: '请重新选一位，或者写下来。' });
  const post = person.posts.find(({ role }) => role !== 'resident');
  return {
    about: post ? `${sayPost(post)}${person.name}` : person.name,
    place: person.unit,
    people: [person],
    from: 'community',
  };
}

/** Everybody of a unit, who they are aside: one tier above it. Of a whole district nobody is above. */
async function ofUnit(resident: PersonDoc, id = ''): Promise<Meant | Rejection> {
  const unit = await org(id);
  if (!unit || unit.tier === 'grid' || unit.unit.district !== resident.unit.district)
    return reject('BAD_INPUT', { id: '请重新选一个，或者写下来。' });
  const people = await peopleOf(unit.managers.map((one) => one.id));
  return { about: unit.name, place: unit.unit, people, from: tierAbove(unit.tier) };
}

/** The staff who had a hand in a case. */
export const staffOf = ({ events, agentIds, assignment }: CaseDoc): string[] => [
  ...new Set([
    ...agentIds,
    ...(assignment ? [assignment.agentId] : []),
    ...events.flatMap(({ by }) => (by.part === 'resident' || by.part === 'system' ? [] : by.id)),
  ]),
];

/** The staff of a street whom words name. */
async function namedIn(text: string, { street }: Unit, chain: readonly OrgDoc[]): Promise<PersonDoc[]> {
  const said = canonical(text);
  const agents = (await agentsNear(street)).map(({ _id: id, name }) => ({ id, name }));
  const all = [...agents, ...chain.flatMap(({ managers }) => managers)];
  return peopleOf(all.flatMap(({ id, name }) => (said.includes(canonical(name)) ? id : [])));
}

/** As many as one read gives. */
const MOST = 100;

async function peopleOf(ids: readonly string[]): Promise<PersonDoc[]> {
  const some = [...new Set(ids)].slice(0, MOST);
  if (some.length === 0) return [];
  return find('people', { _id: is.in(some) }, { orderBy: [['_id', 'asc']], limit: MOST });
}

const once = (people: readonly PersonDoc[]): PersonDoc[] => [
  ...new Map(people.map((one) => [one._id, one])).values(),
];
