import { dayOf } from 'contract/time';

/** Months and quarters as a sample knows them: `2026-11`, `2026-Q4`. */

/** 2026年11月; 2026年第4季度 */
export function periodName(period: string): string {
  const [year = '', part = ''] = period.split('-');
  return part.startsWith('Q') ? `${year}年第${part.slice(1)}季度` : `${year}年${Number(part)}月`;
}

const MONTHS = 3;
const QUARTERS = 2;

/** The latest that are over, newest first: the quarters, then the months. */
export function pastPeriods(now: number): string[] {
  const [year = 0, month = 0] = dayOf(now).split('-').map(Number);
  const back = <T>(count: number, of: (i: number) => T) => Array.from({ length: count }, (_, i) => of(i + 1));
  const months = year * 12 + (month - 1);
  const quarters = Math.floor(months / 3);
  return [
    ...back(QUARTERS, (i) => `${Math.floor((quarters - i) / 4)}-Q${((quarters - i) % 4) + 1}`),
    ...back(
      MONTHS,
      (i) => `${Math.floor((months - i) / 12)}-${String(((months - i) % 12) + 1).padStart(2, '0')}`,
    ),
  ];
}
