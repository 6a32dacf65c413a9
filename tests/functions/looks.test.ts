import type { AlarmDoc, CaseDoc, PhotoCheckDoc } from '../../cloudfunctions/domain/documents';
import { type TestCloud, MONDAY, startTestCloud } from '../support/cloud';
import { point } from '../support/photo';
import { upload } from '../support/upload';
import { itemOf } from '../support/world';
import { AGENT, MANAGER, STREET, finish, titlesOf, viewOf } from './finished';

/** WeChat's look at each photo that another person will see: asked by a timer, answered by an event (docs/decisions/0061). */
let cloud: TestCloud;
let caseId = '';
const RESIDENT = 'rs-01';
const minute = 60_000;
/** What the played WeChat finds in a picture stands in its bytes. */
const risky = Buffer.concat([point, Buffer.from('赌博')]);

/** Each case has a day of its own. */
let start = MONDAY;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

beforeEach(async () => {
  start += 24 * 60 * minute;
  await cloud.setClock(start);
  const wish = { serviceCode: 'disability-certificate', mode: 'counter', note: '想办残疾证' } as const;
  ({ caseId } = await cloud.ok(RESIDENT, 'cases.submit', wish));
  const { assignment } = await viewOf(cloud, STREET, caseId);
  if (assignment?.agentId !== AGENT) await cloud.ok(STREET, 'cases.assign', { caseId, agentId: AGENT });
  await cloud.ok(AGENT, 'cases.accept', { caseId });
});
afterEach(async () => {
  await fails(0, 0);
  await looked();
  await cloud.ok(RESIDENT, 'cases.cancel', { caseId });
});

const fails = (errcode: number, times = 20) =>
  cloud.local('faults', { api: 'security.mediaCheckAsync', errcode, times });
const put = (person: string, name: string, body = point) =>
  upload(cloud, person, `papers/${caseId}/${person}/${name}`, new Uint8Array(body));
const addPaper = async (body = point, name = 'a.png') =>
  cloud.ok(RESIDENT, 'cases.paper', { caseId, paper: 'm0', add: [await put(RESIDENT, name, body)] });
const shownTo = async (person: string) =>
  (await cloud.ok(person, 'cases.photos', { caseId })).papers.flatMap(({ photos }) => photos);
const checks = async () => (await cloud.console.find('photoChecks', {})) as PhotoCheckDoc[];
const beat = async (after: number) => {
  await cloud.setClock(start + after);
  await cloud.timer('beat');
};
const looked = () => cloud.local<{ told: number }>('looked', {});
const eventsOf = async (person: string) => (await viewOf(cloud, person, caseId)).events.map((one) => one.do);

it('holds nothing up: staff read that it is being looked at, and after a pass nothing is left of it', async () => {
  await addPaper();
  expect(await shownTo(AGENT)).toEqual([{ key: 'a.png', url: expect.any(String), isChecked: false }]);
  expect(await shownTo(RESIDENT)).toEqual([{ key: 'a.png', url: expect.any(String) }]);
  await beat(minute);
  expect(await checks()).toMatchObject([{ caseId, by: RESIDENT, asked: 1, trace: expect.any(String) }]);
  expect(await shownTo(AGENT)).toMatchObject([{ isChecked: false }]);
  expect(await looked()).toEqual({ told: 1 });
  expect(await checks()).toEqual([]);
  expect(await shownTo(AGENT)).toEqual([{ key: 'a.png', url: expect.any(String) }]);
  // Once is enough.
  await beat(2 * minute);
  await beat(3 * minute);
  expect(await looked()).toEqual({ told: 0 });
});

it('hides what WeChat calls risky at once, deletes it within a minute, and tells who sent it what to do', async () => {
  await addPaper(risky);
  const [{ url } = { url: '' }] = await shownTo(RESIDENT);
  await beat(minute);
  await looked();
  for (const person of [RESIDENT, AGENT]) expect(await shownTo(person)).toEqual([]);
  await beat(2 * minute);
  expect((await fetch(url)).status).toBe(404);
  const view = await viewOf(cloud, RESIDENT, caseId);
  expect(view.papers?.[0]).toMatchObject({ state: 'missing', photos: 0, isRefused: true });
  expect(view.events.at(-1)).toMatchObject({ do: 'refuse', text: '本人居民身份证' });
  expect(view.state).toBe('in_progress');
  await cloud.timer('notify');
  expect(await titlesOf(cloud, RESIDENT)).toContain('照片没有通过检查');
  expect(await titlesOf(cloud, AGENT)).not.toContain('照片没有通过检查');
  expect(await checks()).toEqual([]);
  // Another in its place, and the paper is there.
  await addPaper(point, 'b.png');
  expect((await viewOf(cloud, RESIDENT, caseId)).papers?.[0]).toMatchObject({ state: 'sent', photos: 1 });
  expect((await viewOf(cloud, RESIDENT, caseId)).papers?.[0]?.isRefused).toBeUndefined();
});

it('looks at what comes with a message of the agent, a complaint or a review, and at an agent’s own photo', async () => {
  await cloud.ok(AGENT, 'cases.say', { caseId, photos: [await put(AGENT, 'm.png', risky)] });
  const pictured = [await upload(cloud, RESIDENT, `cases/${RESIDENT}/c.png`, new Uint8Array(risky))];
  const complaint = await cloud.ok(RESIDENT, 'cases.complain', {
    about: 'words',
    whom: '小区物业',
    note: '看照片',
    photos: pictured,
  });
  const rated = await finish(cloud, 'rs-03');
  const photos = [await upload(cloud, 'rs-03', 'reviews/rs-03/r.png', new Uint8Array(risky))];
  await cloud.ok('rs-03', 'reviews.submit', { caseId: rated, level: 'dissatisfied', photos });
  const face = await upload(cloud, AGENT, `faces/${AGENT}/f.png`, new Uint8Array(risky));
  await cloud.ok(AGENT, 'roster.face', { photo: face });
  const [code, community] = ['disability-certificate', 'ad-cm-1'];
  const picture = await upload(cloud, community, `samples/${code}/${community}/s.png`, new Uint8Array(risky));
  const [paper, ...others] = itemOf(code).materials;
  const materials = paper ? [{ ...paper, sample: ['照着填'], picture }, ...others] : others;
  await cloud.ok(community, 'catalog.draft', { code, item: { ...itemOf(code), materials } });
  await beat(minute);
  await looked();
  expect((await checks()).filter(({ isRisky }) => isRisky)).toHaveLength(5);
  expect(await cloud.ok(community, 'catalog.picture', { picture })).toEqual({});
  expect((await cloud.ok(MANAGER, 'reviews.photos', { caseId: rated })).urls).toEqual([]);
  await beat(2 * minute);
  await cloud.timer('notify');
  for (const [person, own] of [
    [AGENT, caseId],
    [RESIDENT, complaint.caseId],
  ] as const)
    expect((await viewOf(cloud, person, own)).events.at(-1)).toMatchObject({ do: 'refuse' });
  expect(await titlesOf(cloud, AGENT)).toContain('照片没有通过检查');
  expect(await titlesOf(cloud, 'rs-03')).toContain('照片没有通过检查');
  const [review] = await cloud.console.find('reviews', { _id: rated });
  expect(review).toMatchObject({ photos: [], refused: 1 });
  expect(await cloud.ok(AGENT, 'roster.today', {})).toMatchObject({ isPhotoRefused: true });
  expect(await cloud.ok(community, 'catalog.picture', { picture })).toEqual({});
  expect((await checks()).filter(({ photo }) => photo === picture)).toEqual([]);
  // The rated agent learns nothing of a review.
  expect((await viewOf(cloud, AGENT, rated)).events.map((one) => one.do)).not.toContain('refuseOfReview');
});

it('takes no word from who makes an event up', async () => {
  await addPaper();
  await beat(minute);
  const event = {
    Event: 'wxa_media_check',
    trace_id: 'made-up',
    errcode: 0,
    result: { suggest: 'risky' },
  };
  const pushed = await cloud.local('push', { person: 'rs-02', function: 'notify', event });
  expect(pushed).toMatchObject({ result: { data: { heard: 0 } } });
  expect(await shownTo(AGENT)).toHaveLength(1);
});

describe('where WeChat does not look', () => {
  const isFree = async () => {
    expect(await checks()).toEqual([]);
    expect(await shownTo(AGENT)).toEqual([{ key: 'a.png', url: expect.any(String) }]);
  };

  it.each([
    ['the call is not granted: it is asked for two hours, and the district is told', -604101, true],
    ['it is down: it is asked for two hours', -1, true],
    ['whoever sent it has not been here: never again', 61010, false],
  ] as const)('%s', async (_, errcode, again) => {
    await fails(errcode);
    await addPaper();
    await beat(minute);
    expect(await checks()).toHaveLength(again ? 1 : 0);
    for (let at = 5; again && at < 140; at += 15) await beat(at * minute);
    await isFree();
    const alarms = (await cloud.console.find('alarms', { open: true })) as AlarmDoc[];
    expect(alarms.some(({ why }) => why === '云函数 sweep 没有检查照片的权限')).toBe(errcode === -604101);
    for (const { _id } of alarms)
      await cloud.ok('ad-ds-1', 'admin.clearAlarm', { orgId: 'ds-tiefeng', alarmId: _id });
  });

  it('asks again once it can', async () => {
    await fails(-1, 2);
    await addPaper(risky);
    for (const at of [1, 3, 6]) await beat(at * minute);
    expect(await looked()).toEqual({ told: 1 });
    await beat(7 * minute);
    expect(await eventsOf(RESIDENT)).toContain('refuse');
  });

  it('offers a picture that could not be fetched three times', async () => {
    await addPaper();
    for (let at = 1; at <= 3; at += 1) {
      await beat(at * minute);
      const [check] = await checks();
      const event = { Event: 'wxa_media_check', trace_id: check?.trace, errcode: -1008 };
      await cloud.local('push', { person: RESIDENT, function: 'notify', event });
    }
    await isFree();
  });

  it('gives up after three quarters of an hour without an answer', async () => {
    await addPaper();
    await beat(minute);
    await beat(40 * minute);
    expect(await checks()).toHaveLength(1);
    await beat(47 * minute);
    await isFree();
  });
});

it.each([2, 3, 5, 6])('ends the same where a run is killed after its call number %i', async (after) => {
  await addPaper(risky);
  for (const at of [1, 4, 8, 12, 16]) {
    await cloud.local('kill', { function: 'sweep', after });
    await cloud.setClock(start + at * minute);
    await cloud.local('timers/beat', {});
    await looked();
  }
  for (const at of [20, 24, 28, 32, 36, 40, 44]) {
    await beat(at * minute);
    await looked();
  }
  expect(await checks()).toEqual([]);
  expect(await shownTo(RESIDENT)).toEqual([]);
  const events = await eventsOf(RESIDENT);
  expect(events.filter((one) => one === 'refuse')).toHaveLength(1);
});

it('asks about the photos of before when their case moves next', async () => {
  await addPaper();
  const [kase] = (await cloud.console.find('cases', { _id: caseId })) as CaseDoc[];
  if (!kase) throw new Error(caseId);
  await cloud.console.put('cases', { ...kase, wakeAt: start + 30 * 24 * 60 * minute });
  await beat(minute);
  expect(await checks()).toEqual([]);
  await cloud.ok(RESIDENT, 'cases.say', { caseId, text: '好了吗' });
  await beat(2 * minute);
  expect(await checks()).toHaveLength(1);
});
