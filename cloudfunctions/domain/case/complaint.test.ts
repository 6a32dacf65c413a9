import { nextState } from '../../../contract/deeds';
import { isRejection } from '../../../contract/errors';
import { states } from '../../../contract/states';
import { officeHours as hours, monday, opened, orgDoc, personDoc, unit } from '../../../tests/support/world';
import { policyOf } from '../policy';
import { partsIn } from './case';
import { blames, complaintItem, isComplaint } from './complaint';
import { calledBack, contestUntil, contested, replied } from './complaint-steps';
import { mustAdvance } from './timeline';
import { wake } from './wake';

describe('words that complain of the staff', () => {
  it.each([
    '我要投诉代办员立春晓',
    '投诉你们社区的人',
    '代办员态度太差了',
    '那个网格员收我红包',
    '举報代辦員',
    '我要投诉',
    '工作人员骂人，我想举报',
  ])('%s', (text) => expect(isComplaint(text)).toBe(true));

  it.each([
    '投诉楼上太吵了',
    '举报有人乱扔垃圾',
    '怎么投诉物业',
    '代办员能上门吗',
    '告诉代办员我明天在家',
    '找代办员办残疾证',
    '想请代办员代缴电费',
    '社区主任电话多少',
    '投诉电话多少',
  ])('not: %s', (text) => expect(isComplaint(text)).toBe(false));

  it('or name one of them, whom the register knows', () => {
    expect(isComplaint('投诉立春晓', ['立春晓'])).toBe(true);
    expect(isComplaint('投诉立春晓')).toBe(false);
    expect([blames('投诉立春晓'), blames('想办残疾证')]).toEqual([true, false]);
    expect(isComplaint('立春晓上次办得好，还找他', ['立春晓'])).toBe(false);
  });
});

const complaint = { to: { district: 'd', street: 's' }, barred: ['mx'], accused: ['mx'], about: '社区' };
const complained = (over: Partial<typeof complaint> = {}) =>
  opened({ item: complaintItem(5), complaint: { ...complaint, ...over } });
const manager = personDoc('ms', 'manager', 's');
const when = { at: monday + 3_600_000, requestId: 'w' };
const by = { part: 'manager', id: 'ms', name: 'ms' } as const;
const answered = () =>
  mustAdvance(complained(), { do: 'reply', by, ...when }, replied(complained(), '查过了', manager, when.at));

describe('a complaint', () => {
  it('is read by no agent, by no community manager, and by nobody whom it is about', () => {
    const kase = complained();
    expect(kase).toMatchObject({ serviceName: '投诉建议', steps: [], countedOn: [] });
    expect(kase.dispatchAt).toBeUndefined();
    expect(partsIn(personDoc('a', 'agent', 'c'), kase)).toEqual([]);
    expect(partsIn(personDoc('mc', 'manager', 'c'), kase)).toEqual([]);
    expect(partsIn(personDoc('mx', 'manager', 's'), kase)).toEqual([]);
    expect(partsIn(manager, kase)).toEqual(['manager']);
    // Nor does who complains look into it.
    expect(partsIn({ ...personDoc('resident', 'manager', 's') }, kase)).toEqual(['resident']);
    expect(kase.outbox.map(({ to, barred }) => [to, barred])).toEqual([
      ['resident', ['mx']],
      ['s', ['mx']],
    ]);
  });

  it('that nobody receives or answers goes up from its holder', () => {
    const late = wake(complained(), hours, { at: monday + 40 * 86_400_000, requestId: 'w' });
    expect(late.escalations.map(({ tier }) => tier)).toEqual(expect.arrayContaining(['district']));
    expect(late.escalations.some(({ tier }) => tier === 'community' || tier === 'street')).toBe(false);
  });

  it('closes by itself some days after its answer', () => {
    const kase = answered();
    expect(contestUntil(kase)).toBe(when.at + 15 * 86_400_000);
    const closed = wake(kase, hours, { at: when.at + 16 * 86_400_000, requestId: 'z' });
    expect(closed.complaint?.closedAt).toBe(when.at + 15 * 86_400_000);
    expect([closed.wakeAt, contestUntil(closed)]).toEqual([undefined, undefined]);
    expect(closed.inviteAt).toBeUndefined();
  });

  it.each([
    ['by who answered, while others are there', { who: manager, isHeard: true, isAlone: false }, 'OWN_CASE'],
    ['by who answered, alone', { who: manager, isHeard: true, isAlone: true }, undefined],
    ['by somebody else', { who: personDoc('m2', 'manager', 's'), isHeard: true, isAlone: false }, undefined],
  ])('is called back %s', (_, how, code) => {
    const change = calledBack(answered(), how, when.at);
    expect(isRejection(change) ? change.code : undefined).toBe(code);
  });

  it('goes one tier up, once, with clocks of its own', () => {
    const district = orgDoc('d', 'district', { managers: [{ id: 'md', name: 'md' }] });
    const around = { hours, policy: policyOf(unit, []), now: when.at };
    const up = contested(answered(), [district], around);
    if (isRejection(up)) throw new Error(up.code);
    expect(up.holder._id).toBe('d');
    expect(up.change).toMatchObject({ unit: { district: 'd' }, result: undefined });
    const again = contested({ ...answered(), ...up.change }, [district], around);
    expect(isRejection(again) && again.code).toBe('CONTESTED_ALREADY');
    const nobody = contested(answered(), [orgDoc('d', 'district')], around);
    expect(isRejection(nobody) && nobody.code).toBe('NOBODY_ABOVE');
    const top = contested({ ...answered(), unit: { district: 'd' } }, [district], around);
    expect(isRejection(top) && top.code).toBe('NOBODY_ABOVE');
  });

  it.each([
    'terminate',
    'assign',
    'move',
    'whistle',
    'review',
    'reopen',
    'claim',
    'offer',
    'cancel',
  ] as const)('is not ended or given away by its managers: %s', (deed) => {
    for (const state of states) expect(nextState(state, deed, 'manager', 'complaint')).toBeUndefined();
  });
});
