import { createStore } from '@/hooks/store';
import { useSession } from '@/hooks/use-session';

/** The unit in view, kept from one page of the desk to the next. */
export const chosenUnit = createStore<string | undefined>(undefined);

/** The units that a manager manages, and the one in view. */
export function usePosts() {
  const session = useSession();
  const chosen = chosenUnit.use();
  const posts = (session.data?.person.posts ?? []).filter((post) => post.role === 'manager');
  return { session, posts, post: posts.find(({ orgId }) => orgId === chosen) ?? posts[0] };
}
