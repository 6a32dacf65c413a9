import type { Parsed } from '../../contract/actions';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import { mustAdvance, system } from '../domain/case/timeline';
import { readOut, wrongDigits } from '../domain/case/visit';
import { permitted, takeStep } from '../kit/cases';
import type { Context } from '../kit/context';
import { isRepeat } from '../kit/repeat';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';
import { replace } from '../kit/write';

/**
 * The visit begins with the four digits that the resident reads out. Wrong ones are written down, too: after five the community's
 * managers hear of it. Errors: NO_VISIT, VISIT_BEGUN, VISIT_MOVED, VISIT_EARLY, CODE_WRONG, CODE_DEAD.
 */
export const arrive: HandlerOf<'cases.arrive'> = async (context, input) => {
  let isWrong = false;
  const done = await takeStep(context, 'arrive', input.caseId, (kase) => {
    const read = readOut(kase, input, context.now);
    if (isRejection(read)) return read;
    isWrong = !read.isRight;
    return read.isRight ? { change: { visit: read.visit } } : reject('CODE_WRONG');
  });
  return isWrong ? noteWrong(context, input) : done;
};

const TRIES = 8;

/** Writes one wrong try down, once for a request: what is not written was not tried. Errors: those of the digits, BUSY. */
async function noteWrong(context: Context, input: Parsed<'cases.arrive'>): Promise<Rejection> {
  const { who, now: at, requestId, digest } = context;
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const kase = permitted('cases.arrive', who, await get('cases', input.caseId), '这个办件不在您手上。');
    if (isRejection(kase)) return kase;
    const before = kase.events.find((one) => one.do === 'misread' && one.requestId === requestId);
    const repeated = isRepeat(before, context);
    if (isRejection(repeated)) return repeated;
    if (repeated && kase.visit) return wrongDigits(kase.visit);
    const read = readOut(kase, input, at);
    if (isRejection(read)) return read;
    const agent = { id: who._id, name: who.name };
    const step = { do: 'misread', by: system, at, requestId, digest, agent } as const;
    if (await replace(kase, mustAdvance(kase, step, { visit: read.visit }))) return wrongDigits(read.visit);
  }
  return reject('BUSY');
}
