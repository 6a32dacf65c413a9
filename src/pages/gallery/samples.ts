import type { Sheet } from '@/components/sheet/model';
import type {
  CaseRow,
  CaseView,
  ContactCard,
  CustodyView,
  MandateView,
  PaperView,
  TimelineEntry,
} from 'contract/models';
import type { State } from 'contract/states';
import { instantOf } from 'contract/time';
import { CallError, offlineMessage } from '@/cloud/call-error';
import type { Asked } from '@/hooks/use-call';
import type { Paged } from '@/hooks/use-pages';

/** Made-up matter for the gallery. Its clock stands, so that pictures of it can be compared. */
export const now = instantOf('2026-11-23', '10:00');

export const row = (state: State, next: string, dueAt = instantOf('2026-12-04', '17:00')): CaseRow => ({
  caseId: state,
  no: '11230001',
  state,
  serviceCode: 'disability-certificate',
  serviceName: '残疾人证办理',
  mode: 'home-visit',
  submittedAt: instantOf('2026-11-20', '09:12'),
  dueAt,
  residentName: '赵一示',
  next,
  reviewed: false,
});

export const paper: PaperView = {
  id: 'm0',
  name: '居民户口簿',
  required: true,
  when: '',
  original: true,
  copies: 1,
  source: 'self',
  note: '首页和本人页',
  state: 'missing',
  photos: 0,
  mayLeaveOut: true,
  electronicLicence: true,
  isAsked: false,
};

export const original: CustodyView = {
  id: 'o0',
  what: '居民户口簿',
  state: 'giving',
  by: '立春晓',
  given: { at: instantOf('2026-11-20', '10:00'), where: '居民家里' },
  dueAt: instantOf('2026-12-04', '17:00'),
  slips: 0,
};

export const agent: ContactCard = {
  name: '立春晓',
  phone: '04525550109',
  orgName: '新民社区',
  hours: '周一至周五 8:30—17:00',
  isOnDuty: true,
};

export const events: TimelineEntry[] = [
  {
    seq: 1,
    at: instantOf('2026-11-20', '09:12'),
    do: 'submit',
    state: 'submitted',
    says: '您提交了请求',
    text: '老伴瘫痪两年，想办残疾人证，下不了楼',
  },
  {
    seq: 2,
    at: instantOf('2026-11-20', '09:12'),
    do: 'offer',
    state: 'offered',
    says: '派给了代办员立春晓，等代办员答应',
  },
  {
    seq: 3,
    at: instantOf('2026-11-23', '09:30'),
    do: 'accept',
    state: 'in_progress',
    says: '代办员立春晓接单了',
  },
];

/** A case as its agent sees it. */
export const kase: CaseView = {
  ...row('in_progress', '12月4日 周五前办完'),
  parts: ['agent'],
  channel: 'self',
  note: '老伴瘫痪两年，想办残疾人证，下不了楼',
  contact: { name: '赵一示', phone: '04525550124', address: '灯塔院12号楼3单元601' },
  events,
  clocks: [],
  pauses: [],
  steps: [],
  handoversLeft: 2,
  escalations: [],
  whistles: [],
};

const steps: CaseView['steps'] = [
  {
    name: '说出需求',
    actor: 'resident',
    dueAt: instantOf('2026-11-18', '17:00'),
    doneAt: instantOf('2026-11-18', '09:12'),
    late: false,
  },
  {
    name: '收件拍照',
    actor: 'agent',
    dueAt: instantOf('2026-11-19', '17:00'),
    doneAt: instantOf('2026-11-20', '10:00'),
    late: true,
  },
  { name: '街道审核', actor: 'street', dueAt: instantOf('2026-11-20', '17:00'), late: true },
  { name: '送证', actor: 'agent', dueAt: instantOf('2026-12-04', '17:00'), late: false },
];

/** With steps of every kind, two clocks, and a pause that is over. */
export const timed: CaseView = {
  ...kase,
  steps,
  statutoryDueAt: instantOf('2026-12-11', '17:00'),
  clocks: [
    {
      name: 'completion',
      startedAt: instantOf('2026-11-18', '09:12'),
      warnAt: instantOf('2026-11-22', '09:00'),
      dueAt: instantOf('2026-12-04', '17:00'),
      paused: false,
      card: 'yellow',
    },
  ],
  pauses: [
    {
      from: instantOf('2026-11-19', '10:00'),
      until: instantOf('2026-12-19', '10:00'),
      to: instantOf('2026-11-20', '14:00'),
      why: '户口簿',
    },
  ],
};

/** The same while it waits for the resident. */
export const standing: Partial<CaseView> = {
  state: 'awaiting_resident',
  pausedAt: instantOf('2026-11-20', '10:00'),
  clocks: [
    ...timed.clocks.map((clock) => ({ ...clock, paused: true, card: undefined })),
    {
      name: 'supply',
      startedAt: instantOf('2026-11-20', '10:00'),
      warnAt: instantOf('2026-11-27', '10:00'),
      dueAt: instantOf('2026-11-30', '17:00'),
      paused: false,
    },
  ],
  pauses: [
    { from: instantOf('2026-11-20', '10:00'), until: instantOf('2026-12-20', '10:00'), why: '户口簿' },
  ],
};

const nothing = () => undefined;

/** The four faces of anything asked for. */
export const asked: Record<'coming' | 'failed' | 'stale' | 'none' | 'there', Asked<string[]>> = {
  coming: { loading: true, reload: nothing },
  failed: { loading: false, reload: nothing, error: new CallError('OFFLINE', offlineMessage, '') },
  stale: {
    loading: false,
    reload: nothing,
    data: ['残疾人证办理'],
    error: new CallError('OFFLINE', offlineMessage, ''),
  },
  none: { loading: false, reload: nothing, data: [] },
  there: { loading: false, reload: nothing, data: ['残疾人证办理', '高龄津贴'] },
};

export const paged: Paged<string> = { ...asked.there, more: nothing, isMoreComing: false };

export const file = {
  link: { url: '', name: '新民社区-按月-2025-12-01至2026-11-23.xlsx', rows: 12, seconds: 600 },
};

/** A photo, drawn: a door and a ramp. */
export const picture = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path fill="skyblue" d="M0 0h4v3H0z"/><path fill="sienna" d="M2 1h1v2H2z"/><path fill="gray" d="M0 3l2-1v1z"/></svg>',
)}`;

export const mandate: MandateView = {
  id: 'm',
  to: { part: 'agent', name: '立春晓' },
  acts: ['papers', 'result'],
  at: now,
  until: now + 30 * 86_400_000,
  signed: 'screen',
  by: '赵一示',
  state: 'valid',
  strokes: [[200, 200, 400, 300, 600, 150, 800, 300]],
};

const code = { path: '/pages/home/index' };
export const sheets = {
  form: {
    title: '委托书',
    facts: [
      { name: '委托人', value: '赵一示' },
      { name: '受托人', value: '立春晓（代办员）' },
    ],
    parts: [{ title: '委托他做的', lines: ['√ 交材料', '□ 取结果'] }],
    signs: ['委托人手写签名：'],
    code,
    under: '扫码看办到哪一步。',
    note: '不能再转给别人。',
  },
  poster: { title: '新民社区', lead: '扫一扫', code, isPoster: true, under: 'ABCD EFGH' },
} satisfies Record<string, Sheet>;
