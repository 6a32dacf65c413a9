import { type Rejection, isRejection, reject } from '../../contract/errors';
import type { PersonDoc } from '../domain/documents';
import { maskText } from '../domain/mask';
import { isResident } from '../kit/people';
import { overseenPerson } from '../kit/registered';
import { askFor as write, close, requestView } from '../kit/requests';
import { mayOversee } from '../kit/rights';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';

/** Asks for a correction or for leaving. Errors: BAD_INPUT, LAST_ADMIN, ORIGINAL_OUT, LEAVING_CASES_OPEN, LEAVING_ASKED. */
export const ask: HandlerOf<'privacy.ask'> = async (context, wish) => {
  const refused = unaskable(context.who, wish);
  if (refused) return refused;
  const doc = await write(context, context.who, masked(wish));
  return isRejection(doc) ? doc : requestView(doc, context.now);
};

/** The same for somebody without WeChat, with their paper. Errors: besides, ASKS_THEMSELVES and those of `overseenPerson`. */
export const askFor: HandlerOf<'privacy.askFor'> = async (context, { personId, paper, ...wish }) => {
  const person = await overseenPerson(context, 'privacy.askFor', personId);
  if (isRejection(person)) return person;
  if (person.openid !== undefined && person._id !== context.who._id)
    return reject('ASKS_THEMSELVES', { personId: '请本人在“我的信息”里提。' });
  const refused = unaskable(person, wish);
  if (refused) return refused;
  const doc = await write(context, person, { ...masked(wish), paper: maskText(paper) });
  return isRejection(doc) ? doc : requestView(doc, context.now);
};

const masked = <W extends { text?: string }>(wish: W): W => ({
  ...wish,
  ...(wish.text !== undefined && { text: maskText(wish.text) }),
});

function unaskable(
  person: PersonDoc,
  { kind, text }: { kind: 'correct' | 'leave'; text?: string },
): Rejection | undefined {
  if (kind === 'correct' && text === undefined)
    return reject('BAD_INPUT', { text: '请写哪里不对、应该是什么。' });
  // Who has a post and nothing besides: the post is ended by who gave it.
  if (kind === 'leave' && !isResident(person))
    return reject('BAD_INPUT', { kind: '您在这里只有工作岗位。不做了，请管理员停用。' });
  return undefined;
}

/** The person takes their wish back; of somebody without WeChat, the staff who keep the paper. Errors: REQUEST_NOT_FOUND, REQUEST_CLOSED. */
export const takeBack: HandlerOf<'privacy.takeBack'> = async (context, { id }) => {
  const found = await get('dataRequests', id);
  const isTheirs = found?.personId === context.who._id;
  const isStaffs = found?.by.isStaff && mayOversee('privacy.decide', context.who, found.unit) === true;
  if (!found || !(isTheirs || isStaffs)) return reject('REQUEST_NOT_FOUND', { id: '没有这个请求。' });
  const doc = await close(context, found, { state: 'takenBack' });
  return isRejection(doc) ? doc : requestView(doc, context.now);
};
