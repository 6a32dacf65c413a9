import { tiersDown } from 'contract/tiers';
import type { Person } from 'contract/models';

/** The unit highest up of those that a manager answers for. */
export function highestOf({ posts }: Pick<Person, 'posts'>): string {
  const own = posts.filter(({ role }) => role === 'manager');
  const [first] = tiersDown.flatMap((tier) => own.filter((post) => post.tier === tier));
  return first?.orgId ?? '';
}
