import { spokenNo } from '../../../contract/case-no';
import { isAtHome } from '../../../contract/deeds';
import { limits } from '../../../contract/limits';
import { isWithAgent } from '../../../contract/states';
import { sayDay, sayShortDay, sayTime } from '../../../contract/time';
import { VISIT_TRIES } from '../../../contract/brakes';
import { causeNames, clockNames, levels, outcomeNames, stateNamesOf } from '../../../contract/words';
import type { CaseDoc, CaseEvent, NoticeTemplate, PendingNotice } from '../documents';
import { isOfStaff, kindOf } from '../case/complaint';
import { isOfResult } from '../case/custody';
import { holderId } from '../case/holder';
import { sayDue } from '../case/due';
import { isToldTo } from '../case/readers';
import { sayWhere } from '../case/report';
import { isReadToThem } from '../case/visit';
import { says } from '../case/says';
import { nameFor } from '../shown';
import { sha256 } from '../sha256';

/**
 * Who is told what when a case moves: the only table of events and notices. Sentences say who has it, where it is,
 * what comes next and by when.
 */
interface Told {
  /** a person's id, or a unit's, whose managers are told; several where each is told the same */
  to: (kase: CaseDoc, event: CaseEvent) => string | readonly string[] | undefined;
  /** the package whose case page it opens */
  opens: 'resident' | 'agent' | 'manager';
  template: NoticeTemplate;
  title: string;
  text: (kase: CaseDoc, event: CaseEvent) => string;
  /** the same beside the item's name and the case's number, in twenty characters; the title where that says enough */
  brief?: (kase: CaseDoc, event: CaseEvent) => string;
  /** why the inbox alone will do */
  inboxOnly?: (kase: CaseDoc) => string | undefined;
  noCall?: boolean;
}

/** The community's managers. */
const community = (kase: CaseDoc) => kase.unit.community;
const resident = (kase: CaseDoc) => kase.residentId;
const agent = (kase: CaseDoc) => kase.assignment?.agentId;
/** The agent who has said yes: words of the resident are not for one who is only asked. */
const worker = ({ state, holderId }: CaseDoc) => (isWithAgent(state) ? holderId : undefined);
/** Who took the original that it is about. */
const keeper = (kase: CaseDoc, event: CaseEvent) => kase.custody?.find(({ id }) => id === event.paper)?.by.id;
/** Of 证件 that the office made, or of originals alone. */
const ifResult =
  (to: (kase: CaseDoc, event: CaseEvent) => string | undefined): Told['to'] =>
  (kase, event) =>
    isOfResult(event.paper) ? to(kase, event) : undefined;
const unlessResult =
  (to: (kase: CaseDoc, event: CaseEvent) => string | undefined): Told['to'] =>
  (kase, event) =>
    isOfResult(event.paper) ? undefined : to(kase, event);
/** A person is not told what they did themselves. */
const unlessActor =
  (to: (kase: CaseDoc, event: CaseEvent) => string | undefined): Told['to'] =>
  (kase, event) => {
    const id = to(kase, event);
    return id === event.by.id ? undefined : id;
  };

/** How it ends: a question is answered. */
const ends = ({ question }: CaseDoc) => (question ? '答复' : '办完');

/** The agent who had it before, unless they did it themselves. */
const formerAgent: Told = {
  to: unlessActor((_, event) => event.from?.id),
  opens: 'agent',
  template: 'progress',
  title: '这件交给别人了',
  text: (kase) => `${kase.serviceName}（${spokenNo(kase.no)}）交给别人办了，您不用再管。`,
  brief: () => '交给别人办了，您不用再管',
};

/** The agent who is to say whether they take it. */
const askedAgent: Told = {
  to: (_, event) => event.agent?.id,
  opens: 'agent',
  template: 'assignment',
  title: '有新的办件派给您',
  text: (kase, event) =>
    `${kase.serviceName}（${spokenNo(kase.no)}），请看一下能不能接。${sayDue(kase, event.at)}前要${ends(kase)}。`,
  brief: (kase, event) => `请看能不能接，${sayShortDay(kase.dueAt, event.at)}前${ends(kase)}`,
};

/** What the agent does first, as the resident is told. */
const visits = ({ question, report }: CaseDoc): string => {
  if (question) return '';
  return report ? '去现场看，' : '会打电话联系您，';
};

/** An agent has it: by a yes or by a claim. */
const takenForResident: Told = {
  to: resident,
  opens: 'resident',
  template: 'progress',
  title: '代办员已接单',
  text: (kase, event) =>
    `${kase.assignment?.agentName ?? '代办员'}接了${kase.asker ? `${askerName(kase)}替您请人办的` : '您的'}${kase.serviceName}，${visits(kase)}${sayDue(kase, event.at)}前${ends(kase)}。`,
  brief: (kase, event) =>
    `${kase.assignment?.agentName ?? '代办员'}接单了，${sayShortDay(kase.dueAt, event.at)}前${ends(kase)}`,
};

/** Done for a resident who rang, or by who asks for them: they hear of it, and can object. */
const byOther = {
  to: (kase, event) =>
    event.by.part === 'manager' || event.by.part === 'asker' ? kase.residentId : undefined,
  opens: 'resident',
  template: 'progress',
} as const satisfies Partial<Told>;

/**
 * Who asked for the resident is told of the deeds that bring the case on, in the sentence of the timeline as they read it: so they are told
 * nothing that only the resident may know. They have WeChat, and nobody calls them.
 */
const asker: Told = {
  to: unlessActor((kase) => kase.asker?.id),
  opens: 'resident',
  template: 'progress',
  title: '您替办的事有进展',
  text: (kase, event) =>
    `${nameFor('home', kase)}的${kase.serviceName}（${spokenNo(kase.no)}）：${toAsker(kase, event)}。`,
  brief: (kase, event) => says(event, 'asker', kase),
  noCall: true,
};
const toAsker = (kase: CaseDoc, event: CaseEvent) =>
  [says(event, 'asker', kase), event.text].filter(Boolean).join('：');

const bothOf = ({ residentId, asker: one }: CaseDoc) => (one ? [residentId, one.id] : [residentId]);

/** Neighbours who have met what was reported, too: how it goes, and nothing of who reported it or who else joined. */
const joiners = (
  title: string,
  says: (event: CaseEvent) => string,
  isTold: (event: CaseEvent) => boolean = () => true,
): Told => ({
  to: ({ report }, event) => (isTold(event) ? (report?.joined ?? []) : []),
  opens: 'resident',
  template: 'progress',
  title,
  text: (kase, event) => `您也遇到的（${sayWhere(kase)}）：${says(event)}。`,
  brief: (_, event) => says(event),
  noCall: true,
});
const taken = joiners(
  '您也遇到的有人去办了',
  ({ by }) => `代办员${by.name}接了，去现场看`,
  // Passed on between colleagues, it has been taken already.
  ({ by }) => by.part !== 'colleague',
);

/** How the one who asked is called to the resident. */
const askerName = ({ asker: one }: CaseDoc) =>
  one && `${one.relation === 'neighbour' ? '邻居' : '家人'}${one.name}`;

/** Only of a rectification: whose clock it is. */
const rectifierOf = (kase: CaseDoc, event: CaseEvent) =>
  event.clock === 'verify' || event.clock === 'mend' ? kase.rectification?.orgId : undefined;

/** Who rated it: the resident, for whom staff may have written it down, or an asker; nobody else learns what was said. */
function rater(kase: CaseDoc, event: CaseEvent): string {
  const by = [...kase.events, event].find((one) => one.do === 'review')?.by;
  return by?.part === 'asker' ? by.id : kase.residentId;
}

/** The resident, of whose review the rated agent learns nothing: not by a call that they are asked to make either. */
const reviewer = {
  to: rater,
  opens: 'resident',
  template: 'progress',
  noCall: true,
} as const;

/** What becomes of the wish for another agent: not for the agent to call about. */
const ofWish = { to: bothOf, opens: 'resident', template: 'progress', noCall: true } as const;

/** Another agent was wished for, and nobody has decided since. */
const isWished = ({ events }: CaseDoc) =>
  events.findLast(({ do: deed }) => deed === 'wish' || deed === 'stay' || deed === 'assign')?.do === 'wish';

/** To whoever put it there. */
const photoRefused = {
  template: 'progress',
  title: '照片没有通过检查',
  text: (kase, event) =>
    `${kase.serviceName}（${spokenNo(kase.no)}）：${event.text ?? ''}有张照片没有通过微信的检查，已经删掉了，别人看不到。请重新拍一张，只拍要用的东西。`,
  brief: () => '有张照片没有通过检查，请重拍',
  noCall: true,
} as const satisfies Partial<Told>;

const rectifyBy = (kase: CaseDoc, clock: 'verify' | 'mend', { at }: CaseEvent) =>
  sayDay(kase.clocks[clock]?.dueAt ?? 0, at);

/** Asked at the first end; once more is the invitation's. Whether it was rated must not show: the agent may be asked to call. */
const isFirstEnd = ({ events }: CaseDoc) => !events.some((event) => event.do === 'complete');

/** Who reads the digits of a visit to a resident who cannot read them in WeChat: the agent must not learn them. */
const reader: Told = {
  to: (kase) => (isReadToThem(kase) ? community(kase) : undefined),
  opens: 'manager',
  template: 'assignment',
  title: '请打电话告诉居民上门数字',
  text: (kase, event) =>
    `${kase.serviceName}（${spokenNo(kase.no)}）约在${sayTime(kase.appointmentAt ?? event.at, event.at)}上门。这位居民不用微信，请打开办件，把4位数字打电话读给他。`,
};

/** The hour that was agreed on. */
const hourOf = ({ appointmentAt }: CaseDoc, { at }: CaseEvent) => sayTime(appointmentAt ?? at, at);

/** Who asked: they may be the one who reads the digits to the resident. */
const askerOfHour: Told = {
  ...asker,
  text: (kase, event) => `${asker.text(kase, event)}${kase.visit ? '上门要对4位数字，请点开看由谁读。' : ''}`,
};

function receivedFrom(kase: CaseDoc, { by }: CaseEvent): string {
  if (by.part === 'resident') return '已收到';
  return by.part === 'asker' ? `由${askerName(kase)}替您提了` : `由${by.name}替您登记好了`;
}

const askedFor = ({ bundle, serviceName, no }: CaseDoc) =>
  bundle ? `${bundle.name}（共${bundle.size}件）` : `${serviceName}（${spokenNo(no)}）`;

/** A part of a bundle: the one that it waited for is done, or will not be. */
const partBegins: Pick<Told, 'opens' | 'template' | 'title' | 'text'> = {
  opens: 'resident',
  template: 'progress',
  title: '开始办下一件了',
  text: (kase, event) =>
    `${kase.serviceName}（${spokenNo(kase.no)}）开始办了，正在找代办员，${sayDue(kase, event.at)}前办完。`,
};
const partAsks: Pick<Told, 'opens' | 'template' | 'title' | 'text' | 'brief'> = {
  opens: 'resident',
  template: 'progress',
  title: '请您定一下',
  text: (kase, event) =>
    `${event.text ?? ''}没办成，${kase.serviceName}（${spokenNo(kase.no)}）本来在等它。还办不办，请打开看看。`,
  brief: () => '前一件没办成，还办不办请您定',
};
const asking = (kase: CaseDoc) => kase.asker?.id;

const table: Partial<Record<CaseEvent['do'], Told[]>> = {
  submit: [
    {
      // Of a bundle one speaks for all.
      to: (kase) => (kase.bundle && !kase.bundle.speaks ? undefined : kase.residentId),
      opens: 'resident',
      template: 'progress',
      title: '已收到您的请求',
      text: (kase, event) =>
        `${askedFor(kase)}${receivedFrom(kase, event)}，正在找代办员${kase.bundle ? '' : `，${sayDue(kase, event.at)}前${ends(kase)}`}。${event.by.part === 'asker' ? '不是您的意思，请在办件里撤销，或打社区电话。' : ''}`,
      brief: (kase, event) => `替您登记好了，${sayShortDay(kase.dueAt, event.at)}前${ends(kase)}`,
      // A “yes” is one message: it is kept for what they do not know yet. Who hears that another person asked for them can object.
      inboxOnly: (kase) => (kase.channel === 'self' && !kase.asker ? '提交的时候已经告诉本人' : undefined),
      noCall: true,
    },
    reader,
  ],
  begin: [
    { to: resident, ...partBegins },
    { to: asking, ...partBegins, noCall: true },
  ],
  stall: [
    { to: resident, ...partAsks },
    { to: asking, ...partAsks, noCall: true },
  ],
  book: [
    {
      to: unlessActor(resident),
      opens: 'resident',
      template: 'progress',
      title: '约好时间了',
      text: (kase, event) =>
        `${kase.serviceName}${kase.visit ? '上门' : ''}约在${event.text ?? ''}。${kase.visit ? '开门前请看办件里的4位数字。' : ''}时间不合适，点“改时间”。`,
      brief: (kase, event) => `约在${hourOf(kase, event)}`,
    },
    {
      to: unlessActor(agent),
      opens: 'agent',
      template: 'assignment',
      title: '约好时间了',
      text: (kase, event) => `${kase.serviceName}（${spokenNo(kase.no)}）约在${event.text ?? ''}。`,
      brief: (kase, event) => `约在${hourOf(kase, event)}`,
    },
    askerOfHour,
    reader,
  ],
  bring: [
    {
      to: unlessActor((_, event) => event.agent?.id),
      opens: 'agent',
      template: 'assignment',
      title: '请您一起上门',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）${hourOf(kase, event)}上门要两个人，请您和${kase.assignment?.agentName ?? '代办员'}一起去。那天看得到门牌。去不了请马上说。`,
      brief: (kase, event) => `${hourOf(kase, event)}请您一起上门`,
    },
    {
      to: unlessActor(agent),
      opens: 'agent',
      template: 'assignment',
      title: '一起上门的人',
      text: (kase, event) =>
        event.agent
          ? `${kase.serviceName}（${spokenNo(kase.no)}）${hourOf(kase, event)}上门，${event.agent.name}和您一起去。`
          : event.from
            ? `${kase.serviceName}（${spokenNo(kase.no)}）${hourOf(kase, event)}上门，和您一起去的${event.from.name}那天去不了。请再定一位，一个人先别去。`
            : `${kase.serviceName}（${spokenNo(kase.no)}）${hourOf(kase, event)}上门，${event.by.name}说同行的人要另定。请再定一位。`,
      brief: (_, event) => (event.agent ? `${event.agent.name}和您一起去` : '同行的人去不了，请再定'),
    },
    {
      to: (kase, event) => (event.from ? community(kase) : undefined),
      opens: 'manager',
      template: 'assignment',
      title: '一起上门的人去不了',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）${hourOf(kase, event)}上门要两个人，${event.from?.name ?? '同行的人'}那天去不了。请看一下有没有再定一位。`,
      brief: () => '同行的人去不了，请再定',
    },
    {
      to: (kase, event) => (event.agent ? kase.residentId : undefined),
      opens: 'resident',
      template: 'progress',
      title: '来的是两位代办员',
      text: (kase, event) =>
        `${kase.serviceName}${hourOf(kase, event)}上门，${kase.assignment?.agentName ?? '代办员'}和${event.agent?.name ?? ''}两个人来。`,
      brief: (kase, event) => `${kase.assignment?.agentName ?? '代办员'}和${event.agent?.name ?? ''}来`,
    },
  ],
  callOff: [
    asker,
    {
      to: unlessActor(resident),
      opens: 'resident',
      template: 'progress',
      title: '约的时间取消了',
      text: (kase) => `${kase.serviceName}约的时间取消了，事情还接着办，代办员会打电话再约。`,
    },
    {
      to: unlessActor(agent),
      opens: 'agent',
      template: 'assignment',
      title: '约的时间取消了',
      text: (kase) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）约的时间取消了，不用跑这一趟，请打电话再约。`,
    },
  ],
  miss: [
    asker,
    {
      to: unlessActor(resident),
      opens: 'resident',
      template: 'progress',
      title: '代办员来过，没遇到您',
      text: (kase) => `代办员为${kase.serviceName}来过，没遇到您。请打电话给代办员，或者再约一个时间。`,
    },
    {
      to: unlessActor(agent),
      opens: 'agent',
      template: 'assignment',
      title: '居民说您没有来',
      text: (kase) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）约的时间过了，居民没等到您。请马上打电话，再约一个时间。`,
    },
    {
      to: (kase, event) => (isAtHome(event.by.part) ? community(kase) : undefined),
      opens: 'manager',
      template: 'assignment',
      title: '居民没等到代办员',
      text: (kase) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）约的时间过了，居民说代办员没有来，请问一问。`,
    },
  ],
  arrive: [
    asker,
    {
      to: resident,
      opens: 'resident',
      template: 'progress',
      title: '代办员到了',
      text: (kase, event) => `${event.by.name}到了，数字对上了，开始办${kase.serviceName}。`,
      noCall: true,
    },
  ],
  misread: [
    {
      to: (kase) => ((kase.visit?.tries ?? 0) >= VISIT_TRIES ? community(kase) : undefined),
      opens: 'manager',
      template: 'assignment',
      title: '上门数字错了五次',
      text: (kase, event) =>
        `${event.agent?.name ?? '代办员'}为${kase.serviceName}（${spokenNo(kase.no)}）上门，数字错了五次。请打电话问居民，门口是不是他。`,
    },
  ],
  offer: [askedAgent],
  assign: [
    formerAgent,
    { ...askedAgent, title: '社区指派给您一件' },
    {
      ...ofWish,
      to: (kase) => (isWished(kase) ? bothOf(kase) : undefined),
      title: '换了一位代办员',
      text: (kase, event) => `${kase.serviceName}按说的换${event.agent?.name ?? '一位'}来办，等他答应。`,
      brief: (_, event) => `换${event.agent?.name ?? '一位'}来办，等他答应`,
    },
  ],
  wish: [
    {
      ...ofWish,
      to: (kase, event) => (event.by.part === 'asker' ? kase.residentId : undefined),
      title: '有人替您说想换代办员',
      text: (kase, event) =>
        `${askerName(kase) ?? '家人'}替您说，${kase.serviceName}想换一位代办员${event.text ? `：${event.text}` : ''}。社区来定。不是您的意思，请打社区电话。`,
    },
    {
      to: community,
      opens: 'manager',
      template: 'assignment',
      title: '居民想换一位代办员',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）${event.text ? `：${event.text}` : ''}。请换人，或者告诉居民为什么不换。`,
    },
  ],
  stay: [
    {
      ...ofWish,
      title: '代办员先不换',
      text: (kase, event) => `${kase.serviceName}：${event.text ?? ''}。有话请打社区电话。`,
      brief: (_, event) => `先不换人：${event.text ?? ''}`,
    },
  ],
  release: [
    formerAgent,
    {
      to: community,
      opens: 'manager',
      template: 'assignment',
      title: '代办员停岗，换人办',
      text: (kase, event) =>
        `${event.agent?.name ?? '代办员'}停岗了，${kase.serviceName}（${spokenNo(kase.no)}）另找代办员，请看一下派给了谁。`,
    },
  ],
  handover: [
    {
      to: (_, event) => event.agent?.id,
      opens: 'agent',
      template: 'assignment',
      title: '同事请您接手一件',
      text: (kase, event) =>
        `${event.by.name}请您接手${kase.serviceName}（${spokenNo(kase.no)}）：${event.text ?? ''}。请看一下能不能接。`,
      brief: (_, event) => `${event.by.name}请您接手，看能不能接`,
    },
  ],
  lapse: [
    {
      // Handed over and not answered: it is still with the agent who wanted to pass it on.
      to: agent,
      opens: 'agent',
      template: 'assignment',
      title: '转手没有成',
      text: (kase, event) =>
        `${event.agent?.name ?? '同事'}没有按时答复，${kase.serviceName}（${spokenNo(kase.no)}）还在您手上。`,
      brief: () => '转手没有成，还在您手上',
    },
  ],
  decline: [
    {
      to: unlessActor(agent),
      opens: 'agent',
      template: 'assignment',
      title: '转手没有成',
      text: (kase, event) =>
        `${event.by.name}接不了，${kase.serviceName}（${spokenNo(kase.no)}）还在您手上。`,
      brief: () => '转手没有成，还在您手上',
    },
  ],
  claim: [takenForResident, asker, taken],
  move: [
    formerAgent,
    asker,
    {
      to: resident,
      opens: 'resident',
      template: 'progress',
      title: '换了社区接着办',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）转到${event.org?.name ?? '别的社区'}接着办，期限不变。`,
      brief: (_, event) => `转到${event.org?.name ?? '别的社区'}接着办`,
    },
    {
      to: (_, event) => event.org?.id,
      opens: 'manager',
      template: 'assignment',
      title: '有办件转来',
      text: (kase, event) => `${kase.serviceName}（${spokenNo(kase.no)}）转到这里：${event.text ?? ''}。`,
    },
  ],
  warn: [
    {
      to: rectifierOf,
      opens: 'manager',
      template: 'assignment',
      title: '黄牌：差评快到期',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）${event.clock ? clockNames[event.clock] : ''}快到期了，请抓紧。`,
    },
    {
      to: (kase, event) => (event.clock === 'supply' ? bothOf(kase) : undefined),
      opens: 'resident',
      template: 'supplement',
      title: '材料还没补上',
      text: (kase) => `${kase.serviceName}还在等您补：${kase.ask ?? ''}。补上了才能接着办。`,
      brief: (kase) => `还在等您补：${kase.ask ?? ''}`,
    },
    {
      to: (kase, event) => (event.clock === 'completion' ? kase.holderId : undefined),
      opens: 'agent',
      template: 'assignment',
      title: '黄牌：快到期了',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）${sayDue(kase, event.at)}到期，请抓紧办。`,
      brief: (kase, event) => `黄牌：${sayShortDay(kase.dueAt, event.at)}到期，请抓紧办`,
    },
    {
      to: ifResult(keeper),
      opens: 'agent',
      template: 'assignment',
      title: '黄牌：证件还没交到',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）：居民还没认收到${event.text ?? ''}。请送到，或者打电话问一问。`,
      brief: (_, event) => `居民还没认收到${event.text ?? ''}`,
    },
    {
      to: ifResult((kase) => (kase.owed?.isSaid ? kase.residentId : undefined)),
      opens: 'resident',
      template: 'progress',
      title: '证件收到了吗？请认一下',
      text: (kase, event) =>
        `${kase.serviceName}的${event.text ?? ''}说是交给您了。收到了点“收到了”，没收到点“没收到”。`,
      brief: (_, event) => `收到${event.text ?? ''}了吗？请认一下`,
    },
    {
      to: unlessResult((kase, event) => (event.clock === 'custody' ? keeper(kase, event) : undefined)),
      opens: 'agent',
      template: 'assignment',
      title: '黄牌：该还原件了',
      text: (kase, event) => `${kase.serviceName}（${spokenNo(kase.no)}）：${event.text ?? ''}该还给居民了。`,
      brief: (_, event) => `该还原件了：${event.text ?? ''}`,
    },
    {
      to: (kase, event) => (event.clock === 'response' ? kase.askedId : undefined),
      opens: 'agent',
      template: 'assignment',
      title: '黄牌：等您答复',
      text: (kase) => `${kase.serviceName}（${spokenNo(kase.no)}）还没有人接，请看一下。`,
    },
    {
      to: (kase, event) =>
        event.clock === 'response' && kase.askedId === undefined ? kase.unit.community : undefined,
      opens: 'manager',
      template: 'assignment',
      title: '黄牌：还没有人接',
      text: (kase) => `${kase.serviceName}（${spokenNo(kase.no)}）还没有人接，请安排一下。`,
    },
    {
      to: (_, event) => (event.whistleId ? event.org?.id : undefined),
      opens: 'manager',
      template: 'assignment',
      title: '黄牌：吹哨快到期',
      text: (kase) => `${kase.serviceName}（${spokenNo(kase.no)}）等您单位答复，快到期了。`,
    },
  ],
  breach: [
    {
      to: rectifierOf,
      opens: 'manager',
      template: 'assignment',
      title: '红牌：差评超期',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）${event.clock ? clockNames[event.clock] : ''}过了期限，已上报。`,
    },
    {
      to: (kase, event) => (event.clock === 'completion' ? kase.holderId : undefined),
      opens: 'agent',
      template: 'assignment',
      title: '红牌：超期了',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）过了${sayDue(kase, event.at)}的期限，已上报。`,
      brief: (kase, event) => `红牌：过了${sayShortDay(kase.dueAt, event.at)}的期限`,
    },
    {
      to: ifResult(keeper),
      opens: 'agent',
      template: 'assignment',
      title: '红牌：证件没按时交到',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）：过了日子，居民还没认收到${event.text ?? ''}，已上报。`,
      brief: (_, event) => `没按时交到：${event.text ?? ''}`,
    },
    {
      to: unlessResult((kase, event) => (event.clock === 'custody' ? keeper(kase, event) : undefined)),
      opens: 'agent',
      template: 'assignment',
      title: '红牌：原件没按时还',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）：${event.text ?? ''}过了日子还没还，已上报。`,
      brief: (_, event) => `没按时还：${event.text ?? ''}`,
    },
    {
      to: (kase, event) => (event.clock === 'supply' ? kase.holderId : undefined),
      opens: 'agent',
      template: 'assignment',
      title: '居民一直没补材料',
      text: (kase) => `${kase.serviceName}（${spokenNo(kase.no)}）等材料过了期限，请打电话问一问。`,
      brief: () => '居民没补材料，请打电话问一问',
    },
    {
      to: (_, event) => (event.whistleId ? event.org?.id : undefined),
      opens: 'manager',
      template: 'assignment',
      title: '红牌：吹哨超期',
      text: (kase) => `${kase.serviceName}（${spokenNo(kase.no)}）还没答复，已逐级上报。`,
    },
  ],
  escalate: [
    {
      to: (_, event) => event.org?.id,
      opens: 'manager',
      template: 'assignment',
      title: '有办件上报给您',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）${event.cause ? causeNames[event.cause] : ''}。${kase.failure ?? ''}请看一下，点“知道了”来督办。`,
    },
  ],
  whistle: [
    {
      to: (_, event) => event.org?.id,
      opens: 'manager',
      template: 'assignment',
      title: '社区向您单位吹哨',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）：${event.text ?? ''}。请在期限前答复。`,
    },
  ],
  answer: [
    {
      to: community,
      opens: 'manager',
      template: 'progress',
      title: '吹哨有答复了',
      text: (kase, event) =>
        `${event.org?.name ?? ''}答复${spokenNo(kase.no)}：${event.text ?? ''}。有没有用，请评一评。`,
    },
  ],
  recompute: [
    asker,
    {
      to: resident,
      opens: 'resident',
      template: 'progress',
      title: '期限核定了',
      text: (kase, event) => `放假安排公布了，${kase.serviceName}在${sayDue(kase, event.at)}前办完。`,
      brief: (kase, event) => `期限核定了：${sayShortDay(kase.dueAt, event.at)}前办完`,
    },
  ],
  accept: [formerAgent, takenForResident, asker, taken],
  ask: [
    { ...asker, template: 'supplement', title: '还缺一样材料' },
    {
      to: resident,
      opens: 'resident',
      template: 'supplement',
      title: '还缺一样材料',
      text: (kase, event) => `${kase.serviceName}还需要：${event.text ?? ''}。补上以后接着办。`,
      brief: (_, event) => `还需要：${event.text ?? ''}`,
    },
  ],
  keep: [
    {
      to: ifResult(resident),
      opens: 'resident',
      template: 'progress',
      title: '有证件要交给您',
      text: (kase, event) => `${kase.serviceName}：${event.by.name}会把${event.text ?? ''}交到您手上。`,
      brief: (_, event) => `会交到您手上：${event.text ?? ''}`,
    },
    {
      to: unlessResult(resident),
      opens: 'resident',
      template: 'progress',
      title: '您的原件交给代办员了，请认一下',
      text: (_, event) =>
        `${event.by.name}记下收了您的${event.text ?? ''}。是这样就点“是的”，不是就点“不是这样”。`,
      brief: (_, event) => `请认一下：收了${event.text ?? ''}`,
    },
  ],
  giveBack: [
    {
      to: ifResult(resident),
      opens: 'resident',
      template: 'progress',
      title: '说证件交给您了，请认一下',
      text: (_, event) =>
        `${event.by.name}记下：${event.text ?? ''}。收到了点“收到了”，没收到点“没收到”，社区马上知道。`,
      brief: () => '证件收到了吗？请认一下',
    },
    {
      to: unlessResult(resident),
      opens: 'resident',
      template: 'progress',
      title: '说原件还给您了，请认一下',
      text: (_, event) => `${event.by.name}记下还了${event.text ?? ''}。拿到了点“是的”，没拿到点“不是这样”。`,
      brief: (_, event) => `请认一下：还了${event.text ?? ''}`,
    },
  ],
  deny: [
    {
      to: ifResult(community),
      opens: 'manager',
      template: 'assignment',
      title: '居民说没收到证件',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）：${event.text ?? ''}。请问一问两边。`,
    },
    {
      to: ifResult(agent),
      opens: 'agent',
      template: 'assignment',
      title: '居民说没收到证件',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）：${event.text ?? ''}。请马上查一查，送到居民手上。`,
    },
    {
      to: unlessResult(community),
      opens: 'manager',
      template: 'assignment',
      title: '居民说原件的事不是这样',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）：${event.text ?? ''}。请问一问两边。`,
    },
    {
      to: unlessResult(agent),
      opens: 'agent',
      template: 'assignment',
      title: '居民说原件的事不是这样',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）：${event.text ?? ''}。请跟居民说清楚。`,
      brief: () => '居民说原件的事不是这样',
    },
  ],
  remind: [
    {
      to: resident,
      opens: 'resident',
      template: 'supplement',
      title: '答应后补的材料快到日子了',
      text: (kase, event) => `${kase.serviceName}：${event.text ?? ''}。补上了点一下，或者放张照片。`,
      brief: (_, event) => `别忘了：${event.text ?? ''}`,
    },
  ],
  demand: [
    {
      to: resident,
      opens: 'resident',
      template: 'supplement',
      title: '答应后补的材料到日子了',
      text: (kase, event) => `${kase.serviceName}在等您补：${event.text ?? ''}。补上了才能接着办。`,
      brief: (_, event) => `等您补：${event.text ?? ''}`,
    },
    {
      to: (kase) => kase.holderId,
      opens: 'agent',
      template: 'assignment',
      title: '后补的材料没有来',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）：${event.text ?? ''}到日子还没补，请打电话问一问。`,
      brief: () => '后补的材料没有来，请打电话问',
    },
  ],
  supply: [
    {
      to: unlessActor(agent),
      opens: 'agent',
      template: 'assignment',
      title: '居民补了材料',
      text: (kase, event) => `${kase.serviceName}（${spokenNo(kase.no)}）：${event.text ?? ''}`,
      brief: (_, event) => `补来了：${event.text ?? ''}`,
    },
    {
      ...byOther,
      title: '材料替您记上了',
      text: (kase, event) =>
        `${event.by.name}记下${kase.serviceName}的材料：${event.text ?? ''}。接着给您办。`,
    },
  ],
  complete: [
    joiners('您也遇到的办好了', ({ text }) => `办好了${text ? `：${text}` : ''}`),
    {
      ...asker,
      template: 'result',
      title: '您替办的事办好了',
      text: (kase, event) =>
        `${asker.text(kase, event)}${isFirstEnd(kase) ? '办得好不好，请您或本人评一评。' : ''}`,
    },
    {
      to: resident,
      opens: 'resident',
      template: 'result',
      title: '您的事办好了',
      text: (kase, event) =>
        `${kase.serviceName}办好了：${event.text ?? ''}。${kase.owed ? `${kase.owed.what}会交到您手上。` : ''}${isFirstEnd(kase) ? '办得好不好，请您评一评。' : ''}`,
      brief: (_, event) => `办好了：${event.text ?? ''}`,
    },
  ],
  // Of a question: what was answered, and until when it can be asked on.
  reply: [
    { ...asker, template: 'result', title: '您替问的有答复了' },
    {
      to: resident,
      opens: 'resident',
      template: 'result',
      title: '您问的有答复了',
      text: (kase, event) =>
        `${event.text ?? ''}。${kase.question?.askedOnAt === undefined ? `还不清楚，${limits.askOnDays}天里能接着问一次。` : ''}`,
      brief: (_, event) => `有答复了：${event.text ?? ''}`,
    },
  ],
  propose: [
    {
      to: (kase, event) => (event.by.part === 'manager' ? undefined : community(kase)),
      opens: 'manager',
      template: 'assignment',
      title: '有一条答复提议公开',
      text: (_, event) => `${event.by.name}提议公开：${event.text ?? ''}。请看一看，能公开就发布。`,
    },
  ],
  helped: [
    {
      to: agent,
      opens: 'agent',
      template: 'progress',
      title: '居民说答复有帮助',
      text: (kase) => `${kase.serviceName}（${spokenNo(kase.no)}）办结了。`,
    },
  ],
  askOn: [
    {
      to: agent,
      opens: 'agent',
      template: 'assignment',
      title: '居民接着问',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）：${event.text ?? ''}。请在${sayDue(kase, event.at)}前答复。`,
      brief: (_, event) => `接着问：${event.text ?? ''}`,
    },
  ],
  terminate: [
    joiners('您也遇到的没有办成', ({ text }) => `没有办成${text ? `：${text}` : ''}。还在的话，请您另报一件`),
    { ...asker, template: 'result' },
    {
      to: resident,
      opens: 'resident',
      template: 'result',
      title: '这件事办不下去了',
      text: (kase, event) =>
        `${kase.serviceName}停办了，原因：${event.text ?? ''}。您不同意，${limits.reopenDays}天里点“没办成”，社区另找人接着办。`,
      brief: (_, event) => `停办了：${event.text ?? ''}`,
    },
    {
      to: unlessActor(agent),
      opens: 'agent',
      template: 'progress',
      title: '办件已终止',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）由社区终止，原因：${event.text ?? ''}。`,
      brief: (_, event) => `社区终止了：${event.text ?? ''}`,
    },
  ],
  review: [
    {
      to: (kase) => kase.rectification?.orgId,
      opens: 'manager',
      template: 'assignment',
      title: '有差评要核实',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）评了${levels[kase.reviewLevel ?? 'dissatisfied']}：${rectifyBy(kase, 'verify', event)}前核实，${rectifyBy(kase, 'mend', event)}前整改好并回访。`,
    },
    {
      ...reviewer,
      to: (kase, event) => (kase.rectification ? rater(kase, event) : undefined),
      title: '您的评价有人管',
      text: (kase, event) =>
        `${kase.rectification?.orgName ?? '社区'}${rectifyBy(kase, 'verify', event)}前来核实，${rectifyBy(kase, 'mend', event)}前整改好，再给您打电话。代办员看不到是谁评的。`,
    },
  ],
  invite: [
    {
      ...reviewer,
      to: bothOf,
      template: 'result',
      title: '再请您评一评',
      text: (kase) => `${kase.serviceName}办得好不好，请您评一评。不评也行，不会再提醒。`,
    },
  ],
  reopen: [
    asker,
    {
      to: agent,
      opens: 'agent',
      template: 'assignment',
      title: '居民说还没办成',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）：${event.text ?? ''}。请接着办，期限还是${sayDue(kase, event.at)}。`,
    },
    {
      to: community,
      opens: 'manager',
      template: 'assignment',
      title: '居民说还没办成',
      text: (kase, event) =>
        kase.assignment
          ? `${kase.serviceName}（${spokenNo(kase.no)}）：${event.text ?? ''}。${kase.assignment.agentName}接着办，请盯一下。`
          : `${kase.serviceName}（${spokenNo(kase.no)}）${kase.endedAs === 'cancelled' ? '撤销了，居民还要办' : '终止了，居民不同意'}：${event.text ?? ''}。正在另找代办员，请看一下。`,
    },
    {
      to: unlessActor(resident),
      opens: 'resident',
      template: 'progress',
      title: '这件事接着办',
      text: (kase) => `${kase.serviceName}还没办成，${kase.assignment?.agentName ?? '代办员'}接着给您办。`,
    },
  ],
  verify: [
    {
      ...reviewer,
      title: '您的评价核实了',
      text: (kase, event) =>
        kase.rectification?.isUpheld
          ? `${kase.serviceName}的情况属实，${rectifyBy(kase, 'mend', event)}前整改好，再给您打电话。`
          : `${kase.serviceName}的情况核实过了，会打电话跟您说清楚。`,
    },
  ],
  mend: [
    {
      ...reviewer,
      title: '您反映的整改了',
      text: (kase, event) => `${kase.serviceName}：${event.text ?? ''}。会打电话问您满不满意。`,
    },
  ],
  phone: [
    {
      to: (_, event) => event.org?.id,
      opens: 'manager',
      template: 'assignment',
      title: '差评交给您单位重新查',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）整改以后居民还不满意：${rectifyBy(kase, 'verify', event)}前核实，${rectifyBy(kase, 'mend', event)}前整改好并回访。`,
    },
    {
      ...reviewer,
      to: (kase, event) => (event.org ? rater(kase, event) : undefined),
      title: '您的评价接着有人管',
      text: (kase, event) =>
        `您还不满意，${kase.rectification?.orgName ?? '上一级'}${rectifyBy(kase, 'verify', event)}前重新核实，${rectifyBy(kase, 'mend', event)}前整改好，再给您打电话。`,
    },
    {
      ...reviewer,
      to: (kase, event) => (kase.rectification?.state === 'closed' ? rater(kase, event) : undefined),
      title: '您反映的办结了',
      text: (kase) =>
        kase.rectification?.refused
          ? `${kase.serviceName}的差评办完了，您还不满意，记作没整改好。您打的分不会改。`
          : `${kase.serviceName}的差评办结了：${outcomeNames[kase.rectification?.outcome ?? 'mended']}。您打的分不会改。`,
    },
  ],
  add: [
    {
      to: (kase, event) => (event.by.part === 'asker' ? kase.residentId : undefined),
      opens: 'resident',
      template: 'progress',
      title: '有人替您又说了几句',
      text: (kase, event) =>
        `${event.by.name}也替您来办${kase.serviceName}（${spokenNo(kase.no)}），写的加进去了：${event.text ?? ''}。不是您的意思，请打社区电话。`,
      noCall: true,
    },
    {
      to: unlessActor(agent),
      opens: 'agent',
      template: 'assignment',
      title: '居民又说了几句',
      text: (kase, event) => `${kase.serviceName}（${spokenNo(kase.no)}）：${event.text ?? ''}`,
      brief: (_, event) => `又说了：${event.text ?? ''}`,
    },
  ],
  urge: [
    {
      to: agent,
      opens: 'agent',
      template: 'assignment',
      title: '居民催了一次',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）在等您，${sayDue(kase, event.at)}前要办完。`,
      brief: (kase, event) => `居民催了一次，${sayShortDay(kase.dueAt, event.at)}前办完`,
    },
  ],
  say: [
    asker,
    {
      to: unlessActor(resident),
      opens: 'resident',
      template: 'progress',
      title: '有人给您留言',
      text: (kase, event) =>
        `${event.by.name}说（${kase.serviceName}，${spokenNo(kase.no)}）：${event.text ?? ''}`,
      brief: (_, event) => `${event.by.name}给您留言了，请点开看`,
    },
    {
      to: unlessActor(worker),
      opens: 'agent',
      template: 'assignment',
      title: '办件里有留言',
      text: (kase, event) =>
        `${event.by.part === 'resident' ? '居民' : event.by.name}说（${kase.serviceName}，${spokenNo(kase.no)}）：${event.text ?? ''}`,
      brief: () => '有人留言，请点开看',
    },
    {
      to: (kase, { by }) => (isAtHome(by.part) && !worker(kase) ? holderId(kase) : undefined),
      opens: 'manager',
      template: 'assignment',
      title: '居民在办件里留言',
      text: (kase, event) => `居民说（${kase.serviceName}，${spokenNo(kase.no)}）：${event.text ?? ''}`,
    },
  ],
  refuse: [
    {
      ...photoRefused,
      to: (kase, { from }) => bothOf(kase).find((id) => id === from?.id),
      opens: 'resident',
    },
    {
      ...photoRefused,
      to: ({ agentIds }, { from }) => agentIds.find((id) => id === from?.id),
      opens: 'agent',
    },
  ],
  refuseOfReview: [
    {
      ...reviewer,
      title: '照片没有通过检查',
      text: (kase) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）的评价里，有张照片没有通过微信的检查，已经删掉了。评价照算，不用再做什么。`,
      brief: () => '评价里有张照片没有通过检查',
    },
  ],
  authorise: [
    {
      to: unlessActor(agent),
      opens: 'agent',
      template: 'progress',
      title: '有一份委托书',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）：委托${event.agent?.name ?? ''}${event.text ?? ''}。`,
    },
    {
      ...byOther,
      title: '替您签了一份委托书',
      text: (kase, event) =>
        `${kase.serviceName}：委托${event.agent?.name ?? ''}${event.text ?? ''}。不是您的意思，在办件里点一下就收回。`,
    },
  ],
  revoke: [
    {
      to: unlessActor(agent),
      opens: 'agent',
      template: 'progress',
      title: '委托书收回了',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）：给${event.agent?.name ?? '您'}的委托书收回了，不能再用。`,
    },
    {
      ...byOther,
      title: '委托书收回了',
      text: (kase, event) =>
        `${kase.serviceName}：给${event.agent?.name ?? ''}的委托书由${event.by.name}收回了。`,
    },
  ],
  renew: [
    {
      to: bothOf,
      opens: 'resident',
      template: 'supplement',
      title: '委托书要续签',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）：${event.by.name}还要用委托书，原来的到期了或者快到期了，请再签一份。`,
    },
  ],
  dismiss: [
    {
      to: (_, event) => event.from?.id,
      opens: 'resident',
      template: 'progress',
      title: '本人说不用您代办了',
      text: (kase) =>
        `${nameFor('home', kase)}的${kase.serviceName}（${spokenNo(kase.no)}）以后由本人自己来，您看不到进度了。`,
      noCall: true,
    },
    {
      to: agent,
      opens: 'agent',
      template: 'progress',
      title: '居民说不用家人代办了',
      text: (kase, event) =>
        `${kase.serviceName}（${spokenNo(kase.no)}）：以后直接找本人，不用再找${event.from?.name ?? '家人'}。`,
    },
  ],
  cancel: [
    joiners('您也遇到的撤回了', () => '报的人撤回了。还在的话，请您另报一件'),
    asker,
    {
      ...byOther,
      title: '请求替您撤销了',
      text: (kase, event) =>
        `${event.by.name}${event.by.part === 'asker' ? '替您' : '按您说的'}撤销了${kase.serviceName}（${spokenNo(kase.no)}）。不是您的意思，请打社区电话，或再提一次。`,
    },
    {
      to: agent,
      opens: 'agent',
      template: 'progress',
      title: '居民撤销了办件',
      text: (kase) => `${kase.serviceName}（${spokenNo(kase.no)}）不用办了。`,
    },
  ],
};

/** Those who hold a complaint. */
const holders = { to: holderId, opens: 'manager', template: 'assignment' } as const;

/** The same of a complaint: told to the resident and to those who hold it, never to those whom it is about. No agent is asked to call. */
const ofComplaints: Partial<Record<CaseEvent['do'], Told[]>> = {
  submit: [
    {
      ...reviewer,
      title: '投诉收到了',
      text: (kase, event) =>
        `您的投诉（${spokenNo(kase.no)}）${event.by.part === 'resident' ? '已收到' : `由${event.by.name}替您登记好了`}，交给上级来查，被投诉的人看不到，${sayDue(kase, event.at)}前答复您。`,
      inboxOnly: ({ channel }) => (channel === 'self' ? '提交的时候已经告诉本人' : undefined),
    },
    {
      ...holders,
      title: '有投诉要您单位查',
      text: (kase, event) =>
        `${spokenNo(kase.no)}，被投诉的人看不到。请受理，${sayDue(kase, event.at)}前查清楚、答复居民。`,
    },
  ],
  add: [
    {
      ...holders,
      title: '投诉的居民又说了几句',
      text: (kase, event) => `${spokenNo(kase.no)}：${event.text ?? ''}`,
    },
  ],
  receive: [
    {
      ...reviewer,
      title: '您的投诉有人受理了',
      text: (kase, event) => `${event.by.name}在查，${sayDue(kase, event.at)}前答复您。`,
    },
  ],
  reply: [
    {
      ...reviewer,
      template: 'result',
      title: '您的投诉有答复了',
      text: (_, event) =>
        `${event.text ?? ''}。还不满意，${limits.contestDays}天里点“请上一级再查”，也可以打12345。`,
    },
  ],
  contest: [
    {
      ...holders,
      title: '投诉交给您单位再查',
      text: (kase, event) =>
        `${spokenNo(kase.no)}，居民对答复还不满意：${event.text ?? ''}。请受理，${sayDue(kase, event.at)}前查清楚、答复居民。`,
    },
    {
      ...reviewer,
      to: unlessActor(resident),
      title: '您的投诉交给上一级再查',
      text: (kase, event) =>
        `您说还不满意，${event.org?.name ?? '上一级'}再查一次，${sayDue(kase, event.at)}前答复您。`,
    },
  ],
  cancel: [{ ...holders, title: '居民撤回了投诉', text: (kase) => `${spokenNo(kase.no)}不用查了。` }],
  warn: [
    {
      ...holders,
      title: '黄牌：投诉快到期',
      text: (kase, event) =>
        `${spokenNo(kase.no)}${event.clock === 'response' ? '还没受理' : '还没答复居民'}，快到期了，请抓紧。`,
    },
  ],
  breach: [
    {
      ...holders,
      title: '红牌：投诉超期',
      text: (kase, event) =>
        `${spokenNo(kase.no)}过了期限还没${event.clock === 'response' ? '受理' : '答复居民'}，已上报。`,
    },
  ],
  escalate: [
    {
      to: (_, event) => event.org?.id,
      opens: 'manager',
      template: 'assignment',
      title: '有投诉上报给您',
      text: (kase, event) =>
        `${spokenNo(kase.no)}${event.cause === 'response' ? '没按时受理' : '没按时答复居民'}。请看一下，点“知道了”来督办。`,
    },
  ],
};

/**
 * The event's place among those that an agent may know of. A notice's id reaches the agent, in the inbox or as a call to make:
 * a number that is left out would tell of a review.
 */
function placeOf(kase: CaseDoc, event: CaseEvent): string {
  if (!isToldTo(event, 'agent')) return `r${event.seq}`;
  return String(kase.events.filter((one) => isToldTo(one, 'agent')).length);
}

/** Managers read a notice's id: of a report it must not say who reported it, nor who joined. */
const signOf = ({ report, requestId }: CaseDoc, { opens }: Told, to: string): string =>
  report && opens === 'resident' ? sha256(`${requestId}\n${to}`).toString('hex').slice(0, 16) : to;

const chooseAnew = {
  template: 'assignment',
  title: '一起上门的人要再定',
  text: (kase: CaseDoc, event: CaseEvent) =>
    `${kase.serviceName}（${spokenNo(kase.no)}）改约在${hourOf(kase, event)}，原来定的同行的人不算了。要两个人上门，请再定一位。`,
} as const;
const ANEW: Told[] = [
  { to: worker, opens: 'agent', ...chooseAnew },
  { to: community, opens: 'manager', ...chooseAnew },
];

/**
 * 两人同行: who was to go along hears that they need not, whatever step it was that ended it; of another hour those who plan the visit hear that
 * another is to be chosen for it.
 */
function leftOut({ pair }: CaseDoc, before: CaseDoc, event: CaseEvent): Told[] {
  const was = before.pair?.companion;
  const isOver = !was || was.id === pair?.companion?.id || before.visit?.begunAt !== undefined;
  if (isOver || was.at <= event.at || was.id === event.by.id) return [];
  return [
    {
      to: () => was.id,
      opens: 'agent',
      template: 'progress',
      title: '不用一起上门了',
      text: ({ serviceName, no }) =>
        `${serviceName}（${spokenNo(no)}）${sayTime(was.at, event.at)}的上门有变动，您不用一起去了。`,
    },
    ...(event.do === 'book' && pair ? ANEW : []),
  ];
}

/**
 * The notices that one event of a case gives rise to, where the case was so `before`. Their ids make a second write of the same event
 * harmless.
 */
export function noticesFor(kase: CaseDoc, event: CaseEvent, before: CaseDoc = kase): PendingNotice[] {
  const isComplaint = isOfStaff(kase);
  const told = (isComplaint ? ofComplaints : table)[event.do] ?? [];
  return [...told, ...leftOut(kase, before, event)].flatMap((told) => {
    const readers = told.to(kase, event);
    return [...new Set([readers ?? []].flat())].map((to) => ({
      _id: `${kase._id}:${placeOf(kase, event)}:${told.template}:${signOf(kase, told, to)}`,
      to,
      at: event.at,
      template: told.template,
      title: told.title,
      text: told.text(kase, event),
      brief: told.brief?.(kase, event) ?? told.title,
      inboxOnly: told.inboxOnly?.(kase),
      // Who rings up would learn who it was.
      noCall: kase.report?.isAnonymous ?? told.noCall,
      phrase: stateNamesOf(kindOf(kase))[event.state],
      serviceName: kase.serviceName,
      caseId: kase._id,
      no: kase.no,
      page: `packages/${told.opens}/case/index?id=${kase._id}`,
      opens: told.opens,
      unit: kase.unit,
      barred: kase.barred,
      urgency: kase.urgent ? 'now' : 'day',
    }));
  });
}
