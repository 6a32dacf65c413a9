import type { CaseRow } from 'contract/models';
import { WITH_AGENT } from 'contract/states';
import { Tag } from '@/components/tag';
import { dueOf } from '@/format/due';

/** 黄牌 and 红牌 in words, with what they are shown for; without a card, how long the case still has. */
export function CardTag({ row, now }: { row: CaseRow; now: number }) {
  if (row.card === 'red') return <Tag tone="breach">红牌：{redWords(row, now)}</Tag>;
  if (row.card === 'yellow') return <Tag tone="warning">黄牌：{yellowWords(row, now)}</Tag>;
  const due = dueOf(row, now);
  return due ? <Tag>{due.words}</Tag> : null;
}

function redWords(row: CaseRow, now: number): string {
  if (row.pausedAt !== undefined) return '居民没按时补';
  if (row.dueAt > now) return '没按时接';
  return dueWords(row, now);
}

function yellowWords(row: CaseRow, now: number): string {
  if (row.pausedAt !== undefined) return '补材料快到期';
  return WITH_AGENT.some((state) => state === row.state) ? dueWords(row, now) : '快到期';
}

/** A case that waits for the resident past the longest pause runs again. */
const dueWords = (row: CaseRow, now: number) =>
  dueOf({ state: 'in_progress', dueAt: row.dueAt }, now)?.words ?? '';
