import { shanghai } from '../../contract/time';
import { channels, modes, stateNames } from '../../contract/words';
import type { CaseDoc, OrgDoc } from '../domain/documents';
import { isOfStaff } from '../domain/case/complaint';
import { asShown, ofCase } from '../domain/shown';
import type { Range } from '../../contract/period';
import { spanOf } from '../domain/time/range';
import { findBetween } from '../kit/page';
import { org } from '../kit/reference';
import { within } from '../kit/units';
import type { Cell } from './sheet';

export const caseHead = [
  '编号',
  '服务事项',
  '办理方式',
  '渠道',
  '社区',
  '网格',
  '状态',
  '提交时间',
  '承诺办结时间',
  '办结时间',
  '按时办结',
  '居民',
  '电话',
  '代办员',
] as const;

/**
 * A unit's cases that were asked for in a range, oldest first, read a page at a time. No review stands beside a case:
 * a reader of the file could tell whose it is. Complaints are not among them: a file goes from hand to hand.
 */
export async function* caseRows(unit: OrgDoc, range: Range): AsyncGenerator<Cell[]> {
  const asked = findBetween('cases', within(unit), 'submittedAt', spanOf(range), { only: shown });
  for await (const kase of asked) if (!isOfStaff(kase)) yield rowOf(kase);
}

const shown: (keyof CaseDoc)[] = [
  'category',
  'no',
  'serviceName',
  'mode',
  'channel',
  'unit',
  'gridName',
  'state',
  'submittedAt',
  'dueAt',
  'completedAt',
  'endedLate',
  'contact',
  'assignment',
];

async function rowOf(kase: CaseDoc): Promise<Cell[]> {
  const { no, serviceName, mode, channel, unit, gridName, state, contact, assignment } = kase;
  const community = unit.community === undefined ? undefined : await org(unit.community);
  return [
    no,
    serviceName,
    modes[mode],
    channels[channel],
    community?.name ?? '',
    gridName ?? '',
    stateNames[state],
    timeOf(kase.submittedAt),
    timeOf(kase.dueAt),
    state === 'completed' && kase.completedAt !== undefined ? timeOf(kase.completedAt) : '',
    state === 'completed' ? (kase.endedLate ? '否' : '是') : '',
    asShown('name', contact.name, ofCase.name.file) ?? '',
    asShown('phone', contact.phone, ofCase.phone.file) ?? '',
    assignment?.agentName ?? '',
  ];
}

const timeOf = (at: number): string => shanghai(at).format('YYYY-MM-DD HH:mm');
