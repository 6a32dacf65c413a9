import { reject } from '../../contract/errors';
import { firstPart, partsIn } from '../domain/case/case';
import { rowOf, seesContact, timelineOf } from '../domain/case/view';
import { papersOnce } from '../domain/bundle/papers';
import { partsOf } from '../kit/bundles';
import type { HandlerOf } from '../kit/serve';

/** A bundle with those of its parts that the caller has to do with, and all that happened in them. Errors: BUNDLE_NOT_FOUND. */
export const bundle: HandlerOf<'cases.bundle'> = async ({ who, now }, { bundleId }) => {
  const cases = (await partsOf(bundleId))
    .filter((kase) => partsIn(who, kase).length > 0)
    .sort((a, b) => (a.bundle?.nth ?? 0) - (b.bundle?.nth ?? 0));
  const [first] = cases;
  if (!first?.bundle) return reject('BUNDLE_NOT_FOUND', { bundleId: '没有这件事，或者不是您的。' });
  const { name, code } = first.bundle;
  const opened = cases.filter((kase) => seesContact(kase, firstPart(who, kase)));
  const events = cases.flatMap((kase) =>
    timelineOf(kase, firstPart(who, kase)).map((entry) => ({
      caseId: kase._id,
      serviceName: kase.serviceName,
      ...entry,
    })),
  );
  return {
    name,
    code,
    parts: cases.map((kase) => rowOf(kase, firstPart(who, kase), now)),
    events: events.sort((a, b) => b.at - a.at || b.seq - a.seq),
    papers: papersOnce(opened),
  };
};
