import type { Missing } from '../../../contract/models';
import { addDays, dayOf, instantOf } from '../../../contract/time';
import { hasDutyOn } from '../assignment/duty';
import type { AgentDoc, Hours, OrgDoc } from '../documents';
import { isWorkday } from '../time/holidays';
import { closureOf, nextOpening } from '../time/hours';

export interface Installation {
  /** the unit that is looked at, and what is under it: none that is closed */
  top: OrgDoc;
  units: readonly OrgDoc[];
  /** active ones */
  agents: readonly AgentDoc[];
  /** of the catalogue; none: it is empty */
  categories: readonly string[];
  /** names of WeChat's messages that have no template yet */
  untold: readonly string[];
  /** of each community */
  hours: ReadonlyMap<string, Hours>;
}

/**
 * What residents would stumble over if they came today, what stops everything first. An agent of the same street may be asked
 * too, so a category is missing only where no agent of the street does it.
 */
export function missingOf(
  { top, units, agents, categories, untold, hours }: Installation,
  now: number,
): Missing[] {
  const at = (what: Missing['what'], { _id, name }: OrgDoc, about?: string): Missing => ({
    what,
    orgId: _id,
    orgName: name,
    about,
  });
  const all = [top, ...units];
  const under = (unit: OrgDoc, tier: OrgDoc['tier']) =>
    units.filter((one) => one.tier === tier && one.unit[unit.tier] === unit._id);
  const districts = all.filter(({ tier }) => tier === 'district');
  const streets = all.filter(({ tier }) => tier === 'street');
  const communities = all.filter(({ tier }) => tier === 'community');
  const agentsOf = (community: OrgDoc) => agents.filter(({ unit }) => unit.community === community._id);
  const isServed = (community: OrgDoc) => agentsOf(community).length > 0;
  return [
    ...districts.filter((one) => under(one, 'street').length === 0).map((one) => at('street', one)),
    ...streets.filter((one) => under(one, 'community').length === 0).map((one) => at('community', one)),
    ...(categories.length === 0 ? [at('catalogue', top)] : []),
    ...communities.flatMap((one) => [
      ...(one.phone === '' ? [at('phone', one)] : []),
      ...(under(one, 'grid').length === 0 ? [at('grid', one)] : []),
      ...(isServed(one) ? [] : [at('agent', one)]),
      ...(isServed(one) ? lackingSkills(one) : []).map((category) => at('skill', one, category)),
      ...(isServed(one) && !isManned(one) ? [at('duty', one)] : []),
    ]),
    ...communities.filter(({ managers }) => managers.length === 0).map((one) => at('manager', one)),
    ...untold.map((name) => at('template', top, name)),
  ];

  function lackingSkills({ unit }: OrgDoc): string[] {
    const near = agents.filter((one) => one.unit.street === unit.street);
    return categories.filter((category) => !near.some(({ skills }) => skills.includes(category)));
  }

  /** Does an agent have duty on the next day that the community works? */
  function isManned(community: OrgDoc): boolean {
    const own = hours.get(community._id);
    const opening = own && nextOpening(own, instantOf(addDays(dayOf(now), 1)));
    if (own === undefined || opening === undefined) return false;
    const days = Array.from({ length: A_WEEK }, (_, i) => addDays(dayOf(opening), i));
    const next = days.find((day) => isWorkday(day) && closureOf(own, day) === undefined) ?? dayOf(opening);
    return agentsOf(community).some((agent) => hasDutyOn(agent, next, own));
  }
}

/** A Saturday with callers' hours alone, and what may lie between it and the next working day. */
const A_WEEK = 10;
