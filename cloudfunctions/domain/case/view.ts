import type {
  Candidate,
  CaseRow,
  CaseView,
  ClockView,
  Tier,
  TimelineEntry,
  WhistleView,
} from '../../../contract/models';
import { type Part, can, isAtHome, isReadBy, wordsFor } from '../../../contract/deeds';
import { isOpen, isWithAgent } from '../../../contract/states';
import { sayTime } from '../../../contract/time';
import type { CardColour, ClockName } from '../../../contract/words';
import { nextOpening } from '../time/hours';
import { firstPart, isManagerOf, partsIn, urgeFrom } from './case';
import { cardOf, passed } from '../time/clock';
import type {
  Assignment,
  CaseDoc,
  CaseEvent,
  Hours,
  OrgDoc,
  PersonDoc,
  ReviewDoc,
  Whistle,
} from '../documents';
import { isWaiting, sayParts } from '../bundle/wait';
import { isOfStaff, kindOf } from './complaint';
import { contestUntil } from './complaint-steps';
import { custodyView } from './custody';
import { paperView } from './papers';
import { nextOfAnswered, questionOf } from './question';
import { sayDue, standing } from './due';
import { reopenUntil } from './reopen';
import { alikeOf, reportView, sayWhere } from './report';
import { hasReviewed, isToldTo, readsReviews } from './readers';
import { mandatesOf } from './mandate';
import { says } from './says';
import { rectificationOf, rectifyNext, rectifyOf, reviewOf } from '../review/view';
import { ANONYMOUS } from '../mask';
import { type Viewer, asShown, ofCase, viewerOf } from '../shown';
import { sharingOf } from './share';
import { isDayOfVisit, visitOf } from './visit';

/** What each viewer may see of a case, and the sentences they read. Rules: docs/domain.md, "Privacy". */

/** One line of a list, for a reader with this part in the case. `hours` count down what is left of an offer. */
export function rowOf(kase: CaseDoc, part: Part, now: number, hours?: Hours): CaseRow {
  const isManager = part === 'manager' || part === 'summoned';
  return {
    caseId: kase._id,
    no: kase.no,
    state: kase.state,
    serviceCode: kase.serviceCode,
    serviceName: kase.serviceName,
    mode: kase.mode,
    submittedAt: kase.submittedAt,
    dueAt: kase.dueAt,
    residentName: nameFor(kase, part, now),
    relation: part === 'asker' ? kase.asker?.relation : undefined,
    place: placeOf(kase, part, now),
    agentName: kase.holderId ? kase.assignment?.agentName : undefined,
    appointmentAt: kase.appointmentAt,
    next: nextOf(kase, part, now),
    isComplaint: isOfStaff(kase) || undefined,
    kind: kindOf(kase),
    bundle: bundleOf(kase),
    waits: waitsOf(kase),
    joined: kase.report?.joined?.length,
    alike: part === 'manager' ? alikeOf(kase) : undefined,
    pair: kase.pair && part !== 'joiner' ? { name: kase.pair.companion?.name } : undefined,
    // An asker learns that it was rated, since it can be once; what was said, of their own alone.
    reviewed: (readsReviews(part) || part === 'asker') && kase.reviewLevel !== undefined,
    card: runningCard(kase, now),
    provisional: kase.provisionalYear === undefined ? undefined : true,
    offer: isAsked(kase, part) && hours ? offerOf(kase, hours, now) : undefined,
    owed: kase.owed && (kase.owed.isSaid || kase.owed.said ? 'said' : 'held'),
    endedAt: isOpen(kase.state) ? undefined : kase.endedAt,
    supply: isAtHome(part) ? supplyOf(kase) : undefined,
    pausedAt: standing(kase)?.from,
    failure: isManager ? kase.failure : undefined,
    // For managers alone: it may have gone up because of a review, of which a unit that was only asked a question must not learn.
    escalatedTo: part === 'manager' ? tierOf(kase, kase.escalatedTo) : undefined,
    asked: isManager ? kase.whistles.find((one) => one.answer === undefined)?.question : undefined,
    rectify: part === 'manager' ? rectifyOf(kase, now) : undefined,
  };
}

function bundleOf({ bundle }: CaseDoc): CaseRow['bundle'] {
  if (!bundle) return undefined;
  const { id, code, name, size } = bundle;
  return { id, code, name, size };
}

function waitsOf(kase: CaseDoc): CaseRow['waits'] {
  const { needs, asks = [] } = kase.waits ?? { needs: [] };
  if (!isWaiting(kase)) return undefined;
  const left = needs.filter(({ isWaived }) => !isWaived);
  const names = (those: typeof needs) => those.map(({ name }) => name);
  return { of: names(left), asks: names(left.filter(({ caseId }) => asks.includes(caseId))) };
}

const viewerIn = (kase: CaseDoc, part: Part, now: number): Viewer =>
  viewerOf(part, part === 'companion' ? isDayOfVisit(kase, now) : seesContact(kase, part));

/** The resident as this part calls them; a neighbour who joined their report does not learn who they are. */
function nameFor(kase: CaseDoc, part: Part, now: number): string {
  return asShown('name', kase.contact.name, ofCase.name[viewerIn(kase, part, now)]) ?? ANONYMOUS;
}

/** Where to go: a door is for the agent who has it; where something is wrong is for everybody who deals with it. */
function placeOf(kase: CaseDoc, part: Part, now: number): string | undefined {
  if (kase.report) return sayWhere(kase);
  const viewer = viewerIn(kase, part, now);
  return ofCase.address[viewer] === 'whole' ? kase.contact.address : kase.gridName;
}

/** Who asked for the resident. Managers open names and numbers elsewhere; before a yes no agent sees them. */
function askerOf(kase: CaseDoc, part: Part, now: number): CaseView['asker'] {
  if (!kase.asker) return undefined;
  const { name, relation, phone } = kase.asker;
  const viewer = viewerIn(kase, part, now);
  return {
    name: asShown('asker.name', name, ofCase['asker.name'][viewer]) ?? ANONYMOUS,
    relation,
    phone: asShown('asker.phone', phone, ofCase['asker.phone'][viewer]),
  };
}

/** What the resident was asked for, and until when the agent waits before asking again. */
function supplyOf({ state, ask = '', clocks: { supply } }: CaseDoc): CaseRow['supply'] {
  if (state !== 'awaiting_resident') return undefined;
  return { what: ask, by: supply?.stoppedAt === undefined ? supply?.dueAt : undefined };
}

/** Is it this part that is being asked: the colleague of a hand-over, or the agent of an offer. */
function isAsked(kase: CaseDoc, part: Part): boolean {
  return kase.handover ? part === 'colleague' : part === 'agent' && kase.state === 'offered';
}

/** What is left of an offer, for the agent who is being asked. */
function offerOf(kase: CaseDoc, hours: Hours, now: number): CaseRow['offer'] {
  const { offer } = kase.clocks;
  if (!offer || kase.askedId === undefined) return undefined;
  const left = passed(kase.urgent ? 'always' : 'office', hours, now, offer.dueAt);
  return {
    until: offer.dueAt,
    minutesLeft: Math.ceil(left / 60_000),
    from: kase.handover && kase.assignment?.agentName,
  };
}

/** The card of the clock that matters now: who takes it, then when it is done. */
function runningCard(kase: CaseDoc, now: number): CardColour | undefined {
  const { response, completion } = kase.clocks;
  const running = [standing(kase) ? kase.clocks.supply : completion, response];
  const cards = running.flatMap((clock) => (clock && cardOf(clock, now)) ?? []);
  return cards.includes('red') ? 'red' : cards[0];
}

function tierOf({ unit }: CaseDoc, orgId: string | undefined): Tier | undefined {
  if (orgId === undefined) return undefined;
  return orgId === unit.district ? 'district' : orgId === unit.street ? 'street' : 'community';
}

/** What the viewer's own place adds to a case. */
export interface Surroundings {
  hours: Hours;
  now: number;
  afterHoursPhone?: string;
  review?: ReviewDoc;
  /** the unit that answers for it: its community, of a complaint the one that holds it */
  home?: Pick<OrgDoc, 'name' | 'phone' | 'address'>;
  /** the resident has no WeChat: what they are to read out, who asked for them reads to them */
  isOffline?: boolean;
  /** of its item */
  mandate?: 'excluded';
}

/**
 * A report for a neighbour who has met the same: where it stands, who has it and what came of it. Whoever reported it, in which words and
 * with which pictures, stays out of it: what is given stands here by name.
 */
function viewOfJoined(kase: CaseDoc, now: number): CaseView {
  const { assignment, subtype, urgent, channel, result } = kase;
  return {
    parts: ['joiner'],
    subtype,
    channel,
    note: '',
    contact: { name: ANONYMOUS, phone: '' },
    events: told(kase.events.filter((event) => isToldTo(event, 'joiner'))).map((event, seq) => ({
      ...entryOf(event, 'joiner', kase),
      seq,
    })),
    assignment: assignment && { ...assignment, candidates: undefined },
    clocks: [],
    pauses: [],
    steps: stepsOf(kase, now),
    handoversLeft: 0,
    escalations: [],
    whistles: [],
    isUrgent: urgent,
    report: reportView(kase),
    result,
    ...rowOf(kase, 'joiner', now),
  };
}

/** The whole case, for a viewer who has a part in it. */
export function viewOf(
  kase: CaseDoc,
  who: PersonDoc,
  { hours, now, afterHoursPhone, review, home, isOffline, mandate }: Surroundings,
): CaseView {
  const part = firstPart(who, kase);
  if (part === 'joiner') return viewOfJoined(kase, now);
  const viewer = viewerIn(kase, part, now);
  const isManager = part === 'manager' || part === 'summoned';
  const { assignment, handover } = kase;
  const isHidden = kase.report?.isAnonymous === true;
  const readsIt = readsReviews(part) || hasReviewed(who._id, kase);
  return {
    parts: partsIn(who, kase),
    subtype: kase.subtype,
    about: asShown('about', kase.about, ofCase.about[viewer]),
    channel: kase.channel,
    note: kase.note,
    contact: {
      name: nameFor(kase, part, now),
      phone: isHidden ? '' : (asShown('phone', kase.contact.phone, ofCase.phone[viewer]) ?? ''),
      address: asShown('address', kase.contact.address, ofCase.address[viewer]),
    },
    asker: askerOf(kase, part, now),
    idNumber:
      dealsWith(kase, part) || part === 'manager'
        ? kase.idNumber
          ? 'given'
          : kase.asksIdNumber && isOpen(kase.state)
            ? 'asked'
            : undefined
        : undefined,
    unit: home && { name: home.name, phone: home.phone, address: home.address || undefined },
    sharing: sharingOf(kase, part, now),
    mandates: mandatesOf(kase, part, who._id, now),
    mandate: isAtHome(part) ? mandate : undefined,
    statutoryDueAt: kase.statutoryDueAt,
    events: timelineOf(kase, part),
    assignment: assignment && {
      ...assignment,
      candidates: isManager && kase.state !== 'submitted' ? candidatesOf(kase, assignment) : undefined,
    },
    unassigned: isManager && kase.state === 'submitted' && !isOfStaff(kase) ? kase.candidates : undefined,
    clocks: clocksOf(kase, part, now),
    // Where the promise was broken already, nothing stood.
    pauses: kase.pauses
      .filter(({ from }) => from < kase.dueAt)
      .map(({ from, until, to, why }) => ({ from, until, to, why })),
    steps: stepsOf(kase, now),
    handover:
      handover && kase.clocks.offer && !isAtHome(part)
        ? {
            agentId: handover.agentId,
            agentName: handover.agentName,
            reason: handover.reason,
            until: kase.clocks.offer.dueAt,
          }
        : undefined,
    visit: visitOf(kase, who, part, isOffline),
    companion: companionOf(kase),
    extended: extendedOf(kase),
    orgId: kase.unit.community,
    handoversLeft: Math.max(0, kase.terms.handovers - kase.handovers),
    escalations: isManager
      ? kase.escalations
          .filter(({ cause }) => isToldTo({ do: 'escalate', cause }, part))
          .map(({ cause, tier, orgId, at, acknowledgedAt, acknowledgedBy, endedAt }) => ({
            cause,
            tier,
            at,
            acknowledgedAt,
            acknowledgedBy,
            mine: (acknowledgedAt ?? endedAt) === undefined && isManagerOf(who, orgId),
          }))
      : [],
    whistles: isManager ? kase.whistles.map((one) => whistleOf(one, who, now)) : [],
    afterHours:
      isAtHome(part) && isOpen(kase.state) && !isOfStaff(kase)
        ? afterHoursOf(hours, now, afterHoursPhone)
        : undefined,
    urgeFrom: isAtHome(part) ? urgeFrom(kase, hours) : undefined,
    isUrgent: kase.urgent,
    complaint: isOfStaff(kase) ? complaintOf(kase, home?.name) : undefined,
    question: questionOf(kase),
    report: reportView(kase),
    photos: kase.photos?.length,
    ask: kase.ask,
    papers:
      dealsWith(kase, part) || part === 'manager'
        ? kase.papers?.map((paper) => paperView(paper, part, hours, now))
        : undefined,
    originals: originalsOf(kase, part)?.map((one) => custodyView(one, now)),
    result: kase.result,
    review: review && readsIt ? reviewOf(review, part) : undefined,
    rectification: readsIt ? rectificationOf(kase, who, part, now) : undefined,
    reopenUntil:
      can({ state: kase.state, parts: [part], kind: kindOf(kase) }, 'reopen') &&
      now <= (reopenUntil(kase) ?? now)
        ? reopenUntil(kase)
        : undefined,
    wish: kase.wish && isReadBy('wish', part) ? { at: kase.wish.at, reason: kase.wish.reason } : undefined,
    reopenedAt: kase.reopenedAt,
    // Last: V8 makes a new shape, with all names before it, for each key that follows a spread: 87 KB a view.
    ...rowOf(kase, part, now, hours),
  };
}

/** The timeline as this part reads it. Numbered as they see it: a number that is missing would tell the rated agent that something was said. */
export function timelineOf(kase: CaseDoc, part: Part): TimelineEntry[] {
  return told(kase.events.filter((event) => isToldTo(event, part))).map((event, seq) => ({
    ...entryOf(event, part, kase),
    photos: dealsWith(kase, part) || part === 'manager' ? enclosedIn(event, kase) : undefined,
    seq,
  }));
}

/**
 * All candidates of the last dispatch. The agent who has it now may have got it otherwise since, from a manager or a colleague:
 * then that agent is marked, and beside the reason it is said whom the rules took.
 */
function candidatesOf({ candidates }: CaseDoc, { agentId, agentName: name }: Assignment): Candidate[] {
  if (candidates.some((one) => one.chosen && one.agentId === agentId)) return candidates;
  const taken = candidates.find((one) => one.agentId === agentId);
  const now = { agentId, name, chosen: true, reason: '不是自动派的，后来由他办' };
  const others = candidates
    .filter((one) => one !== taken)
    .map((one) => (one.chosen ? { ...one, chosen: false, reason: `先派过：${one.reason}` } : one));
  return [taken ? { ...taken, ...now, reason: `${now.reason}。派单时：${taken.reason}` } : now, ...others];
}

/** The steps with what is late: done too late, or still to be done next while its day is over. */
function stepsOf(kase: CaseDoc, now: number): CaseView['steps'] {
  const next =
    isOpen(kase.state) && !standing(kase) ? kase.steps.find((step) => step.doneAt === undefined) : undefined;
  return kase.steps.map((step) => {
    const { name, actor, dueAt, doneAt } = step;
    return {
      name,
      actor,
      dueAt,
      doneAt,
      late: doneAt === undefined ? step === next && now > dueAt : doneAt > dueAt,
    };
  });
}

/** The offer's clock is between the office and its agents; a resident is told by when an emergency is taken, no more of it. */
function clocksOf(kase: CaseDoc, part: Part, now: number): ClockView[] {
  const stands = standing(kase) !== undefined;
  const names: ClockName[] = isAtHome(part)
    ? [...(kase.urgent ? (['response'] as const) : []), 'completion', 'supply']
    : ['response', 'offer', 'completion', 'supply'];
  return names.flatMap((name) => {
    const clock = kase.clocks[name];
    if (!clock) return [];
    const paused = name === 'completion' && stands;
    const { startedAt, warnAt, dueAt, stoppedAt } = clock;
    return {
      name,
      startedAt,
      warnAt,
      dueAt,
      stoppedAt,
      paused,
      card: paused ? undefined : cardOf(clock, now),
    };
  });
}

function whistleOf(one: Whistle, who: PersonDoc, now: number): WhistleView {
  const { id, orgId, orgName, owner, question, askedBy, clock, answer, answeredBy, rating, ratingText } = one;
  return {
    id,
    orgId,
    orgName,
    owner: owner.name,
    question,
    askedBy: askedBy.name,
    askedAt: clock.startedAt,
    dueAt: clock.dueAt,
    card: cardOf(clock, now),
    answer,
    answeredBy,
    answeredAt: answer === undefined ? undefined : clock.stoppedAt,
    rating,
    ratingText,
    mine: answer === undefined && isManagerOf(who, orgId),
  };
}

/** While the community is closed: when it opens again, Saturday duty included, and whom to call in an emergency. */
function afterHoursOf(hours: Hours, now: number, phone = ''): CaseView['afterHours'] {
  const nextAt = nextOpening(hours, now);
  return nextAt !== undefined && nextAt > now ? { nextAt, phone } : undefined;
}

/**
 * A resident sees their own, and an asker what they asked; an agent sees phone and door while the case is theirs by their own yes. An offer is decided by grid and
 * item, so that those who pass it on never see them.
 */
export function seesContact(kase: CaseDoc, part: Part): boolean {
  return dealsWith(kase, part) || (part === 'agent' && isOwed(kase));
}

/** It is done, and 证件 are still on the way to the resident: the agent who ended it has to find the door. */
const isOwed = ({ state, owed }: CaseDoc): boolean => state === 'completed' && owed !== undefined;

/** The resident's side, and the agent by their own yes while it is open: for them are papers and photos. */
export function dealsWith(kase: CaseDoc, part: Part): boolean {
  return isAtHome(part) || (part === 'agent' && isWithAgent(kase.state));
}

/** Papers that one person marked one after the other are one entry, of each paper what was said last. */
function told(events: readonly CaseEvent[]): CaseEvent[] {
  return events.reduce<CaseEvent[]>((list, event) => {
    const last = list.at(-1);
    // Thirty neighbours within an hour are one line; how many they are stands elsewhere.
    if (last?.do === event.do && (event.do === 'join' || event.do === 'leave'))
      return [...list.slice(0, -1), event];
    if (event.do !== 'paper' || last?.do !== 'paper' || last.by.id !== event.by.id) return [...list, event];
    const others = (last.text ?? '')
      .split('；')
      .filter((line) => line.split('：')[0] !== event.text?.split('：')[0]);
    return [...list.slice(0, -1), { ...event, text: [...others, event.text].join('；') }];
  }, []);
}

function entryOf(event: CaseEvent, part: Part, kase: CaseDoc): TimelineEntry {
  return {
    seq: event.seq,
    at: event.at,
    do: event.do,
    state: event.state,
    says: says(event, part, kase),
    text: wordsFor(event.do, part, event.text),
  };
}

/** What was handed over, as far as it is for this part: of a case that is done the agent sees 证件 alone. */
function originalsOf(kase: CaseDoc, part: Part): CaseDoc['custody'] {
  if (dealsWith(kase, part) || part === 'manager') return kase.custody;
  return part === 'agent' && kase.state === 'completed'
    ? kase.custody?.filter((one) => one.isResult)
    : undefined;
}

/** 两人同行: who goes along, for all who read the hour. */
function companionOf({ pair }: CaseDoc): CaseView['companion'] {
  if (!pair?.companion) return undefined;
  const { id, name, phone } = pair.companion;
  return { id, name, phone };
}

/** 改到了: the hour that the resident chose past the promise, and the day that was promised before. */
function extendedOf({ extended }: CaseDoc): CaseView['extended'] {
  return extended && { at: extended.at, hourAt: extended.hourAt, from: extended.kept.dueAt };
}

/** The photos that came with a message, those that are still there. */
function enclosedIn({ do: deed, paper }: CaseEvent, { enclosures }: CaseDoc): TimelineEntry['photos'] {
  const photos = deed === 'say' && enclosures?.find(({ id }) => id === paper)?.photos;
  return photos && photos.length > 0 ? { of: paper ?? '', count: photos.length } : undefined;
}

function complaintOf(kase: CaseDoc, holder: string | undefined): CaseView['complaint'] {
  const { about, calledAt, closedAt, contestedAt } = kase.complaint ?? {};
  return { about, holder, calledAt, closedAt, contestedAt, contestUntil: contestUntil(kase) };
}

function nextOfComplaint({ state, complaint }: CaseDoc, you: boolean, by: string): string {
  switch (state) {
    case 'submitted':
      return you ? `等上级受理，${by}前答复您，被投诉的人看不到` : `请受理，${by}前答复居民`;
    case 'completed':
      if (complaint?.closedAt !== undefined) return '已办结';
      if (you) return '有答复了，会打电话问您满不满意';
      return complaint?.calledAt === undefined ? '答复了，请打回访电话' : '回访没打通，请再打';
    case 'terminated':
      return '已终止';
    case 'cancelled':
      return '已撤销';
    default:
      return you ? `在查，${by}前答复您，被投诉的人看不到` : `请查清楚，${by}前答复居民`;
  }
}

function nextOfWaiting({ of, asks }: NonNullable<CaseRow['waits']>, you: boolean): string {
  if (asks.length > 0)
    return `${sayParts(asks)}没办成，${you ? '请您说要不要接着办' : '等居民说要不要接着办'}`;
  return of.length > 0 ? `等${sayParts(of)}办好，就开始办这件` : '马上开始办';
}

/** Of a case that is done: 证件 that the resident does not have yet. */
function nextOfOwed({ what, isSaid, said }: Omit<NonNullable<CaseDoc['owed']>, 'by'>, part: Part): string {
  // Of several each as it stands: what was said to be handed over is looked for, whatever is still on the way.
  if (said !== undefined)
    return [
      { what: said, isSaid: true },
      { what, isSaid },
    ]
      .map((one) => nextOfOwed(one, part))
      .join('；');
  if (isSaid) return part === 'resident' ? `说${what}交了，请您认一下` : `${what}说是交了，等居民认`;
  if (part === 'agent') return `请把${what}交到居民手上`;
  return `办好了，${what}还没交到${part === 'resident' ? '您' : '居民'}手上`;
}

/** What comes next, who does it and by when, in one sentence. */
function nextOf(kase: CaseDoc, part: Part, now: number): string {
  const you = isAtHome(part);
  const agent = part === 'agent' ? '您' : (kase.assignment?.agentName ?? '代办员');
  const by = sayDue(kase, now);
  if (part === 'colleague' && isOpen(kase.state)) return `${agent}请您接手，请看看能不能接`;
  if (part === 'companion') return `${sayTime(kase.appointmentAt ?? now, now)}，和${agent}一起上门`;
  if (kase.wish && part === 'manager') return '居民想换一位代办员，请定';
  if (isOfStaff(kase)) return nextOfComplaint(kase, you, by);
  const isQuestion = kase.question !== undefined;
  const waits = waitsOf(kase);
  if (waits) return nextOfWaiting(waits, you);
  switch (kase.state) {
    case 'submitted':
      return '社区正在安排代办员';
    case 'offered':
      return part === 'agent' ? '请您看看能不能接' : `等代办员${agent}答应`;
    case 'in_progress':
      if (now > kase.dueAt) {
        return part === 'agent'
          ? `过了${by}的期限，请抓紧${isQuestion ? '答复' : '办'}`
          : `代办员${agent}${isQuestion ? '在查' : '正在办'}，过了${by}的期限`;
      }
      if (part === 'agent') return `请在${by}前${isQuestion ? '答复' : '办完'}`;
      return `代办员${agent}${isQuestion ? '在查' : '正在办'}，${by}前${isQuestion ? '答复' : '办完'}`;
    case 'awaiting_resident':
      if (you) return '请您补一样材料，补上接着办';
      if (now > kase.dueAt && !standing(kase)) return `等居民补材料，已经过了${by}的期限`;
      return `等居民补材料，${standing(kase) ? '时限暂停' : '停到了上限，时限接着算'}`;
    case 'completed':
      if (isQuestion) return nextOfAnswered(kase, you);
      if (readsReviews(part) && kase.rectification && kase.rectification.state !== 'closed')
        return rectifyNext(kase, kase.rectification, you, now);
      if (kase.owed) return nextOfOwed(kase.owed, part);
      return you && kase.reviewLevel === undefined ? '请您评一评' : '已经办好';
    case 'terminated':
      return '已终止';
    case 'cancelled':
      return '已撤销';
  }
}
