import type { ServiceItem } from './models';

/** What is promised for an item, or for one kind of it: the one place for the page, the receipt and the case. */
export interface Promised {
  workdays: number;
  /** safety: its hours run day and night */
  isUrgent: boolean;
  /** until an agent has taken it, where the kind says so itself; else the unit's policy does */
  responseHours?: number;
}

type Item = Pick<ServiceItem, 'promisedWorkingDays'> & {
  subtypes: readonly Pick<
    ServiceItem['subtypes'][number],
    'code' | 'urgency' | 'firstResponseHours' | 'promisedWorkingDays'
  >[];
};

export function promiseOf(item: Item, subtype: string | undefined): Promised {
  const kind = item.subtypes.find(({ code }) => code === subtype);
  return {
    workdays: kind?.promisedWorkingDays ?? item.promisedWorkingDays,
    isUrgent: kind?.urgency === 'urgent',
    responseHours: kind?.firstResponseHours,
  };
}

/** 当场办好 for nothing promised in days, else 5个工作日. */
export function workingDays(days: number): string {
  return days === 0 ? '当场办好' : `${days}个工作日`;
}

/** `5个工作日`; for what is urgent, first how soon an agent has it, day and night. */
export function sayPromise({ workdays, isUrgent, responseHours }: Promised): string {
  const days = workingDays(workdays);
  if (!isUrgent) return days;
  const soon = responseHours === undefined ? '马上有人接' : `${responseHours}小时内有人接`;
  return `${soon}，夜里也算；${days}办完`;
}
