import { REQUEST_DAYS, refusalGrounds, requestKinds } from '../../../contract/kept';
import { sayDay } from '../../../contract/time';
import type { DataRequestDoc, NoticeDoc } from '../documents';
import { ofNoCase } from './no-case';

/** 个人信息请求: what is told of one. Which person's it is stands in the list alone. */

/** Why WeChat is left out of it: its messages name an item and a number. */
const NO_CASE = '个人信息请求的消息不写是哪一件';

const managersPage = 'packages/privacy/requests/index';
const ownPage = 'packages/privacy/mine/index';

/** The managers of the unit hear of it. */
export const requestAsked = (request: DataRequestDoc, orgId: string, now: number): NoticeDoc =>
  ofRequest(request, now, 'asked', orgId, {
    title: `有居民要${requestKinds[request.kind]}`,
    text:
      request.kind === 'leave'
        ? `到${sayDay(request.dueAt, now)}自动办。不能照办的，请在那天以前写明理由。`
        : `请在${sayDay(request.dueAt, now)}以前（${REQUEST_DAYS}个工作日内）办好或者答复。`,
    page: managersPage,
    opens: 'manager',
  });

/** Four fifths of its time are gone, or all of it. The unit above hears of the second. */
export const requestLate = (
  request: DataRequestDoc,
  orgId: string,
  now: number,
  card: 'yellow' | 'red',
): NoticeDoc =>
  ofRequest(request, now, card, orgId, {
    title: card === 'yellow' ? '黄牌：个人信息请求快到期' : '红牌：个人信息请求超期',
    text: `居民要${requestKinds[request.kind]}，${sayDay(request.dueAt, now)}${card === 'yellow' ? '到期' : '就该办好'}。${request.stuck ?? ''}`,
    page: managersPage,
    opens: 'manager',
  });

/** The person hears what became of it. */
export function requestAnswered(request: DataRequestDoc, now: number): NoticeDoc {
  const { decided, kind } = request;
  const ground = decided?.ground && refusalGrounds[decided.ground];
  const what = requestKinds[kind];
  return ofRequest(request, now, 'answered', request.personId, {
    title: ground ? `${what}没有照办` : `${what}办好了`,
    text: [ground && `理由：${ground}。`, decided?.why].filter(Boolean).join('') || '请看看对不对。',
    page: ownPage,
    opens: 'resident',
  });
}

function ofRequest(
  { _id, unit }: DataRequestDoc,
  at: number,
  what: string,
  to: string,
  words: Pick<NoticeDoc, 'title' | 'text' | 'page' | 'opens'>,
): NoticeDoc {
  return {
    ...ofNoCase(unit, at, 'progress', NO_CASE),
    ...words,
    _id: `request:${_id}:${what}:${to}`,
    to,
    brief: words.title,
  };
}
