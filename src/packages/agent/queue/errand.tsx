import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import type { CaseRow } from 'contract/models';
import { modes } from 'contract/words';
import { Icon } from '@/components/icon';
import type { IconName } from '@/components/icon/icons';
import { whenWords } from '@/format/when';

const isAway = ({ mode }: CaseRow) => mode === 'home-visit' || mode === 'appointment';

/** Who it is for, where to go, when, and what next: what an agent reads on their feet. */
export function Errand({ row, now }: { row: CaseRow; now: number }) {
  return (
    <View className="errand">
      <Line icon="person">
        {row.residentName} · {modes[row.mode]}
      </Line>
      {row.place && isAway(row) && <Line icon="place">{row.place}</Line>}
      {row.appointmentAt && <Line icon="calendar">约好{whenWords(row.appointmentAt, now)}</Line>}
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
