import fc from 'fast-check';
import { isRejection } from '../../../contract/errors';
import type { Part } from '../../../contract/deeds';
import { isOpen } from '../../../contract/states';
import { monday, officeHours as hours, opened } from '../../../tests/support/world';
import type { CaseDoc } from '../documents';
import { confirmed, denied, givenBack, isOut, kept, lodged, originalsOut, owedOf, wayFor } from './custody';
import { paused, resumed } from './pause';
import { completed } from './progress';
import { reopened } from './reopen';
import { type Change, type Step, advance, brokenEvent, mustAdvance } from './timeline';
import { rowOf } from './view';
import { wake } from './wake';

const by = (part: Part) => ({ part, id: part, name: part === 'agent' ? '立春晓' : part });
const hour = 3_600_000;
const place = { what: '户口簿', where: '家里' };

/** With an agent who has said yes. */
const inHand = (): CaseDoc =>
  mustAdvance(
    {
      ...opened(),
      state: 'offered',
      holderId: 'agent',
      assignment: { agentId: 'agent', agentName: '立春晓', agentPhone: '1', offeredAt: monday },
    },
    { do: 'accept', by: by('agent'), at: monday, requestId: 'y' },
  );

type Decided = { text?: string; paper?: string; change?: Change } | ReturnType<typeof kept>;
/** The case after a step; the same case where a rule says no. */
function after(kase: CaseDoc, what: Step['do'], part: Part, decided: Decided, at: number): CaseDoc {
  if (isRejection(decided)) return kase;
  const { change, ...said } = decided;
  const next = advance(kase, { do: what, by: by(part), at, requestId: `${at}`, ...said }, change);
  return isRejection(next) ? kase : next;
}
const keep = (kase: CaseDoc, at = monday) =>
  after(kase, 'keep', 'agent', kept(kase, place, by('agent'), hours, at), at);
const yes = (kase: CaseDoc, at = monday) =>
  after(kase, 'confirm', 'resident', confirmed(kase, 'o0', { how: 'phone', by: 'r' }, at), at);
const no = (kase: CaseDoc, at = monday) =>
  after(kase, 'deny', 'resident', denied(kase, 'o0', '没有', at), at);
const back = (kase: CaseDoc, at = monday) =>
  after(
    kase,
    'giveBack',
    'agent',
    givenBack(kase, 'o0', { to: '赵一示', where: '家里', by: '立春晓' }, at),
    at,
  );
const stateOf = (kase: CaseDoc) => kase.custody?.[0]?.state;

describe('an original', () => {
  it('goes from hand to hand, and is back when the resident says so', () => {
    const taken = keep(inHand());
    expect(stateOf(taken)).toBe('giving');
    expect(stateOf(yes(taken))).toBe('held');
    const atWindow = after(
      yes(taken),
      'lodge',
      'agent',
      lodged(yes(taken), 'o0', '政务大厅3号窗', monday),
      monday,
    );
    expect(stateOf(atWindow)).toBe('lodged');
    expect(stateOf(back(atWindow))).toBe('returning');
    const home = yes(back(atWindow));
    expect(home.custody?.[0]).toMatchObject({
      state: 'returned',
      given: { where: '家里', confirmed: { how: 'phone' } },
      lodged: { where: '政务大厅3号窗' },
      back: { to: '赵一示', confirmed: { how: 'phone' } },
    });
  });

  it('is where it was when the resident says that it was not so', () => {
    expect(stateOf(no(keep(inHand())))).toBe('void');
    const held = yes(keep(inHand()));
    expect(stateOf(no(back(held)))).toBe('held');
    expect(no(back(held)).custody?.[0]?.back).toBeUndefined();
    expect(
      no(back(held))
        .outbox.slice(-2)
        .map(({ to, title }) => `${to} ${title}`),
    ).toEqual(['c 居民说原件的事不是这样', 'agent 居民说原件的事不是这样']);
  });

  it.each([
    [
      'none of that number',
      confirmed(inHand(), 'o7', { how: 'phone', by: 'r' }, monday),
      'ORIGINAL_NOT_FOUND',
    ],
    [
      'a yes to what nobody asked',
      confirmed(yes(keep(inHand())), 'o0', { how: 'phone', by: 'r' }, monday),
      'ORIGINAL_NOT_NOW',
    ],
    ['a no to what is back', denied(yes(back(keep(inHand()))), 'o0', '没有', monday), 'ORIGINAL_NOT_NOW'],
    [
      'given back twice',
      givenBack(back(keep(inHand())), 'o0', { to: 'x', where: 'y', by: 'z' }, monday),
      'ORIGINAL_NOT_NOW',
    ],
    [
      'to the window after it is back',
      lodged(yes(back(keep(inHand()))), 'o0', '大厅', monday),
      'ORIGINAL_NOT_NOW',
    ],
  ])('refuses %s', (_, answer, code) => expect(answer).toMatchObject({ code }));

  it('is spoken for by staff only in a way that another could look at', () => {
    const withWeChat = { openid: 'o' };
    expect(wayFor('resident', false, undefined, {})).toBe('phone');
    expect(wayFor('manager', false, withWeChat, { text: '打了电话' })).toBe('call');
    expect(wayFor('manager', false, withWeChat, {})).toMatchObject({ code: 'BAD_INPUT' });
    expect(wayFor('manager', true, withWeChat, { text: '打了电话' })).toMatchObject({ code: 'OWN_CASE' });
    expect(wayFor('agent', true, withWeChat, { slip: 'a.jpg' })).toMatchObject({
      code: 'CONFIRMS_THEMSELVES',
    });
    expect(wayFor('agent', true, {}, {})).toMatchObject({ code: 'SLIP_NEEDED' });
    expect(wayFor('agent', true, {}, { slip: 'a.jpg' })).toBe('slip');
  });
});

describe('证件 that the office made', () => {
  const owing = () => {
    const decided = kept(
      inHand(),
      { ...place, what: '残疾人证', isResult: true },
      by('agent'),
      hours,
      monday,
    );
    if (isRejection(decided)) throw new Error(decided.code);
    const change = { ...completed(inHand(), '好了', monday), ...decided.change };
    return after(inHand(), 'complete', 'agent', { text: '好了', change }, monday);
  };
  const hand = (kase: CaseDoc, over: Partial<Parameters<typeof givenBack>[2]> = {}) =>
    after(
      kase,
      'giveBack',
      'agent',
      givenBack(kase, 'r0', { to: '赵一示', where: '家里', by: '立春晓', way: 'self', ...over }, monday),
      monday,
    );
  const said = (kase: CaseDoc, what: 'confirm' | 'deny', at = monday) =>
    after(
      kase,
      what,
      'resident',
      what === 'confirm'
        ? confirmed(kase, 'r0', { how: 'phone', by: 'r' }, at)
        : denied(kase, 'r0', '没见到', at),
      at,
    );

  it('keep no case from its end, and are owed until the resident has them', () => {
    const kase = owing();
    expect(kase).toMatchObject({
      state: 'completed',
      owed: { by: 'agent', what: '残疾人证', isSaid: false },
    });
    expect(hand(kase).owed).toMatchObject({ isSaid: true });
    // Of two each as it stands, and nothing is rated before both are there.
    const two = {
      ...kase,
      custody: [
        ...(hand(kase).custody ?? []),
        ...(kase.custody ?? []).map((one) => ({ ...one, id: 'r9', what: '公交卡' })),
      ],
    };
    expect(owedOf(two)).toEqual({ by: 'agent', what: '公交卡', isSaid: false, said: '残疾人证' });
    expect(rowOf({ ...two, owed: owedOf(two) }, 'resident', monday)).toMatchObject({
      owed: 'said',
      next: '说残疾人证交了，请您认一下；办好了，公交卡还没交到您手上',
    });
    expect(said(hand(kase), 'confirm').owed).toBeUndefined();
    expect(said(said(hand(kase), 'confirm'), 'confirm').custody?.[0]?.state).toBe('returned');
    expect(lodged(kase, 'r0', '大厅', monday)).toMatchObject({ code: 'ORIGINAL_NOT_NOW' });
  });

  it('that were not received are owed again, and both sides of the office hear of it', () => {
    const denied = said(hand(owing()), 'deny');
    expect(denied.owed).toMatchObject({ isSaid: false });
    expect(denied.outbox.slice(-2).map(({ to, title }) => `${to} ${title}`)).toEqual([
      'c 居民说没收到证件',
      'agent 居民说没收到证件',
    ]);
  });

  it.each<[string, Partial<Parameters<typeof givenBack>[2]>, string]>([
    ['into their own hands', {}, '残疾人证，交给赵一示，家里'],
    ['to another, by name', { way: 'other', to: '赵小妹' }, '残疾人证，交给赵小妹（不是本人），家里'],
    [
      'by post',
      { way: 'post', courier: '顺丰', number: 'SF123456' },
      '残疾人证，顺丰SF123456寄给赵一示，家里',
    ],
  ])('go %s, and the course says so', (_, over, text) => {
    expect(hand(owing(), over).events.at(-1)?.text).toBe(text);
  });

  it.each([
    ['courier', { way: 'post', number: 'SF123456' } as const],
    ['number', { way: 'post', courier: '顺丰' } as const],
  ])('are not posted without a %s', (field, over) => {
    const handed = givenBack(owing(), 'r0', { to: '本人', where: '家', by: 'A', ...over }, monday);
    expect(handed).toMatchObject({ code: 'BAD_INPUT', fields: { [field]: expect.any(String) as string } });
  });

  it('that nobody said to have are reminded of and taken up, and never close by themselves', () => {
    const kase = hand(owing());
    const due = kase.custody?.[0]?.clock.dueAt ?? 0;
    const late = wake(kase, hours, { at: due, requestId: 'w' });
    expect(late.escalations).toContainEqual(expect.objectContaining({ cause: 'custody' }));
    const titles = late.outbox.map(({ to, title }) => `${to} ${title}`);
    expect(titles).toEqual(
      expect.arrayContaining([
        'agent 黄牌：证件还没交到',
        'resident 证件收到了吗？请认一下',
        'agent 红牌：证件没按时交到',
      ]),
    );
    expect(titles.filter((title) => title.includes('原件'))).toEqual([]);
    expect(late.owed).toBeDefined();
    const got = said(late, 'confirm', due + hour);
    expect(got.escalations.filter(({ endedAt }) => endedAt === undefined)).toEqual([]);
  });
});

describe('while one is out', () => {
  const ends = [
    ['complete', 'agent', (kase: CaseDoc) => completed(kase, '好了', monday)],
    ['terminate', 'agent', () => ({})],
    ['terminate', 'manager', () => ({})],
    ['cancel', 'resident', () => ({})],
    ['cancel', 'manager', () => ({})],
  ] as const;
  it.each(ends)('%s by the %s is refused, and names it', (what, part, change) => {
    for (const kase of [keep(inHand()), yes(keep(inHand())), back(keep(inHand()))])
      expect(
        advance(kase, { do: what, by: by(part), at: monday, requestId: 'e' }, change(kase)),
      ).toMatchObject({
        code: 'ORIGINAL_OUT',
        fields: { caseId: expect.stringMatching(/户口簿/) },
      });
    const home = yes(back(keep(inHand())));
    expect(
      advance(home, { do: what, by: by(part), at: monday, requestId: 'e' }, change(home)),
    ).not.toHaveProperty('code');
  });

  it('is an alarm above when it is not back in its days, which its return ends', () => {
    const kase = yes(keep(inHand()));
    const due = kase.custody?.[0]?.clock.dueAt ?? 0;
    const late = wake(kase, hours, { at: due, requestId: 'w' });
    const ofIt = late.events.filter(({ clock, cause }) => clock === 'custody' || cause === 'custody');
    expect(ofIt.map((event) => `${event.do} ${event.text ?? ''}`)).toEqual([
      'warn 户口簿',
      'breach 户口簿',
      'escalate ',
    ]);
    const told = ({ escalations }: CaseDoc) =>
      escalations.filter(({ cause }) => cause === 'custody').map(({ tier }) => tier);
    // Its promise ran out in the same hour, which the community was told of.
    expect(told(late)).toEqual(['street']);
    expect(late.outbox.filter(({ to }) => to === 'agent').map(({ title }) => title)).toEqual(
      expect.arrayContaining(['黄牌：该还原件了', '红牌：原件没按时还']),
    );
    const higher = wake(late, hours, { at: due + 72 * hour, requestId: 'w2' });
    expect(told(higher)).toEqual(['street', 'district']);
    const home = yes(back(higher, due + 72 * hour), due + 72 * hour);
    expect(
      home.escalations.filter(({ cause, endedAt }) => cause === 'custody' && endedAt === undefined),
    ).toEqual([]);
  });
});

/** Any hands, in any order, with hours and days between and writes that are lost. */
describe('any history', () => {
  type Act = (kase: CaseDoc, at: number, which: string) => CaseDoc;
  const acts: Record<string, Act> = {
    keep: (kase, at) => keep(kase, at),
    lodge: (kase, at, id) => after(kase, 'lodge', 'agent', lodged(kase, id, '大厅', at), at),
    giveBack: (kase, at, id) =>
      after(kase, 'giveBack', 'agent', givenBack(kase, id, { to: '本人', where: '家', by: 'A' }, at), at),
    yes: (kase, at, id) =>
      after(kase, 'confirm', 'resident', confirmed(kase, id, { how: 'phone', by: 'r' }, at), at),
    no: (kase, at, id) => after(kase, 'deny', 'resident', denied(kase, id, '没有', at), at),
    ask: (kase, at) =>
      after(kase, 'ask', 'agent', { text: '发票', change: paused(kase, hours, '发票', 'A', at) }, at),
    supply: (kase, at) =>
      after(kase, 'supply', 'resident', { text: '给', change: resumed(kase, hours, at) }, at),
    complete: (kase, at) =>
      after(kase, 'complete', 'agent', { text: '好了', change: completed(kase, '好了', at) }, at),
    terminate: (kase, at) => after(kase, 'terminate', 'manager', { text: '办不了' }, at),
    cancel: (kase, at) => after(kase, 'cancel', 'resident', {}, at),
    reopen(kase, at) {
      const change = kase.state === 'completed' ? reopened(kase, hours, at) : undefined;
      return change && !isRejection(change) ? after(kase, 'reopen', 'resident', { change }, at) : kase;
    },
    sweep: (kase, at) => wake(kase, hours, { at, requestId: `w${at}` }),
  };
  const history = fc.array(
    fc.record({
      act: fc.constantFrom(...Object.keys(acts)),
      which: fc.constantFrom('o0', 'o1', 'o2'),
      hours: fc.constantFrom(0, 1, 30, 200),
      isLost: fc.boolean(),
    }),
    { maxLength: 40 },
  );

  it('ends no case while an original is out, and loses none', () => {
    fc.assert(
      fc.property(history, (steps) => {
        let kase = inHand();
        let at = monday;
        for (const { act, which, hours: later, isLost } of steps) {
          at += later * hour;
          const next = acts[act]?.(kase, at, which) ?? kase;
          if (isLost) continue;
          // Nothing that was written down of an original goes away, and what is back or was never given stays so.
          for (const [i, one] of (kase.custody ?? []).entries()) {
            expect(next.custody?.[i]).toMatchObject({
              id: one.id,
              what: one.what,
              given: { at: one.given.at },
            });
            if (!isOut(one)) expect(next.custody?.[i]?.state).toBe(one.state);
          }
          kase = next;
          if (!isOpen(kase.state)) expect(originalsOut(kase)).toBeUndefined();
          expect(brokenEvent(kase.events)).toBeUndefined();
          // What is late is known above, once the timer was there.
          if (act === 'sweep' && (kase.custody ?? []).some((one) => isOut(one) && one.clock.dueAt <= at))
            expect(kase.escalations.some(({ cause }) => cause === 'custody')).toBe(true);
        }
      }),
      { seed: 53, numRuns: 300 },
    );
  });
});
