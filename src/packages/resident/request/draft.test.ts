import { type Draft, faultsUpTo, firstWrongStep, withWish } from './draft';

describe('the steps', () => {
  it('goes to the first step that has a fault', () => {
    expect(firstWrongStep({ phone: '…', note: '…' })).toBe(0);
    expect(firstWrongStep({ appointment: '…' })).toBe(1);
    expect(firstWrongStep({})).toBeUndefined();
  });

  it('leaves out the steps that were not seen yet', () => {
    const faults = { phone: '…', note: '…' };
    expect(faultsUpTo(0, faults)).toEqual({ note: '…' });
    expect(faultsUpTo(1, faults)).toEqual(faults);
  });
});

describe('a draft found again', () => {
  const kept: Draft = { step: 2, note: '楼道灯坏了', wished: '楼道灯坏了', mode: 'online', requestId: 'a' };

  it('stays as it was when one comes back with the same words', () => {
    expect(withWish(kept, { text: '楼道灯坏了' })).toEqual({ ...kept, subtype: undefined });
  });
  it('stays as it was when one comes back with none', () => expect(withWish(kept, {})).toMatchObject(kept));
  it('takes other words in place of a note that was never edited', () => {
    expect(withWish(kept, { text: '井盖没了' })).toMatchObject({
      step: 0,
      note: '井盖没了',
      requestId: undefined,
    });
  });
  it('adds other words to a note that was edited', () => {
    expect(withWish({ ...kept, note: '三楼灯坏了' }, { text: '井盖没了' }).note).toBe('三楼灯坏了\n井盖没了');
  });
});
