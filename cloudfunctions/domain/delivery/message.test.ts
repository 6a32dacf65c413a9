import fc from 'fast-check';
import { checkKeyword } from '../../../localcloud/wechat/keywords';
import { stateNames } from '../../../contract/words';
import type { PendingNotice } from '../documents';
import { digestOf, messageOf, thing } from './message';
import { monday, unit } from '../../../tests/support/world';

const notice = (over: Partial<PendingNotice> = {}): PendingNotice => ({
  _id: 'n',
  to: 'r',
  at: monday,
  template: 'progress',
  title: '代办员已接单',
  text: '立春晓接了您的残疾人证办理，会打电话联系您，12月7日 周一前办完。',
  brief: '立春晓接单了，12月7日前办完',
  phrase: '办理中',
  serviceName: '残疾人证办理',
  caseId: 'c',
  no: '11234837',
  page: 'packages/resident/case/index?id=c',
  opens: 'resident',
  unit,
  urgency: 'day',
  ...over,
});
const anything = fc.string({ unit: 'binary', maxLength: 120 });
const family = '👨‍👩‍👧‍👦';

it('is taken by WeChat whatever its words are made of', () => {
  fc.assert(
    fc.property(anything, anything, (text, serviceName) => {
      for (const message of [
        messageOf(notice({ text, serviceName })),
        digestOf([notice({ text })], notice({ serviceName })),
      ])
        for (const [key, { value }] of Object.entries(message))
          expect([key, value, checkKeyword(key, value)]).toEqual([key, value, true]);
    }),
    { seed: 1, numRuns: 500 },
  );
});

it('says every state in a phrase', () => {
  for (const phrase of Object.values(stateNames))
    expect(checkKeyword('phrase2', messageOf(notice({ phrase })).phrase2?.value ?? '')).toBe(true);
});

describe('a thing', () => {
  it('is never cut inside a character, and never half of a pair', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(family, '𠮷', '办', 'é', '👍🏽', 'a', ' '), { maxLength: 40 }),
        (parts) => {
          const text = parts.join('').trim();
          const value = thing(text);
          expect([...value].length).toBeLessThanOrEqual(20);
          const kept = value.replace(/…$/, '');
          const characters = [
            ...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text.replace(/ +/g, ' ')),
          ].map(({ segment }) => segment);
          if (text !== '') expect(characters.join('').startsWith(kept)).toBe(true);
          expect(Buffer.from(value, 'utf8').toString('utf8')).toBe(value);
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });

  it.each([
    ['一'.repeat(21), `${'一'.repeat(19)}…`],
    ['一'.repeat(20), '一'.repeat(20)],
    [' \n ', '请打开小程序查看'],
    ['两行\n一行', '两行 一行'],
    ['王\u202e五', '王五'],
    [`${'一'.repeat(16)}${family}二三四五`, `${'一'.repeat(16)}…`],
    ['题'.repeat(60), `${'题'.repeat(19)}…`],
  ])('%j → %j', (text, expected) => {
    expect(thing(text)).toBe(expected);
  });
});

it('says nothing of the matter in neutral words', () => {
  expect(messageOf({ ...notice(), isNeutral: true }).thing3).toEqual({ value: '请打开小程序查看' });
});
