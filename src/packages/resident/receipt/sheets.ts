import type { Output } from 'contract/actions';
import { spokenNo } from 'contract/case-no';
import type { CaseView, CustodyView, MandateView, Proof, ServiceItem } from 'contract/models';
import { promiseOf, sayPromise } from 'contract/promise';
import { isOpen } from 'contract/states';
import {
  actorNames,
  confirmWays,
  type MandateAct,
  mandateActs,
  mandateStates,
  modes,
  relationNames,
  signedNames,
} from 'contract/words';
import type { Coded } from '@/components/sheet/code';
import type { Line, Part, Sheet } from '@/components/sheet/model';
import { backWords, stateWords } from '@/components/original/words';
import { headLines } from '@/format/head-lines';
import { hintOf } from '@/format/material';
import { fullDay, fullTime } from '@/format/when';
import type { Receipt as Kind } from '@/routes';

/** What can be kept of a case. */
export const kinds = ['accepted', 'told', 'done', 'mandate', 'originals'] as const satisfies Kind[];
export const isKind = (name: string | undefined): name is Kind => kinds.some((kind) => kind === name);

/** What each is called. */
export function titleOf(kind: Kind, { isComplaint, question, state, originals = [] }: CaseView): string {
  switch (kind) {
    case 'accepted':
      return isComplaint ? '投诉受理单' : '受理单';
    case 'told':
      return '一次性告知单';
    case 'done':
      return state === 'terminated'
        ? '终止办理告知单'
        : isComplaint
          ? '投诉答复单'
          : question
            ? '答复单'
            : '办结单';
    case 'mandate':
      return '委托书';
    case 'originals':
      return originals.some(({ isResult }) => isResult) ? '原件和证件收条' : '原件收条';
  }
}

/** Which there are of this case. */
export function kindsOf(kase: CaseView): Kind[] {
  const { state, isComplaint, mandates = [], originals = [] } = kase;
  const isThere: Record<Kind, boolean> = {
    accepted: true,
    told: !isComplaint,
    done: state === 'completed' || state === 'terminated',
    mandate: mandates.length > 0,
    originals: originals.length > 0,
  };
  return kinds.filter((kind) => isThere[kind]);
}

/** What a sheet is made from. */
export interface Source {
  kase: CaseView;
  told?: Output<'cases.told'>;
  /** which 委托书; the newest where it is not said */
  mandateId?: string;
  /** 封存凭据 of the case, where its reader may have it */
  proof?: Proof;
  /** what leads to the case */
  code: Coded;
}

type Body = Pick<Sheet, 'facts' | 'parts' | 'strokes' | 'signs' | 'note'>;

/** The sheet as its reader may keep it: nothing stands on it that their page does not show. Undefined where there is none. */
export function sheetOf(kind: Kind, source: Source): Sheet | undefined {
  const body = bodies[kind](source);
  const { kase, code, proof } = source;
  return (
    body && {
      title: titleOf(kind, kase),
      code,
      under: '扫码看办到哪一步，只有这件事里的人看得到。',
      ...body,
      facts: [...headOf(kase), ...(body.facts ?? []), ...unitOf(kase)],
      parts: [...(body.parts ?? []), ...sealedOf(kind, proof)],
    }
  );
}

/** The deeds that a sheet tells of: it is sealed with the day that has one of them. */
const deedsOf: Record<Kind, readonly string[]> = {
  accepted: ['submit'],
  told: ['submit'],
  done: ['complete', 'reply', 'terminate'],
  mandate: ['authorise'],
  originals: ['keep', 'lodge', 'giveBack', 'confirm', 'deny'],
};

/** Where what the sheet tells is sealed, and the 校验单 of that day: with the file that the page saves, it is proof to anybody. */
function sealedOf(kind: Kind, proof: Proof | undefined): Part[] {
  const days = proof?.days ?? [];
  const [day] = days
    .filter(({ entries }) => entries.some(({ entry }) => deedsOf[kind].includes(entry.do)))
    .slice(-1);
  if (!day) return [];
  const { unit, name, n, hash, closing, entries } = day;
  const own = entries.map((one) => one.n).join('、');
  return [
    {
      title: '封存凭据',
      facts: [
        { name: '封在', value: `${name}，这件的是第${own}条` },
        ...headLines({ unit, n, hash, day: closing.day }),
      ],
    },
  ];
}

const bodies: Record<Kind, (source: Source) => Body | undefined> = {
  accepted: ({ kase }) => accepted(kase),
  told: ({ told }) => told && toldOf(told),
  done: ({ kase }) => (isOpen(kase.state) ? undefined : done(kase)),
  mandate({ kase, mandateId }) {
    const { mandates = [] } = kase;
    const mandate = mandateId ? mandates.find(({ id }) => id === mandateId) : mandates[0];
    return mandate && mandateOf(kase, mandate);
  },
  originals: ({ kase }) => originalsOf(kase),
};

/** A fact, where there is one. */
const line = (name: string, value: string | undefined): Line[] => (value ? [{ name, value }] : []);

const headOf = ({ no, serviceName, contact, asker, relation }: CaseView): Line[] => [
  { name: '编号', value: spokenNo(no) },
  { name: '事项', value: serviceName },
  {
    name: '给谁办',
    value: [contact.name, relation && `（${relationNames[relation]}）`].filter(Boolean).join(''),
  },
  ...line('谁提的', relation ? undefined : asker?.name),
];

const unitOf = ({ unit }: CaseView): Line[] => [
  ...line('哪儿在办', unit?.name),
  ...line('电话', unit?.phone),
];

function accepted({
  submittedAt,
  dueAt,
  mode,
  note,
  contact,
  assignment,
  isComplaint,
  provisional,
}: CaseView): Body {
  const due = provisional ? `${fullDay(dueAt)}（放假安排公布后核定）` : fullDay(dueAt);
  return {
    facts: [
      ...line('留的电话', contact.phone),
      { name: '几时提的', value: fullTime(submittedAt) },
      ...(isComplaint
        ? [{ name: '最晚答复', value: due }]
        : [
            { name: '怎么办', value: modes[mode] },
            { name: '最晚办好', value: due },
          ]),
      ...line('代办员', assignment && `${assignment.agentName}，${assignment.agentPhone}`),
    ],
    parts: [{ title: isComplaint ? '投诉的事' : '要办的事', lines: [note] }],
  };
}

function done({ submittedAt, endedAt, state, result, events, assignment, reopenUntil }: CaseView): Body {
  const isGivenUp = state === 'terminated';
  const [last] = events.filter(({ do: deed }) => deed === 'terminate').slice(-1);
  const words = isGivenUp ? last?.text : result;
  return {
    facts: [
      { name: '几时提的', value: fullTime(submittedAt) },
      ...line(isGivenUp ? '几时停办' : '几时办结', endedAt === undefined ? undefined : fullTime(endedAt)),
      ...line('谁办的', assignment?.agentName),
    ],
    parts: [{ title: isGivenUp ? '为什么停办' : '办理结果', lines: [words || '没有写。'] }],
    note:
      reopenUntil === undefined
        ? undefined
        : isGivenUp
          ? `不同意的，${fullDay(reopenUntil)}以前可以说，社区另找人接着办。`
          : `其实没办成的，${fullDay(reopenUntil)}以前可以说，代办员接着办。`,
  };
}

function toldOf({ item, at, version }: Output<'cases.told'>): Body {
  const { fee, materials, residentMustAppear: appear } = item;
  return {
    facts: [
      { name: '几时告知', value: `${fullDay(at)}，第${version}版` },
      { name: '答应几天', value: sayPromise(promiseOf(item, undefined)) },
      { name: '费用', value: fee.amount === 0 ? fee.note || '不收费' : `${fee.amount}元。${fee.note}` },
      { name: '本人到场', value: `${appear.required ? '要' : '不用'}。${appear.reason}` },
      ...line('在哪里办', item.acceptedAt),
      ...line('办理时间', item.serviceHours),
      ...line('咨询', item.consultation),
      ...line('监督投诉', item.supervision),
    ],
    parts: [
      ...part('给谁办', item.audience),
      ...part('办理条件', item.conditions),
      ...part('都要的材料', materials.filter(({ required }) => required).map(sayMaterial)),
      ...part('有这种情况才要的材料', materials.filter(({ required }) => !required).map(sayMaterial)),
      ...part(
        '怎么办',
        item.steps.map(
          ({ name, actor, detail }, i) => `${i + 1}．${name}（${actorNames[actor]}）：${detail}`,
        ),
      ),
    ],
  };
}

const part = (title: string, lines: readonly string[]) => (lines.length > 0 ? [{ title, lines }] : []);

const sayMaterial = (material: ServiceItem['materials'][number]): string =>
  `${material.name}：${hintOf(material).split('\n').join('；')}`;

/** What it allows is ticked, and what it does not stands beside it, empty: nothing can be added by a pen. */
function mandateOf({ contact }: CaseView, mandate: MandateView): Body {
  const { to, acts, at, until, signed, by, guardian, state, strokes } = mandate;
  const isByPen = signed === 'paper';
  return {
    facts: [
      ...(state === 'valid' ? [] : [{ name: '现在', value: mandateStates[state] }]),
      { name: '委托人', value: guardian ? `${contact.name}，监护人${by}` : contact.name },
      { name: '受托人', value: `${to.name}（${to.part === 'agent' ? '代办员' : '替他提的人'}）` },
      { name: '期限', value: `${fullDay(at)}到${fullDay(until - 1)}` },
      { name: '怎么签', value: isByPen ? `${signedNames.paper}（手写签名）` : signedNames.screen },
    ],
    parts: [
      {
        title: '委托他做的，打了勾的才算',
        lines: (Object.keys(mandateActs) as MandateAct[]).map(
          (act) => `${acts.includes(act) ? '√' : '□'} ${mandateActs[act]}`,
        ),
      },
    ],
    strokes,
    signs: isByPen
      ? [guardian ? '监护人手写签名：' : '委托人手写签名：', '受托人手写签名：', '签的日期：']
      : undefined,
    note: '只办上面这一件事，不能再转给别人，到期作废，委托人随时能收回。',
  };
}

const yesWords = (said: CustodyView['given']['confirmed']): string =>
  said ? `${confirmWays[said.how]}，${fullTime(said.at)}` : '居民还没认';

/** From hand to hand: what, to whom, when, where, and who said so. */
const custodyLines = (one: CustodyView): Line[] => {
  const { by, given, lodged, back, state, dueAt, isResult } = one;
  return [
    { name: '现在', value: stateWords(one) },
    ...(isResult
      ? [{ name: '谁来交', value: `代办员${by}` }]
      : [
          { name: '谁收的', value: `代办员${by}` },
          { name: '几时收的', value: `${fullTime(given.at)}，${given.where}` },
          { name: '收的时候', value: yesWords(given.confirmed) },
        ]),
    ...line('交到窗口', lodged && `${fullTime(lodged.at)}，${lodged.where}`),
    ...(back
      ? [
          {
            name: isResult ? '交给了' : '还给了',
            value: `${backWords(back)}，${fullTime(back.at)}，${back.where}，${back.by}经手`,
          },
          { name: isResult ? '收到' : '还的时候', value: yesWords(back.confirmed) },
        ]
      : line(isResult ? '最晚哪天交' : '最晚哪天还', state === 'void' ? undefined : fullDay(dueAt))),
  ];
};

function originalsOf({ originals = [] }: CaseView): Body | undefined {
  if (originals.length === 0) return undefined;
  return {
    parts: originals.map((one) => ({ title: one.what, facts: custodyLines(one) })),
    signs: ['居民签字：', '代办员签字：'],
    note: '没有微信的，请在打印的收条上签字，代办员拍下来。原件没还，这件不能办结。',
  };
}
