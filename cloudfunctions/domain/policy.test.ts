import { effective, standard, withinAbove } from './policy';

describe('what a unit sets itself', () => {
  it.each<[string, Parameters<typeof withinAbove>[0], Record<string, string> | undefined]>([
    [
      'slower than above',
      { urgentResponseHours: 24 },
      { 'own.urgentResponseHours': '上级定的是1，这里最多1，请改一下，或者空着，沿用上级规则。' },
    ],
    [
      'less time for the resident',
      { supplyDays: 2 },
      { 'own.supplyDays': '上级定的是5，这里最少5，请改一下，或者空着，沿用上级规则。' },
    ],
    ['just what is said above', { urgentResponseHours: 1, supplyDays: 5 }, undefined],
    ['more time for the resident', { supplyDays: 9 }, undefined],
    ['what nobody above says', { responseHours: 72, weights: { load: 9 } }, undefined],
  ])('%s', (_, own, fields) => {
    const above = [{ urgentResponseHours: 2 }, { urgentResponseHours: 1, supplyDays: 5 }];
    expect(withinAbove(own, above)?.fields).toEqual(fields);
  });

  it('holds within what a unit above said later, and is its own where none does', () => {
    const values = effective([{ urgentResponseHours: 1 }, {}, { urgentResponseHours: 24, offerMinutes: 45 }]);
    expect(values).toEqual({ ...standard, urgentResponseHours: 1, offerMinutes: 45 });
    expect(effective([{ weights: { load: 1 } }, { weights: { load: 9 } }]).weights.load).toBe(9);
  });
});
