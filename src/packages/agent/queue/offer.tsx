import { View } from '@tarojs/components';
import type { CaseRow } from 'contract/models';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { Press } from '@/components/press';
import { DueTag, Tag } from '@/components/tag';
import { offerWords } from '@/format/offer';
import { go } from '@/routes';
import { Errand } from './errand';

interface Props {
  row: CaseRow & Required<Pick<CaseRow, 'offer'>>;
  now: number;
  busy: boolean;
  onAccept(): void;
}

/** A case that waits for this agent's yes or no, how long for, and both answers in reach. */
export function Offer({ row, now, busy, onAccept }: Props) {
  const { offer } = row;
  return (
    <View className="offer">
      <Press onPress={() => go.agentCase(row.caseId)}>
        <View className="offer-inside">
          <View className="offer-words">
            <View className="offer-left">
              <Icon name="bell" />
              <View>{offerWords(offer, now)}</View>
            </View>
            <View className="offer-title">{row.serviceName}</View>
            <View className="offer-tags">
              {offer.from && <Tag tone="progress">{offer.from}请您接手</Tag>}
              <DueTag kase={row} now={now} />
            </View>
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
          label={`接单：${row.serviceName}，${row.residentName}`}
          onPress={onAccept}
        >
          接单
        </Button>
        <Button
          label={`不接：${row.serviceName}，${row.residentName}`}
          onPress={() => go.agentDeed(row.caseId, 'decline')}
        >
          不接
        </Button>
      </View>
    </View>
  );
}
