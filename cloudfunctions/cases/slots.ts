import { isRejection, reject } from '../../contract/errors';
import { dayOf } from '../../contract/time';
import { bookIdOf } from '../domain/assignment/day-book';
import { daysToShow, freeSlots } from '../domain/assignment/slots';
import { agentsNear, booksOf, roomOf } from '../kit/dispatch';
import { localAt, withLocal } from '../domain/catalog/local';
import { placeOf } from '../kit/places';
import { hoursOf, policyFor, serviceItem } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/**
 * 时段: which hours can still be had, by the rules that give a case to an agent. Read at once: the agents of the street, the books of
 * these days, and the cases that take room of a day without an hour of their own. Errors: SERVICE_NOT_FOUND, and those of a place.
 */
export const slots: HandlerOf<'cases.slots'> = async (
  { now },
  { orgId, code, serviceCode, mode, from = dayOf(now), agentId },
) => {
  const [item, place] = await Promise.all([serviceItem(serviceCode), placeOf({ code, orgId })]);
  if (!item) return reject('SERVICE_NOT_FOUND', { serviceCode: '没有这个事项。' });
  if (isRejection(place)) return place;
  const { unit } = place.community;
  const street = unit.street ?? unit.district;
  const { days, next } = daysToShow(from, now);
  const [agents, books, hours, policy] = await Promise.all([
    agentsNear(unit.street),
    booksOf(days.map((day) => bookIdOf({ street, day }))),
    hoursOf(unit.community),
    policyFor(unit),
  ]);
  const those = agents.filter(({ _id }) => agentId === undefined || _id === agentId);
  const loads = await roomOf(those, days);
  const { weights } = policy.values;
  const isPair = mode === 'home-visit' && withLocal(item, localAt(item, unit)).pair === 'two';
  const wanted = { unit, category: item.category, mode, people: isPair ? 2 : 1 };
  return { days: freeSlots(wanted, those, { loads, books, hours, weights, now }, days), next };
};
