import { View } from '@tarojs/components';
import type { CaseRow } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { Press } from '@/components/press';
import { DueTag, StateTag } from '@/components/tag';
import { go } from '@/routes';
import { Errand } from './errand';

/** A case that waits for this agent's yes or no, with both in reach. */
export function Offer({ row, busy, onAccept }: { row: CaseRow; busy: boolean; onAccept(): void }) {
  const now = currentTime();
  return (
    <View className="offer">
      <Press onPress={() => go.agentCase(row.caseId)}>
        <View className="offer-inside">
          <View className="offer-words">
            <View className="offer-tags">
              <StateTag state={row.state} />
              <DueTag kase={row} now={now} />
            </View>
            <View className="offer-title">{row.serviceName}</View>
            <Errand row={row} now={now} />
          </View>
          <Icon name="next" />
        </View>
      </Press>
      <View className="offer-deeds">
        <Button
          look="main"
          icon="tick"
          busy={busy}
          label={`接单:${row.serviceName},${row.residentName}`}
          onPress={onAccept}
        >
          接单
        </Button>
        <Button
          label={`不接:${row.serviceName},${row.residentName}`}
          onPress={() => go.agentDeed(row.caseId, 'decline')}
        >
          不接
        </Button>
      </View>
    </View>
  );
}
