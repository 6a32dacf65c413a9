import { daysOn } from '../../contract/keeping';
import { isOpen } from '../../contract/states';
import type { ConsentView } from '../../contract/models/privacy';
import { limits } from '../../contract/limits';
import { photosOf } from '../domain/case/photos';
import type { CaseDoc, PersonDoc } from '../domain/documents';
import { keepingOf, policyFor } from '../kit/reference';
import { requestView } from '../kit/requests';
import type { HandlerOf } from '../kit/serve';
import { find, is } from '../kit/store';

/** Cases that are looked through for what was said yes to: more than one resident has. */
const LOOKED = 100;

/** What the caller has asked, and which of their consents stand. */
export const mine: HandlerOf<'privacy.mine'> = async ({ who, now }) => {
  const { _id } = who;
  const [docs, cases, policy, keeping] = await Promise.all([
    find('dataRequests', { personId: _id }, { orderBy: [['at', 'desc']], limit: limits.page }),
    find('cases', is.or([{ residentId: _id }, { 'asker.id': _id }]), {
      orderBy: [['submittedAt', 'desc']],
      limit: LOOKED,
      without: ['events', 'outbox', 'candidates', 'steps'],
    }),
    policyFor(who.unit),
    keepingOf(who.unit.district),
  ]);
  return {
    requests: docs.map((doc) => requestView(doc, now)),
    consents: await consentsOf(who, cases, now),
    photoDays: policy.values.photoDays,
    days: {
      inbox: daysOn('inbox', keeping),
      requests: daysOn('requests', keeping),
      looks: daysOn('looks', keeping),
      contacts: daysOn('contacts', keeping),
    },
  };
};

async function consentsOf(who: PersonDoc, cases: readonly CaseDoc[], now: number): Promise<ConsentView> {
  const named = ({ _id: caseId, no, serviceName }: CaseDoc) => ({ caseId, no, serviceName });
  const own = cases.filter(({ residentId }) => residentId === who._id);
  const rated = cases.flatMap((kase) => (kase.reviewLevel === undefined ? [] : kase._id));
  const reviews =
    rated.length === 0
      ? []
      : await find('reviews', { _id: is.in(rated) }, { orderBy: [], limit: rated.length });
  return {
    joinedAt: who.consentAt,
    askers: (who.kin ?? []).filter(({ agrees }) => agrees !== false).length,
    shares: cases
      .filter(({ shares = [] }) =>
        shares.some(({ by, stoppedAt }) => by.id === who._id && stoppedAt === undefined),
      )
      .map(named),
    mandates: own
      .filter(({ mandates = [] }) =>
        mandates.some(({ until, endedAt }) => endedAt === undefined && until > now),
      )
      .map(named),
    wall: reviews.flatMap((review) => {
      const kase = cases.find(({ _id }) => _id === review._id);
      const author = review.enteredBy?.id ?? review.residentId;
      if (!kase || review.wall === undefined || author !== who._id) return [];
      return [{ ...named(kase), text: review.text ?? '' }];
    }),
    photos: own
      .filter((kase) => !isOpen(kase.state) && photosOf(kase).length > 0)
      .map((kase) => ({ ...named(kase), count: photosOf(kase).length })),
  };
}
