import type { ReactElement } from 'react';
import type { ReviewHeap } from 'contract/actions/reviews';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { createStore } from '@/hooks/store';
import { useCall } from '@/hooks/use-call';
import { useQuery } from '@/hooks/use-query';
import { Desk } from '../parts/desk';
import { Frame } from '../parts/frame';
import { Pick } from '../parts/pick';
import { Appeals } from './appeals';
import { Callbacks } from './callbacks';
import { type HeapProps, heapNames, heaps } from './heaps';
import { Rectify } from './rectify';
import { Texts } from './texts';
import { Wall } from './wall';
import './reviews.scss';

/** 差评和回访: what of a unit's reviews waits for a manager, a heap at a time; `?heap=` says which is in view first. */
export default function Reviews() {
  return (
    <Frame at="reviews">
      <Page title="差评和回访" wide>
        <Desk at="reviews">{(orgId) => <Unit key={orgId} orgId={orgId} />}</Desk>
      </Page>
    </Frame>
  );
}

const lists: Record<ReviewHeap, (props: HeapProps) => ReactElement> = {
  rectify: Rectify,
  appeals: Appeals,
  callbacks: Callbacks,
  texts: Texts,
  wall: Wall,
};

/** The heap in view, kept while one looks at a case. */
const chosenHeap = createStore<ReviewHeap | undefined>(undefined);

function Unit({ orgId }: { orgId: string }) {
  const { heap: asked } = useQuery();
  const heap = chosenHeap.use() ?? heapNames.find((one) => one === asked) ?? 'rectify';
  const { data, reload } = useCall('reviews.heaps', { orgId });
  const List = lists[heap];
  return (
    <>
      <Pick
        legend="选择分类"
        options={heapNames.map((one) => ({
          value: one,
          label: `${heaps[one].name} ${data?.counts[one] ?? ''}`.trim(),
        }))}
        value={heap}
        onChange={(one) => chosenHeap.set(one)}
      />
      <Words look="muted">{heaps[heap].hint}</Words>
      <List key={heap} orgId={orgId} onDone={reload} />
    </>
  );
}
