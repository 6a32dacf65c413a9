import { View } from '@tarojs/components';
import { spokenNo } from 'contract/case-no';
import type { CaseRow } from 'contract/models';
import { reportCode } from 'contract/report';
import { WITH_AGENT, isOpen } from 'contract/states';
import { relationNames } from 'contract/words';
import { dayWords } from '@/format/when';
import { Icon } from '../icon';
import { Press } from '../press';
import { StateTag, Tag } from '../tag';
import './case-card.scss';

/** A resident's case in a list: what, where it stands, what comes next and by when. */
export function CaseCard({ row, now, onPress }: { row: CaseRow; now: number; onPress(): void }) {
  const open = isOpen(row.state);
  return (
    <Press className="case-card" onPress={onPress}>
      <View className="case-card-inside">
        <View className="case-card-words">
          <View className="case-card-top">
            <View className="case-card-title">{row.serviceName}</View>
            <StateTag state={row.state} kind={row.kind} mine />
          </View>
          {row.relation && (
            <View>
              替{relationNames[row.relation]}
              {row.residentName}办
            </View>
          )}
          {row.serviceCode === reportCode && row.place && <View>{row.place}</View>}
          <View>{row.next}</View>
          <View className="case-card-note">
            {!open && <View>{dayWords(row.submittedAt, now)}提交</View>}
            {needsDue(row, now) && (
              <View>
                <Due at={row.dueAt} now={now} provisional={row.provisional} kind={row.kind} />
              </View>
            )}
            <View>编号 {spokenNo(row.no)}</View>
          </View>
        </View>
        <Icon name="next" />
      </View>
    </Press>
  );
}

/** By when it is promised; past that it says so. `provisional`: the holidays of that year are not published yet. */
export function Due({
  at,
  now,
  provisional,
  kind,
}: { at: number } & Pick<CaseRow, 'provisional' | 'kind'> & { now: number }) {
  if (at < now) return <Tag tone="breach">已过{dayWords(at, now)}的期限</Tag>;
  return (
    <>
      最晚{dayWords(at, now)}
      {kind === 'question' ? '答复' : '办好'}
      {provisional && '（暂定）'}
    </>
  );
}

/** While an agent works on it, `next` says by when, or that it waits for the resident; a day gone by is said aloud. */
function needsDue({ state, dueAt, pausedAt, kind }: CaseRow, now: number): boolean {
  if (!isOpen(state) || pausedAt !== undefined || kind === 'waiting') return false;
  if (kind === 'complaint' && dueAt >= now) return false;
  return dueAt < now || !WITH_AGENT.some((one) => one === state);
}
