import type { ReviewHeap } from 'contract/actions/reviews';

/** In the order in which they need a manager: what has a clock stands first. */
export const heaps: Record<ReviewHeap, { name: string; hint: string }> = {
  rectify: {
    name: '差评',
    hint: '差评1个工作日里核实，5个工作日里整改好、打完回访。最急的在前。',
  },
  appeals: { name: '申诉', hint: '代办员觉得评得不公，说了理由。由整改单位的上一级裁定。' },
  callbacks: { name: '回访', hint: '抽出来的办件，由没经办过的人打电话问一问。' },
  texts: { name: '待审的话', hint: '微信拿不准的话，要人看一眼。给不给看，评价都照算。' },
  wall: { name: '回音墙', hint: '居民愿意让邻居看的评价。上墙不写姓名、事项和日子，满5条一起上。' },
};
export const heapNames = Object.keys(heaps) as ReviewHeap[];

export interface HeapProps {
  orgId: string;
  /** something left the heap: the numbers above are old */
  onDone(): void;
}
