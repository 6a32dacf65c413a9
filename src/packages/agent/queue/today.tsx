import { View } from '@tarojs/components';
import { timeWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { Button, CallButton } from '@/components/button';
import { Card } from '@/components/card';
import { Copy } from '@/components/copy';
import { Heading } from '@/components/heading';
import { Words } from '@/components/words';
import { go } from '@/routes';

/** 今天约好的: by hour, then by building, each with whom to call and where to go; nothing where nothing is agreed on. */
export function Today() {
  const { data } = useCall('cases.day', {});
  const visits = data?.visits ?? [];
  if (visits.length === 0) return null;
  return (
    <View className="queue-part">
      <Heading>今天约好的 {visits.length}件</Heading>
      {visits.map(
        ({ caseId, appointmentAt = 0, residentName, serviceName, mode, place, phone, pair, next }) => (
          <Card key={caseId} icon="calendar" title={`${timeWords(appointmentAt)} ${residentName}`}>
            <Words>{serviceName}</Words>
            {pair && <Words look="strong">{pair.name ? next : '两人同行：还没定谁一起去'}</Words>}
            {mode === 'home-visit' && place && <Words look="large">{place}</Words>}
            {phone && (
              <CallButton number={phone} whom={residentName}>
                打电话
              </CallButton>
            )}
            {mode === 'home-visit' && place && phone && (
              <Copy icon="place" text={place}>
                复制地址
              </Copy>
            )}
            <Button label={`看办件：${serviceName}，${residentName}`} onPress={() => go.agentCase(caseId)}>
              看办件
            </Button>
          </Card>
        ),
      )}
    </View>
  );
}
