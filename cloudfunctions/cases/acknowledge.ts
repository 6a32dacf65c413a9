import { reject } from '../../contract/errors';
import { isManagerOf } from '../domain/case/case';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** A manager of the tier that was told says that they know: that cause goes no further up. Errors: NOT_ESCALATED. */
export const acknowledge: HandlerOf<'cases.acknowledge'> = (context, { caseId }) =>
  takeStep(context, 'acknowledge', caseId, ({ escalations }) => {
    const { who, now } = context;
    const open = escalations.filter(
      (one) => (one.acknowledgedAt ?? one.endedAt) === undefined && isManagerOf(who, one.orgId),
    );
    const [first] = open;
    if (!first) return reject('NOT_ESCALATED', { caseId: '没有上报给您的事。' });
    return {
      cause: first.cause,
      change: {
        escalations: escalations.map((one) =>
          open.includes(one) ? { ...one, acknowledgedAt: now, acknowledgedBy: who.name } : one,
        ),
      },
    };
  });
