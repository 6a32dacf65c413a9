import { clockOfHours } from '../time/clock';
import type { CaseDoc, Hours } from '../documents';
import type { Request } from './case';
import { isOfStaff } from './complaint';
import { isOpen } from '../../../contract/states';
import type { Change } from './timeline';

/** Asked for again while a case is open: one matter is one case, and nothing that was said is lost. */

type Matter = Pick<Request, 'item' | 'subtype' | 'note'>;

/** The open case that a request belongs to: of an item that is open once, its case; of the others, a case in the same words. */
export function sameMatter(
  earlier: readonly CaseDoc[],
  { item, subtype, note }: Matter,
): CaseDoc | undefined {
  // What complains of the staff is never mixed with what they work on.
  const open = earlier.filter((kase) => isOpen(kase.state) && !isOfStaff(kase));
  return item.openAtOnce === 'one'
    ? open[0]
    : open.find((kase) => kase.subtype === subtype && kase.note === note);
}

/** Whether the case says it all already. */
export function saysAlready(
  { note: said, subtype: kind, events }: CaseDoc,
  { note, subtype }: Pick<Request, 'note' | 'subtype'>,
): boolean {
  const isSameKind = subtype === undefined || subtype === kind;
  return isSameKind && (said === note || events.some((event) => event.do === 'add' && event.text === note));
}

/** What the words add to an open case; where they tell of danger it is urgent from now on. */
export function added(
  kase: CaseDoc,
  { item, subtype: code, note }: Pick<Request, 'item' | 'subtype' | 'note'>,
  hours: Hours,
  now: number,
): { text: string; change: Change } {
  const subtype = item.subtypes.find((one) => one.code === code);
  const text = subtype && code !== kase.subtype ? `${subtype.name}：${note}` : note;
  if (subtype?.urgency !== 'urgent' || kase.urgent) return { text, change: {} };
  const { response } = kase.clocks;
  const within = subtype.firstResponseHours ?? kase.terms.urgentResponseHours;
  const urgent = clockOfHours('always', hours, now, within);
  const isSooner = response?.stoppedAt === undefined && (!response || urgent.dueAt < response.dueAt);
  return {
    text,
    change: {
      urgent: true,
      subtype: code,
      clocks: isSooner ? { ...kase.clocks, response: urgent } : kase.clocks,
      dispatchAt: kase.state === 'submitted' ? now : kase.dispatchAt,
    },
  };
}
