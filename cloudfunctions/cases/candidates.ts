import { isRejection } from '../../contract/errors';
import { rankAll, rankCompanions } from '../domain/assignment/assign';
import { partsIn } from '../domain/case/case';
import { isOnDuty } from '../domain/assignment/duty';
import { permitted } from '../kit/cases';
import { agentsNear, aroundOf } from '../kit/dispatch';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';

/** Who could take the case, best first, each with the reason. The agent who has it is not among them. */
export const candidates: HandlerOf<'cases.candidates'> = async ({ who, now }, { caseId, along }) => {
  const kase = permitted('cases.candidates', who, await get('cases', caseId), '这个办件不归您安排。');
  if (isRejection(kase)) return kase;
  const others = (await agentsNear(kase.unit.street)).filter((agent) => agent._id !== kase.holderId);
  const around = await aroundOf(kase, others, now);
  if (along) return { candidates: rankCompanions(kase, others, around) };
  const ranked = rankAll(kase, others, around);
  // A manager may call an agent in; an agent hands over only to a colleague on duty.
  if (partsIn(who, kase).includes('manager')) return { candidates: ranked };
  const absent = new Set(
    others.filter((agent) => !isOnDuty(agent, now, around.hours)).map((agent) => agent._id),
  );
  return {
    candidates: ranked.map((one) =>
      absent.has(one.agentId) && !one.barred ? { ...one, barred: true, reason: '现在不当班' } : one,
    ),
  };
};
