import type { Tier } from 'contract/models';
import type { IconName } from '@/components/icon/icons';
import { beside } from '@/routes';

/** The pages of a manager's desk that stand side by side, as a phone shows them. */
export const views = [
  { at: 'board', words: '在办一览', icon: 'cases', open: beside.managerBoard },
  { at: 'roster', words: '排班', icon: 'people', open: beside.managerRoster },
  { at: 'policy', words: '派单规则', icon: 'scale', open: beside.managerPolicy },
  { at: 'reviews', words: '差评和回访', icon: 'star', open: beside.managerReviews },
  { at: 'scores', words: '评价得分', icon: 'chart', open: beside.managerScores },
  { at: 'people', words: '居民和同事', icon: 'person', open: beside.managerPeople },
  { at: 'units', words: '单位', icon: 'station', open: beside.managerUnits },
  { at: 'catalogue', words: '办事目录', icon: 'paper', open: beside.managerCatalogue },
  { at: 'deliveries', words: '通知送达', icon: 'send', open: beside.managerDeliveries },
  { at: 'health', words: '运行情况', icon: 'info', open: beside.managerHealth, tier: 'district' },
] as const satisfies readonly { at: string; words: string; icon: IconName; open(): void; tier?: Tier }[];

export type View = (typeof views)[number]['at'];

/** The pages for a manager of a unit of this tier. */
export const viewsFor = (tier: Tier | undefined) =>
  views.filter((view) => !('tier' in view) || view.tier === tier);
