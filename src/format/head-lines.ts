import type { Head } from 'contract/models';
import { instantOf } from 'contract/time';
import { fullDay } from './when';

/** What a check needs of a head, in letters, as a sheet has it. */
export const headLines = ({ unit, n, hash, day }: Head): { name: string; value: string }[] => [
  { name: '封存到', value: fullDay(instantOf(day)) },
  { name: '一共', value: `${n}条` },
  { name: '校验码', value: hash.replace(/(.{4})(?=.)/g, '$1 ') },
  { name: '核对用名', value: `linli-daiban/${unit}` },
];
