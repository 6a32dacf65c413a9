import type { Head } from 'contract/models';
import { instantOf } from 'contract/time';
import type { Line } from '@/components/sheet/model';
import { fullDay } from '@/format/when';

/** What a check needs of a head, in letters. */
export const headLines = ({ unit, n, hash, day }: Head): Line[] => [
  { name: '封存到', value: fullDay(instantOf(day)) },
  { name: '一共', value: `${n}条` },
  { name: '校验码', value: hash.replace(/(.{4})(?=.)/g, '$1 ') },
  { name: '核对用名', value: `linli-daiban/${unit}` },
];
