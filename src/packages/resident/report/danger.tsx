import { View } from '@tarojs/components';
import { emergencies } from 'contract/report';
import { CallButton } from '@/components/button';
import { Card } from '@/components/card';
import { Words } from '@/components/words';

/** Before anything is written: whom to call, and what to do until they come. */
export function Danger() {
  return (
    <Card tone="breach" icon="warning" title="有人受伤、着火、漏气，先打电话">
      <Words>先离远，再打电话，叫住旁边的人别靠近。等的时候再来报。</Words>
      <View className="danger-numbers">
        {emergencies.map(({ number, whom, word }) => (
          <CallButton
            key={number}
            inline
            look={number === '12345' ? 'plain' : 'danger'}
            number={number}
            whom={whom}
          >
            {number} {word}
          </CallButton>
        ))}
      </View>
    </Card>
  );
}
