import { isRejection } from '../../contract/errors';
import { limits } from '../../contract/limits';
import { dialled } from '../../contract/phone';
import { canonical } from '../domain/canonical';
import { isBarred } from '../domain/case/complaint';
import type { OrgDoc, PersonDoc } from '../domain/documents';
import { doorKey, estateOf, nameKey } from '../domain/person-key';
import { gridNames, rowOf } from '../kit/registered';
import type { HandlerOf } from '../kit/serve';
import { type Query, find as read, get, is } from '../kit/store';
import { overseenUnit, within } from '../kit/units';

/** A case number, however it is grouped. */
const CASE_NO = /^\d{8,16}$/;
/** Digits of a number that are enough to look for it. */
const SOME_DIGITS = /^\d{7,}$/;

/**
 * People of a unit by name, number, door or case number, as the text looks: what begins with it, by an index each. Errors: those of
 * `overseenUnit`.
 */
export const find: HandlerOf<'people.find'> = async (context, { text, orgId, cursor }) => {
  const unit = await overseenUnit(context, 'people.find', orgId);
  if (isRejection(unit)) return unit;
  const digits = text.normalize('NFKC').replace(/[\s-]/g, '');
  const ofCase =
    CASE_NO.test(digits) && cursor === undefined ? await residentOf(context.who, unit, digits) : undefined;
  if (ofCase) {
    const { person, caseId } = ofCase;
    return { people: person ? [rowOf(person, await gridNames([person]))] : [], caseId };
  }
  const wanted = asked(text, digits);
  const page = 'phone' in wanted ? await withNumber(unit, wanted.phone) : await pageOf(unit, wanted, cursor);
  const grids = await gridNames(page.people);
  return { people: page.people.map((person) => rowOf(person, grids)), cursor: page.cursor };
};

/** The resident of a case of this unit. */
async function residentOf(
  who: PersonDoc,
  unit: OrgDoc,
  no: string,
): Promise<{ person?: PersonDoc; caseId: string } | undefined> {
  const [kase] = await read(
    'cases',
    { no },
    { orderBy: [], limit: 1, only: ['residentId', 'unit', 'barred', 'report'] },
  );
  if (kase?.unit[unit.tier] !== unit._id || isBarred(kase, who._id) || kase.report?.isAnonymous)
    return undefined;
  return { person: await get('people', kase.residentId), caseId: kase._id };
}

/** As many as one read gives; a household or a home for the old shares a number. */
const SHARED = 100;

/** The people of this number, or of numbers that begin so: few in the whole installation, so the unit is looked at afterwards. */
async function withNumber(unit: OrgDoc, phone: string): Promise<{ people: PersonDoc[]; cursor?: string }> {
  const found = await read('people', is.and([{ phone: is.gte(phone) }, { phone: is.lt(after(phone)) }]), {
    orderBy: [
      ['phone', 'asc'],
      ['_id', 'asc'],
    ],
    limit: SHARED,
  });
  return { people: found.filter((person) => person.unit[unit.tier] === unit._id).slice(0, limits.page) };
}

interface Asked {
  field: 'door' | 'nameKey';
  begins: string;
  /** what the address has besides its numbers: the estate */
  words?: string;
}

/** What the text is: a number, a door (it has numbers), or a name. */
function asked(text: string, digits: string): Asked | { phone: string } {
  const phone = dialled(text);
  if (phone) return { phone };
  if (SOME_DIGITS.test(digits)) return { phone: digits };
  const door = doorKey(text);
  if (door !== '') return { field: 'door', begins: door, words: estateOf(text) };
  return { field: 'nameKey', begins: nameKey(text) };
}

/** What stands after everything that begins with this text: its last character one further. */
function after(text: string): string {
  const characters = [...text];
  const last = characters.pop()?.codePointAt(0) ?? 0;
  return characters.join('') + String.fromCodePoint(last + 1);
}

async function pageOf(
  unit: OrgDoc,
  { field, begins, words = '' }: Asked,
  cursor: string | undefined,
): Promise<{ people: PersonDoc[]; cursor?: string }> {
  const at = cursor?.lastIndexOf('_') ?? 0;
  const [value, id] = [cursor?.slice(0, at), cursor?.slice(at + 1)];
  const past: Query[] =
    value === undefined ? [] : [is.or([{ [field]: is.gt(value) }, { [field]: value, _id: is.gt(id) }])];
  const found = await read(
    'people',
    is.and([within(unit), { [field]: is.gte(begins) }, { [field]: is.lt(after(begins)) }, ...past]),
    {
      orderBy: [
        [field, 'asc'],
        ['_id', 'asc'],
      ],
      limit: limits.page + 1,
    },
  );
  const rows = found.slice(0, limits.page);
  const last = rows.at(-1);
  return {
    people: rows.filter(({ address = '' }) => canonical(address).includes(words)),
    cursor: found.length > rows.length && last ? `${last[field] ?? ''}_${last._id}` : undefined,
  };
}
