import type { Input } from '../../contract/actions';
import { HAND_ON_MS } from '../../contract/upload';
import { type TestCloud, MONDAY, freshId, startTestCloud } from '../support/cloud';
import { board } from '../support/photo';
import { upload } from '../support/upload';
import { itemOf } from '../support/world';
import { MANAGER, finish } from './finished';

/** 上传: places are granted for photos; what is put there and never hangs anywhere is gone a day later, and nothing else is. */
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

const minute = 60_000;
type Of = Omit<Input<'cases.upload'>, 'ends'>;
/** Two photos where they may be put: their cloud file ids. */
async function putTwo(person: string, of: Of, body: BodyInit = board): Promise<[string, string]> {
  const { paths } = await cloud.ok(person, 'cases.upload', { ...of, ends: ['jpg', 'png'] });
  const [one = '', other = ''] = await Promise.all(paths.map((path) => upload(cloud, person, path, body)));
  return [one, other];
}
const isThere = async (photo: string) => {
  const [, person = ''] = /\/([^/]+)\/[^/]+$/.exec(photo) ?? [];
  return (await cloud.local<{ url: string }>('links', { person, file: photo })).url !== '';
};
/** An item with the picture of its first paper. */
const code = 'disability-certificate';
const showing = (picture?: string) => {
  const item = itemOf(code);
  const [first, ...rest] = item.materials;
  return { ...item, materials: first ? [{ ...first, sample: ['照着填'], picture }, ...rest] : rest };
};
const ask = { serviceCode: 'disability-certificate', mode: 'counter', note: '想办残疾证' } as const;
const place = { orgId: 'g-xm-1', landmark: '晴川里小区东门路口' };

it('keeps what hangs in a paper, a message, a report, a complaint, a review or on an agent’s card, and deletes what does not', async () => {
  const [resident, reporter, rater, heir] = ['rs-01', 'rs-02', 'rs-03', 'rs-04'] as const;
  const { caseId } = await cloud.ok(resident, 'cases.submit', ask);
  const done = await finish(cloud, rater);
  await cloud.setClock(MONDAY);
  const papers = await putTwo(resident, { of: 'papers', caseId });
  const words = await putTwo(resident, { of: 'papers', caseId });
  const reported = await putTwo(reporter, { of: 'cases' });
  const complained = await putTwo(resident, { of: 'cases' });
  const rated = await putTwo(rater, { of: 'reviews', caseId: done });
  const faces = await putTwo('ag-04', { of: 'faces' });
  const samples = await putTwo('ad-cm-1', { of: 'samples', caseId: code });
  const old = await upload(cloud, resident, `papers/${caseId}/${resident}/older-phone.jpg`, board);
  await cloud.ok(resident, 'cases.paper', { caseId, paper: 'm0', add: [papers[0]] });
  await cloud.ok(resident, 'cases.say', { caseId, photos: [words[0]] });
  await cloud.ok(reporter, 'cases.report', {
    subtype: 'manhole',
    note: '井盖没了',
    place,
    photos: [reported[0]],
  });
  await cloud.ok(resident, 'cases.complain', {
    about: 'words',
    whom: '三号窗口',
    note: '说话冲',
    photos: [complained[0]],
  });
  await cloud.ok(rater, 'reviews.submit', { caseId: done, level: 'satisfied', photos: [rated[0]] });
  await cloud.ok('ag-04', 'roster.face', { photo: faces[0] });
  await cloud.ok('ad-cm-1', 'catalog.draft', { code, item: showing(samples[0]) });
  // Whoever reported goes into another entry of the register: the report's photo stays the report's.
  await cloud.ok(MANAGER, 'people.join', { from: reporter, into: heir });

  // A day later it may not be handed on any more; an older phone's names say nothing of when.
  await cloud.setClock(MONDAY + HAND_ON_MS + minute);
  expect(await cloud.call(resident, 'cases.paper', { caseId, paper: 'm1', add: [papers[1]] })).toMatchObject({
    code: 'PHOTO_STALE',
    fields: { add: '照片放了一天多，已经清掉了，请重新放一次。' },
  });
  await cloud.timer('rollup');
  const all = [papers, words, reported, complained, rated, faces, samples];
  for (const photo of [...all.flat(), old]) expect([photo, await isThere(photo)]).toEqual([photo, true]);
  await cloud.ok(resident, 'cases.paper', { caseId, paper: 'm1', add: [old] });

  await cloud.setClock(MONDAY + HAND_ON_MS + 61 * minute);
  // By the timer that asks what is due.
  await cloud.timer('beat');
  for (const [hung, unhung] of all) {
    expect([hung, await isThere(hung)]).toEqual([hung, true]);
    expect([unhung, await isThere(unhung)]).toEqual([unhung, false]);
  }
  expect(await isThere(old)).toBe(true);
  expect(cloud.stored().uploads).toEqual([]);
});

it('shows a stranger how a paper is to look once that is published and looked at, and goes when nothing shows it any more', async () => {
  const [community, district, stranger] = ['ad-cm-1', 'ad-ds-1', 'nobody'] as const;
  const save = (picture?: string, person: string = community) =>
    cloud.call(person, 'catalog.draft', { code, item: showing(picture) });
  const seenBy = async (person: string, picture: string) => {
    await cloud.local('rest', {});
    return (await cloud.ok(person, 'catalog.picture', { picture })).url !== undefined;
  };
  const put = () => putTwo(community, { of: 'samples', caseId: code });
  const [first, second] = await put();
  // Another's, of another item, no photo; nothing of it is seen or kept.
  expect(await save(first, district)).toMatchObject({ code: 'BAD_INPUT' });
  const [program] = await putTwo(community, { of: 'samples', caseId: code }, 'MZ this program cannot be run');
  expect(await save(program)).toMatchObject({
    code: 'PHOTO_UNFIT',
    fields: { 'item.materials': expect.stringMatching(/照片/) },
  });
  expect(await cloud.call(community, 'cases.upload', { of: 'samples', ends: ['jpg'] })).toMatchObject({
    code: 'BAD_INPUT',
    fields: { caseId: '缺少事项编号。' },
  });
  const { materials } = showing(second);
  const silent = { ...itemOf(code), materials: materials.map((one) => ({ ...one, sample: undefined })) };
  expect((await cloud.ok(community, 'catalog.draft', { code, item: silent })).faults.materials).toMatch(
    /照片/,
  );
  // A draft is the office's, whoever put the picture there; another picture in its place, and the first is gone.
  expect([await seenBy(district, second), await seenBy(stranger, second)]).toEqual([true, false]);
  expect(await save(first)).toMatchObject({ ok: true });
  expect([await isThere(first), await isThere(second)]).toEqual([true, false]);
  await cloud.ok(district, 'catalog.publish', { code });
  // Published, and WeChat has not looked.
  expect([await seenBy(district, first), await seenBy(stranger, first)]).toEqual([true, false]);
  await cloud.timer('beat');
  await cloud.local('looked', {});
  expect(await seenBy(stranger, first)).toBe(true);
  const { caseId } = await cloud.ok('rs-07', 'cases.submit', ask);
  const { papers } = (await cloud.ok('rs-07', 'cases.detail', { caseId })).case;
  expect(papers?.[0]).toMatchObject({ sample: ['照着填'], picture: first });
  // A version that may come back, and a case, have it still; a draft that is given up does not.
  const [third] = await put();
  await save(third);
  await cloud.ok(district, 'catalog.drop', { code });
  await save();
  await cloud.ok(district, 'catalog.publish', { code });
  expect([await isThere(first), await isThere(third), await seenBy(stranger, first)]).toEqual([
    true,
    false,
    true,
  ]);
  expect(
    await cloud.ok(district, 'catalog.picture', { picture: first.replace('samples', 'papers') }),
  ).toEqual({});
});

it('is granted once by one request, and only with a case where it is of one', async () => {
  const id = freshId();
  const of: Input<'cases.upload'> = { of: 'cases', ends: ['jpg'] };
  const first = await cloud.ok('rs-05', 'cases.upload', of, id);
  expect(first.paths).toEqual([expect.stringMatching(/^cases\/rs-05\/u[0-9a-z]{8}-[0-9a-f]{12}-0\.jpg$/)]);
  await cloud.setClock(MONDAY + 30 * HAND_ON_MS);
  expect(await cloud.ok('rs-05', 'cases.upload', of, id)).toEqual(first);
  expect(await cloud.call('rs-05', 'cases.upload', { of: 'cases', ends: ['png'] }, id)).toMatchObject({
    code: 'REQUEST_REUSED',
  });
  expect(await cloud.call('rs-05', 'cases.upload', { of: 'papers', ends: ['jpg'] })).toMatchObject({
    code: 'BAD_INPUT',
    fields: { caseId: expect.any(String) },
  });
});

it('is looked at by its first bytes wherever it is to hang: a program called .jpg is refused, and not kept', async () => {
  const done = await finish(cloud, 'rs-06');
  const program = () => putTwo('rs-06', { of: 'cases' }, 'MZ this program cannot be run');
  const said = { note: '说话冲', about: 'words', whom: '三号窗口' } as const;
  const refusal = { code: 'PHOTO_UNFIT', fields: { photos: '这不是照片，请拍一张，或者选一张照片。' } };
  const [one] = await program();
  expect(
    await cloud.call('rs-06', 'cases.report', { subtype: 'manhole', note: '井盖没了', place, photos: [one] }),
  ).toMatchObject(refusal);
  const [other] = await program();
  expect(await cloud.call('rs-06', 'cases.complain', { ...said, photos: [other] })).toMatchObject(refusal);
  const [third] = await putTwo('rs-06', { of: 'reviews', caseId: done }, 'MZ this program cannot be run');
  expect(
    await cloud.call('rs-06', 'reviews.submit', { caseId: done, level: 'satisfied', photos: [third] }),
  ).toMatchObject(refusal);
  for (const photo of [one, other, third]) expect(await isThere(photo)).toBe(false);
  expect((await cloud.ok('rs-06', 'cases.mine', {})).cases.map(({ caseId }) => caseId)).toEqual([done]);
});
