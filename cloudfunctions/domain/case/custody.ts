import { type Rejection, reject } from '../../../contract/errors';
import { limits } from '../../../contract/limits';
import type { CustodyView } from '../../../contract/models';
import { type ConfirmWay, type CustodyState, custodyStates, resultStates } from '../../../contract/words';
import { cardOf, clockOfDays } from '../time/clock';
import type { Actor, CaseDoc, Custody, Hours, PersonDoc } from '../documents';
import { standard } from '../policy';

/** 原件: from hand to hand, both sides saying that it was so. Rules: docs/decisions/0053. */

/** What a step on an original says and sets. */
export interface OfCustody {
  text: string;
  paper: string;
  change: Partial<Pick<CaseDoc, 'custody'>>;
}

/** From when it is said to have been taken until the resident says that it is back. */
const OUT = ['giving', 'held', 'lodged', 'returning'] as const satisfies CustodyState[];

/** Is it about 证件 that the office made? By the id that its event carries. */
export const isOfResult = (id: string | undefined): boolean => id?.startsWith('r') ?? false;

export const isOut = ({ state }: Custody): boolean => OUT.some((one) => one === state);

/** Names what keeps a case from ending. Errors: ORIGINAL_OUT. */
export function originalsOut({ custody = [] }: Pick<CaseDoc, 'custody'>): Rejection | undefined {
  const out = custody.filter((one) => isOut(one) && !one.isResult);
  if (out.length === 0) return undefined;
  const which = out.map(({ what, by, state }) =>
    state === 'returning' ? `${what}（${custodyStates.returning}）` : `${what}（${by.name}收的）`,
  );
  return reject('ORIGINAL_OUT', {
    caseId: `原件还没还：${which.join('、')}。还给居民、居民认了以后再办这一步。`,
  });
}

/** 证件 of a case that the resident has not said to have. */
export function owedOf({
  custody = [],
  assignment,
}: Pick<CaseDoc, 'custody' | 'assignment'>): CaseDoc['owed'] {
  const owed = custody.filter((one) => one.isResult && isOut(one));
  if (owed.length === 0) return undefined;
  const names = (those: readonly Custody[]) => those.map(({ what }) => what).join('、');
  const said = owed.filter(({ state }) => state === 'returning');
  const isSaid = said.length === owed.length;
  return {
    by: assignment?.agentId ?? '',
    what: names(isSaid ? owed : owed.filter((one) => !said.includes(one))),
    isSaid,
    ...(!isSaid && said.length > 0 && { said: names(said) }),
  };
}

/** The agent has taken an original; or, of a case that is done, has 证件 for the resident. Errors: ORIGINALS_FULL. */
export function kept(
  { custody = [], terms }: Pick<CaseDoc, 'custody' | 'terms'>,
  { what, where, isResult }: { what: string; where: string; isResult?: true },
  { id, name }: Pick<Actor, 'id' | 'name'>,
  hours: Hours,
  now: number,
): OfCustody | Rejection {
  if (custody.length >= limits.originals) return reject('ORIGINALS_FULL');
  const one: Custody = {
    id: `${isResult ? 'r' : 'o'}${custody.length}`,
    what,
    isResult,
    state: isResult ? 'held' : 'giving',
    by: { id, name },
    clock: clockOfDays(hours, now, terms.custodyDays ?? standard.custodyDays),
    given: { at: now, where },
    slips: [],
  };
  return { text: `${what}，${where}`, paper: one.id, change: { custody: [...custody, one] } };
}

/** It is at a window. Errors: ORIGINAL_NOT_FOUND, ORIGINAL_NOT_NOW. */
export function lodged(kase: Holds, id: string, where: string, now: number): OfCustody | Rejection {
  return moved(kase, id, isOfResult(id) ? [] : ['giving', 'held', 'lodged'], (one) => ({
    says: `${one.what}，${where}`,
    next: { ...one, state: 'lodged', lodged: { at: now, where } },
  }));
}

/** Somebody says that it was given back, or handed over. Errors: ORIGINAL_NOT_FOUND, ORIGINAL_NOT_NOW, BAD_INPUT for a parcel without its number. */
export function givenBack(
  kase: Holds,
  id: string,
  { to, where, by, way, ...parcel }: Handed,
  now: number,
): OfCustody | Rejection {
  const { courier, number } = way === 'post' ? parcel : {};
  if (way === 'post' && courier === undefined) return reject('BAD_INPUT', { courier: '请写快递公司。' });
  if (way === 'post' && number === undefined) return reject('BAD_INPUT', { number: '请写快递单号。' });
  const how =
    way === 'post' ? `${courier}${number}寄给${to}` : `交给${to}${way === 'other' ? '（不是本人）' : ''}`;
  return moved(kase, id, ['giving', 'held', 'lodged'], (one) => ({
    says: `${one.what}，${how}，${where}`,
    next: { ...one, state: 'returning', back: { at: now, to, where, by, way, courier, number } },
  }));
}

/** The resident's yes to what was said last. `slip`: a photo of what they signed. Errors: ORIGINAL_NOT_FOUND, ORIGINAL_NOT_NOW. */
export function confirmed(
  kase: Holds,
  id: string,
  { how, by, slip, text }: { how: ConfirmWay; by: string; slip?: string; text?: string },
  now: number,
): OfCustody | Rejection {
  const yes = { at: now, by, how };
  return moved(kase, id, ['giving', 'returning'], (one) => ({
    says: [`${one.what}${one.isResult ? '收到了' : one.back ? '拿到了' : '交了'}`, text]
      .filter(Boolean)
      .join('，'),
    next: {
      ...one,
      slips: slip === undefined ? one.slips : [...one.slips, slip],
      ...(one.back
        ? {
            state: 'returned' as const,
            back: { ...one.back, confirmed: yes },
            clock: { ...one.clock, stoppedAt: now },
          }
        : { state: 'held' as const, given: { ...one.given, confirmed: yes } }),
    },
  }));
}

/** It was not so: what was never given is not out; what was not given back still is. Errors: ORIGINAL_NOT_FOUND, ORIGINAL_NOT_NOW. */
export function denied(kase: Holds, id: string, text: string, now: number): OfCustody | Rejection {
  return moved(kase, id, ['giving', 'returning'], ({ back, ...one }) => ({
    says: `${one.what}${one.isResult ? '没收到' : back ? '没拿到' : '没有交'}，${text}`,
    next: back
      ? { ...one, state: one.lodged ? 'lodged' : 'held' }
      : { ...one, state: 'void', clock: { ...one.clock, stoppedAt: now } },
  }));
}

type Holds = Pick<CaseDoc, 'custody'>;
/** To whom, where and by whom it was handed over, and how. */
type Handed = Pick<NonNullable<Custody['back']>, 'to' | 'where' | 'by' | 'way' | 'courier' | 'number'>;

function moved(
  { custody = [] }: Holds,
  id: string,
  from: readonly CustodyState[],
  step: (one: Custody) => { says: string; next: Custody },
): OfCustody | Rejection {
  const one = custody.find((each) => each.id === id);
  if (!one) return reject('ORIGINAL_NOT_FOUND', { custody: '没有这样东西。' });
  if (!from.includes(one.state))
    return reject('ORIGINAL_NOT_NOW', {
      custody: `${one.what}现在是：${(one.isResult ? resultStates : custodyStates)[one.state]}。`,
    });
  const { says, next } = step(one);
  return {
    text: says,
    paper: id,
    change: { custody: custody.map((each) => (each === one ? next : each)) },
  };
}

/**
 * In which way a member of staff may say the resident's yes: a manager who asked them says how; the agent only for a resident
 * without WeChat, by the slip that they signed. `hadIt`: the case was in their own hands. Errors: OWN_CASE, CONFIRMS_THEMSELVES, SLIP_NEEDED, BAD_INPUT.
 */
export function wayFor(
  part: Actor['part'],
  hadIt: boolean,
  resident: Pick<PersonDoc, 'openid'> | undefined,
  { slip, text }: { slip?: string; text?: string },
): ConfirmWay | Rejection {
  if (part === 'resident') return 'phone';
  if (part === 'manager' && hadIt) return reject('OWN_CASE', { custody: '这件经过您的手，请换一位来问。' });
  if (part === 'manager')
    return text === undefined ? reject('BAD_INPUT', { text: '请写一句怎么问的本人。' }) : 'call';
  if (resident?.openid) return reject('CONFIRMS_THEMSELVES', { custody: '请本人在手机上点一下。' });
  return slip === undefined ? reject('SLIP_NEEDED', { slip: '请把签了字的收条拍下来。' }) : 'slip';
}

/** An original as those in the case see it. */
export function custodyView({ clock, by, slips, ...one }: Custody, now: number): CustodyView {
  return { ...one, by: by.name, dueAt: clock.dueAt, card: cardOf(clock, now), slips: slips.length };
}
