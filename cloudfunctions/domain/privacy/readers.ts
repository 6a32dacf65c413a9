import type { Look } from '../../../contract/kept';
import type { Reading } from '../../../contract/models/privacy';
import { isWithAgent } from '../../../contract/states';
import type { CaseDoc, CaseEvent, JournalDoc } from '../documents';

/**
 * 谁看过我的信息: each opening of a person's data to somebody else, from what is written anyway: the events of their cases and the journal.
 * What nobody opened is no opening: lists and views show it masked. Rules: docs/domain.md, "Privacy"; docs/decisions/0064.
 */

/** The fields of a case that tell who has seen what of it. */
export const readFields = [
  'no',
  'serviceName',
  'residentId',
  'asker',
  'report',
  'state',
  'owed',
  'events',
  'submittedAt',
] as const satisfies (keyof CaseDoc)[];
/** A reading with the id of who read. */
export type Reader = Reading & { byId?: string };
type Read = Pick<CaseDoc, '_id' | (typeof readFields)[number]>;

/** Deeds of a manager by which contact or photos are opened, or used. */
const byManager: Partial<Record<CaseEvent['do'], Look>> = {
  contact: 'contact',
  inspect: 'inspect',
  phone: 'called',
  callBack: 'called',
};

/** Who has seen this person's side of a case: as its resident, or as who asked for the resident. */
export function readingsOf(kase: Read, personId: string): Reader[] {
  const isResident = kase.residentId === personId;
  const of = { id: kase._id, no: kase.no, serviceName: kase.serviceName };
  const agents = kase.report?.isAnonymous ? [] : agentsOf(kase);
  const others = isResident ? kase.events.flatMap((event) => otherOf(event, personId)) : [];
  return [...agents, ...others].map((one) => ({ ...one, case: of }));
}

/** An agent sees name, number, door and photos from their own yes on, as long as they have it, and until 证件 have arrived. */
function agentsOf({ events, state, owed }: Read): Reading[] {
  const spans: Reading[] = [];
  let last: CaseEvent['by'] | undefined;
  for (const event of events) {
    const isTaken = event.do === 'accept' || event.do === 'claim';
    const running = spans.at(-1)?.isOn ? spans.at(-1) : undefined;
    const isLeft = !isWithAgent(event.state) || (isTaken && event.by.id !== last?.id);
    if (running && isLeft) Object.assign(running, { until: event.at, isOn: undefined });
    if (isTaken) last = event.by;
    // Given out anew: whoever had it does not get it back by itself.
    if (event.state === 'submitted' || event.state === 'offered') last = undefined;
    if (last && isWithAgent(event.state) && !spans.at(-1)?.isOn)
      spans.push({ at: event.at, isOn: true, by: last.name, part: 'agent', how: 'agent' });
  }
  const end = spans.at(-1);
  if (end && state === 'completed' && owed) Object.assign(end, { until: undefined, isOn: true });
  return spans;
}

function otherOf({ do: deed, by, at, text }: CaseEvent, personId: string): Reader[] {
  if (by.id === personId) return [];
  if (deed === 'submit' && by.part === 'asker') return [{ at, by: by.name, part: 'asker', how: 'asker' }];
  if (deed === 'submit' && (by.part === 'agent' || by.part === 'manager'))
    return [{ at, by: by.name, part: by.part, how: 'written' }];
  if (deed === 'reveal') return [{ at, by: by.name, byId: by.id, part: 'agent', how: 'idNumber' }];
  const how = by.part === 'manager' ? byManager[deed] : undefined;
  if (!how) return [];
  return [
    {
      at,
      by: by.name,
      byId: by.id,
      part: 'manager',
      how,
      ...(how !== 'called' && text ? { why: text } : {}),
    },
  ];
}

/** When staff last opened something of a case. */
export const openedAt = ({ events }: Pick<CaseDoc, 'events'>): number | undefined =>
  events.findLast((event) => otherOf(event, '').some(({ byId }) => byId !== undefined))?.at;

const byJournal: Partial<Record<JournalDoc['what'], Look>> = {
  'person.look': 'look',
  'person.change': 'change',
  'person.verify': 'look',
  'person.merge': 'merge',
  'person.unmerge': 'merge',
  'person.family': 'family',
  'person.copy': 'copy',
};

/** What an entry of the journal about a person tells of an opening; none for what they did themselves. */
export function readingIn({ what, at, by }: JournalDoc, personId: string): Reading[] {
  const how = byJournal[what];
  if (!how || by.id === personId) return [];
  return [{ at, by: by.name, part: how === 'family' ? 'asker' : 'manager', how }];
}

/** The newest first; of one instant as they came. */
export const newestFirst = (readings: Reading[]): Reading[] => readings.toSorted((a, b) => b.at - a.at);
