import { View } from '@tarojs/components';
import type { CaseRow } from 'contract/models';
import { modes } from 'contract/words';
import { Button } from '@/components/button';
import { FieldError } from '@/components/field';
import { Icon } from '@/components/icon';
import { Press } from '@/components/press';
import { DueTag } from '@/components/tag';
import { whenWords } from '@/format/when';
import { go } from '@/routes';

interface Props {
  row: CaseRow;
  now: number;
  busy: boolean;
  /** why it could not be taken */
  refusal?: string;
  onClaim(): void;
}

/** A case without an agent: what it is, where, since when it waits. */
export function Unclaimed({ row, now, busy, refusal, onClaim }: Props) {
  return (
    <View className="unclaimed">
      <Press onPress={() => go.agentCase(row.caseId)}>
        <View className="unclaimed-inside">
          <View className="unclaimed-words">
            <View className="unclaimed-title">{row.serviceName}</View>
            <View>
              <DueTag kase={row} now={now} />
            </View>
            <View>{[row.residentName, row.place, modes[row.mode]].filter(Boolean).join(' · ')}</View>
            {row.appointmentAt && <View>约好{whenWords(row.appointmentAt, now)}</View>}
            <View>{whenWords(row.submittedAt, now)}提交的</View>
          </View>
          <Icon name="next" />
        </View>
      </Press>
      <View className="unclaimed-deeds">
        <FieldError id={`claim-${row.caseId}`}>{refusal}</FieldError>
        <Button
          look="main"
          icon="tick"
          busy={busy}
          label={`我来办：${row.serviceName}，${row.residentName}`}
          onPress={onClaim}
        >
          我来办
        </Button>
      </View>
    </View>
  );
}
