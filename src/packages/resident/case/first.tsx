import { View } from '@tarojs/components';
import type { CaseView } from 'contract/models';
import { toDosOf } from 'contract/to-do';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { NotifyNote } from '@/components/notify-note';
import { Words } from '@/components/words';
import { go } from '@/routes';
import { Decide } from './decide';
import { supplyWords } from './main-action';
import { Originals } from './originals';
import { Supply, type Supplying } from './supply';

interface Props {
  kase: CaseView;
  now: number;
  supply: Supplying;
  reload(): void;
}

/** 您现在要做的: what this case waits for from the resident, before all that others do; absent when nothing does. */
export function First({ kase, now, supply, reload }: Props) {
  const [first] = toDosOf([kase], now);
  if (!first) return null;
  return (
    <View className="case-first">
      <Heading>您现在要做的</Heading>
      {first.what === 'decide' ? (
        <Decide caseId={kase.caseId} asks={first.asks} onDone={reload} />
      ) : first.what === 'supply' ? (
        <>
          <Supply {...first.supply} kase={kase} now={now} of={supply} reload={reload} />
          <NotifyNote kinds={supply.toAskFor} button={supplyWords} />
        </>
      ) : first.what === 'owed' ? (
        <Originals kase={kase} now={now} reload={reload} />
      ) : (
        <Card icon="star" title="评一评">
          <Words>办完了，请您说说办得怎么样，点几下就好。代办员不知道是谁评的。</Words>
          <Button onPress={() => go.review(kase.caseId)}>去评一评</Button>
        </Card>
      )}
    </View>
  );
}
