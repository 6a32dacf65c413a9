import type { OrgDoc, PersonDoc, Unit } from '../domain/documents';
import { markOf } from '../domain/imports/mark';
import { dialled, withoutExtension } from '../../contract/phone';
import { findKeys, personKey } from '../domain/person-key';
import { sha256 } from '../domain/sha256';
import { each } from './each';
import { residentPost } from './people';
import { type Query, add, find, get, is } from './store';

/**
 * The register's entry of this community for a person with this name and phone, however both are written. Where there is
 * none: a new entry without WeChat, still to be written (`isNew`). Its id follows from community and key, so two requests at
 * once make one entry.
 */
export async function residentFor(
  { district, street, community = '' }: Unit,
  { orgId, orgName }: { orgId: string; orgName: string },
  { name, phone, address }: Pick<PersonDoc, 'name' | 'phone' | 'address'>,
): Promise<{ resident: PersonDoc; isNew: boolean }> {
  const key = personKey({ name, phone });
  const [known] = await find(
    'people',
    { 'unit.community': community, key, 'posts.role': 'resident' },
    { orderBy: [['_id', 'asc']], limit: 1 },
  );
  if (known) return { resident: known, isNew: false };
  const post = { role: 'resident', orgId, orgName, tier: 'community' } as const;
  const unit = { district, street, community };
  const resident = entryOf(await freeId(community, key), { name, phone, address }, unit, [post]);
  return { resident, isNew: true };
}

const entryOf = (
  _id: string,
  who: Pick<PersonDoc, 'name' | 'phone' | 'address'>,
  unit: Unit,
  posts: PersonDoc['posts'],
): PersonDoc => ({ _id, ...who, ...findKeys(who), posts, unit });

const idOf = (community: string, key: string, more = ''): string =>
  `p-${sha256(`${community}\n${key}${more}`).toString('hex').slice(0, 20)}`;

/** As many as one read gives. */
const BATCH = 100;

/**
 * Enters those of a community whom its register does not have yet, marked with the import that they came by. Run again, it finds what
 * it entered before. Gives how many came in by this import, and how many were there before it.
 */
export async function enterMany(
  community: OrgDoc,
  newcomers: readonly (Pick<PersonDoc, 'name' | 'phone' | 'address'> & { unit: Unit })[],
  importId: string,
): Promise<{ added: number; known: number }> {
  const posts = [residentPost(community)];
  let known = 0;
  for (let from = 0; from < newcomers.length; from += BATCH) {
    const some = newcomers.slice(from, from + BATCH).map((one) => ({ key: personKey(one), ...one }));
    const there = new Map<string, string | undefined>();
    const keys = some.map(({ key }) => key);
    const found = await entriesWith(community._id, keys);
    for (const { key = '', imported } of found) there.set(key, imported?.id);
    known += some.filter(({ key }) => there.has(key) && there.get(key) !== importId).length;
    const fresh = some.filter(({ key }) => !there.has(key));
    await each(fresh, async ({ key, unit, name, phone, address }) => {
      const enter = (_id: string) => {
        const doc = entryOf(_id, { name, phone, address }, unit, posts);
        return add('people', { ...doc, imported: { id: importId, mark: markOf(doc) } });
      };
      const _id = idOf(community._id, key);
      if (await enter(_id)) return;
      const taken = await get('people', _id);
      // Another run of this import was faster, or a member of staff.
      if (taken?.key === key) known += Number(taken.imported?.id !== importId);
      else if (!(await enter(idOf(community._id, key, AGAIN)))) known += 1;
    });
  }
  return { added: newcomers.length - known, known };
}

/** The entries of a community with these keys, at most as many as one read gives. */
export const entriesWith = (community: string, keys: readonly string[]): Promise<PersonDoc[]> =>
  find(
    'people',
    { 'unit.community': community, key: is.in(keys), 'posts.role': 'resident' },
    { orderBy: [['_id', 'asc']], limit: BATCH, only: ['key', 'imported'] },
  );

const AGAIN = '\nagain';

/** The id of a new entry. An entry that was renamed since, or joined with another, keeps the id of the name it was written down by. */
async function freeId(community: string, key: string): Promise<string> {
  const id = idOf(community, key);
  const taken = await get('people', id);
  return taken && taken.key !== key ? idOf(community, key, AGAIN) : id;
}

/** Writes a new entry down, unless another request has meanwhile. */
export async function enter(resident: PersonDoc): Promise<void> {
  await add('people', resident);
}

/** The entries of a community that have this number: a household shares one. */
export function numberIn(communityId: string, phone: string): Query {
  const number = withoutExtension(dialled(phone) ?? phone);
  return is.and([
    { 'unit.community': communityId },
    { key: is.gte(`${number} `) },
    { key: is.lt(`${number}!`) },
  ]);
}
