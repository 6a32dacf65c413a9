import type { KeepingChange } from '../../../contract/keeping';
import type { CaseDoc, CaseEvent, NoticeDoc, PersonDoc, ReviewDoc } from '../documents';
import { submissionOf } from '../case/case';
import { withoutPhotos } from '../case/photos';
import { settle } from '../case/settle';
import { GONE, maskName } from '../mask';
import { sealAtFor } from '../review/batch';
import { archiveUntil } from './leaving';

/**
 * 注销: what is left of documents once a person is taken out of them. Each is the same when it is done twice. What stays is what the archive
 * needs: which item, when, by whom of the staff, how it ended. Rules: docs/decisions/0065.
 */

/**
 * A case without its resident: every free text, name, number, door, place and photo goes, whoever wrote it; numbers, dates, states and the
 * staff who acted stay.
 */
export function erasedCase(kase: CaseDoc, now: number, keeping?: KeepingChange): CaseDoc {
  if (kase.erased) return kase;
  const { asker, complaint, question, rectification, report } = kase;
  const shell: CaseDoc = {
    ...kase,
    ...withoutPhotos(kase),
    requestId: nobodys(kase),
    note: '',
    idNumber: undefined,
    additions: undefined,
    contact: { name: GONE, phone: '' },
    foundBy: undefined,
    about: undefined,
    // Who asked still finds what they asked; their own name and number are not this person's to keep here.
    asker: asker && { ...asker, name: maskName(asker.name), phone: '' },
    dismissed: undefined,
    conflicts: [],
    knownAgentId: undefined,
    visit: undefined,
    shares: undefined,
    ask: undefined,
    result: undefined,
    failure: undefined,
    wish: undefined,
    handover: undefined,
    inviteAt: undefined,
    report: report && {
      kind: report.kind,
      landmark: '',
      isAnonymous: report.isAnonymous,
      joined: report.joined,
    },
    complaint: complaint && { ...complaint, about: undefined },
    question: question && { ...question, source: undefined },
    papers: kase.papers?.map(({ verdict: _, ...paper }) => ({
      ...paper,
      // What an agent asked for besides is called by the agent's own words.
      name: paper.id.startsWith('x') ? '另要的材料' : paper.name,
      photos: [],
    })),
    enclosures: undefined,
    custody: kase.custody?.map((one) => ({
      ...one,
      what: one.isResult ? '证件' : '原件',
      slips: [],
      given: {
        ...one.given,
        where: '',
        confirmed: one.given.confirmed && { ...one.given.confirmed, by: '' },
      },
      lodged: one.lodged && { ...one.lodged, where: '' },
      back: one.back && {
        at: one.back.at,
        where: '',
        to: GONE,
        by: one.back.by,
        way: one.back.way,
        confirmed: one.back.confirmed && { ...one.back.confirmed, by: '' },
      },
    })),
    mandates: kase.mandates?.map(({ strokes: _, ...mandate }) => ({
      ...mandate,
      by: GONE,
      to: mandate.to.part === 'asker' ? { ...mandate.to, name: maskName(mandate.to.name) } : mandate.to,
    })),
    pauses: kase.pauses.map((pause) => ({ ...pause, why: '' })),
    whistles: kase.whistles.map((one) => ({
      ...one,
      question: '',
      ...(one.answer !== undefined && { answer: '' }),
      ...(one.ratingText !== undefined && { ratingText: '' }),
    })),
    rectification: rectification && {
      ...rectification,
      findings: undefined,
      mended: undefined,
      heard: rectification.heard && { ...rectification.heard, text: undefined },
      refused: rectification.refused?.map((one) => ({ ...one, text: undefined })),
    },
    candidates: [],
    events: kase.events.map(emptied),
    outbox: [],
    outboxAt: undefined,
    erased: { at: now, until: archiveUntil(kase, keeping) },
  };
  return settle(shell, now);
}

/**
 * Instead of the id of the write. An event's hash is of all that it said, and stays: whoever kept the id, which is drawn, could try names against it. So the
 * id goes with the name, and nobody can.
 */
const nobodys = ({ _id }: Pick<CaseDoc, '_id'>): string => `erased:${_id}`;
const NOBODYS = '';

/** An event without words, and without anybody but staff. */
function emptied({ text: _, digest: __, from, ...event }: CaseEvent): CaseEvent {
  const isHome = event.by.part === 'resident' || event.by.part === 'asker';
  return {
    ...event,
    by: isHome ? { ...event.by, name: GONE } : event.by,
    ...(from && { from: event.do === 'dismiss' ? { ...from, name: GONE } : from }),
    ...(event.agent &&
      (event.do === 'authorise' || event.do === 'revoke') && { agent: { ...event.agent, name: GONE } }),
    requestId: NOBODYS,
    erased: true,
  };
}

/**
 * Another person's case without who asked for it, was authorised in it, or joined it: it goes on without them. What it says of its own
 * resident, the number of the household among it, is that resident's.
 */
export function withoutAsker(kase: CaseDoc, { _id, name }: Pick<PersonDoc, '_id' | 'name'>): CaseDoc {
  const isTheirs = kase.asker?.id === _id;
  const { report } = kase;
  const joined = report?.joined?.filter((id) => id !== _id);
  // What else was done in the same write, such as the assignment, has the same id.
  const writes = new Set(
    kase.events.filter((event) => tellsOf(event, _id, name)).map(({ requestId }) => requestId),
  );
  const isOfThem = (submission: string) => submission.startsWith(submissionOf(_id, ''));
  return {
    ...kase,
    requestId: isOfThem(kase.requestId) ? nobodys(kase) : kase.requestId,
    additions: kase.additions?.filter((one) => !isOfThem(one)),
    asker: isTheirs ? undefined : kase.asker,
    dismissed: isTheirs ? [...(kase.dismissed ?? []), _id] : kase.dismissed,
    report: report && { ...report, joined: joined?.length ? joined : undefined },
    mandates: kase.mandates?.map((one) =>
      one.to.id === _id ? { ...one, to: { ...one.to, name: GONE } } : one,
    ),
    shares: kase.shares?.filter(({ by }) => by.id !== _id),
    events: kase.events.map((event) =>
      writes.has(event.requestId) ? withoutPerson(event, _id, name) : event,
    ),
    outbox: kase.outbox.flatMap((notice) => (notice.to === _id ? [] : unnamed(notice, name))),
  };
}

const tellsOf = ({ by, from, agent, text }: CaseEvent, id: string, name: string): boolean =>
  by.id === id || from?.id === id || agent?.id === id || (text?.includes(name) ?? false);

function withoutPerson(event: CaseEvent, id: string, name: string): CaseEvent {
  const { by, from, agent, text } = event;
  return {
    ...event,
    by: by.id === id ? { ...by, name: GONE } : by,
    ...(from?.id === id && { from: { ...from, name: GONE } }),
    ...(agent?.id === id && { agent: { ...agent, name: GONE } }),
    ...(text?.includes(name) && { text: text.replaceAll(name, GONE) }),
    requestId: NOBODYS,
    digest: undefined,
    erased: true,
  };
}

/** A notice to somebody else, without the name. */
export function unnamed<N extends Pick<NoticeDoc, 'title' | 'text' | 'brief'>>(notice: N, name: string): N {
  const { title, text, brief } = notice;
  const without = (words: string) => words.replaceAll(name, GONE);
  return { ...notice, title: without(title), text: without(text), brief: without(brief) };
}

/** A review without whose it is and without words: its level and the words of the list stay, and come to light with their batch. */
export function erasedReview(review: ReviewDoc, now: number): Partial<ReviewDoc> {
  const isDue = review.headline && review.batchId === undefined;
  return {
    residentId: '',
    text: undefined,
    textState: undefined,
    photos: [],
    addition: undefined,
    answer: undefined,
    checkAt: undefined,
    toRead: undefined,
    wall: undefined,
    wallSealAt: undefined,
    wallBatchId: undefined,
    enteredBy: review.enteredBy && { ...review.enteredBy, name: maskName(review.enteredBy.name) },
    // Words that waited for WeChat had kept it from its batch.
    sealAt: isDue ? (review.sealAt ?? sealAtFor(now)) : review.sealAt,
  };
}

/** What stays of an entry: its id, which no other person may get, and where it was. */
export const tombstoneOf = ({ _id, unit, goneAt }: PersonDoc, now: number): PersonDoc => ({
  _id,
  name: GONE,
  phone: '',
  posts: [],
  unit: { district: unit.district, street: unit.street, community: unit.community },
  goneAt: goneAt ?? now,
  erasedAt: now,
});

/** The entry of somebody who works here: as a resident they have left, for their work they stay. */
export const workOnly = (person: PersonDoc): PersonDoc => ({
  _id: person._id,
  openid: person.openid,
  name: person.name,
  phone: person.phone,
  verified: person.verified,
  consentAt: person.consentAt,
  posts: person.posts.filter(({ role }) => role !== 'resident'),
  unit: person.unit,
  changed: person.changed,
  isBarred: person.isBarred,
  readAt: person.readAt,
});
