import { isBad } from '../../../contract/words';
import { strangeTags } from './review';

it('knows which tags fit a level, and which levels are bad', () => {
  expect(strangeTags('very-satisfied', ['办得快', '推来推去'])).toEqual(['推来推去']);
  expect(isBad('dissatisfied')).toBe(true);
  expect(isBad('basically-satisfied')).toBe(false);
});
