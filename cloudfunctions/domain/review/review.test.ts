import { isBad } from '../../../contract/words';
import { strangeTags } from './review';

it('knows which tags fit a level, and which levels are bad', () => {
  expect(strangeTags('very-satisfied', ['办得快', '推诿'])).toEqual(['推诿']);
  expect(isBad('dissatisfied')).toBe(true);
  expect(isBad('basically-satisfied')).toBe(false);
});
