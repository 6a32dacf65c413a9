import type { Output } from 'contract/actions';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Faces } from '@/components/faces';
import { Page } from '@/components/page';
import { ServiceItem } from '@/components/service-item';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { useQuery } from '@/hooks/use-query';
import { go } from '@/routes';

/** 一次性告知, the receipt. `?id=` a case: what its item said on the day that it was asked for, whatever it says now. */
export default function Told() {
  const { id = '', subtype } = useQuery();
  const asked = useCall('cases.told', { caseId: id });
  return (
    <Page
      title="当时告诉您的"
      bar={
        asked.data && (
          <Button look="main" icon="paper" onPress={() => go.receipt(id, 'told')}>
            存图片或打印
          </Button>
        )
      }
    >
      <Faces of={asked}>
        {(told) => (
          <>
            <Receipt of={told} />
            <ServiceItem item={told.item} wished={subtype} />
          </>
        )}
      </Faces>
    </Page>
  );
}

function Receipt({ of: { at, version, isCurrent, item } }: { of: Output<'cases.told'> }) {
  const when = whenWords(at, currentTime());
  if (isCurrent)
    return (
      <Card tone="ok" icon="done" title="一次性告知">
        <Words>
          {when}告诉您的，第{version}版。现在还是这么说。
        </Words>
      </Card>
    );
  return (
    <Card tone="warning" icon="info" title="一次性告知">
      <Words>
        {when}告诉您的，第{version}版。后来改过，您这件还按这一版。
      </Words>
      <Button inline onPress={() => go.service(item.code)}>
        看现在的说明
      </Button>
    </Card>
  );
}
