import { View } from '@tarojs/components';
import { spokenNo } from 'contract/case-no';
import type { CaseRow } from 'contract/models';
import { isOpen } from 'contract/states';
import { modes, rectifyNames, tierNames } from 'contract/words';
import { ofBundle } from '@/components/bundle-card';
import { ListRow } from '@/components/list-row';
import { whenWords } from '@/format/when';
import { go } from '@/routes';
import { RectifyTag } from '../reviews/rectify-tag';
import { CardTag } from './card-tag';

/** One case on the board: how pressing it is, why it stands where it stands, whose it is. */
export function BoardRow({ row, now }: { row: CaseRow; now: number }) {
  const { rectify } = row;
  return (
    <ListRow
      title={row.serviceName}
      tag={
        rectify && !isOpen(row.state) ? (
          <RectifyTag rectify={rectify} now={now} />
        ) : (
          <CardTag row={row} now={now} />
        )
      }
      note={
        <>
          <Alarms row={row} />
          <View className="board-says">{holderWords(row)}</View>
          <View className="board-facts">
            <View>{row.residentName}</View>
            {row.place && <View>{row.place}</View>}
            <View>{modes[row.mode]}</View>
            <View>编号 {spokenNo(row.no)}</View>
            {row.bundle && <View>{ofBundle(row)}</View>}
            {row.state === 'submitted' && <View>{whenWords(row.submittedAt, now)}提交</View>}
          </View>
        </>
      }
      onPress={() => go.managerCase(row.caseId)}
    />
  );
}

/** What stands in the way of a case, the most pressing first. */
export function Alarms({ row: { escalatedTo, rectify, asked } }: { row: CaseRow }) {
  return (
    <>
      {escalatedTo && <View className="board-alarm">已上报{tierNames[escalatedTo]}，还没有人确认</View>}
      {rectify && <View className="board-says">差评{rectifyNames[rectify.state]}</View>}
      {asked && <View className="board-says">吹哨问：{asked}</View>}
    </>
  );
}

/** Which agent has it, or why none has. */
export const holderWords = ({ failure, agentName, next }: CaseRow) =>
  failure ?? (agentName ? `代办员 ${agentName}` : next);
