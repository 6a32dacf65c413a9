import type { PersonRow } from 'contract/models';
import { roleNames, verifiedNames } from 'contract/words';
import { Tag } from '@/components/tag';

/** Whether it is known that name and number belong together. */
export function Known({ row: { verified, goneAt } }: { row: PersonRow }) {
  if (goneAt) return <Tag>已停用</Tag>;
  return verified ? <Tag tone="ok">{verifiedNames[verified]}</Tag> : <Tag tone="warning">未核实</Tag>;
}

/** 新民社区代办员、新民社区居民 */
export const postsOf = ({ posts }: PersonRow) =>
  posts.map(({ orgName, role }) => `${orgName}${roleNames[role]}`).join('、');
