import { spokenNo } from 'contract/case-no';
import type { CaseView, PaperView } from 'contract/models';
import { shanghai } from 'contract/time';
import { materialSources, paperStates } from 'contract/words';
import { dayWords } from '@/format/when';
import type { Tone } from '../tag';

/** What is written across the photos of a case: what they are for, the day and the case. */
export const stampOf = ({ serviceName, no }: Pick<CaseView, 'serviceName' | 'no'>, now: number) => [
  `仅供办理〈${serviceName}〉使用`,
  `${shanghai(now).format('YYYY年M月D日')} 办件${spokenNo(no)}`,
];

/** How a paper stands, in a word or two. */
export function stateWords(
  { state, photos, electronicLicence, dueAt, with: other }: PaperView,
  now: number,
): string {
  if (other) return state === 'missing' ? `随〈${other}〉一起交` : `已随〈${other}〉交过`;
  if (state === 'sent') return `照片${photos}张`;
  if (state === 'unneeded') return electronicLicence ? paperStates.unneeded : '用不着';
  if (state === 'later' && dueAt !== undefined) return `${dayWords(dueAt, now)}前补`;
  return paperStates[state];
}

/** The colour of it: what was asked for again before all. */
export function toneOf({ state, verdict, required, with: other }: PaperView): Tone {
  if (verdict) return verdict.isGood ? 'ok' : 'warning';
  if (state === 'later') return 'progress';
  return state === 'missing' && required && !other ? 'warning' : 'plain';
}

/** What form it has and where it is from, in a line. */
export function formWords({ original, copies, source }: PaperView): string {
  const forms = [original && '原件', copies > 0 && `复印件${copies}份`].filter(Boolean).join('和');
  return [forms, materialSources[source]].filter(Boolean).join(' · ');
}

/** What its agent said of it as it is now. */
export function verdictWords({ verdict }: PaperView, mine: boolean): string | undefined {
  if (!verdict) return undefined;
  if (verdict.isGood) return mine ? '看过了，可以。' : '代办员看过了，可以。';
  return `${mine ? '请居民补' : '代办员说'}：${verdict.fault ?? ''}`;
}

/** 都要的, and of the others what was touched: the rest only where the case is such. */
export const isShown = ({ required, state, verdict, isRefused }: PaperView): boolean =>
  required || state !== 'missing' || verdict !== undefined || isRefused === true;
