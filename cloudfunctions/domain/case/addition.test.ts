import { instantOf } from '../../../contract/time';
import { itemOf, monday, officeHours as hours, opened } from '../../../tests/support/world';
import { added, sameMatter, saysAlready } from './addition';

const report = itemOf('report-issue');
const streetlight = opened({ item: report, subtype: 'streetlight', note: '路灯坏了', mode: 'online' });
const night = instantOf('2026-11-23', '22:00');

describe('asked for again while it is open', () => {
  it.each<[string, Parameters<typeof sameMatter>[1], boolean]>([
    ['another report', { item: report, subtype: 'manhole', note: '井盖没了' }, false],
    ['another of the same kind', { item: report, subtype: 'streetlight', note: '六号楼的也坏了' }, false],
    ['the same words', { item: report, subtype: 'streetlight', note: '路灯坏了' }, true],
    ['of an item of one at a time', { item: itemOf('disability-certificate'), note: '别的话' }, true],
  ])('%s', (_, request, isSame) => expect(sameMatter([streetlight], request) !== undefined).toBe(isSame));

  it('is another case where the one before has ended', () => {
    const ended = { ...streetlight, state: 'completed' as const };
    expect(sameMatter([ended], { item: report, subtype: 'streetlight', note: '路灯坏了' })).toBeUndefined();
  });

  it('adds what is new, and nothing twice', () => {
    expect(saysAlready(streetlight, { note: '路灯坏了' })).toBe(true);
    expect(saysAlready(streetlight, { note: '路灯坏了', subtype: 'manhole' })).toBe(false);
    expect(added(streetlight, { item: report, note: '还是不亮' }, hours, night)).toEqual({
      text: '还是不亮',
      change: {},
    });
  });

  it('is urgent from now on where the new words tell of danger', () => {
    const { text, change } = added(
      streetlight,
      { item: report, subtype: 'manhole', note: '井盖没了' },
      hours,
      night,
    );
    expect(text).toBe('井盖缺损：井盖没了');
    expect(change).toMatchObject({ urgent: true, subtype: 'manhole', dispatchAt: night });
    expect(change.clocks?.response?.dueAt).toBe(instantOf('2026-11-24', '00:00'));
    const taken = {
      ...streetlight.clocks,
      response: { startedAt: monday, warnAt: 0, dueAt: 1, stoppedAt: 1 },
    };
    const later = added(
      { ...streetlight, clocks: taken },
      { item: report, subtype: 'manhole', note: '井盖没了' },
      hours,
      night,
    );
    expect(later.change.clocks).toBe(taken);
  });
});
