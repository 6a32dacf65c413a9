import type { CaseRow } from 'contract/models';
import { Tag } from '@/components/tag';
import { dueOf } from '@/format/due';

type Rectify = NonNullable<CaseRow['rectify']>;

/** How long the next step of a rectification still has; yellow and red are those of every clock. */
export function RectifyTag({
  rectify: { by, card },
  now,
}: {
  rectify: Pick<Rectify, 'by' | 'card'>;
  now: number;
}) {
  // The clock of a rectification runs whatever the case's own state is.
  const due = dueOf({ state: 'in_progress', dueAt: by, card }, now);
  if (!due) return null;
  const colour = due.tone === 'breach' ? '红牌：' : due.tone === 'warning' ? '黄牌：' : '';
  return (
    <Tag tone={due.tone}>
      {colour}
      {due.words}
    </Tag>
  );
}
