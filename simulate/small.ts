import catalogue from '../config/content/services.zh.json';
import type { ServiceItem } from '../contract/models';
import { instantOf } from '../contract/time';
import type { AgentDoc, Hours } from '../cloudfunctions/domain/documents';
import type { Ask, Month } from './month';

/** Months small enough to be worked out by hand, for the tests: one street, one Monday, everybody says yes in ten minutes. */

const unit = { district: 'd', street: 's', community: 'c' };
const hours: Hours = {
  open: [
    ['08:30', '11:30'],
    ['13:30', '17:00'],
  ],
  saturday: [],
};
const items = catalogue.items as ServiceItem[];

export function agent(id: string, over: Partial<AgentDoc> = {}): AgentDoc {
  return {
    _id: id,
    name: id,
    phone: '',
    unit,
    gridIds: [],
    skills: ['社会保险与医保'],
    dutyWeekdays: [1, 2, 3, 4, 5],
    dutyHours: ['08:30', '17:00'],
    dailyCapacity: 8,
    homeVisitCapacity: 4,
    active: true,
    onCallWeekdays: [],
    leaves: [],
    turn: 0,
    lastOfferedAt: 0,
    ...over,
  };
}

/** A case asked for at nine on Monday, so many minutes later; without over, to be done on the same day. */
export function ask(code: string, minutes: number, over: Partial<Ask> = {}): Ask {
  const item = items.find((one) => one.code === code);
  if (!item) throw new Error(`no item ${code}`);
  return {
    id: `${code} ${minutes}`,
    at: instantOf('2026-11-23', '09:00') + minutes * 60_000,
    resident: { _id: `r ${minutes}`, openid: '', name: '', phone: '', posts: [], unit },
    item,
    mode: 'counter',
    conflicts: [],
    workdays: 0,
    ...over,
  };
}

export function month(agents: AgentDoc[], asks: Ask[]): Month {
  return {
    from: '2026-11-23',
    to: '2026-11-27',
    agents,
    hours: new Map([['c', hours]]),
    asks,
    answer: () => ({ does: 'accept', minutes: 10 }),
  };
}
