import { type Rejection, reject } from '../../../contract/errors';
import { limits } from '../../../contract/limits';
import { type CaseView, type Source, saySource } from '../../../contract/models';
import { dayOf, shanghai } from '../../../contract/time';
import type { CaseDoc, Hours } from '../documents';
import { nextWorkingInstant } from '../time/calendar';
import { clockOfDays } from '../time/clock';
import { isComplaint } from './complaint';
import { resumed } from './pause';
import type { Change } from './timeline';

/** 政策咨询: asked, answered by what it stands on, then done: the asker says that it helped, asks on once, or says nothing. */
const dayMs = 86_400_000;

/** An answer: done by itself after these days, unless it is asked on. The timeline keeps each answer with its source. */
export function answered(
  kase: CaseDoc,
  { result, source }: { result: string; source: Source },
  hours: Hours,
  now: number,
): { text: string; change: Change } {
  return {
    text: `${result}（${saySource(source)}）`,
    change: {
      ...resumed(kase, hours, now),
      result,
      completedAt: now,
      completedMonth: shanghai(now).format('YYYY-MM'),
      question: { ...kase.question, source, closeAt: now + limits.askOnDays * dayMs },
      steps: kase.steps.map((step) => ({ ...step, doneAt: step.doneAt ?? now })),
    },
  };
}

/** Done: nothing can be asked on any more. */
export const over = ({ question }: CaseDoc, now: number): Change => ({
  question: { ...question, closeAt: undefined, closedAt: now },
});

/** The answer did. Errors: QUESTION_CLOSED. */
export function helped(kase: CaseDoc, now: number): Change | Rejection {
  if (kase.question?.closedAt !== undefined) return isOver();
  const { question } = over(kase, now);
  return { question: { ...question, helped: true } };
}

const isOver = () => reject('QUESTION_CLOSED', { caseId: '已经办结了。' });

/** Asked on, once, of whoever answered, with a clock of its own. What complains of them is not for them to read. Errors: ASKED_ON_ALREADY, QUESTION_CLOSED, BAD_INPUT. */
export function askedOn(kase: CaseDoc, text: string, hours: Hours, now: number): Change | Rejection {
  const { question, assignment, clocks, terms } = kase;
  if (question?.askedOnAt !== undefined)
    return reject('ASKED_ON_ALREADY', { caseId: '已经接着问过一次了。' });
  if (question?.closedAt !== undefined) return isOver();
  if (isComplaint(text))
    return reject('BAD_INPUT', { text: '要投诉工作人员，请点“要投诉，交给上级”，被投诉的人看不到。' });
  return {
    holderId: assignment?.agentId,
    workDay: dayOf(nextWorkingInstant(hours, now)),
    appointmentAt: undefined,
    extended: undefined,
    result: undefined,
    completedAt: undefined,
    completedMonth: undefined,
    question: { ...question, source: undefined, closeAt: undefined, askedOnAt: now },
    clocks: { ...clocks, completion: clockOfDays(hours, now, terms.workdays) },
  };
}

/** Until when it can be asked on; undefined where it cannot any more. */
function askOnUntil({ state, question }: CaseDoc): number | undefined {
  return state === 'completed' && question?.askedOnAt === undefined ? question?.closeAt : undefined;
}

/** What its readers see of it. */
export function questionOf(kase: CaseDoc): CaseView['question'] {
  if (!kase.question) return undefined;
  const { source, closeAt, closedAt, helped: isHelped } = kase.question;
  return {
    source,
    closeAt,
    closedAt,
    helped: isHelped,
    askedOn: kase.events.findLast((event) => event.do === 'askOn')?.text,
    askOnUntil: askOnUntil(kase),
  };
}

/** What comes next once it was answered. */
export function nextOfAnswered(kase: CaseDoc, you: boolean): string {
  if (kase.question?.closedAt !== undefined) return '已办结';
  if (!you) return '答复了，等居民看';
  return askOnUntil(kase) === undefined ? '有答复了' : '有答复了，有没有帮助请点一下';
}
