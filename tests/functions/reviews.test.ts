import type { ActionName, Reply } from '../../contract/actions';
import { limits } from '../../contract/limits';
import { instantOf } from '../../contract/time';
import { type TestCloud, MONDAY, freshId, startTestCloud } from '../support/cloud';
import { board, putPhoto } from '../support/photo';
import { AGENT, MANAGER, STREET, finish, titlesOf, viewOf } from './finished';

/** Reviews: who may, what waits, what is refused. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const hour = 3_600_000;
const RESIDENT = 'rs-01';
const weChatFails = (errcode: number | string, times = 1) =>
  cloud.local('faults', { api: 'security.msgSecCheck', errcode, times });
const raw = async (person: string, name: string, input: unknown): Promise<Reply<unknown>> => {
  const [fn = '', action] = name.split('.');
  return cloud.post(fn, { action, requestId: freshId(), input }, cloud.token(person));
};
const sweepAt = async (at: number) => {
  await cloud.setClock(at);
  return cloud.timer('sweep');
};

describe('bad input', () => {
  it('has its code and sentence each, and changes nothing', async () => {
    const caseId = await finish(cloud, RESIDENT);
    const { caseId: open } = await cloud.ok('rs-02', 'cases.submit', {
      serviceCode: 'daily-errand',
      mode: 'home-visit',
      note: '取药',
    });
    const { caseId: cancelled } = await cloud.ok('rs-04', 'cases.submit', {
      serviceCode: 'daily-errand',
      mode: 'home-visit',
      note: '取药',
    });
    await cloud.ok('rs-04', 'cases.cancel', { caseId: cancelled });
    const good = { caseId, level: 'satisfied' };
    const photo = (owner: string, name = 'a') =>
      `cloud://linli-local.6c69-linli-local/reviews/${owner}/${name}.jpg`;
    const before = await viewOf(cloud, RESIDENT, caseId);
    const table: [string, string, ActionName, object, string, string][] = [
      ['another’s case', 'rs-02', 'reviews.submit', good, 'NOT_YOUR_CASE', 'caseId'],
      ['another community’s manager', 'ad-cm-2', 'reviews.submit', good, 'NOT_YOUR_CASE', 'caseId'],
      ['an unfinished one', 'rs-02', 'reviews.submit', { ...good, caseId: open }, 'NOT_FINISHED', 'caseId'],
      [
        'a cancelled one',
        'rs-04',
        'reviews.submit',
        { ...good, caseId: cancelled },
        'NOT_FINISHED',
        'caseId',
      ],
      ['none', RESIDENT, 'reviews.submit', { ...good, caseId: 'none' }, 'NOT_YOUR_CASE', 'caseId'],
      ['an unknown level', RESIDENT, 'reviews.submit', { ...good, level: 'great' }, 'BAD_INPUT', 'level'],
      ['an unknown tag', RESIDENT, 'reviews.submit', { ...good, tags: ['很香'] }, 'BAD_INPUT', 'tags'],
      [
        'a tag of another level',
        RESIDENT,
        'reviews.submit',
        { ...good, tags: ['推来推去'] },
        'BAD_INPUT',
        'tags',
      ],
      [
        '20,000 characters',
        RESIDENT,
        'reviews.submit',
        { ...good, text: '好'.repeat(20_000) },
        'BAD_INPUT',
        'text',
      ],
      [
        'another’s photo',
        RESIDENT,
        'reviews.submit',
        { ...good, photos: [photo('rs-02')] },
        'BAD_INPUT',
        'photos',
      ],
      [
        'a photo from elsewhere',
        RESIDENT,
        'reviews.submit',
        { ...good, photos: ['https://evil.example/reviews/rs-01/a.jpg'] },
        'BAD_INPUT',
        'photos',
      ],
      [
        'a photo of another environment',
        RESIDENT,
        'reviews.submit',
        { ...good, photos: [photo(RESIDENT).replace('linli-local.', 'env-1.')] },
        'BAD_INPUT',
        'photos',
      ],
      [
        'a photo of a folder within',
        RESIDENT,
        'reviews.submit',
        { ...good, photos: [photo(RESIDENT).replace('a.jpg', '../rs-02/a.jpg')] },
        'BAD_INPUT',
        'photos',
      ],
      [
        'four photos',
        RESIDENT,
        'reviews.submit',
        {
          ...good,
          photos: Array.from({ length: limits.reviewPhotos + 1 }, (_, i) => photo(RESIDENT, `p${i}`)),
        },
        'BAD_INPUT',
        'photos',
      ],
      [
        'an addition to nothing',
        RESIDENT,
        'reviews.add',
        { caseId, text: '还有' },
        'REVIEW_NOT_FOUND',
        'caseId',
      ],
      ['the step of no rectification', MANAGER, 'cases.take', { caseId }, 'RECTIFY_NOT_NOW', 'caseId'],
      [
        'a ruling on nothing',
        MANAGER,
        'reviews.moderate',
        { caseId, text: 'shown' },
        'REVIEW_NOT_FOUND',
        'caseId',
      ],
      [
        'an appeal against nothing',
        AGENT,
        'reviews.appeal',
        { entryId: 'x', reason: '不是我' },
        'ENTRY_NOT_FOUND',
        'entryId',
      ],
      [
        'a decision on nothing',
        STREET,
        'reviews.judge',
        { caseId, isUpheld: true, why: '对' },
        'APPEAL_NOT_FOUND',
        'caseId',
      ],
    ];
    for (const [what, person, name, input, code, field] of table) {
      const reply = await raw(person, name, input);
      expect([what, reply]).toEqual([
        what,
        expect.objectContaining({
          ok: false,
          code,
          message: expect.stringMatching(/\p{Script=Han}/u),
          fields: { [field]: expect.stringMatching(/\p{Script=Han}/u) },
        }),
      ]);
    }
    expect(await viewOf(cloud, RESIDENT, caseId)).toEqual(before);
  });

  it('is rated once, and added to once; the same request again hears the same', async () => {
    const caseId = await finish(cloud, RESIDENT);
    const rate = () => cloud.ok(RESIDENT, 'reviews.submit', { caseId, level: 'dissatisfied' }, 'once');
    const first = await rate();
    expect(await rate()).toEqual(first);
    expect(await raw(RESIDENT, 'reviews.submit', { caseId, level: 'satisfied' })).toMatchObject({
      code: 'ALREADY_REVIEWED',
    });
    const add = () => cloud.ok(RESIDENT, 'reviews.add', { caseId, text: '后来又来了一趟' }, 'add-once');
    expect(await add()).toEqual({ caseId, textState: 'shown' });
    expect(await add()).toEqual({ caseId, textState: 'shown' });
    expect(await raw(RESIDENT, 'reviews.add', { caseId, text: '还有' })).toMatchObject({
      code: 'ALREADY_ADDED',
    });
    expect((await viewOf(cloud, MANAGER, caseId)).review).toMatchObject({
      level: 'dissatisfied',
      addition: { text: '后来又来了一趟' },
    });
  });

  it('keeps a script as the words it is, and an ID number out', async () => {
    const caseId = await finish(cloud, RESIDENT);
    const text = '<script>alert(1)</script>我的身份证23029919660101001X';
    await cloud.ok(RESIDENT, 'reviews.submit', { caseId, level: 'satisfied', text });
    expect((await viewOf(cloud, MANAGER, caseId)).review?.text).toBe(
      '<script>alert(1)</script>我的身份证[身份证号]',
    );
  });
});

describe('photos', () => {
  const put = (person: string, name: string) =>
    putPhoto(cloud, person, name, Buffer.concat([board, Buffer.from(name)]));

  it('are looked at by managers of the case, by links that run out, and by nobody else', async () => {
    const caseId = await finish(cloud, RESIDENT);
    const photos = [await put(RESIDENT, 'a.jpg'), await put(RESIDENT, 'b.png')];
    await cloud.ok(RESIDENT, 'reviews.submit', { caseId, level: 'dissatisfied', photos });
    for (const manager of [MANAGER, STREET]) {
      const { urls } = await cloud.ok(manager, 'reviews.photos', { caseId });
      const seen = await Promise.all(urls.map(async (url) => (await (await fetch(url)).text()).slice(-5)));
      expect(seen).toEqual(['a.jpg', 'b.png']);
    }
    const { urls } = await cloud.ok(MANAGER, 'reviews.photos', { caseId });
    await cloud.setClock(MONDAY + (limits.linkSeconds + 1) * 1000);
    expect((await fetch(urls[0] ?? '')).status).toBe(403);
    for (const [person, code] of [
      ['ad-cm-2', 'NOT_YOUR_CASE'],
      [AGENT, 'FORBIDDEN'],
      ['rs-02', 'FORBIDDEN'],
    ] as const)
      expect(await raw(person, 'reviews.photos', { caseId })).toMatchObject({ ok: false, code });
  });

  it('that are gone leave the others, and a case without any has none', async () => {
    const caseId = await finish(cloud, RESIDENT);
    expect(await cloud.ok(MANAGER, 'reviews.photos', { caseId })).toEqual({ urls: [] });
    const photos = [await put(RESIDENT, 'a.jpg'), await put(RESIDENT, 'b.jpg')];
    await cloud.ok(RESIDENT, 'reviews.submit', { caseId, level: 'dissatisfied', photos });
    await cloud.local('removals', { person: RESIDENT, file: photos[0] });
    const { urls } = await cloud.ok(MANAGER, 'reviews.photos', { caseId });
    expect(urls.map((url) => new URL(url).pathname)).toEqual(['/storage/reviews/rs-01/b.jpg']);
  });
});

describe('words and WeChat', () => {
  const rate = async (text: string) => {
    const caseId = await finish(cloud, RESIDENT);
    const answer = await cloud.ok(RESIDENT, 'reviews.submit', { caseId, level: 'satisfied', text });
    return { caseId, textState: answer.textState };
  };
  const seenBy = async (person: string, caseId: string) => (await viewOf(cloud, person, caseId)).review?.text;

  it('are shown when they pass', async () => {
    const { caseId, textState } = await rate('很好');
    expect(textState).toBe('shown');
    expect(await seenBy(MANAGER, caseId)).toBe('很好');
  });

  it('are the resident’s alone when they are refused', async () => {
    const { caseId, textState } = await rate('代开发票找我');
    expect(textState).toBe('refused');
    expect(await seenBy(MANAGER, caseId)).toBeUndefined();
    expect(await seenBy(RESIDENT, caseId)).toBe('代开发票找我');
    expect((await viewOf(cloud, MANAGER, caseId)).review?.level).toBe('satisfied');
  });

  it('wait for a person when WeChat is not sure', async () => {
    const { caseId, textState } = await rate('加微信再说');
    expect(textState).toBe('waiting');
    expect(await seenBy(MANAGER, caseId)).toBeUndefined();
    const { reviews } = await cloud.ok(MANAGER, 'reviews.moderation', { orgId: 'cm-xinmin', heap: 'texts' });
    expect(reviews).toMatchObject([{ caseId, text: '加微信再说' }]);
    await cloud.ok(MANAGER, 'reviews.moderate', { caseId, text: 'shown' });
    expect(await seenBy(MANAGER, caseId)).toBe('加微信再说');
    expect(
      (await cloud.ok(MANAGER, 'reviews.moderation', { orgId: 'cm-xinmin', heap: 'texts' })).reviews,
    ).toEqual([]);
  });

  it.each([-1, 45009, -604102, -604101])(
    'wait while WeChat answers %s, the review counts, and a timer asks again',
    async (code) => {
      await weChatFails(code, 2);
      const { caseId, textState } = await rate('很好');
      expect(textState).toBe('waiting');
      expect(await seenBy(MANAGER, caseId)).toBeUndefined();
      await cloud.timer('rollup');
      expect((await cloud.ok(MANAGER, 'reviews.scores', { orgId: 'cm-xinmin' })).total).toMatchObject({
        numerator: 1,
        denominator: 1,
      });
      expect(await sweepAt(MONDAY + 30_000)).toMatchObject({ rechecked: 0 });
      expect(await sweepAt(MONDAY + 60_000)).toMatchObject({ rechecked: 1 });
      expect(await seenBy(MANAGER, caseId)).toBeUndefined();
      expect(await sweepAt(MONDAY + 180_000)).toMatchObject({ rechecked: 1 });
      expect(await seenBy(MANAGER, caseId)).toBe('很好');
      expect(await sweepAt(MONDAY + hour)).toMatchObject({ rechecked: 0 });
    },
  );

  it('go to a person once WeChat will not check them any more', async () => {
    await weChatFails(-1, 1);
    const { caseId } = await rate('很好');
    // No sweep for three hours: the resident was here too long ago.
    expect(await sweepAt(MONDAY + 3 * hour)).toMatchObject({ rechecked: 1 });
    expect(await seenBy(MANAGER, caseId)).toBeUndefined();
    const { reviews } = await cloud.ok(MANAGER, 'reviews.moderation', { orgId: 'cm-xinmin', heap: 'texts' });
    expect(reviews.map((one) => one.caseId)).toEqual([caseId]);
  });
});

describe('written down by staff', () => {
  /** A case of a resident without WeChat. */
  const byPhone = async () => {
    const { caseId } = await cloud.ok(MANAGER, 'cases.intake', {
      channel: 'phone',
      name: '杨老太',
      phone: '04525550199',
      serviceCode: 'disability-certificate',
      mode: 'counter',
      note: '想办残疾证',
    });
    await cloud.ok(AGENT, 'cases.accept', { caseId });
    await cloud.ok(AGENT, 'cases.complete', { caseId, result: '办好了' });
    return caseId;
  };

  it('is labelled and stays out of headline rates', async () => {
    const caseId = await byPhone();
    await cloud.ok(MANAGER, 'reviews.submit', {
      caseId,
      level: 'very-satisfied',
      text: '电话里说很好',
      wall: true,
    });
    const { review } = await viewOf(cloud, MANAGER, caseId);
    expect(review).toMatchObject({ channel: 'staff', headline: false, enteredBy: '白露澄' });
    // Only the resident agrees to the wall.
    expect(review?.wall).toBeUndefined();
    await cloud.timer('rollup');
    expect((await cloud.ok(MANAGER, 'reviews.scores', { orgId: 'cm-xinmin' })).total).toMatchObject({
      denominator: 0,
      completed: 1,
      rate: null,
    });
  });

  it('asks the agent for no call about what follows', async () => {
    const caseId = await byPhone();
    await cloud.timer('notify');
    const before = await cloud.ok(AGENT, 'cases.calls', {});
    await cloud.ok(MANAGER, 'reviews.submit', { caseId, level: 'dissatisfied' });
    await cloud.ok(MANAGER, 'cases.verify', { caseId, isUpheld: true, findings: '属实' });
    await cloud.timer('notify');
    expect(await cloud.ok(AGENT, 'cases.calls', {})).toEqual(before);
  });

  it('is for those without WeChat: nobody who can rate is forestalled', async () => {
    const caseId = await finish(cloud, RESIDENT);
    expect(await raw(MANAGER, 'reviews.submit', { caseId, level: 'very-satisfied' })).toMatchObject({
      code: 'RATES_THEMSELVES',
    });
    await cloud.ok(RESIDENT, 'reviews.submit', { caseId, level: 'dissatisfied' });
  });

  it('is never written down by the agent', async () => {
    const caseId = await finish(cloud, RESIDENT);
    expect(await raw(AGENT, 'reviews.submit', { caseId, level: 'satisfied' })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('the invitation', () => {
  it('comes at the end and once more after three days, never again, and never through the agent', async () => {
    const caseId = await finish(cloud, RESIDENT);
    const asks = async () =>
      (await titlesOf(cloud, RESIDENT)).filter((title) => title === '再请您评一评').length;
    await sweepAt(instantOf('2026-11-26', '09:59'));
    expect(await asks()).toBe(0);
    await sweepAt(instantOf('2026-11-26', '10:00'));
    expect(await asks()).toBe(1);
    for (const day of ['2026-11-27', '2026-11-29', '2026-12-10']) {
      await sweepAt(instantOf(day, '10:00'));
      await cloud.timer('notify');
    }
    expect(await asks()).toBe(1);
    expect((await cloud.ok(AGENT, 'cases.calls', {})).calls.map((call) => call.says).join()).not.toContain(
      '再',
    );
    expect((await viewOf(cloud, AGENT, caseId)).events.map((event) => event.do)).not.toContain('invite');
  });

  it('does not come to whoever has rated', async () => {
    const caseId = await finish(cloud, RESIDENT);
    await cloud.ok(RESIDENT, 'reviews.submit', { caseId, level: 'satisfied' });
    await sweepAt(instantOf('2026-11-27', '10:00'));
    expect(await titlesOf(cloud, RESIDENT)).not.toContain('再请您评一评');
  });
});

describe('not done', () => {
  it('goes back to its agent, and the promise runs on', async () => {
    const caseId = await finish(cloud, RESIDENT);
    const { dueAt } = await viewOf(cloud, RESIDENT, caseId);
    await cloud.setClock(MONDAY + 24 * hour);
    const answer = await cloud.ok(RESIDENT, 'cases.reopen', { caseId, reason: '只办了一半' });
    expect(answer.state).toBe('in_progress');
    expect(await viewOf(cloud, AGENT, caseId)).toMatchObject({ state: 'in_progress', dueAt });
    expect((await cloud.ok(AGENT, 'cases.queue', {})).cases.map((one) => one.caseId)).toEqual([caseId]);
    expect((await titlesOf(cloud, AGENT))[0]).toBe('居民说还没办成');
    expect((await titlesOf(cloud, MANAGER))[0]).toBe('居民说还没办成');
    await cloud.ok(AGENT, 'cases.complete', { caseId, result: '这回办好了' });
    const view = await viewOf(cloud, RESIDENT, caseId);
    expect(view.events.map((event) => event.do).slice(-3)).toEqual(['complete', 'reopen', 'complete']);
    expect(view.reopenedAt).toBe(MONDAY + 24 * hour);
  });

  it('is red at once where the promise is over, and goes up', async () => {
    const caseId = await finish(cloud, RESIDENT);
    await cloud.setClock(instantOf('2026-12-14', '10:00'));
    await cloud.ok(RESIDENT, 'cases.reopen', { caseId, reason: '东西没拿到手' });
    await cloud.timer('sweep');
    const view = await viewOf(cloud, MANAGER, caseId);
    expect(view).toMatchObject({ card: 'red', escalatedTo: 'community' });
  });

  it('can be said for thirty days, by the resident or a manager whom they told', async () => {
    const caseId = await finish(cloud, RESIDENT);
    expect(await raw(AGENT, 'cases.reopen', { caseId, reason: '还想办' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    await cloud.setClock(MONDAY + 31 * 24 * hour);
    expect(await raw(RESIDENT, 'cases.reopen', { caseId, reason: '没办成' })).toMatchObject({
      code: 'REOPEN_TOO_LATE',
    });
    await cloud.setClock(MONDAY + 29 * 24 * hour);
    await cloud.ok(MANAGER, 'cases.reopen', { caseId, reason: '老人来电说没办成' });
    expect((await titlesOf(cloud, RESIDENT))[0]).toBe('这件事接着办');
  });

  it('is an answer to what was given up too: another agent is looked for, and the manager is told', async () => {
    const { caseId } = await cloud.ok(RESIDENT, 'cases.submit', {
      serviceCode: 'disability-certificate',
      mode: 'counter',
      note: '想办残疾证',
    });
    const agentId = (await viewOf(cloud, MANAGER, caseId)).assignment?.agentId ?? '';
    await cloud.ok(agentId, 'cases.accept', { caseId });
    await cloud.ok(agentId, 'cases.terminate', { caseId, reason: '不符合办理条件' });
    const { dueAt, reopenUntil } = await viewOf(cloud, RESIDENT, caseId);
    expect(reopenUntil).toBe(MONDAY + 30 * 24 * hour);
    const { state } = await cloud.ok(RESIDENT, 'cases.reopen', { caseId, reason: '条件是符合的' });
    expect(state).toBe('offered');
    const view = await viewOf(cloud, MANAGER, caseId);
    expect(view.assignment?.agentId).not.toBe(agentId);
    expect(view.dueAt).toBe(dueAt);
    const { notices } = await cloud.ok(MANAGER, 'account.inbox', {});
    expect(notices[0]).toMatchObject({
      title: '居民说还没办成',
      text: expect.stringContaining('居民不同意：条件是符合的。正在另找代办员') as string,
    });
  });
});

describe('a manager has a way on in every open state', () => {
  const begin = async () => {
    const { caseId } = await cloud.ok(RESIDENT, 'cases.submit', {
      serviceCode: 'disability-certificate',
      mode: 'counter',
      note: '想办残疾证',
    });
    const agentId = (await viewOf(cloud, MANAGER, caseId)).assignment?.agentId ?? '';
    return { caseId, agentId };
  };
  const waiting = async () => {
    const { caseId, agentId } = await begin();
    await cloud.ok(agentId, 'cases.accept', { caseId });
    await cloud.ok(agentId, 'cases.ask', { caseId, text: '户口簿' });
    return caseId;
  };

  it('gives a case that waits for the resident to another, and nobody waits any more', async () => {
    const caseId = await waiting();
    const { candidates } = await cloud.ok(MANAGER, 'cases.candidates', { caseId });
    const agentId = candidates.find((one) => !one.barred)?.agentId ?? '';
    await cloud.ok(MANAGER, 'cases.assign', { caseId, agentId });
    const view = await viewOf(cloud, MANAGER, caseId);
    expect(view).toMatchObject({ state: 'offered', assignment: { agentId } });
    expect(view.pauses.every(({ to }) => to !== undefined)).toBe(true);
    expect(view).not.toHaveProperty('ask');
  });

  it('moves one to another community', async () => {
    const caseId = await waiting();
    await cloud.ok(MANAGER, 'cases.move', { caseId, orgId: 'cm-zhongdong', reason: '居民住在那边' });
    const view = await viewOf(cloud, 'ad-cm-2', caseId);
    expect(view.state).toBe('offered');
    expect(view.pauses.every(({ to }) => to !== undefined)).toBe(true);
  });

  it('writes down for a resident who rang what they bring and that they do not want it any more', async () => {
    const caseId = await waiting();
    await cloud.ok(MANAGER, 'cases.supply', { caseId, text: '电话里说放在窗口了' });
    let view = await viewOf(cloud, RESIDENT, caseId);
    expect(view).toMatchObject({ state: 'in_progress' });
    expect(view.events.at(-1)?.says).toBe('白露澄替您记上了材料');
    await cloud.ok(MANAGER, 'cases.cancel', { caseId, reason: '不想办了' });
    view = await viewOf(cloud, RESIDENT, caseId);
    expect(view.state).toBe('cancelled');
    expect(view.events.at(-1)?.says).toBe('白露澄替您撤销了请求');
    expect((await titlesOf(cloud, RESIDENT))[0]).toBe('请求替您撤销了');
  });

  it('ends one that nobody has, and one that is only offered', async () => {
    const { caseId, agentId } = await begin();
    await cloud.ok(MANAGER, 'cases.terminate', { caseId, reason: '不符合办理条件' });
    expect((await titlesOf(cloud, agentId))[0]).toBe('办件已终止');
    await cloud.ok(RESIDENT, 'cases.reopen', { caseId, reason: '还没办成' });
    const again = await viewOf(cloud, MANAGER, caseId);
    // It was the manager who ended it: the agent may be asked again.
    expect(again).toMatchObject({ state: 'offered', assignment: { agentId } });
    await cloud.ok(agentId, 'cases.decline', { caseId, reason: '这项业务不熟' });
    await cloud.ok(MANAGER, 'cases.terminate', { caseId, reason: '联系不上本人' });
    expect((await viewOf(cloud, RESIDENT, caseId)).state).toBe('terminated');
  });
});
