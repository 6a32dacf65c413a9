import Taro from '@tarojs/taro';
import type { ReviewHeap } from 'contract/actions/reviews';
import type { ImportTable } from 'contract/imports';
import type { Notice } from 'contract/models';
import type { Deed } from 'contract/deeds';
import { reportCode } from 'contract/report';

/** Every way from one page to another. No other file knows a page's path or its parameters. */

const residentCase = '/packages/resident/case/index';
const receipt = '/packages/resident/receipt/index';
const heads = '/packages/privacy/heads/index';

/** Pages that people send each other: the address that a shared card opens. */
export const paths = {
  home: '/pages/home/index',
  /** what a sheet's code leads to */
  joinBy: (scene: string) => urlOf('/pages/home/index', { scene }),
  invitation: (invitation: string) => urlOf('/packages/resident/invitation/index', { invitation }),
  service: (code: string) => urlOf('/packages/resident/service/index', { code }),
  /** 分享进展: what the family is sent */
  shared: (share: string) => urlOf('/packages/resident/shared/index', { share }),
  /** what the code on a 校验单 leads to, with what is printed there */
  heads: (printed: { org: string; n: string; hash: string; day: string }) => urlOf(heads, printed),
  /** what the code on a receipt leads to: whoever has no part in it reads nothing there */
  case: (id: string) => urlOf(residentCase, { id }),
};
const ownData = '/packages/privacy/mine/index';
const together = '/packages/resident/together/index';
const residentReview = '/packages/resident/review/index';
const answers = '/packages/resident/answers/index';
const agentQueue = '/packages/agent/queue/index';
const agentCase = '/packages/agent/case/index';
const agentCalls = '/packages/agent/calls/index';
const managerDeliveries = '/packages/manager/deliveries/index';
const managerHealth = '/packages/manager/health/index';
const intake = '/packages/agent/intake/index';
const agentPool = '/packages/agent/pool/index';
const agentLeave = '/packages/agent/leave/index';
const agentReviews = '/packages/agent/reviews/index';
const agentReport = '/packages/agent/report/index';
const managerBoard = '/packages/manager/board/index';
const managerReviews = '/packages/manager/reviews/index';
const managerCallback = '/packages/manager/callback/index';
const managerSample = '/packages/manager/sample/index';
const managerScores = '/packages/manager/scores/index';
const managerCase = '/packages/manager/case/index';
const managerRoster = '/packages/manager/roster/index';
const managerAgent = '/packages/manager/agent/index';
const managerHours = '/packages/manager/hours/index';
const managerPolicy = '/packages/manager/policy/index';
const managerSetup = '/packages/manager/setup/index';
const managerPeople = '/packages/manager/people/index';
const managerPerson = '/packages/manager/person/index';
const managerInvite = '/packages/manager/invite/index';
const managerCatalogue = '/packages/manager/catalogue/index';
const managerItem = '/packages/manager/item/index';
const managerUnits = '/packages/manager/units/index';
const managerUnit = '/packages/manager/unit/index';

type Query = Record<string, string | undefined>;

function urlOf(path: string, query: Query): string {
  const words = Object.entries(query).flatMap(([key, value]) =>
    value ? [`${key}=${encodeURIComponent(value)}`] : [],
  );
  return words.length > 0 ? `${path}?${words.join('&')}` : path;
}

const open = (path: string, query: Query = {}) => void Taro.navigateTo({ url: urlOf(path, query) });

/** What the resident was looking for, carried along so that nothing is asked twice. */
export interface Wish {
  subtype?: string;
  text?: string;
}

/** Which sheet of a case. */
export type Receipt = 'accepted' | 'told' | 'done' | 'mandate' | 'originals';

export const go = {
  home: () => void Taro.switchTab({ url: paths.home }),
  me: () => void Taro.switchTab({ url: '/pages/me/index' }),
  myCases: () => void Taro.switchTab({ url: '/pages/my-cases/index' }),
  service: (code: string, wish: Wish = {}) => open('/packages/resident/service/index', { code, ...wish }),
  /** 随手报 has a page of its own: danger first, then where it is */
  request: (code: string, wish: Wish = {}) =>
    code === reportCode ? go.report(wish) : open('/packages/resident/request/index', { code, ...wish }),
  report: (wish: Wish = {}) => open('/packages/resident/report/index', { ...wish }),
  /** 一件事一次办: asked for, with the words that were looked for */
  bundle: (code: string, text?: string) => open('/packages/resident/bundle/index', { code, text }),
  /** one that was asked for: its cases together */
  together: (id: string) => open(together, { id }),
  togetherInstead: (id: string) => void Taro.redirectTo({ url: urlOf(together, { id }) }),
  /** a resident's own case */
  case: (id: string) => open(residentCase, { id }),
  /** the same, in place of the page in view: going back does not lead to that one again */
  caseInstead: (id: string) => void Taro.redirectTo({ url: urlOf(residentCase, { id }) }),
  /** the form of one deed on it */
  caseDeed: (id: string, deed: Deed) => open(residentCase, { id, do: deed }),
  /** 分享进展 */
  share: (id: string) => open('/packages/resident/share/index', { id }),
  /** a sheet of it to keep: 受理单, 一次性告知单, 办结单, 委托书, 原件收条 */
  receipt: (id: string, of: Receipt, mandate?: string) => open(receipt, { id, of, mandate }),
  /** the same, in place of the sheet in view */
  receiptInstead: (id: string, of: Receipt) => void Taro.redirectTo({ url: urlOf(receipt, { id, of }) }),
  /** 一次性告知: what the item said on the day that it was asked for */
  told: (id: string, subtype?: string) => open('/packages/resident/told/index', { id, subtype }),
  review: (id: string) => open(residentReview, { id }),
  /** the one later addition to it */
  addition: (id: string) => open(residentReview, { id, do: 'add' }),
  /** 投诉建议: about one of the resident's cases, or with the words that were looked for */
  complaint: (of: { id?: string; text?: string } = {}) => open('/packages/resident/complaint/index', of),
  /** 大家问过的; one of them first */
  answers: (id?: string) => open(answers, { id }),
  /** what is made of one case's answer, by its agent or a manager */
  answerOf: (caseId: string) => open(answers, { case: caseId }),
  wall: () => open('/packages/resident/wall/index'),
  /** 每日封存 of a unit; `n`: the 校验单 after so many entries */
  heads: (org?: string, n?: string) => open(heads, { org, n }),
  /** 校验单 of a unit, to print */
  headSheet: (org: string, n: string) => open('/packages/privacy/sheet/index', { org, n }),
  /** 封存凭据 of a case */
  proof: (id: string) => open('/packages/privacy/proof/index', { id }),
  /** 我的登记 */
  mine: () => open('/packages/resident/mine/index'),
  /** 我的家人 */
  family: () => open('/packages/resident/family/index'),
  /** 我的信息: what is kept of me */
  data: () => open(ownData),
  /** the same, in place of the form that was sent */
  dataInstead: () => backTo(ownData),
  readers: () => open('/packages/privacy/readers/index'),
  consents: () => open('/packages/privacy/consents/index'),
  leave: () => open('/packages/privacy/leave/index'),
  correct: () => open('/packages/privacy/correct/index'),
  /** 个人信息请求 of the manager's unit */
  dataRequests: () => open('/packages/privacy/requests/index'),
  /** who opened what of whom */
  openings: () => open('/packages/privacy/openings/index'),
  /** 保存期限, and the assessment */
  keeping: () => open('/packages/privacy/keeping/index'),
  /** for somebody without WeChat, with their paper; `name`: who is looked for first */
  paperRequest: (name?: string) => open('/packages/privacy/paper/index', { name }),
  /** by the digits that were read out */
  invitation: () => open('/packages/resident/invitation/index'),
  /** the first admin of an installation */
  begin: () => open('/packages/resident/begin/index'),
  notices: () => open('/packages/resident/notices/index'),
  /** for agents and for managers of a community */
  intake: () => open(intake),
  agentCalls: () => open(agentCalls),
  managerDeliveries: () => open(managerDeliveries),
  agentQueue: () => open(agentQueue),
  agentPool: () => open(agentPool),
  agentLeave: () => open(agentLeave),
  agentReviews: () => open(agentReviews),
  /** against one entry of a batch */
  agentAppeal: (entry: string) => open(agentReviews, { appeal: entry }),
  agentReport: () => open(agentReport),
  /** the photo by which a resident knows who comes */
  agentFace: () => open('/packages/agent/face/index'),
  agentCase: (id: string) => open(agentCase, { id }),
  /** the form of one deed; a page of its own, so that the phone's way back leads out of it */
  agentDeed: (id: string, deed: Deed) => open(agentCase, { id, do: deed }),
  managerBoard: () => open(managerBoard),
  managerScores: () => open(managerScores),
  /** the scores of a unit under the manager's own */
  managerScoresOf: (org: string) => open(managerScores, { org }),
  managerCase: (id: string) => open(managerCase, { id }),
  managerReviews: () => open(managerReviews),
  managerCallback: (id: string) => open(managerCallback, { id }),
  managerSample: (id: string) => open(managerSample, { id }),
  /** the same, in place of the form that drew it */
  managerSampleInstead: (id: string) => void Taro.redirectTo({ url: urlOf(managerSample, { id }) }),
  /** the form that draws a sample of this unit */
  managerDraw: (org: string) => open(managerSample, { org }),
  /** `whistle`: which one it answers or rates; `judge` decides an appeal */
  managerDeed: (id: string, deed: Deed | 'judge', whistle?: string) =>
    open(managerCase, { id, do: deed, whistle }),
  /** an agent's entry in the roster of a community */
  managerAgent: (id: string, org: string) => open(managerAgent, { id, org }),
  managerAgentForm: (id: string, org: string, form: 'roster' | 'leave') =>
    open(managerAgent, { id, org, do: form }),
  managerHours: (org: string) => open(managerHours, { org }),
  /** 开张: what is still missing before residents can ask */
  managerSetup: () => open(managerSetup),
  managerPerson: (id: string) => open(managerPerson, { id }),
  /** the entry that is left of two, in place of the one that went into it */
  managerPersonInstead: (id: string) => void Taro.redirectTo({ url: urlOf(managerPerson, { id }) }),
  /** asks a person to take a post in this unit */
  managerInvite: (org: string) => open(managerInvite, { org }),
  /** a table of a unit by a spreadsheet, in and out */
  managerImport: (org: string, table: ImportTable) => open('/packages/manager/import/index', { org, table }),
  managerItem: (code: string) => open(managerItem, { code }),
  /** a page of its own over it: what is typed, as a resident would read it, what a unit says otherwise */
  managerItemForm: (code: string, form: 'edit' | 'preview') => open(managerItem, { code, do: form }),
  managerItemLocal: (code: string, org: string) => open(managerItem, { code, org }),
  /** 样子的照片 */
  managerSamples: (code: string) => open('/packages/privacy/samples/index', { code }),
  managerItemVersion: (code: string, version: number) =>
    open(managerItem, { code, version: String(version) }),
  /** `inside`: of a grid its community, whose other grids it can be put into */
  managerUnit: (org: string, inside?: string) => open(managerUnit, { org, inside }),
  /** 台账 of a unit and all under it; `about`: of one unit or person alone, who is called so */
  managerJournal: (org: string, about?: string, name?: string) =>
    open('/packages/manager/journal/index', { org, about, name }),
  /** 重划网格 of a community */
  managerRegrid: (org: string) => open('/packages/privacy/regrid/index', { org }),
  /** the form of a new unit below this one */
  managerNewUnit: (above: string) => open(managerUnit, { above }),
  /** the sheet with the code that residents scan */
  managerCode: (org: string) => open(receipt, { org }),
  /** the page that a notice names: it was written for one part in the case, whatever else its reader is */
  notice: ({ page }: Notice) => open(`/${page}`),
};

/** Back to the nearest page of this kind in the stack, past the forms between; where there is none, to a new one in place of this. */
export const back = {
  case: (id: string) => backTo(residentCase, { id }),
  agentReviews: () => backTo(agentReviews),
  agentQueue: () => backTo(agentQueue),
  agentCase: (id: string) => backTo(agentCase, { id }),
  managerBoard: () => backTo(managerBoard),
  /** to this heap of theirs, where none is behind */
  managerReviews: (heap: ReviewHeap) => backTo(managerReviews, { heap }),
  managerCase: (id: string) => backTo(managerCase, { id }),
  managerAgent: (id: string, org: string) => backTo(managerAgent, { id, org }),
  managerItem: (code: string) => backTo(managerItem, { code }),
};

/** Between pages that stand side by side: the way back does not grow. */
export const beside = {
  managerDeliveries: () => backTo(managerDeliveries),
  managerHealth: () => backTo(managerHealth),
  managerBoard: () => backTo(managerBoard),
  managerReviews: () => backTo(managerReviews),
  managerScores: () => backTo(managerScores),
  managerRoster: () => backTo(managerRoster),
  managerPolicy: () => backTo(managerPolicy),
  managerHours: (org: string) => backTo(managerHours, { org }),
  agentCase: (id: string) => void Taro.redirectTo({ url: urlOf(agentCase, { id }) }),
  /** another case of the list at its side */
  managerCase: (id: string) => void Taro.redirectTo({ url: urlOf(managerCase, { id }) }),
  managerPeople: () => backTo(managerPeople),
  managerUnits: () => backTo(managerUnits),
  managerCatalogue: () => backTo(managerCatalogue),
};

function backTo(path: string, query: Query = {}) {
  const behind = Taro.getCurrentPages().slice(0, -1).reverse();
  // H5 gives the route with its query, WeChat without a leading slash.
  const steps = behind.findIndex(({ route = '' }) => `/${route}`.includes(path)) + 1;
  if (steps > 0) void Taro.navigateBack({ delta: steps });
  else void Taro.redirectTo({ url: urlOf(path, query) });
}
