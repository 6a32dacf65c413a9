import { instantOf } from '../../../contract/time';
import { type Closed, heardOf, heldBack, needsCall, ruleFor, sendAtFor, sequelOf } from './delivery';
import type { NoticeDoc, PersonDoc, SubscriberDoc } from '../documents';
import { monday, personDoc, unit } from '../../../tests/support/world';
import { chose, newSubscriber, subscribed } from './subscriber';

const notice = (over: Partial<NoticeDoc> = {}): NoticeDoc => ({
  _id: 'n',
  to: 'r',
  at: monday,
  template: 'progress',
  title: '',
  text: '',
  brief: '',
  phrase: '办理中',
  serviceName: '',
  caseId: 'c',
  no: '1',
  page: '',
  opens: 'resident',
  unit,
  urgency: 'day',
  state: 'sending',
  stateAt: monday,
  tries: 1,
  ...over,
});
const minute = 60_000;

describe('what follows from an answer', () => {
  it('waits longer each time WeChat is busy, and gives up after the fourth', () => {
    const waits = [1, 2, 3].map((tries) => (sequelOf(notice({ tries }), -1, monday).sendAt ?? 0) - monday);
    expect(waits).toEqual([minute, 2 * minute, 4 * minute]);
    expect(sequelOf(notice({ tries: 4 }), -1, monday)).toMatchObject({ state: 'failed', sendAt: undefined });
  });

  it('goes on the next morning when the day’s number is used up', () => {
    expect(sequelOf(notice(), 45009, monday).sendAt).toBe(instantOf('2026-11-24', '07:00'));
  });

  it('is neutral once', () => {
    expect(sequelOf(notice(), 45168, monday)).toMatchObject({ state: 'waiting', isNeutral: true });
    expect(sequelOf(notice({ isNeutral: true }), 45168, monday)).toMatchObject({ state: 'failed' });
  });

  it('tries what is unknown at most once more', () => {
    expect(sequelOf(notice(), undefined, monday)).toMatchObject({ state: 'waiting' });
    expect(sequelOf(notice({ tries: 2 }), undefined, monday)).toMatchObject({
      state: 'unknown',
      sendAt: undefined,
    });
  });

  it('repeats nothing that it does not know', () => {
    expect(ruleFor(99999)).toMatchObject({ then: 'failed', alarm: 'config' });
  });
});

describe('quiet hours', () => {
  const at = (time: string) => instantOf('2026-11-23', time);
  it.each([
    ['21:59', '21:59'],
    ['06:59', '07:00'],
    ['07:00', '07:00'],
  ])('what can wait, at %s, goes at %s', (now, sent) => {
    expect(sendAtFor('day', true, at(now))).toBe(at(sent));
  });

  it('end in the morning, and hold for nobody in an emergency', () => {
    expect(sendAtFor('day', true, at('22:00'))).toBe(instantOf('2026-11-24', '07:00'));
    expect(sendAtFor('now', true, at('23:00'))).toBe(at('23:00'));
    expect(sendAtFor('day', false, at('23:00'))).toBe(at('23:00'));
  });
});

describe('a notice stays in the inbox', () => {
  const reader = (over: Partial<SubscriberDoc> = {}): SubscriberDoc => ({
    ...newSubscriber('r'),
    left: { progress: 1 },
    ...over,
  });
  const person = personDoc('r', 'resident');
  const nobody = { ...person, openid: undefined };
  const open: Closed = { missing: [], stopped: [] };
  it.each<[string, PersonDoc | undefined, SubscriberDoc | undefined, Closed, string | undefined]>([
    ['of somebody erased', undefined, reader(), open, '这个人已经不在册'],
    ['of nobody in WeChat', nobody, undefined, open, '这个人没有用微信'],
    ['of a kind turned off', person, reader({ muted: ['progress'] }), open, '本人关了这一类'],
    ['of a template without an id', person, reader(), { ...open, missing: ['progress'] }, '模板编号还没有填'],
    [
      'of a template that is stopped',
      person,
      reader(),
      { ...open, stopped: ['progress'] },
      '模板停用，等人处理',
    ],
    ['of whoever never answered', person, undefined, open, '本人没有同意，或者次数用完了'],
    ['without a yes', person, reader({ left: {} }), open, '本人没有同意，或者次数用完了'],
    ['not, with a yes', person, reader(), open, undefined],
  ])('%s', (_, who, subscriber, closed, why) => {
    expect(heldBack(notice(), who, subscriber, closed)).toBe(why);
  });

  it('of a unit: whoever answers for it opens it', () => {
    expect(heldBack(notice({ opens: 'manager' }), undefined, undefined, open)).toBe(
      '发给单位的，只在小程序里',
    );
  });
});

describe('somebody has to call', () => {
  const person = personDoc('r', 'resident');
  const day = 86_400_000;
  const lookedAt = (readAt: number) => ({ ...person, readAt });
  it.each<[string, NoticeDoc, PersonDoc | undefined, boolean]>([
    ['who has no WeChat', notice(), { ...person, openid: undefined }, true],
    ['who misses a paper and never looked', notice({ template: 'supplement' }), person, true],
    [
      'who misses a paper and does not look',
      notice({ template: 'supplement' }),
      lookedAt(monday - 4 * day),
      true,
    ],
    ['not who looked yesterday', notice({ template: 'supplement' }), lookedAt(monday - day), false],
    ['not for news that can wait', notice(), person, false],
    ['not an agent', notice({ opens: 'agent', template: 'result' }), person, false],
    ['not somebody erased', notice({ template: 'result' }), undefined, false],
  ])('%s', (_, told, who, isCalled) => {
    expect(needsCall(told, who, monday)).toBe(isCalled);
  });
});

describe('the platform’s own word on a sending', () => {
  it.each<[string, NoticeDoc['state'], number, NoticeDoc['state'] | undefined]>([
    ['settles what was unknown', 'unknown', 0, 'sent'],
    ['ends a second try that is not needed', 'waiting', 0, 'sent'],
    ['takes back what seemed sent', 'sent', 43101, 'inbox_only'],
    ['takes it back for any trouble', 'sent', 45009, 'failed'],
    ['is no news', 'sent', 0, undefined],
    ['changes nothing that was settled otherwise', 'failed', 0, undefined],
  ])('%s', (_, state, code, then) => {
    expect(heardOf(notice({ state }), code, monday)?.state).toBe(then);
  });
});

describe('the ledger of yes and no', () => {
  const first = { ...newSubscriber('r'), left: { progress: 2, result: 1 } };

  it('counts each yes once, however often it is told', () => {
    const answers = { accepted: ['progress', 'progress', 'result'] as const, refused: [] };
    const counted = subscribed(newSubscriber('r'), answers, 'q1', monday);
    expect(counted.left).toEqual({ progress: 1, result: 1 });
    expect(subscribed({ ...newSubscriber('r'), ...counted }, answers, 'q1', monday)).toEqual({});
  });

  it('remembers a no until the next yes', () => {
    const no = { ...first, ...subscribed(first, { accepted: [], refused: ['result'] }, 'q1', monday) };
    expect(no.refused).toEqual({ result: monday });
    expect(no.left).toEqual(first.left);
    expect(subscribed(no, { accepted: ['result'], refused: [] }, 'q2', monday).refused).toEqual({});
  });

  it('ends what was left when it is taken back in WeChat’s settings, not in its dialog', () => {
    const answers = { accepted: [], refused: ['progress'] as const };
    expect(chose(first, 'settings', answers, monday).left).toEqual({ result: 1 });
    expect(chose(first, 'dialog', answers, monday)).toEqual({
      left: first.left,
      refused: { progress: monday },
    });
  });
});
