import type { PersonRow } from 'contract/models';
import { List, ListRow } from '@/components/list-row';
import { go } from '@/routes';
import { usePosts } from '../parts/desk/posts';

/** The way to what was changed of this entry. */
export function History({ row: { id, name } }: { row: PersonRow }) {
  const { post } = usePosts();
  if (!post) return null;
  return (
    <List>
      <ListRow
        icon="clock"
        title="台账"
        note="谁在什么时候改过、看过"
        onPress={() => go.managerJournal(post.orgId, id, name)}
      />
    </List>
  );
}
