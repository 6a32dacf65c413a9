import * as cloud from 'wx-server-sdk';
import * as v from 'valibot';
import { noticeKind } from '../../contract/models';

/** A message to oneself, to see that it arrives: `admin` asks for it, `notify` sends it. */
export const trial = v.object({
  trial: v.object({ to: v.string(), kind: noticeKind, requestId: v.string() }),
});
export type Trial = v.InferOutput<typeof trial>['trial'];

const outcome = v.object({ isSent: v.boolean(), code: v.optional(v.number()), why: v.string() });
export type Outcome = v.InferOutput<typeof outcome>;

/** Has `notify` send it, and gives what WeChat said. Throws where `notify` does not answer. */
export async function trialMessage(wish: Trial): Promise<Outcome> {
  const { result } = (await cloud.callFunction({ name: 'notify', data: { trial: wish } })) as {
    result?: unknown;
  };
  return v.parse(outcome, result);
}
