import type { NoticeSettings } from 'contract/models';
import type { NoticeKind } from 'contract/words';
import { call, newRequestId } from '@/cloud/call';
import { currentTime } from '@/cloud/clock';
import { asCallError } from '@/cloud/call-error';
import { onSignal } from '@/cloud/signal';
import { type Answered, askToNotify } from '@/cloud/subscribe';
import { createStore } from './store';
import { useAsync } from './use-call';

const settings = createStore<NoticeSettings | undefined>(undefined);
/** The kinds that were refused: not asked for again until the app is opened anew. */
const refused = createStore<readonly NoticeKind[]>([]);
/** Nor for so long after. */
const restMs = 7 * 24 * 60 * 60 * 1000;
type Kind = NoticeSettings['kinds'][number];

/**
 * 通知设置 of the user, one copy for all pages. `toAskFor(kinds)`: those of which no message is left and to which the user
 * did not say no in this sitting or this week; `ask(kinds)` opens WeChat's dialog for them, in a tap, and counts what was said.
 */
export function useNotices(isWanted = true) {
  const asked = useAsync(isWanted ? 'account.notices' : undefined, async () => {
    const data = await call('account.notices', {});
    settings.set(data);
    return data;
  });
  const data = settings.use();
  const no = refused.use();
  const toAskFor = (kinds: readonly NoticeKind[]) =>
    kinds.filter(
      (kind) => !no.includes(kind) && data?.kinds.some((one) => one.kind === kind && isToAskFor(one)),
    );
  return { ...asked, data, toAskFor, ask, set: settings.set };
}

const isToAskFor = ({ templateId, left, isMuted, refusedAt }: Kind) =>
  templateId !== '' && left === 0 && !isMuted && (refusedAt ?? 0) + restMs <= currentTime();

/** Must run in the tap itself: nothing is awaited before WeChat is asked. Never throws. */
async function ask(kinds: readonly NoticeKind[]): Promise<Answered> {
  const asking =
    settings.get()?.kinds.filter(({ kind, templateId }) => templateId !== '' && kinds.includes(kind)) ?? [];
  if (asking.length === 0) return { accepted: [], refused: [], banned: [] };
  const answer = await askToNotify(asking);
  const said = asking.map(({ kind }) => kind);
  const isYes = (kind: NoticeKind) => answer.accepted.includes(kind);
  refused.set([...new Set([...refused.get(), ...said])].filter((kind) => !isYes(kind)));
  if (Object.values(answer).some((some) => some.length > 0)) await tell(answer);
  return answer;
}

/** A yes that was given must be counted: without a signal it is told when there is one again, with the same id. */
async function tell(answer: Answered, requestId = newRequestId()): Promise<void> {
  try {
    settings.set(await call('account.subscribed', answer, requestId));
  } catch (failure) {
    if (asCallError(failure).code !== 'OFFLINE') return;
    const stop = onSignal(() => {
      stop();
      void tell(answer, requestId);
    });
  }
}
