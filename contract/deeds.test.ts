import { type Action, contract } from './actions';
import {
  deeds,
  doersOf,
  isDeed,
  isReadBy,
  nextState,
  parts,
  rectifyDeeds,
  rectifyDeedsIn,
  wordsFor,
} from './deeds';
import { OPEN, rectifyStates } from './states';
import { declineReasons, moveReasons } from './words';

const all = Object.keys(deeds).filter(isDeed);

describe('the table of deeds', () => {
  it('lets the manager read of all, and the rated agent of none that tells of a review', () => {
    expect(all.filter((deed) => !isReadBy(deed, 'manager'))).toEqual([]);
    const told = ['agent', 'colleague', 'candidate', 'summoned'] as const;
    const ofReviews = ['review', 'invite', 'take', 'verify', 'mend', 'phone', 'contact'] as const;
    expect(ofReviews.filter((deed) => told.some((part) => isReadBy(deed, part)))).toEqual([]);
  });

  it('keeps from the resident who passed the case on to whom', () =>
    expect(all.filter((deed) => !isReadBy(deed, 'resident'))).toEqual([
      'apart',
      'alike',
      'handover',
      'pair',
      'unpair',
      'propose',
      'warn',
      'breach',
      'escalate',
      'acknowledge',
      'whistle',
      'answer',
      'rateAnswer',
    ]));

  it('gives the resident no word that the office wrote to itself', () => {
    const own = '这老头太烦了，让别人去';
    expect(wordsFor('decline', 'resident', own)).toBeUndefined();
    expect(wordsFor('move', 'resident', own)).toBeUndefined();
    expect(wordsFor('decline', 'manager', own)).toBe(own);
    expect(wordsFor('terminate', 'resident', '不符合办理条件')).toBe('不符合办理条件');
    for (const reason of declineReasons)
      expect(wordsFor('decline', 'resident', reason)).toMatch(/换|正忙|请假/);
    for (const reason of moveReasons) expect(wordsFor('move', 'resident', reason)).toMatch(/那边/);
  });

  it('gives an action to the roles of those whose deed it is', () => {
    const actions: Record<string, Action> = contract.cases;
    const wrong = all.filter((deed) => {
      const roles = actions[deed]?.roles;
      // Staff write a request down by `intake`.
      if (!roles || deed === 'submit') return false;
      const has = (role: 'resident' | 'agent' | 'manager', ...of: (typeof parts)[number][]) =>
        roles.includes(role) === doersOf(deed).some((part) => of.includes(part));
      return !(
        has('resident', 'resident', 'joiner', 'bystander') &&
        has('agent', 'agent', 'colleague', 'candidate') &&
        has('manager', 'manager', 'summoned')
      );
    });
    expect(wrong).toEqual([]);
  });

  it('leaves a manager a way on in every open state, and from every end that a resident disagrees with', () => {
    for (const state of OPEN)
      for (const deed of ['assign', 'move', 'supply', 'cancel', 'terminate'] as const)
        expect([state, deed, nextState(state, deed, 'manager')]).not.toContain(undefined);
    for (const state of ['completed', 'terminated', 'cancelled'] as const)
      expect(nextState(state, 'reopen', 'manager')).toBeDefined();
  });

  it('takes 整改 step by step', () => {
    expect(rectifyDeeds).toEqual(['take', 'verify', 'mend', 'phone']);
    expect(rectifyStates.map((state) => rectifyDeedsIn(state))).toEqual([
      ['take', 'verify'],
      ['take', 'mend'],
      ['take', 'phone'],
      [],
    ]);
  });
});
