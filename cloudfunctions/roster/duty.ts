import { isRejection, reject } from '../../contract/errors';
import { dayOf } from '../../contract/time';
import { isOnDuty, leaveOn } from '../domain/assignment/duty';
import { dayOfAgent, dutyByHand } from '../domain/assignment/roster';
import { changeAgent } from '../kit/agents';
import { loadsOf } from '../kit/dispatch';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/** 上班/下班: past the roster, until the end of the day. */
export const duty: HandlerOf<'roster.duty'> = async ({ who, now }, { on }) => {
  const hours = await hoursOf(who.unit.community);
  const agent = await changeAgent(who._id, (one) => {
    if (on && leaveOn(one, dayOf(now))) return reject('ON_LEAVE', { on: '今天请了假，先销假再上班。' });
    return isOnDuty(one, now, hours) === on ? {} : { override: dutyByHand(on, now) };
  });
  if (isRejection(agent)) return agent;
  return dayOfAgent(agent, await loadsOf([agent], now), hours, now);
};
