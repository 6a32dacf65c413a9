import { instantOf } from '../../contract/time';
import { heldBack, ruleFor, sendAtFor, sequelOf } from './delivery';
import type { NoticeDoc, SubscriberDoc } from './documents';
import { monday, unit } from './sample';
import { newSubscriber, subscribed } from './subscriber';

const notice = (over: Partial<NoticeDoc> = {}): NoticeDoc => ({
  _id: 'n',
  to: 'r',
  at: monday,
  template: 'progress',
  title: '',
  text: '',
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
    ...newSubscriber('r', 'o-r'),
    left: { progress: 1 },
    ...over,
  });
  it.each<[string, SubscriberDoc | undefined, 'progress'[], string | undefined]>([
    ['of nobody in WeChat', undefined, [], '这个人没有用微信'],
    ['of a kind turned off', reader({ muted: ['progress'] }), [], '本人关了这一类'],
    ['of a template that is stopped', reader(), ['progress'], '模板停用,等社区处理'],
    ['without a yes', reader({ left: {} }), [], '本人没有同意,或者次数用完了'],
    ['not, with a yes', reader(), [], undefined],
  ])('%s', (_, subscriber, stopped, why) => {
    expect(heldBack(notice(), subscriber, stopped)).toBe(why);
  });
});

it('counts each yes once, however often it is told', () => {
  const first = subscribed(newSubscriber('r', 'o'), ['progress', 'progress', 'result'], 'q1');
  expect(first.left).toEqual({ progress: 1, result: 1 });
  expect(subscribed({ ...newSubscriber('r', 'o'), ...first }, ['progress'], 'q1')).toEqual({});
});
