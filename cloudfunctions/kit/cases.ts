import type { ActionName } from '../../contract/actions';
import { ofCase, possibleFrom, sayFrom } from '../../contract/brakes';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import type { CaseStep } from '../../contract/models';
import { type Deed, type Part, nextState } from '../../contract/deeds';
import { partsIn } from '../domain/case/case';
import { isOfStaff, kindOf } from '../domain/case/complaint';
import type { AgentDoc, CaseDoc, PersonDoc } from '../domain/documents';
import { type Change, type Step, advance } from '../domain/case/timeline';
import type { Context } from './context';
import { Street, give, place } from './dispatch';
import { isRepeat } from './repeat';
import { type CaseDeed, mayTouch } from './rights';
import { type Transaction, get, transact } from './store';
import { replace, replaceIn } from './write';

/** What a step says and sets besides the new state. */
export interface Decision extends Pick<
  Step,
  'text' | 'agent' | 'from' | 'org' | 'cause' | 'whistleId' | 'paper'
> {
  change?: Change;
  /** the agent who gets the case by hand: their slot is taken in the same transaction */
  gives?: AgentDoc;
  /** the case has no agent after this: another is looked for in the same write */
  seeks?: boolean;
  /** what is written with it, in one transaction */
  also?: (tx: Transaction) => Promise<void>;
}

const TRIES = 4;

/**
 * load → decide → commit for an action that changes one case; gives the case as written, or as it is when this
 * `requestId` was written before. Another request's write in between makes it start over with what that one wrote, so
 * `decide` may run more than once.
 *
 * Errors: what the rights table says, TOO_OFTEN, STATE_NOT_ALLOWED, REQUEST_REUSED, BUSY, and `decide`'s own.
 */
export async function changeCase(
  context: Context,
  deed: CaseDeed,
  caseId: string,
  decide: (kase: CaseDoc) => Decision | Rejection | Promise<Decision | Rejection>,
): Promise<CaseDoc | Rejection> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const found = await get('cases', caseId);
    const earlier = found?.events.find(
      (event) => event.requestId === context.requestId && event.by.id === context.who._id,
    );
    const repeated = isRepeat(earlier, context);
    if (isRejection(repeated)) return repeated;
    if (found && repeated)
      return earlier?.do === deed ? found : reject('REQUEST_REUSED', { requestId: '这个编号用过了。' });
    const kase = permitted(`cases.${deed}`, context.who, found, '这个办件不能由您来办。');
    if (isRejection(kase)) return kase;
    if (kase.erased) return reject('PERSON_LEFT', { caseId: '请看别的办件。' });
    const braked = tooOften(context, kase, deed);
    if (braked) return braked;
    const decision = await decide(kase);
    if (isRejection(decision)) return decision;
    const { change, gives, seeks, also, ...said } = decision;
    const next = advance(kase, { ...stepBy(context, kase, deed), ...said }, change);
    if (isRejection(next)) return next;
    const { now: at, requestId } = context;
    const written = also
      ? (await replaceWith(kase, next, also)) && next
      : seeks
        ? await place(kase, next, new Street(next.unit, at), { at, requestId })
        : (gives ? (await give(kase, next, gives)) === 'given' : await replace(kase, next)) && next;
    if (written) return written;
  }
  return reject('BUSY');
}

function replaceWith(
  kase: CaseDoc,
  next: CaseDoc,
  also: (tx: Transaction) => Promise<void>,
): Promise<boolean> {
  return transact(async (tx) => {
    if ((await tx.get('cases', kase._id))?.rev !== kase.rev) return false;
    await replaceIn(tx, kase, next);
    await also(tx);
    return true;
  });
}

/** What this person did to this case too often already. Errors: TOO_OFTEN. */
function tooOften({ who, now }: Context, { events }: CaseDoc, deed: CaseDeed): Rejection | undefined {
  const brake = ofCase[`cases.${deed}`];
  if (!brake) return undefined;
  const times = events.flatMap(({ do: done, by, at }) => (done === deed && by.id === who._id ? at : []));
  const from = possibleFrom(times, brake, now);
  return from === undefined ? undefined : reject('TOO_OFTEN', { caseId: sayFrom(from, now) });
}

/** `changeCase` for an action that answers with the step it took. */
export async function takeStep(...args: Parameters<typeof changeCase>): Promise<CaseStep | Rejection> {
  const kase = await changeCase(...args);
  return isRejection(kase) ? kase : answerOf(kase, args[0].requestId);
}

/** The case, if there is one and the rights table lets this person touch it with this action; `refusal` says why not. */
export function permitted(
  action: ActionName,
  who: PersonDoc,
  kase: CaseDoc | undefined,
  refusal: string,
): CaseDoc | Rejection {
  // Of a case that is not theirs nobody learns that it is there, whatever id they try: ids follow from whose it is and from its item.
  if (!kase || (isOfStaff(kase) && partsIn(who, kase).length === 0))
    return reject('NOT_YOUR_CASE', { caseId: refusal });
  const may = mayTouch(action, who, kase);
  return may === true ? kase : reject(may, { caseId: refusal });
}

/** What the caller does, in the part that the table of states allows it to. */
export function stepBy(context: Context, kase: CaseDoc, deed: Deed): Step {
  const { who, now, requestId, digest } = context;
  const parts: Part[] = partsIn(who, kase);
  const part = parts.find((one) => nextState(kase.state, deed, one, kindOf(kase))) ?? 'bystander';
  return { do: deed, by: { part, id: who._id, name: who.name }, at: now, requestId, digest };
}

/** The answer of a step: the state that this request led to, so that a repeat hears the same. */
export function answerOf(kase: CaseDoc, requestId: string): CaseStep {
  const state = kase.events.findLast((event) => event.requestId === requestId)?.state ?? kase.state;
  return { caseId: kase._id, no: kase.no, state };
}
