import type { Role } from 'contract/models';
import { tabsOf } from './tabs';

it.each<[string, Role[] | undefined, string[]]>([
  ['a resident', ['resident'], ['home', 'cases', 'me']],
  ['an agent', ['agent'], ['home', 'me']],
  ['a manager', ['manager'], ['home', 'me']],
  ['an agent who lives here too', ['agent', 'resident'], ['home', 'cases', 'me']],
  ['who is not known yet', undefined, ['home', 'cases', 'me']],
])('%s has the tabs that are theirs', (_, roles, tabs) =>
  expect(tabsOf(roles).map(({ tab }) => tab)).toEqual(tabs),
);
