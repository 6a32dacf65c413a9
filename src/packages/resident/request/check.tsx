import { View } from '@tarojs/components';
import type { Input } from 'contract/actions';
import type { ServiceItem } from 'contract/models';
import { modes } from 'contract/words';
import { currentTime } from '@/cloud/clock';
import type { CallError } from '@/cloud/call-error';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Facts } from '@/components/facts';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';
import type { Draft } from './draft';

interface Props {
  item: ServiceItem;
  input: Partial<Input<'cases.submit'>>;
  /** whom it is for */
  name: string;
  error?: CallError;
  goTo(step: Draft['step']): void;
}

/** 第3步: everything once more before it is sent, each with the way back to change it. */
export function Check({ item, input, name, error, goTo }: Props) {
  const subtype = item.subtypes.find(({ code }) => code === input.subtype);
  const now = currentTime();
  return (
    <>
      {error && (
        <View role="alert">
          <Card
            tone={error.code === 'OFFLINE' ? 'warning' : 'breach'}
            icon={error.code === 'OFFLINE' ? 'offline' : 'problem'}
            title="还没有发出去"
          >
            <Words>{error.message}</Words>
            {error.code === 'OFFLINE' && <Words>信号一回来，会自动再发，不会重复。</Words>}
          </Card>
        </View>
      )}
      <Card title="要办什么">
        <Facts
          facts={[
            { name: '事项', value: item.name },
            ...(subtype ? [{ name: '哪一种', value: subtype.name }] : []),
            { name: '怎么办', value: input.mode ? modes[input.mode] : '' },
            { name: '您说的', value: input.note },
          ]}
        />
        <Button icon="pencil" onPress={() => goTo(0)}>
          改要办的事
        </Button>
      </Card>
      <Card title="在哪儿、几时">
        <Facts
          facts={[
            { name: '给谁办', value: name },
            { name: '电话', value: input.phone ?? '您微信的手机号' },
            ...(input.address ? [{ name: '地址', value: input.address }] : []),
            ...(input.appointment
              ? [{ name: '约在', value: whenWords(Date.parse(`${input.appointment}+08:00`), now) }]
              : []),
          ]}
        />
        <Button icon="pencil" onPress={() => goTo(1)}>
          改电话和时间
        </Button>
      </Card>
    </>
  );
}
