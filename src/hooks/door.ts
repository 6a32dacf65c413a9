import type { Person } from 'contract/models';

type Who = Pick<Person, 'roles' | 'posts'>;

const isOneOf = (role: Person['roles'][number]) => (who: Who) => who.roles.includes(role);
const keepsRegister = ({ posts }: Who) =>
  posts.some(({ role, tier }) => role === 'agent' || (role === 'manager' && tier === 'community'));

/** The pages of the staff by their folders: the first that fits says who works there. All other pages are open to all. */
const doors: readonly [folder: string, may: (who: Who) => boolean][] = [
  ['packages/agent/intake/', keepsRegister],
  ['packages/agent/', isOneOf('agent')],
  ['packages/manager/', isOneOf('manager')],
  ['packages/privacy/requests/', isOneOf('manager')],
  ['packages/privacy/paper/', isOneOf('manager')],
  ['packages/privacy/keeping/', isOneOf('manager')],
  ['packages/privacy/openings/', isOneOf('manager')],
  ['packages/privacy/regrid/', isOneOf('manager')],
];

/** Who may open the page at this path; undefined where all may, also strangers to the register. */
export function doorOf(path: string): ((who: Who) => boolean) | undefined {
  return doors.find(([folder]) => path.includes(folder))?.[1];
}
