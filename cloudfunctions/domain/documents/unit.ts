import type { Tier } from '../../../contract/models';

/** A place in the tree, spelt out: district, street, community and, for a household, its grid. */
export interface Unit {
  district: string;
  street?: string;
  community?: string;
  grid?: string;
}

/** `['08:30', '11:30']` */
export type Span = [string, string];

/** 单位: one node of the tree. Hours are a community's. */
export interface OrgDoc {
  _id: string;
  name: string;
  tier: Tier;
  unit: Unit;
  station: string;
  address: string;
  phone: string;
  afterHoursPhone: string;
  /** who answers for it; their posts say the same */
  managers: { id: string; name: string }[];
  hours?: Hours;
  /** 小区、楼栋、街巷, by which residents find where they belong */
  estates?: string[];
  /** it takes no request any more */
  closedAt?: number;
  /** what its name and estates are found by: `findsOf` */
  finds?: string[];
  /** what its sheet carries; made when the sheet is asked for first */
  code?: string;
  /** where it lay before, oldest first: until the day on which it came below another unit */
  was?: { until: string; unit: Unit }[];
  /** Goes up with every name that is given below it: a request that gives one must have seen the newest turn. */
  turn?: number;
}

/** A community's opening hours. Spans of a day follow each other. */
export interface Hours {
  /** a statutory working day: Monday to Friday, and the make-up days (调休) */
  open: Span[];
  /** other hours on some weekdays (周三延时), 1 = Monday … 5 = Friday; on make-up days too, by their real weekday */
  shifted?: { weekday: number; open: Span[] }[];
  /** duty for callers; it is not working time */
  saturday: Span[];
  /** the community's own days: closed (no span), half days, other hours */
  days?: { day: string; open: Span[]; why: string }[];
}
