import { type KeepingChange, daysOn } from '../../../contract/keeping';
import {
  type KeptKind,
  bases,
  kept,
  looks,
  lookers,
  requestKinds,
  requestStates,
  sayKeeping,
} from '../../../contract/kept';
import type { CaseView } from '../../../contract/models';
import type { Reading } from '../../../contract/models/privacy';
import { dayOf, timeOf } from '../../../contract/time';
import { spokenNo } from '../../../contract/case-no';
import { channels, levels, modes, relationNames, stateNames, verifiedNames } from '../../../contract/words';
import type { DataRequestDoc, NoticeDoc, OrgDoc, PersonDoc, SubscriberDoc } from '../documents';

/**
 * 个人信息副本: everything that is kept of a person, as a file of data; the page is made from it (copy-page.ts). What a case has of others
 * is what its resident sees there anyway. Rules: docs/decisions/0064.
 */
export interface Copy {
  title: string;
  madeAt: string;
  sections: Section[];
}

interface Section {
  kind: KeptKind;
  name: string;
  why: string;
  basis: string;
  keeping: string;
  seenBy: string;
  entries: Entry[];
}

export interface Entry {
  title: string;
  facts: Record<string, string>;
  /** what happened, in its order */
  lines?: string[];
  /** photos, by links that run out with the copy */
  photos?: string[];
  /** what no page shows: the strokes of a signature, a point on the map */
  data?: Record<string, unknown>;
}

/** What a copy is made from. */
export interface Everything {
  person: PersonDoc;
  home?: Pick<OrgDoc, 'name'>;
  agentName?: string;
  /** a link to the agent's own photo */
  face?: string;
  cases: { view: CaseView; photos: string[]; idNumber?: string }[];
  notices: Pick<NoticeDoc, 'at' | 'title' | 'text'>[];
  subscriber?: SubscriberDoc;
  requests: DataRequestDoc[];
  readings: Reading[];
  photoDays: number;
  /** what the district has set */
  keeping: KeepingChange;
}

const when = (at: number): string => `${dayOf(at)} ${timeOf(at)}`;

/** Facts without those that are not there. */
function facts(all: Record<string, string | number | undefined>): Record<string, string> {
  const there = Object.entries(all).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(there.map(([name, value]) => [name, String(value)]));
}

export function copyOf(all: Everything, now: number): Copy {
  const entries: Record<KeptKind, Entry[]> = {
    entry: [entryOf(all)],
    wechat:
      all.person.openid === undefined ? [] : [{ title: '微信身份', facts: { 编号: all.person.openid } }],
    family: familyOf(all.person),
    cases: all.cases.map(({ view }) => courseOf(view)),
    words: all.cases.flatMap(({ view }) => (view.parts[0] === 'joiner' ? [] : wordsOf(view))),
    contact: all.cases.flatMap(({ view }) => reachOf(view)),
    papers: all.cases.flatMap(papersOf),
    idNumber: all.cases.flatMap(({ view, idNumber }) =>
      idNumber === undefined ? [] : [{ title: titleOf(view), facts: { 身份证号: idNumber } }],
    ),
    pictures: all.cases.flatMap(picturesOf),
    reviews: all.cases.flatMap(({ view }) => reviewOf(view)),
    notices: noticesOf(all),
    requests: all.requests.map(requestOf),
    looks: all.readings.map(readingOf),
    copies: [{ title: '这一份', facts: { 取的时间: when(now) } }],
    face: all.face === undefined ? [] : [{ title: '上门给居民看的照片', facts: {}, photos: [all.face] }],
    phone: [
      { title: '草稿和设置', facts: { 在哪里: '只在您自己的手机里，我们这里没有，所以这份里也没有。' } },
    ],
  };
  const kinds = Object.keys(kept) as KeptKind[];
  return {
    title: '我的个人信息',
    madeAt: when(now),
    sections: kinds.map((kind) => {
      const { name, why, basis, keeping, seenBy } = kept[kind];
      const days =
        'policy' in keeping
          ? all.photoDays
          : 'shelf' in keeping
            ? daysOn(keeping.shelf, all.keeping)
            : undefined;
      return {
        kind,
        name,
        why,
        basis: bases[basis],
        keeping: sayKeeping(keeping, days),
        seenBy,
        entries: entries[kind],
      };
    }),
  };
}

function entryOf({ person, home, agentName }: Everything): Entry {
  const { name, phone, address, verified, joinedAt, consentAt, posts, readAt, changed } = person;
  return {
    title: name,
    facts: facts({
      电话: phone,
      住址: address,
      社区: home?.name,
      身份: posts.map(({ orgName, role }) => orgName + roles[role]).join('、'),
      核实: verified && verifiedNames[verified],
      自己登记的时间: joinedAt && when(joinedAt),
      同意隐私说明的时间: consentAt && when(consentAt),
      上次改动: changed && `${when(changed.at)}，${changed.by}`,
      熟悉的代办员: agentName,
      通知看到: readAt && when(readAt),
    }),
  };
}

const roles = { resident: '居民', agent: '代办员', manager: '管理员' } as const;

function familyOf({ family = [], kin = [] }: PersonDoc): Entry[] {
  return [
    ...family.map(({ name, relation, phone, address, orgName, askedAt, agrees }) => ({
      title: `您记的家人：${name}`,
      facts: facts({
        关系: relationNames[relation],
        电话: phone,
        住址: address,
        社区: orgName,
        记下的时间: when(askedAt),
        他的答复: agrees === undefined ? undefined : agrees ? '同意' : '不同意',
      }),
    })),
    ...kin.map(({ name, relation, agrees }) => ({
      title: `把您记作家人的：${name}`,
      facts: facts({
        您是他的: relationNames[relation],
        您的答复: agrees === undefined ? '还没有答复' : agrees ? '同意' : '不同意',
      }),
    })),
  ];
}

const titleOf = ({ serviceName, no }: CaseView): string => `${serviceName}（${spokenNo(no)}）`;

function courseOf(view: CaseView): Entry {
  return {
    title: titleOf(view),
    facts: facts({
      办理类型: view.subtype,
      怎么办: modes[view.mode],
      怎么提的: channels[view.channel],
      提的时间: when(view.submittedAt),
      答应办结: when(view.dueAt),
      现在: stateNames[view.state],
      办结时间: view.endedAt && when(view.endedAt),
      代办员: view.assignment?.agentName,
      归哪里: view.unit?.name,
      结果: view.result,
    }),
    lines: view.events.map(({ at, says, text }) => `${when(at)} ${says}${text ? `：${text}` : ''}`),
  };
}

function wordsOf(view: CaseView): Entry {
  const { contact, asker } = view;
  return {
    title: titleOf(view),
    facts: facts({
      说明: view.note,
      联系人: contact.name,
      替谁办: view.about,
      谁替您提的: asker?.name,
      约的时间: view.appointmentAt && when(view.appointmentAt),
      投诉谁: view.complaint?.about,
      代办员要什么: view.ask,
    }),
  };
}

function reachOf(view: CaseView): Entry[] {
  const { phone, address } = view.contact;
  const reach = facts({ 电话: phone, 门牌: address });
  return Object.keys(reach).length > 0 ? [{ title: titleOf(view), facts: reach }] : [];
}

function papersOf({ view, photos }: Everything['cases'][number]): Entry[] {
  const { papers = [], originals = [], mandates = [] } = view;
  if (papers.length + originals.length + mandates.length + photos.length === 0) return [];
  const count = (entry: { name: string; photos: number }) => `${entry.name}：${entry.photos}张照片`;
  return [
    {
      title: titleOf(view),
      facts: {},
      lines: [
        ...papers.filter(({ photos: shown }) => shown > 0).map(count),
        ...originals.map(({ what, by, given }) => `原件${what}：${when(given.at)}交给${by}`),
        ...mandates.map(
          ({ to, by, at, until }) => `委托书：${by}委托${to.name}，${when(at)}起，到${when(until)}`,
        ),
      ],
      ...(photos.length > 0 && { photos }),
      ...(mandates.length > 0 && { data: { 签名: mandates.map(({ strokes }) => strokes ?? []) } }),
    },
  ];
}

function picturesOf({ view }: Everything['cases'][number]): Entry[] {
  if (!view.report && !view.photos) return [];
  return [
    {
      title: titleOf(view),
      facts: facts({ 在哪里: view.place, 照片: view.photos && `${view.photos}张，在上面“材料照片”里` }),
      ...(view.report?.point && { data: { 地图上的点: view.report.point } }),
    },
  ];
}

function reviewOf(view: CaseView): Entry[] {
  const { review } = view;
  if (!review) return [];
  return [
    {
      title: titleOf(view),
      facts: facts({
        评价: levels[review.level],
        说的词: review.tags.join('、'),
        写的话: review.text,
        后来补的: review.addition?.text,
        时间: when(review.at),
        社区的答复: review.answer,
        照片: review.photos.length > 0 ? `${review.photos.length}张` : undefined,
      }),
    },
  ];
}

function noticesOf({ notices, subscriber }: Everything): Entry[] {
  const settings = subscriber && {
    title: '通知设置',
    facts: facts({
      夜里不打扰: subscriber.quiet ? '是' : '否',
      不用微信收的: subscriber.muted.join('、'),
    }),
  };
  return [
    ...(settings ? [settings] : []),
    ...notices.map(({ at, title, text }) => ({ title, facts: { 时间: when(at), 内容: text } })),
  ];
}

const requestOf = ({ kind, at, state, text, decided, dueAt }: DataRequestDoc): Entry => ({
  title: requestKinds[kind],
  facts: facts({
    提的时间: when(at),
    最晚: when(dueAt),
    现在: requestStates[state],
    内容: text,
    答复: decided?.why,
  }),
});

const readingOf = (one: Reading): Entry => ({
  title: `${lookers[one.part]}${one.by}`,
  facts: facts({
    时间: one.until === undefined ? when(one.at) : `${when(one.at)}到${when(one.until)}`,
    看了什么: looks[one.how],
    因为: one.case ? `办件 ${spokenNo(one.case.no)} ${one.case.serviceName}` : undefined,
    说明: one.why,
  }),
});
