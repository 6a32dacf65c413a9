import type { PolicyChange, PolicyValues } from 'contract/models';
import { type RuleName, type Typed, changeOf, standingOf } from './rules';

const above: PolicyValues = {
  offerMinutes: 30,
  urgentResponseHours: 2,
  responseHours: 24,
  supplyDays: 5,
  pauseCapDays: 20,
  escalateHours: 8,
  whistleDays: 3,
  handovers: 2,
  complaintDays: 5,
  questionDays: 1,
  custodyDays: 10,
  photoDays: 180,
  weights: { distance: 30, load: 2, homeVisit: 1, overdue: 1, month: 20, known: 5 },
};
const own: PolicyChange = { offerMinutes: 20, weights: { known: 9 } };
const values = { ...above, offerMinutes: 20, weights: { ...above.weights, known: 9 } };
const held = { values, above, own };

describe('a rule in its field', () => {
  it.each<[string, RuleName, Typed[RuleName], ReturnType<typeof standingOf>]>([
    ['its own', 'offerMinutes', undefined, { shown: '20', own: '20', isChanged: false }],
    ['inherited', 'handovers', undefined, { shown: '2', own: undefined, isChanged: false }],
    ['a weight of its own', 'weights.known', undefined, { shown: '9', own: '9', isChanged: false }],
    ['its own, written anew', 'offerMinutes', '15', { shown: '15', own: '15', isChanged: true }],
    ['its own, written as it was', 'offerMinutes', '20 ', { shown: '20 ', own: '20', isChanged: false }],
    ['its own, as it stands above', 'offerMinutes', '30', { shown: '30', own: '30', isChanged: true }],
    ['inherited, written anew', 'handovers', '1', { shown: '1', own: '1', isChanged: true }],
    ['inherited, written as it is', 'handovers', '2', { shown: '2', own: undefined, isChanged: false }],
    ['reset', 'offerMinutes', null, { shown: '30', isChanged: true }],
    ['emptied', 'offerMinutes', '', { shown: '', own: undefined, isChanged: true }],
    ['no number', 'handovers', '很多', { shown: '很多', own: '很多', isChanged: true }],
  ])('%s', (_, name, typed, standing) => {
    expect(standingOf(held, name, typed)).toEqual(standing);
  });

  it('shows what holds where the unit above has become stricter since', () => {
    const stricter = { values: { ...values, offerMinutes: 10 }, above: { ...above, offerMinutes: 10 }, own };
    expect(standingOf(stricter, 'offerMinutes', undefined)).toMatchObject({ shown: '10', own: '10' });
  });
});

describe('what is saved', () => {
  it.each<[string, Typed, PolicyChange]>([
    ['nothing touched', {}, own],
    ['one changed', { handovers: '1' }, { ...own, handovers: 1 }],
    ['one reset', { offerMinutes: null }, { weights: { known: 9 } }],
    ['the last weight reset', { 'weights.known': null }, { offerMinutes: 20 }],
    ['what is inherited anyway', { handovers: '2', 'weights.load': '2' }, own],
  ])('%s', (_, typed, saved) => {
    expect(changeOf(held, typed)).toEqual(saved);
  });
});
