import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import type { CaseRow } from 'contract/models';
import { reportCode } from 'contract/report';
import { modes } from 'contract/words';
import { ofBundle } from '@/components/bundle-card';
import { Icon } from '@/components/icon';
import type { IconName } from '@/components/icon/icons';
import { whenWords } from '@/format/when';

const isReport = ({ serviceCode }: CaseRow) => serviceCode === reportCode;
const isAway = (row: CaseRow) => isReport(row) || row.mode === 'home-visit' || row.mode === 'appointment';

/** Who it is for, where to go, when, and what next: what an agent reads on their feet. */
export function Errand({ row, now }: { row: CaseRow; now: number }) {
  return (
    <View className="errand">
      <Line icon="person">
        {row.residentName} · {isReport(row) ? '随手报' : modes[row.mode]}
      </Line>
      {row.place && isAway(row) && <Line icon="place">{row.place}</Line>}
      {row.joined !== undefined && row.joined > 0 && (
        <Line icon="people">另有{row.joined}位邻居也遇到了</Line>
      )}
      {row.appointmentAt && <Line icon="calendar">约好{whenWords(row.appointmentAt, now)}</Line>}
      {row.bundle && <Line icon="all">{ofBundle(row)}</Line>}
      {!row.offer && <Line icon="clock">{row.next}</Line>}
    </View>
  );
}

function Line({ icon, children }: PropsWithChildren<{ icon: IconName }>) {
  return (
    <View className="errand-line">
      <Icon name={icon} />
      <View className="errand-words">{children}</View>
    </View>
  );
}
