import { type Answer, ruleFor } from '../domain/delivery/delivery';
import { messageOf } from '../domain/delivery/message';
import { spent } from '../domain/delivery/subscriber';
import type { Outcome, Trial } from '../kit/trial';
import { get, transact } from '../kit/store';
import { accountFor } from './account-for';
import { send } from './send';

/** No case has this number. */
const NO = '00000000';

/** Sends a person one message that says nothing, by a “yes” of theirs; the same request again sends none. */
export async function sendTrial({ to, kind, requestId }: Trial, now: number): Promise<Outcome> {
  const person = await get('people', to);
  const taken = await transact(async (tx) => {
    const subscriber = await tx.get('subscribers', to);
    const change = subscriber && spent(subscriber, kind, requestId);
    if (change === 'again') return 'again';
    if (change) await tx.update('subscribers', to, change);
    return change ? 'taken' : 'none';
  });
  if (taken === 'again') return { isSent: true, why: '这一条刚才发过了，看看微信的“服务通知”。' };
  const answer: Answer =
    taken === 'none' || !person?.openid
      ? 43101
      : await send(person.openid, { template: kind, page: 'pages/home/index' }, messageOf(wordsOf(now)));
  if (person && taken === 'taken') await accountFor(person._id, kind, answer, now);
  return { isSent: answer === 0, code: answer, why: said(answer) };
}

/** The whole sentence, with what to do next. */
function said(answer: Answer): string {
  const { why } = ruleFor(answer);
  if (answer === 0) return `${why}，看看“服务通知”。`;
  return `没有发成：${why}${answer === undefined ? '' : `（微信代码${answer}）`}。先检查一遍，照提示改好再试。`;
}

const wordsOf = (at: number): Parameters<typeof messageOf>[0] => ({
  serviceName: '试发一条',
  phrase: '试一试',
  brief: '收到这一条，就是发得到了',
  at,
  no: NO,
});
