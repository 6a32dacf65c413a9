import type { Heap } from 'contract/actions/cases';
import type { Tier } from 'contract/models';

/** Bad reviews have a page of their own. */
export type BoardHeap = Exclude<Heap, 'rectify'>;

interface HeapWords {
  name: string;
  hint: string;
  none: string;
}

/** In the order in which they need a manager. */
export const heaps: Record<BoardHeap, HeapWords> = {
  waiting: { name: '待派单', hint: '还没有代办员，等得最久的在前。', none: '没有等着派的件。' },
  offered: { name: '待接单', hint: '等代办员答应。', none: '没有等着接的件。' },
  overdue: { name: '超期', hint: '过了办结的期限，超得最久的在前。', none: '没有超期的件。' },
  escalated: {
    name: '逐级上报',
    hint: '点开说一声知道了，就不再往上报。',
    none: '没有逐级上报的件。',
  },
  whistled: { name: '吹哨找我们', hint: '请我们来答复的，最急的在前。', none: '没有等我们答复的吹哨。' },
  open: { name: '全部在办', hint: '最急的在前。', none: '没有在办的件，都办完了。' },
};

/** No unit whistles for a community. */
export function heapsOf(tier: Tier): BoardHeap[] {
  const all = Object.keys(heaps) as BoardHeap[];
  return tier === 'community' ? all.filter((heap) => heap !== 'whistled') : all;
}

/** A community looks at all it has; above it, at what was brought to them. */
export const firstHeap = (tier: Tier): BoardHeap => (tier === 'community' ? 'open' : 'escalated');
