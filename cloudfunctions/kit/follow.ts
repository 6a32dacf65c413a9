import { followed } from '../domain/bundle/follow';
import { isUntold, isWaiting, toldOf } from '../domain/bundle/wait';
import { settle } from '../domain/case/settle';
import type { When } from '../domain/case/timeline';
import { wantsAgent } from '../domain/case/wake';
import type { CaseDoc } from '../domain/documents';
import { partsOf } from './bundles';
import { type Street, place } from './dispatch';
import { hoursOf } from './reference';
import { find, is } from './store';
import { replace } from './write';

/**
 * 一件事, what the end of one part is to the others: they begin, ask, or wait on. A part that ended is told to the others first and marked as told
 * after, so that a run that died in between is finished by the next; each of the others is written once, and only as it was read.
 * @returns the case itself, as it is to be written
 */
export async function follow(
  kase: CaseDoc,
  streetOf: (kase: CaseDoc) => Street,
  when: When,
): Promise<CaseDoc> {
  const isDue = isWaiting(kase) && (kase.waits?.lookAt ?? when.at) <= when.at;
  if (!kase.bundle || !(isDue || isUntold(kase))) return kase;
  const parts = await partsOf(kase.bundle.id);
  const others = parts.filter(({ _id }) => _id !== kase._id);
  const own = await heard(kase, others, when);
  if (!isUntold(own)) return own;
  let areTold = true;
  for (const other of others) {
    const rest = [...others.filter((one) => one !== other), kase];
    const next = await heard(other, rest, when);
    if (next === other) continue;
    const written = wantsAgent(next, when.at)
      ? await place(other, next, streetOf(next), when)
      : await replace(other, next);
    // Another request changed it meanwhile: it is told in the next run.
    if (!written) areTold = false;
  }
  return areTold ? settle({ ...own, bundle: toldOf(own) }, when.at) : own;
}

/** A part after a look at the others, and at those of another bundle that it waits for. */
async function heard(kase: CaseDoc, others: readonly CaseDoc[], when: When): Promise<CaseDoc> {
  const needed = kase.waits?.needs.map(({ caseId }) => caseId) ?? [];
  const unknown = needed.filter((id) => others.every(({ _id }) => _id !== id));
  const more =
    unknown.length > 0
      ? await find('cases', { _id: is.in(unknown) }, { orderBy: [], limit: unknown.length })
      : [];
  return followed(kase, [...others, ...more], await hoursOf(kase.unit.community), when);
}
