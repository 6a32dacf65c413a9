import type { CopyLinks } from '../../contract/actions/privacy';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import { limits } from '../../contract/limits';
import { dayOf } from '../../contract/time';
import { viewOf } from '../domain/case/view';
import { photosOf } from '../domain/case/photos';
import type { CaseDoc, PersonDoc, ReviewDoc } from '../domain/documents';
import { type Everything, copyOf } from '../domain/privacy/copy';
import { pageOf } from '../domain/privacy/copy-page';
import { withGiven } from '../kit/bundles';
import type { Context } from '../kit/context';
import { linkTo, written } from '../kit/file';
import { recordOnce } from '../kit/journal';
import { decrypt } from '../kit/keys';
import { inHundreds } from '../kit/page';
import { aboutPerson } from '../kit/people';
import { hoursOf, keepingOf, org, policyFor } from '../kit/reference';
import { overseenPerson } from '../kit/registered';
import type { HandlerOf } from '../kit/serve';
import { linksById } from '../kit/storage';
import { find, get, is } from '../kit/store';
import { readingsBefore } from './readers';

/** A page and a file of data with everything of the caller; asked for again while they are good, the same. */
export const copy: HandlerOf<'privacy.copy'> = (context) => copyOfPerson(context, context.who);

/** The same for somebody without WeChat, by a manager with their paper: that it was taken, and by which paper, stands in the journal. */
export const copyFor: HandlerOf<'privacy.copyFor'> = async (context, { personId, paper }) => {
  const person = await overseenPerson(context, 'privacy.copyFor', personId);
  if (isRejection(person)) return person;
  if (person.erasedAt !== undefined) return reject('PERSON_NOT_FOUND', { personId: '这位已经注销了。' });
  if (person.openid !== undefined) return reject('ASKS_THEMSELVES', { personId: '请本人在“我的信息”里取。' });
  const noted = await recordOnce(context, {
    unit: person.unit,
    orgId: person.unit.community ?? person.unit.district,
    what: 'person.copy',
    about: aboutPerson(person),
    after: { paper },
  });
  return isRejection(noted) ? noted : copyOfPerson(context, person);
};

async function copyOfPerson(context: Context, person: PersonDoc): Promise<CopyLinks | Rejection> {
  const { now } = context;
  const ids = [`copy:${person._id}:page`, `copy:${person._id}:data`] as const;
  const [page, data] = await Promise.all(ids.map((id) => get('exports', id)));
  const isGood = [page, data].every((one) => (one?.deleteAt ?? 0) > now && (one?.at ?? 0) <= now);
  if (page && data && isGood) return linksOf(page, data);
  const made = copyOf(await everythingOf(person, now), now);
  const orgId = person.unit.community ?? person.unit.district;
  const day = dayOf(now);
  const rows = () => made.sections.reduce((sum, { entries }) => sum + entries.length, 0);
  const file = (id: string, table: string, name: string, text: string) =>
    written(context, id, { orgId, table, name, bytes: [Buffer.from(text)], rows }, limits.copySeconds);
  return linksOf(
    await file(ids[0], 'copy', `我的信息-${day}.html`, pageOf(made)),
    await file(ids[1], 'copy', `我的信息-${day}.json`, `${JSON.stringify(made, null, 2)}\n`),
  );
}

type Made = Awaited<ReturnType<typeof written>>;

async function linksOf(page: Made, data: Made): Promise<CopyLinks> {
  return { page: await linkTo(page), data: await linkTo(data), until: page.deleteAt ?? page.at };
}

async function everythingOf(person: PersonDoc, now: number): Promise<Everything> {
  const { _id, unit } = person;
  const isAgent = person.posts.some(({ role }) => role === 'agent');
  const [home, agent, own, subscriber, policy, requests] = await Promise.all([
    unit.community === undefined ? undefined : org(unit.community),
    person.agentId === undefined ? undefined : get('agents', person.agentId),
    isAgent ? get('agents', _id) : undefined,
    get('subscribers', _id),
    policyFor(unit),
    find('dataRequests', { personId: _id }, { orderBy: [['at', 'desc']], limit: 100 }),
  ]);
  const mine = is.or([{ residentId: _id }, { 'asker.id': _id }]);
  const cases: Everything['cases'] = [];
  for await (const some of inHundreds('cases', mine)) {
    const rated = some.flatMap((kase) => (kase.reviewLevel === undefined ? [] : kase._id));
    const reviews =
      rated.length === 0
        ? []
        : await find('reviews', { _id: is.in(rated) }, { orderBy: [], limit: rated.length });
    for (const kase of some)
      cases.push(
        await caseOf(
          kase,
          person,
          reviews.find((one) => one._id === kase._id),
          now,
        ),
      );
  }
  const { joined = [] } = person;
  const met =
    joined.length === 0
      ? []
      : await find('cases', { _id: is.in(joined) }, { orderBy: [], limit: joined.length });
  for (const kase of met) cases.push(await caseOf(kase, { ...person, posts: [] }, undefined, now));
  const notices: Everything['notices'] = [];
  for await (const some of inHundreds('notices', { to: _id })) notices.push(...some);
  const readings: Everything['readings'] = [];
  for (let cursor: string | undefined; ;) {
    const page = await readingsBefore(person, cursor);
    readings.push(...page.readings);
    cursor = page.cursor;
    if (cursor === undefined) break;
  }
  return {
    person,
    home,
    agentName: agent?.name,
    face:
      own?.photo === undefined
        ? undefined
        : (await linksById([own.photo], limits.copySeconds)).get(own.photo),
    cases,
    notices: notices.toSorted((a, b) => b.at - a.at),
    subscriber,
    requests,
    readings,
    photoDays: policy.values.photoDays,
    keeping: await keepingOf(unit.district),
  };
}

/** A case as its person reads it, with its photos: those of the person's own side. */
async function caseOf(
  found: CaseDoc,
  person: PersonDoc,
  review: ReviewDoc | undefined,
  now: number,
): Promise<Everything['cases'][number]> {
  const kase = await withGiven(found);
  const { community } = kase.unit;
  const [hours, home] = await Promise.all([
    hoursOf(community),
    community === undefined ? undefined : org(community),
  ]);
  // As a resident or as who asked, and in no other part: what they see of it by a post is no part of their own data.
  const asResident = { ...person, posts: person.posts.filter(({ role }) => role === 'resident') };
  const view = viewOf(kase, asResident, { hours, now, home, review });
  // A neighbour who has met the same sees no picture of whoever reported it.
  const photos = view.parts[0] === 'joiner' ? [] : [...photosOf(kase), ...(view.review?.photos ?? [])];
  return {
    view,
    photos: [...(await linksById(photos, limits.copySeconds)).values()],
    idNumber: view.parts[0] === 'resident' && kase.idNumber ? readable(kase.idNumber, kase._id) : undefined,
  };
}

/** The 身份证号 itself; that it is there, where its key is gone. */
function readable(...kept: Parameters<typeof decrypt>): string {
  const number = decrypt(...kept);
  return isRejection(number) ? '加密存着，现在打不开' : number;
}
