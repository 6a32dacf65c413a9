import { officeHours as hours, monday, opened, orgDoc, personDoc, unit } from '../../../tests/support/world';
import { partsIn } from './case';
import { blames, complaintUnit, isComplaint } from './complaint';
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

describe('a complaint', () => {
  const street = orgDoc('s', 'street', { managers: [{ id: 'ms', name: 'ms' }] });

  it('is the street’s, and the community’s where the street has nobody', () => {
    expect(complaintUnit(unit, [street])).toEqual({ district: 'd', street: 's' });
    expect(complaintUnit(unit, [orgDoc('s', 'street')])).toEqual(unit);
  });

  it('is no agent’s, and no community manager’s', () => {
    const kase = opened({ complaintTo: complaintUnit(unit, [street]) });
    expect(kase).toMatchObject({ serviceName: '投诉', steps: [] });
    expect(kase.dispatchAt).toBeUndefined();
    expect(partsIn(personDoc('a', 'agent', 'c'), kase)).toEqual([]);
    expect(partsIn(personDoc('mc', 'manager', 'c'), kase)).toEqual([]);
    expect(partsIn(personDoc('ms', 'manager', 's'), kase)).toEqual(['manager']);
    expect(kase.outbox.map(({ to }) => to)).toEqual(['resident', 's']);
  });

  it('that nobody answers goes up from the street', () => {
    const kase = opened({ complaintTo: { district: 'd', street: 's' } });
    const late = wake(kase, hours, { at: monday + 40 * 86_400_000, requestId: 'w' });
    expect(late.escalations[0]).toMatchObject({ tier: 'street', orgId: 's' });
    expect(late.escalations.some(({ tier }) => tier === 'district')).toBe(true);
  });
});
