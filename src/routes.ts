import Taro from '@tarojs/taro';
import type { Notice } from 'contract/models';
import type { Deed } from 'contract/states';

/** Every way from page to page. Paths and their parameters stand here alone. */

/** Pages that people send each other: the address that a shared card opens. */
export const paths = {
  home: '/pages/home/index',
  service: (code: string) => urlOf('/packages/resident/service/index', { code }),
};

const agentQueue = '/packages/agent/queue/index';
const agentCase = '/packages/agent/case/index';
const agentCalls = '/packages/agent/calls/index';
const managerDeliveries = '/packages/manager/deliveries/index';
const agentPool = '/packages/agent/pool/index';
const agentLeave = '/packages/agent/leave/index';
const agentReport = '/packages/agent/report/index';
const managerBoard = '/packages/manager/board/index';
const managerScores = '/packages/manager/scores/index';
const managerCase = '/packages/manager/case/index';
const managerRoster = '/packages/manager/roster/index';
const managerAgent = '/packages/manager/agent/index';
const managerHours = '/packages/manager/hours/index';
const managerPolicy = '/packages/manager/policy/index';

type Query = Record<string, string | undefined>;

function urlOf(path: string, query: Query): string {
  const words = Object.entries(query).flatMap(([key, value]) =>
    value ? [`${key}=${encodeURIComponent(value)}`] : [],
  );
  return words.length > 0 ? `${path}?${words.join('&')}` : path;
}

const open = (path: string, query: Query = {}) => void Taro.navigateTo({ url: urlOf(path, query) });

/** What somebody was looking for, carried along so that nothing is asked twice. */
export interface Wish {
  subtype?: string;
  text?: string;
}

export const go = {
  home: () => void Taro.switchTab({ url: paths.home }),
  myCases: () => void Taro.switchTab({ url: '/pages/my-cases/index' }),
  service: (code: string, wish: Wish = {}) => open('/packages/resident/service/index', { code, ...wish }),
  request: (code: string, wish: Wish = {}) => open('/packages/resident/request/index', { code, ...wish }),
  /** a resident's own case */
  case: (id: string) => open('/packages/resident/case/index', { id }),
  /** the same, in place of a page that is done with: going back must not lead into it */
  caseInstead: (id: string) => void Taro.redirectTo({ url: `/packages/resident/case/index?id=${id}` }),
  review: (id: string) => open('/packages/resident/review/index', { id }),
  notices: () => open('/packages/resident/notices/index'),
  agentCalls: () => open(agentCalls),
  managerDeliveries: () => open(managerDeliveries),
  agentQueue: () => open(agentQueue),
  agentPool: () => open(agentPool),
  agentLeave: () => open(agentLeave),
  agentReport: () => open(agentReport),
  agentCase: (id: string) => open(agentCase, { id }),
  /** the form of one deed, a page of its own: the platform's way back leaves it */
  agentDeed: (id: string, deed: Deed) => open(agentCase, { id, do: deed }),
  managerBoard: () => open(managerBoard),
  managerScores: () => open(managerScores),
  /** the scores of a unit under one's own */
  managerScoresOf: (org: string) => open(managerScores, { org }),
  managerCase: (id: string) => open(managerCase, { id }),
  /** `whistle`: which one it answers or rates */
  managerDeed: (id: string, deed: Deed, whistle?: string) => open(managerCase, { id, do: deed, whistle }),
  /** an agent's entry in the roster of a community */
  managerAgent: (id: string, org: string) => open(managerAgent, { id, org }),
  managerAgentForm: (id: string, org: string, form: 'roster' | 'leave') =>
    open(managerAgent, { id, org, do: form }),
  managerHours: (org: string) => open(managerHours, { org }),
  /** the page that a notice names: it was written for one part in the case, whatever else its reader is */
  notice: ({ page }: Notice) => open(`/${page}`),
};

/** Back to the nearest page of this kind behind, past forms and what can no longer be shown; else there afresh. */
export const back = {
  agentQueue: () => backTo(agentQueue),
  agentCase: (id: string) => backTo(agentCase, { id }),
  managerBoard: () => backTo(managerBoard),
  managerCase: (id: string) => backTo(managerCase, { id }),
  managerAgent: (id: string, org: string) => backTo(managerAgent, { id, org }),
};

/** Between pages that stand side by side: the way back does not grow. */
export const beside = {
  managerDeliveries: () => void Taro.redirectTo({ url: managerDeliveries }),
  managerBoard: () => void Taro.redirectTo({ url: managerBoard }),
  managerScores: () => void Taro.redirectTo({ url: managerScores }),
  managerRoster: () => void Taro.redirectTo({ url: managerRoster }),
  managerPolicy: () => void Taro.redirectTo({ url: managerPolicy }),
};

function backTo(path: string, query: Query = {}) {
  const behind = Taro.getCurrentPages().slice(0, -1).reverse();
  // H5 gives the route with its query, WeChat without a leading slash.
  const steps = behind.findIndex(({ route = '' }) => `/${route}`.includes(path)) + 1;
  if (steps > 0) void Taro.navigateBack({ delta: steps });
  else void Taro.redirectTo({ url: urlOf(path, query) });
}
