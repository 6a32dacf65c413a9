import type { Part } from '../../contract/deeds';
import type { JournalField, JournalKind } from '../../contract/words';
import type { Asker, CaseDoc, PersonDoc } from './documents';
import { maskName, maskPhone } from './mask';

/**
 * Who is shown what of a person: one table for views, lists, files, notices and the journal. A new field of a contact, of who asked, of the
 * register's entry or of the journal has no row here and does not build; so nothing is shown because somebody forgot to hide it. A log has no such
 * field (kit/log.ts). Rules: docs/domain.md, "Privacy".
 */
export type Shown = 'whole' | 'masked' | 'none';

/**
 * Who looks at a case. `home`: the resident, and who asked for them. `dealing`: its agent by their own yes. `staff`: all others who work, also an agent who
 * is only asked. `beside`: goes along to the door, on that day. `neighbour`: has met the same. `file`: whoever gets an export into their hands.
 */
export type Viewer = 'home' | 'dealing' | 'beside' | 'staff' | 'neighbour' | 'file';

type CaseField = keyof CaseDoc['contact'] | `asker.${keyof Asker}` | 'about';

/** Of a case: whose it is, who asked, and about whom. */
export const ofCase: Record<CaseField, Record<Viewer, Shown>> = {
  name: {
    home: 'whole',
    dealing: 'whole',
    beside: 'whole',
    staff: 'masked',
    neighbour: 'none',
    file: 'masked',
  },
  phone: {
    home: 'whole',
    dealing: 'whole',
    beside: 'masked',
    staff: 'masked',
    neighbour: 'none',
    file: 'masked',
  },
  // Half a door is one that a neighbour recognises.
  address: {
    home: 'whole',
    dealing: 'whole',
    beside: 'whole',
    staff: 'none',
    neighbour: 'none',
    file: 'none',
  },
  about: { home: 'whole', dealing: 'whole', beside: 'none', staff: 'none', neighbour: 'none', file: 'none' },
  'asker.id': {
    home: 'none',
    dealing: 'none',
    beside: 'none',
    staff: 'none',
    neighbour: 'none',
    file: 'none',
  },
  'asker.name': {
    home: 'whole',
    dealing: 'whole',
    beside: 'masked',
    staff: 'masked',
    neighbour: 'none',
    file: 'none',
  },
  // The resident and who asks for them know each other; the one who asks is not asked for their number.
  'asker.phone': {
    home: 'none',
    dealing: 'whole',
    beside: 'none',
    staff: 'none',
    neighbour: 'none',
    file: 'none',
  },
  'asker.relation': {
    home: 'whole',
    dealing: 'whole',
    beside: 'whole',
    staff: 'whole',
    neighbour: 'none',
    file: 'none',
  },
};

/** An entry of the register: as managers find it, and once they have opened it, which is written down. */
export const ofPerson: Record<keyof PersonDoc, Record<'found' | 'opened', Shown>> = {
  _id: { found: 'whole', opened: 'whole' },
  openid: { found: 'none', opened: 'none' },
  name: { found: 'whole', opened: 'whole' },
  phone: { found: 'masked', opened: 'whole' },
  address: { found: 'masked', opened: 'whole' },
  key: { found: 'none', opened: 'none' },
  nameKey: { found: 'none', opened: 'none' },
  door: { found: 'none', opened: 'none' },
  verified: { found: 'whole', opened: 'whole' },
  joinedAt: { found: 'whole', opened: 'whole' },
  consentAt: { found: 'none', opened: 'none' },
  shares: { found: 'whole', opened: 'whole' },
  check: { found: 'none', opened: 'none' },
  changed: { found: 'whole', opened: 'whole' },
  goneAt: { found: 'whole', opened: 'whole' },
  leaving: { found: 'none', opened: 'none' },
  erasedAt: { found: 'none', opened: 'none' },
  merged: { found: 'none', opened: 'whole' },
  isBarred: { found: 'none', opened: 'none' },
  imported: { found: 'none', opened: 'none' },
  posts: { found: 'whole', opened: 'whole' },
  unit: { found: 'whole', opened: 'whole' },
  agentId: { found: 'none', opened: 'none' },
  family: { found: 'none', opened: 'none' },
  joined: { found: 'none', opened: 'none' },
  kin: { found: 'none', opened: 'none' },
  readAt: { found: 'none', opened: 'none' },
};

const masked: Record<JournalKind, Shown> = {
  resident: 'masked',
  staff: 'masked',
  unit: 'whole',
  item: 'whole',
  answer: 'whole',
};

/**
 * 台账, by what an entry is about: what a manager sees masked elsewhere is masked there as well, since an entry outlives the person. Names of staff
 * are known. `from`: of a resident or a post, who it was.
 */
export const ofJournal: Record<JournalField, Record<JournalKind, Shown> | 'whole'> = {
  name: { ...masked, staff: 'whole' },
  from: masked,
  phone: masked,
  address: masked,
  above: 'whole',
  station: 'whole',
  afterHoursPhone: 'whole',
  estates: 'whole',
  closed: 'whole',
  into: 'whole',
  day: 'whole',
  hours: 'whole',
  policy: 'whole',
  keeping: 'whole',
  version: 'whole',
  keywords: 'whole',
  promise: 'whole',
  place: 'whole',
  consultation: 'whole',
  supervision: 'whole',
  offered: 'whole',
  role: 'whole',
  verified: 'whole',
  unit: 'whole',
  grids: 'whole',
  skills: 'whole',
  duty: 'whole',
  capacity: 'whole',
  count: 'whole',
  answer: 'whole',
  source: 'whole',
  review: 'whole',
  request: 'whole',
  paper: 'whole',
  why: 'whole',
  file: 'whole',
};

/** How each is written where it is masked; what has no mask of its own is three stars. */
const masks: Partial<Record<string, (value: string) => string>> = {
  name: maskName,
  from: maskName,
  phone: maskPhone,
  'asker.name': maskName,
};

/** A value as this much of it is shown; nothing where it is not. */
export function asShown(field: string, value: string | undefined, shown: Shown): string | undefined {
  if (value === undefined || shown === 'none') return undefined;
  return shown === 'whole' ? value : (masks[field] ?? (() => '***'))(value);
}

/** Whose case it is, as far as this reader of a sentence is told: without a name, 居民. */
export const nameFor = (viewer: Viewer, { contact }: Pick<CaseDoc, 'contact'>): string =>
  asShown('name', contact.name, ofCase.name[viewer]) ?? '居民';

/** Who a person with this part is, where `deals` says whether the case is in their hands (domain/case/view.ts). */
export function viewerOf(part: Part, deals: boolean): Viewer {
  if (part === 'joiner') return 'neighbour';
  if (part === 'companion') return deals ? 'beside' : 'staff';
  if (part === 'resident' || part === 'asker') return 'home';
  return deals ? 'dealing' : 'staff';
}
