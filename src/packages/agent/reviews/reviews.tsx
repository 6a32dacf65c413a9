import { limits } from 'contract/limits';
import type { BatchView } from 'contract/models';
import { Card } from '@/components/card';
import { Faces, Note } from '@/components/faces';
import { Fold } from '@/components/fold';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { Batch, batchTitle } from './batch';
import { Reasons } from './reasons';
import { Trend } from './trend';
import './reviews.scss';

/** How it goes from month to month, what was good and what was not, and the words themselves: in batches, without names. */
export function Reviews() {
  const asked = useCall('reviews.mine', {});
  usePullRefresh(asked);
  return (
    <Page title="我的评价">
      <Faces of={asked} isEmpty={({ batches }) => batches.length === 0} empty={<None />}>
        {({ batches }) => <Shown batches={batches} />}
      </Faces>
    </Page>
  );
}

/** Why there is nothing yet. There may be some already: this page does not give it away. */
function None() {
  return (
    <Note icon="star" text="现在没有能看的评价。">
      <Words>{`一个月一拢，攒满${limits.batch}条才给您看，下个月2号以后出来：这样居民才敢说真话。`}</Words>
    </Note>
  );
}

function Shown({ batches }: { batches: readonly BatchView[] }) {
  const [newest, ...older] = batches;
  return (
    <>
      <Words>同事看不到这一页。谁评的、哪一件、哪一天，这里都没有。</Words>
      <Trend batches={batches} />
      <Reasons batches={batches} />
      {newest && (
        <Card title={batchTitle(newest)} icon="talk">
          <Batch batch={newest} />
        </Card>
      )}
      {older.map((batch) => (
        <Fold key={batch.month} title={batchTitle(batch)}>
          {() => <Batch batch={batch} />}
        </Fold>
      ))}
    </>
  );
}
