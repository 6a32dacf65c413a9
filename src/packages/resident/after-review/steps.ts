import type { RectificationView } from 'contract/models';
import type { RectifyState } from 'contract/states';
import { levels } from 'contract/words';
import type { Step } from '@/components/steps';
import { dayWords } from '@/format/when';

/** All of it once it is under way; at the moment of the review only who answers for it and by when. */
export type Plan = Pick<RectificationView, 'orgName' | 'verifyBy' | 'mendBy'> & Partial<RectificationView>;

const order: readonly RectifyState[] = ['verifying', 'mending', 'calling', 'closed'];

/** 整改 as the resident reads it: looked into, mended, called back; by when, or what came of it. */
export function stepsOf(plan: Plan, now: number): Step[] {
  const { verifyBy, mendBy, state = 'verifying' } = plan;
  const stands = order.indexOf(state);
  const at = (index: number) => (index < stands ? 'done' : index === stands ? 'now' : undefined);
  const by = (index: number, dueAt: number) => (index < stands ? undefined : dueWords(dueAt, now));
  return [
    { ...verified(plan), meta: by(0, verifyBy), at: at(0) },
    { ...mended(plan), meta: by(1, mendBy), at: at(1) },
    { ...called(plan), meta: by(2, mendBy), at: at(2) },
  ];
}

function dueWords(dueAt: number, now: number): string {
  const day = dayWords(dueAt, now);
  return dueAt < now ? `该在${day},晚了,已经报给上一级` : `最晚${day}`;
}

function verified({
  isUpheld,
  isRefused,
  findings,
  orgName,
  handler = '',
}: Plan): Pick<Step, 'title' | 'text'> {
  if (isUpheld === undefined)
    return {
      title: '查清楚是怎么回事',
      text: `${isRefused ? '您还不满意，' : ''}${orgName}${handler}来查,没经手过您这件事。`,
    };
  return { title: isUpheld ? '查清楚了,情况属实' : '查清楚了,和您说的有出入', text: findings };
}

function mended({ isUpheld, outcome, mended: text }: Plan): Pick<Step, 'title' | 'text'> {
  if (isUpheld === false) return { title: '不用整改' };
  if (outcome === undefined) return { title: '改好' };
  return { title: outcome === 'explained' ? '给您解释了' : '改好了', text };
}

function called(plan: Plan): Pick<Step, 'title' | 'text'> {
  const { state, calls = [], unreached, after, afterText } = plan;
  if (state === 'closed') {
    if (unreached) return { title: `打了${calls.length}次电话,没打通` };
    const said = [after && levels[after], afterText].filter(Boolean).join(',');
    return { title: '打过电话了', text: said ? `您说:${said}` : undefined };
  }
  return {
    title: '打电话告诉您',
    text: calls.length > 0 ? `打过${calls.length}次,没打通,还会再打。` : undefined,
  };
}
