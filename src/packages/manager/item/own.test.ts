import * as v from 'valibot';
import { serviceDraft } from 'contract/models';
import { blankItem } from 'contract/blank-item';
import { isOwn, newCode } from './own';

it('has a code that no item has, also where one was given up', () => {
  expect(newCode([])).toBe('own-1');
  expect(newCode([{ code: 'daily-errand' }, { code: 'own-1' }])).toBe('own-2');
  expect(newCode([{ code: 'own-2' }])).toBe('own-3');
  expect([isOwn('own-2'), isOwn('daily-errand')]).toEqual([true, false]);
});

it('can be saved before all of it is written', () => {
  expect(v.is(serviceDraft, blankItem('own-1'))).toBe(true);
});
