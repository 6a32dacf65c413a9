import type { Input } from '../../contract/actions';
import type { ServiceItem } from '../../contract/models';
import type { Call } from '../../localcloud/server';
import { demoDocuments } from '../../demo/documents';
import { itemOf } from '../support/world';
import { type TestCloud, MONDAY, freshId, startTestCloud } from '../support/cloud';

/** The catalogue in the hands of an office: drafts, versions, what is said otherwise at a place, and what searches learn. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const DISTRICT = 'ad-ds-1';
const COMMUNITY = 'ad-cm-1';
const code = 'disability-certificate';
const wish = { serviceCode: code, mode: 'counter', note: '想办残疾证' } as const;
/** An instance remembers the catalogue for a minute: one that has just started knows what is published. */
const anew = () => cloud.local('rest', {});
const published = async (orgId?: string) => {
  await anew();
  return (await cloud.ok('rs-01', 'catalog.detail', { code, orgId })).item;
};
const edited = (over: Partial<ServiceItem> = {}): Input<'catalog.draft'>['item'] => ({
  ...itemOf(code),
  summary: '换了说法',
  ...over,
});
const save = (item = edited(), person = DISTRICT) =>
  cloud.ok(person, 'catalog.draft', { code: item.code, item });
const publish = (id?: string) => cloud.ok(DISTRICT, 'catalog.publish', { code }, id);
const search = async (text: string) => {
  await anew();
  return (await cloud.ok('rs-01', 'catalog.search', { text })).items.map((one) => one.code);
};

describe('a draft', () => {
  it('is seen by the office alone, and is checked as it stands', async () => {
    const saved = await save(edited({ supervision: '', keywords: [] }), COMMUNITY);
    expect(saved).toMatchObject({
      version: 2,
      rev: 1,
      faults: {
        supervision: '请写上监督电话，比如 12345。',
        keywords: '请写几个居民会用的说法，不然搜不到。',
      },
    });
    expect(await published()).toEqual(itemOf(code));
    const proof = await cloud.ok(COMMUNITY, 'catalog.proof', { code });
    expect(proof).toMatchObject({ version: 1, item: { summary: itemOf(code).summary }, draft: { rev: 1 } });
    expect(proof.faults).toEqual(saved.faults);
    const { items, canPublish } = await cloud.ok(COMMUNITY, 'catalog.drafts', {});
    expect(items.filter(({ draft }) => draft)).toMatchObject([{ code, version: 1, draft: { version: 2 } }]);
    expect(canPublish).toBe(false);
  });

  it('that lacks something is not published: each lack at its field', async () => {
    await save(edited({ legalBasis: [], fee: { amount: 0, note: '' } }));
    const before = cloud.stored();
    expect(await cloud.call(DISTRICT, 'catalog.publish', { code })).toMatchObject({
      code: 'DRAFT_INCOMPLETE',
      fields: { legalBasis: '请写上依据的文件名称。', fee: '请写清收不收费；不收费就写“不收费”。' },
    });
    expect(cloud.stored()).toEqual(before);
  });

  it('is not overwritten, nor published, by somebody who has not read the newest', async () => {
    const first = await save();
    const second = await cloud.ok(COMMUNITY, 'catalog.draft', { code, item: edited(), rev: first.rev });
    expect(second.rev).toBe(first.rev + 1);
    for (const [action, input] of [
      ['catalog.draft', { code, item: edited(), rev: first.rev }],
      ['catalog.publish', { code, rev: first.rev }],
      ['catalog.drop', { code, rev: first.rev }],
    ] as const)
      expect(await cloud.call(DISTRICT, action, input)).toMatchObject({
        code: 'CATALOG_CHANGED',
        fields: { rev: expect.any(String) },
      });
  });

  it('is refused where the version that it was written over is not the newest any more', async () => {
    const first = await cloud.ok(COMMUNITY, 'catalog.draft', { code, item: edited(), over: 1 });
    await publish();
    const before = cloud.stored();
    const late = edited({ summary: '照旧版写的' });
    expect(await cloud.call(COMMUNITY, 'catalog.draft', { code, item: late, over: 1 })).toMatchObject({
      code: 'CATALOG_CHANGED',
      fields: { rev: '您改的时候，第2版已经发布了，请看过新的再改。' },
    });
    expect(cloud.stored()).toEqual(before);
    const again = await cloud.ok(COMMUNITY, 'catalog.draft', { code, item: late, over: 2 });
    expect([first.version, again.version]).toEqual([2, 3]);
  });

  it('is saved once, however often it was sent', async () => {
    const id = freshId();
    const input = { code, item: edited() };
    const first = await cloud.ok(DISTRICT, 'catalog.draft', input, id);
    expect(await cloud.ok(DISTRICT, 'catalog.draft', input, id)).toEqual(first);
    const other = { code, item: edited({ summary: '又换了' }) };
    expect(await cloud.call(DISTRICT, 'catalog.draft', other, id)).toMatchObject({ code: 'REQUEST_REUSED' });
  });

  it('can be given up, and begun anew', async () => {
    const { rev } = await save();
    await cloud.ok(DISTRICT, 'catalog.drop', { code });
    expect(await cloud.call(DISTRICT, 'catalog.publish', { code })).toMatchObject({
      code: 'DRAFT_NOT_FOUND',
    });
    expect((await save()).rev).toBeGreaterThan(rev);
    expect((await publish()).version).toBe(2);
  });

  it.each<[string, Partial<ServiceItem>, string]>([
    ['a code of another item', { code: 'temporary-relief' }, 'item.code'],
    ['a promise of 400 days', { promisedWorkingDays: 400 }, 'item.promisedWorkingDays'],
    ['a text of 301 characters', { acceptedAt: '办'.repeat(301) }, 'item.acceptedAt'],
  ])('with %s is refused at its field', async (_, over, field) => {
    expect(await cloud.call(DISTRICT, 'catalog.draft', { code, item: edited(over) })).toMatchObject({
      code: 'BAD_INPUT',
      fields: { [field]: expect.stringMatching(/\p{Script=Han}/u) },
    });
  });
});

describe('publishing', () => {
  it('is what residents read from then on, stands in the journal, and is repeated without being done twice', async () => {
    await save();
    const id = freshId();
    expect(await publish(id)).toEqual({ code, version: 2 });
    expect(await publish(id)).toEqual({ code, version: 2 });
    expect(await published()).toEqual({ ...itemOf(code), summary: '换了说法' });
    const { entries } = await cloud.ok(DISTRICT, 'units.journal', { orgId: 'ds-tiefeng' });
    expect(entries.find(({ what }) => what === 'item.publish')).toMatchObject({
      about: { kind: 'item', id: code },
      changes: [{ field: 'version', before: '第1版', after: '第2版' }],
    });
  });

  it('is for the district; a community proposes', async () => {
    await save(edited(), COMMUNITY);
    for (const action of ['catalog.publish', 'catalog.drop', 'catalog.reviewed'] as const)
      expect(await cloud.call(COMMUNITY, action, { code })).toMatchObject({ code: 'UNIT_NOT_YOURS' });
    await publish();
  });

  it('by two at once is done by one, and the other is told', async () => {
    await save();
    const replies = await Promise.all(
      [0, 1, 2, 3].map(() => cloud.call(DISTRICT, 'catalog.publish', { code })),
    );
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    for (const reply of replies)
      if (!reply.ok) expect(['CATALOG_CHANGED', 'DRAFT_NOT_FOUND']).toContain(reply.code);
    expect((await cloud.ok(DISTRICT, 'catalog.versions', { code })).versions).toHaveLength(2);
  });

  it('adds an item that was not there, found by its own words', async () => {
    const item = edited({
      code: 'dog-licence',
      name: '养犬登记',
      keywords: ['遛狗证'],
      subtypes: [],
      relatedCodes: [],
    });
    expect(await search('遛狗证')).toEqual([]);
    await save(item);
    const { items } = await cloud.ok(DISTRICT, 'catalog.drafts', {});
    expect(items.at(-1)).toMatchObject({ code: 'dog-licence', version: 0 });
    await cloud.ok(DISTRICT, 'catalog.publish', { code: 'dog-licence' });
    expect(await search('遛狗证')).toEqual(['dog-licence']);
    const { items: rows } = await cloud.ok('rs-01', 'catalog.list', {});
    expect(rows.at(-1)).toMatchObject({ code: 'dog-licence' });
  });

  it('makes four calls at most', async () => {
    await cloud.ok('rs-01', 'catalog.list', {});
    await save();
    await publish();
    const call = (await cloud.local<Call[]>('calls')).at(-1);
    // One read more is the entry's, of who is calling.
    expect((call?.reads ?? 0) - 1 + (call?.writes ?? 0)).toBeLessThanOrEqual(4);
  });
});

describe('an earlier version', () => {
  it('comes back as a new one, and those between stay as they were', async () => {
    await save();
    await publish();
    const id = freshId();
    const restore = () => cloud.ok(DISTRICT, 'catalog.restore', { code, version: 1 }, id);
    expect(await restore()).toEqual({ code, version: 3 });
    expect(await restore()).toEqual({ code, version: 3 });
    expect(await published()).toEqual(itemOf(code));
    const { versions, item } = await cloud.ok(DISTRICT, 'catalog.versions', { code, version: 2 });
    expect(versions.map(({ version, isCurrent, from }) => [version, isCurrent, from])).toEqual([
      [3, true, 1],
      [2, false, undefined],
      [1, false, undefined],
    ]);
    expect(item?.summary).toBe('换了说法');
  });

  it('does not come back over a draft, nor where there is none', async () => {
    await save();
    expect(await cloud.call(DISTRICT, 'catalog.restore', { code, version: 1 })).toMatchObject({
      code: 'VERSION_NOT_FOUND',
    });
    await publish();
    await save();
    expect(await cloud.call(DISTRICT, 'catalog.restore', { code, version: 1 })).toMatchObject({
      code: 'DRAFT_IN_THE_WAY',
    });
    expect(await cloud.call(DISTRICT, 'catalog.restore', { code, version: 9 })).toMatchObject({
      code: 'VERSION_NOT_FOUND',
    });
  });
});

describe('what was told', () => {
  it('stays with the case, whatever the item says later', async () => {
    const { caseId } = await cloud.ok('rs-01', 'cases.submit', wish);
    const before = await cloud.ok('rs-01', 'cases.told', { caseId });
    expect(before).toEqual({ version: 1, at: MONDAY, item: itemOf(code), isCurrent: true });
    await save();
    await publish();
    await save(edited({ summary: '第三版' }));
    await publish();
    const fresh = await cloud.ok(COMMUNITY, 'cases.told', { caseId });
    expect(fresh.item).toEqual(itemOf(code));
  });

  it('is what the resident’s own community said', async () => {
    const own = { consultation: '社区电话 55501', promisedWorkingDays: 6 };
    await cloud.ok(COMMUNITY, 'catalog.offer', { code, orgId: 'cm-xinmin', own });
    const { caseId } = await cloud.ok('rs-01', 'cases.submit', wish);
    await cloud.ok(COMMUNITY, 'catalog.offer', { code, orgId: 'cm-xinmin', own: {} });
    const { item } = await cloud.ok('rs-01', 'cases.told', { caseId });
    expect([item.consultation, item.promisedWorkingDays]).toEqual(['社区电话 55501', 6]);
  });

  it('is the case’s alone', async () => {
    const { caseId } = await cloud.ok('rs-01', 'cases.submit', wish);
    expect(await cloud.call('rs-02', 'cases.told', { caseId })).toMatchObject({ code: 'NOT_YOUR_CASE' });
  });
});

describe('what a place says otherwise', () => {
  const orgId = 'cm-xinmin';

  it('holds there, is inherited from the street, and is nowhere else', async () => {
    await cloud.ok(DISTRICT, 'catalog.offer', { code, orgId: 'st-longhua', own: { promisedWorkingDays: 8 } });
    await cloud.ok(COMMUNITY, 'catalog.offer', { code, orgId, own: { serviceHours: '周三上午' } });
    expect(await published(orgId)).toMatchObject({ promisedWorkingDays: 8, serviceHours: '周三上午' });
    expect(await published('cm-zhongdong')).toMatchObject({
      promisedWorkingDays: 8,
      serviceHours: itemOf(code).serviceHours,
    });
    expect(await published('cm-donghu')).toEqual(itemOf(code));
    expect(await published()).toEqual(itemOf(code));
    expect(await cloud.ok(COMMUNITY, 'catalog.local', { code, orgId })).toMatchObject({
      own: { serviceHours: '周三上午' },
      above: { promisedWorkingDays: 8 },
      isOfferedAbove: true,
    });
  });

  it('shortens the promise of a case, and never lengthens it', async () => {
    await cloud.ok(DISTRICT, 'catalog.offer', { code, orgId: 'st-longhua', own: { promisedWorkingDays: 4 } });
    const before = cloud.stored();
    expect(
      await cloud.call(COMMUNITY, 'catalog.offer', { code, orgId, own: { promisedWorkingDays: 5 } }),
    ).toMatchObject({
      code: 'BAD_INPUT',
      fields: { 'own.promisedWorkingDays': '上级承诺4个工作日，这里只能更短。' },
    });
    expect(cloud.stored()).toEqual(before);
    const near = await cloud.ok('rs-01', 'cases.submit', wish);
    const { case: view } = await cloud.ok('rs-01', 'cases.detail', { caseId: near.caseId });
    expect(new Date(view.dueAt).toISOString().slice(0, 10)).toBe('2026-11-27');
  });

  it('may be that it is not done there: it is in no list, and a request is refused with a sentence', async () => {
    await cloud.ok(COMMUNITY, 'catalog.offer', { code, orgId, own: { offered: false } });
    const { items } = await cloud.ok('rs-01', 'catalog.list', { orgId });
    expect(items.map((item) => item.code)).not.toContain(code);
    expect(
      (await cloud.ok('rs-01', 'catalog.search', { text: '残疾证', orgId })).items.map((one) => one.code),
    ).not.toContain(code);
    expect(await cloud.ok('rs-01', 'catalog.detail', { code, orgId })).toMatchObject({ isElsewhere: true });
    expect(await cloud.call('rs-01', 'cases.submit', wish)).toMatchObject({
      code: 'SERVICE_NOT_HERE',
      fields: { serviceCode: '新民社区不办这件事。' },
    });
  });

  it('never stops what is dangerous, is set by who oversees the place, and stays when a version is published', async () => {
    const offer = (person: string, of: string, own: Input<'catalog.offer'>['own'], item = code) =>
      cloud.call(person, 'catalog.offer', { code: item, orgId: of, own });
    expect(await offer(COMMUNITY, orgId, { offered: false }, 'report-issue')).toMatchObject({
      code: 'BAD_INPUT',
      fields: { 'own.offered': '险情在哪里都要能报，这一项不能停。' },
    });
    expect(await offer('ad-cm-2', orgId, {})).toMatchObject({ code: 'UNIT_NOT_YOURS' });
    expect(await offer(DISTRICT, 'ds-tiefeng', {})).toMatchObject({ code: 'BAD_INPUT' });
    expect(await offer(COMMUNITY, orgId, { supervision: '12345' })).toMatchObject({ ok: true });
    await save();
    await publish();
    expect(await published(orgId)).toMatchObject({ summary: '换了说法', supervision: '12345' });
    const { entries } = await cloud.ok(COMMUNITY, 'units.journal', { orgId, about: code });
    expect(entries).toMatchObject([
      { what: 'item.local', orgId, changes: [{ field: 'supervision', after: '12345' }] },
    ]);
  });
});

describe('words that find nothing', () => {
  const missed = async () =>
    (await cloud.ok(COMMUNITY, 'catalog.missed', { orgId: 'cm-xinmin' })).words.map(({ text, count }) => [
      text,
      count,
    ]);

  it('are counted, most frequent first, and found once somebody has said what they mean', async () => {
    for (const text of ['遛狗证', '借雨伞', ' 遛狗証！', '借雨伞', '借雨伞']) await search(text);
    expect(await missed()).toEqual([
      ['借雨伞', 3],
      ['遛狗证', 2],
    ]);
    const words = ['借雨伞', '遛狗证'];
    await cloud.ok(DISTRICT, 'catalog.learn', { code: 'daily-errand', words: ['借雨伞'] });
    await cloud.ok(DISTRICT, 'catalog.learn', { code: 'policy-consultation', words: ['遛狗证'] });
    expect(await Promise.all(words.map(search))).toEqual([['daily-errand'], ['policy-consultation']]);
    expect(await missed()).toEqual([]);
  });

  it('are kept through a version that is published later', async () => {
    await cloud.ok(DISTRICT, 'catalog.learn', { code, words: ['红本本'] });
    await save();
    await publish();
    expect(await search('红本本')).toContain(code);
  });

  it('are words alone: nothing with a number, a name that is told, or a complaint', async () => {
    for (const text of ['我叫赵一示', '打15400000456', '我要投诉网格员', '加微信低息贷款'])
      await search(text);
    expect(await missed()).toEqual([]);
    await search('遛狗证');
    const [doc] = cloud.stored().missed as { text: string }[];
    const kept = Object.keys(JSON.parse(doc?.text ?? '{}') as object).filter((field) => field !== '_id');
    expect(kept.sort()).toEqual(['count', 'lastAt', 'open', 'text']);
  });

  it('are not counted while somebody is still writing', async () => {
    await cloud.ok('rs-01', 'catalog.search', { text: '遛狗', isTyping: true });
    expect(await missed()).toEqual([]);
  });

  it('cost nothing to a search that finds', async () => {
    await search('残疾证');
    await cloud.ok('rs-01', 'catalog.search', { text: '残疾证' });
    const call = (await cloud.local<Call[]>('calls')).at(-1);
    expect([call?.reads, call?.writes]).toEqual([0, 0]);
  });
});

describe('the catalogue as a whole', () => {
  it('marks what nobody has looked at for 12 months, until somebody does', async () => {
    await cloud.setClock(MONDAY + 366 * 86_400_000);
    const stale = async () =>
      (await cloud.ok(DISTRICT, 'catalog.drafts', {})).items.filter((item) => item.isStale).length;
    const all = await stale();
    await cloud.ok(DISTRICT, 'catalog.reviewed', { code });
    expect(await stale()).toBe(all - 1);
  });

  it('begins empty, with the product’s own content to tick', async () => {
    const empty = await startTestCloud({ seed: { ...demoDocuments(), services: [] } });
    const { items } = await empty.ok(DISTRICT, 'catalog.starters', {});
    expect(items).toHaveLength(27);
    const codes = [code, 'temporary-relief', code];
    const id = freshId();
    expect(await empty.ok(DISTRICT, 'catalog.start', { codes }, id)).toEqual({ items: 2 });
    expect(await empty.ok(DISTRICT, 'catalog.start', { codes }, id)).toEqual({ items: 2 });
    await empty.local('rest', {});
    expect((await empty.ok('rs-01', 'catalog.list', {})).items.map((one) => one.code).sort()).toEqual([
      code,
      'temporary-relief',
    ]);
    expect((await empty.ok(DISTRICT, 'catalog.starters', {})).items).toHaveLength(25);
    expect((await empty.ok('rs-01', 'catalog.detail', { code })).item).toEqual(itemOf(code));
    const strange = await empty.call(DISTRICT, 'catalog.start', { codes: ['nothing'] });
    await empty.close();
    expect(strange).toMatchObject({ code: 'SERVICE_NOT_FOUND', fields: { codes: expect.any(String) } });
  });
});
