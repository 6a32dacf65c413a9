import type { Tier } from 'contract/models';
import { List, ListRow } from '@/components/list-row';
import { go } from '@/routes';
import { usePosts } from '../desk/posts';

interface Props {
  /** of what the entries are, and what it is called */
  about: string;
  name?: string;
  /** what a manager of this tier reads there */
  noteFor(tier: Tier): string;
}

/** The way to what was changed of one thing. */
export function ToJournal({ about, name, noteFor }: Props) {
  const { post } = usePosts();
  if (!post) return null;
  return (
    <List>
      <ListRow
        icon="clock"
        title="台账"
        note={noteFor(post.tier)}
        onPress={() => go.managerJournal(post.orgId, about, name)}
      />
    </List>
  );
}
