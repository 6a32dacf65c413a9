import { View } from '@tarojs/components';
import type { ServiceItem } from 'contract/models';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { DraftFound } from '@/components/draft-found';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { goToFault } from '@/hooks/focus';
import { back, go } from '@/routes';
import { Sides } from '../parts/sides';
import { Basics, Limits, Ways } from './basics';
import { Grounds, Kinds, Papers, Steps } from './lists';
import { type Proof, useItemForm } from './use-item-form';

interface Props {
  item: ServiceItem;
  proof: Proof;
  reload(): void;
}

/** The ten elements as simple fields. What is missing stands beside each; it can be saved all the same. */
export function ItemForm({ item, proof, reload }: Props) {
  const { form, editing, whole, faults, isSaved, isOvertaken, keep } = useItemForm(
    item.code,
    item,
    proof,
    reload,
  );
  const lacks = Object.keys(faults).length;
  return (
    <Page
      title={proof.version === 0 && !proof.draft ? '写一个新事项' : '改办事内容'}
      wide
      bar={
        <SendBar
          of={form}
          words="存草稿"
          onDone={(answer) => {
            if (Object.keys(answer.faults).length === 0) return back.managerItem(item.code);
            if (whole) keep(whole, answer);
            goToFault();
          }}
        />
      }
    >
      <Words look="muted">存了是草稿，居民还看不到，发布了才换。</Words>
      <View role="status">
        {isSaved && <Words look="strong">{`草稿存好了，还缺${lacks}样，都标在下面。`}</Words>}
      </View>
      {isOvertaken ? (
        <Card tone="warning" icon="people" title={`${proof.draft?.by ?? '别人'}刚改过这一项`}>
          <Words>您写的都还在；您没动过的地方，已经换成新的。看过再存。</Words>
          <Button inline icon="undo" onPress={form.restart}>
            不要我写的，用新的
          </Button>
        </Card>
      ) : (
        <DraftFound of={form} words="上次写到一半的还在，还没存成草稿。" />
      )}
      <View>
        <Button inline icon="search" onPress={() => go.managerItemForm(item.code, 'preview')}>
          预览，看居民怎么读到
        </Button>
      </View>
      <Sides
        first={
          <>
            <Basics of={editing} />
            <Limits of={editing} />
            <Ways of={editing} />
          </>
        }
        second={
          <>
            <Papers of={editing} />
            <Steps of={editing} />
            <Kinds of={editing} />
            <Grounds of={editing} code={item.code} />
          </>
        }
      />
    </Page>
  );
}
