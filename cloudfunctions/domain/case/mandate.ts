import type { Parsed } from '../../../contract/actions';
import { limits } from '../../../contract/limits';
import { type Rejection, reject } from '../../../contract/errors';
import type { MandateView, ServiceItem, Strokes } from '../../../contract/models';
import { isWithAgent } from '../../../contract/states';
import { addDays, dayOf, instantOf, sayDay } from '../../../contract/time';
import { type MandateState, mandateActs, mandateStates } from '../../../contract/words';
import { isAtHome, type Part } from '../../../contract/deeds';
import type { CaseDoc, Mandate, PersonDoc } from '../documents';
import { sha256 } from '../sha256';
import { isOfStaff } from './complaint';
import type { Change } from './timeline';

/** 委托书. Rules: docs/decisions/0054, 民法典 165, 169; 电子签名法 3, 13. */

/** What a signature has at least, in thousandths of the field's width: points, length of its lines, width. Less is a dot or a dash. */
const LEAST = { points: 12, length: 400, width: 150 };
/** From when on before its end an agent may ask for the next one. */
const RENEW_MS = 7 * 86_400_000;

/** Is it a name, or only a dot? */
export function isSigned(strokes: Strokes): boolean {
  const xs = strokes.flatMap((stroke) => stroke.filter((_, i) => i % 2 === 0));
  let length = 0;
  for (const stroke of strokes)
    for (let i = 2; i + 1 < stroke.length; i += 2)
      length += Math.hypot(
        (stroke[i] ?? 0) - (stroke[i - 2] ?? 0),
        (stroke[i + 1] ?? 0) - (stroke[i - 1] ?? 0),
      );
  const width = Math.max(...xs, 0) - Math.min(...xs, 1000);
  return xs.length >= LEAST.points && length >= LEAST.length && width >= LEAST.width;
}

/** How it stands now. */
export function mandateState(kase: CaseDoc, { to, until, endedAt }: Mandate, now: number): MandateState {
  if (endedAt !== undefined) return 'ended';
  if (now >= until) return 'over';
  const holder = to.part === 'agent' ? kase.holderId : kase.asker?.id;
  return holder === to.id ? 'valid' : 'elsewhere';
}

type Wish = Omit<Parsed<'cases.authorise'>, 'caseId'>;
interface Said {
  text?: string;
  agent: { id: string; name: string };
  change: Change;
}

/**
 * The case with one more. It takes the place of the one that stands for the same person. Errors: MANDATE_EXCLUDED, MANDATE_NO_ONE,
 * MANDATE_NEEDS_GUARDIAN, SIGNATURE_TOO_SMALL, MANDATES_FULL.
 */
export function authorised(
  kase: CaseDoc,
  { to, acts, days, signed, strokes, minor = false, guardian = false }: Wish,
  item: Pick<ServiceItem, 'mandate'> | undefined,
  { who, now, requestId }: { who: PersonDoc; now: number; requestId: string },
): Said | Rejection {
  if (item?.mandate === 'excluded' || isOfStaff(kase))
    return reject('MANDATE_EXCLUDED', { caseId: '请本人来办，代办员可以陪着。' });
  const person = to === 'agent' ? agentOf(kase) : kase.asker;
  if (!person) return reject('MANDATE_NO_ONE', { to: '请等代办员接了再签。' });
  if (minor && !guardian) return reject('MANDATE_NEEDS_GUARDIAN', { guardian: '请监护人来签。' });
  if (signed === 'screen' && !(strokes && isSigned(strokes)))
    return reject('SIGNATURE_TOO_SMALL', { strokes: '请用手指写出姓名。' });
  const { mandates = [] } = kase;
  if (mandates.length >= limits.mandates) return reject('MANDATES_FULL');
  const { id, name } = person;
  const mandate: Mandate = {
    id: sha256(`${who._id}\n${requestId}`).toString('hex').slice(0, 16),
    to: { part: to, id, name },
    acts,
    at: now,
    until: instantOf(addDays(dayOf(now), days + 1)),
    signed,
    strokes: signed === 'screen' ? strokes : undefined,
    by: minor ? who.name : kase.contact.name,
    guardian: minor || undefined,
  };
  const before = mandates.map((one) =>
    one.to.id === id && mandateState(kase, one, now) === 'valid' ? { ...one, endedAt: now } : one,
  );
  return {
    text: sayMandate(mandate, now),
    agent: { id, name },
    change: { mandates: [...before, mandate] },
  };
}

/** 交材料、取结果，到12月23日 */
const sayMandate = ({ acts, until }: Mandate, now: number) =>
  `${acts.map((act) => mandateActs[act]).join('、')}，到${sayDay(until - 1, now)}`;

/** The agent who has said yes. */
function agentOf({ state, holderId, assignment }: CaseDoc): { id: string; name: string } | undefined {
  return isWithAgent(state) && assignment && assignment.agentId === holderId
    ? { id: assignment.agentId, name: assignment.agentName }
    : undefined;
}

const found = ({ mandates = [] }: CaseDoc, id: string): Mandate | Rejection =>
  mandates.find((one) => one.id === id) ??
  reject('MANDATE_NOT_FOUND', { mandateId: '这件事没有这份委托书。' });

/** Taken back. One that has ended already is ended. Errors: MANDATE_NOT_FOUND. */
export function revoked(kase: CaseDoc, mandateId: string, now: number): Said | Rejection {
  const mandate = found(kase, mandateId);
  if ('ok' in mandate) return mandate;
  const { id, name } = mandate.to;
  const change = {
    mandates: kase.mandates?.map((one) => (one === mandate ? { ...one, endedAt: one.endedAt ?? now } : one)),
  };
  return { agent: { id, name }, change };
}

/** The agent may show it, now. Errors: MANDATE_NOT_FOUND, MANDATE_OVER. */
export function shown(kase: CaseDoc, mandateId: string, agentId: string, now: number): Said | Rejection {
  const mandate = found(kase, mandateId);
  if ('ok' in mandate) return mandate;
  const { to } = mandate;
  const state = mandateState(kase, mandate, now);
  if (state !== 'valid') return reject('MANDATE_OVER', { mandateId: `${mandateStates[state]}。` });
  if (to.id !== agentId)
    return reject('MANDATE_OVER', { mandateId: `它委托的是${to.name}，不能转给别人用。` });
  return { text: sayMandate(mandate, now), agent: { id: to.id, name: to.name }, change: {} };
}

/** The next one may be asked for: it ran out, was made for the agent before, or ends within a week. Errors: MANDATE_NOT_FOUND, MANDATE_STANDS. */
export function renewable(kase: CaseDoc, mandateId: string, now: number): Said | Rejection {
  const mandate = found(kase, mandateId);
  if ('ok' in mandate) return mandate;
  const { to, until } = mandate;
  if (mandateState(kase, mandate, now) === 'valid' && until - now > RENEW_MS)
    return reject('MANDATE_STANDS', { mandateId: `到${sayDay(until - 1, now)}才到期。` });
  return { agent: { id: to.id, name: to.name }, change: {} };
}

/** What a reader sees of them, the newest first. The drawing only the resident's side sees, and whom it names while it holds. */
export function mandatesOf(
  kase: CaseDoc,
  part: Part,
  readerId: string,
  now: number,
): MandateView[] | undefined {
  if (!kase.mandates || part === 'candidate' || part === 'colleague' || part === 'companion')
    return undefined;
  return kase.mandates
    .map((mandate): MandateView => {
      const { endedAt: _, strokes, to, by, ...rest } = mandate;
      const state = mandateState(kase, mandate, now);
      const seesIt = isAtHome(part) || (to.id === readerId && state === 'valid');
      return {
        ...rest,
        to: { part: to.part, name: to.name },
        by: seesIt ? by : '居民',
        state,
        strokes: seesIt ? strokes : undefined,
      };
    })
    .reverse();
}
