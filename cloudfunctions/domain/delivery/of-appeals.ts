import type { NoticeDoc, Unit } from '../documents';
import { ofNoCase } from './no-case';

/** Why WeChat is left out of it: its messages name an item and a number. */
const NO_CASE = '申诉的消息不写是哪一件';

interface About {
  /** of the batch: it leads to no case */
  entryId: string;
  /** of the rated case */
  unit: Unit;
  at: number;
}

/** The unit that decides hears of an appeal. Which case it is stands in the list alone: its managers may have been rated. */
export function appealAsked({ entryId, unit, at }: About, orgId: string, agentName: string): NoticeDoc {
  return {
    ...ofNoCase(unit, at, 'assignment', NO_CASE),
    _id: `appeal:${entryId}:asked`,
    to: orgId,
    title: '有申诉等您单位裁定',
    text: `代办员${agentName}觉得一条评价不公，写了理由，请裁定。`,
    brief: '有申诉等您单位裁定',
    page: 'packages/manager/reviews/index?heap=appeals',
    opens: 'manager',
  };
}

/** The rated agent hears what was decided, and of no case: they know the entry, and no more of it. */
export function appealDecided(
  { entryId, unit, at }: About,
  agentId: string,
  { isUpheld, why }: { isUpheld: boolean; why: string },
): NoticeDoc {
  return {
    ...ofNoCase(unit, at, 'assignment', NO_CASE),
    _id: `appeal:${entryId}:decided`,
    to: agentId,
    title: isUpheld ? '您的申诉成立' : '您的申诉维持原评价',
    text: `${isUpheld ? '这条评价不计入您的满意率' : '这条评价照算'}。说明：${why}`,
    brief: '申诉有结果了',
    page: 'packages/agent/reviews/index',
    opens: 'agent',
  };
}
