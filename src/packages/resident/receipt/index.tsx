import { View } from '@tarojs/components';
import { spokenNo } from 'contract/case-no';
import type { CaseView } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { Card } from '@/components/card';
import { Faces, Note } from '@/components/faces';
import { Facts } from '@/components/facts';
import { factsOf } from '@/components/original/words';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { useQuery } from '@/hooks/use-query';
import { PrintBar } from './print-bar';
import './receipt.scss';

/** 原件收条. `?id=` a case: each original that was given out of hand, from whom to whom, when and where. */
export default function Receipt() {
  const { id = '' } = useQuery();
  const asked = useCall('cases.detail', { caseId: id });
  const kase = asked.data?.case;
  return (
    <Page title="原件收条" bar={kase?.originals?.length ? <PrintBar text={textOf(kase)} /> : undefined}>
      <Faces
        of={asked}
        isEmpty={({ case: one }) => !one.originals?.length}
        empty={<Note icon="paper" text="这件没有收过原件。" />}
      >
        {({ case: shown }) => <Sheet kase={shown} />}
      </Faces>
    </Page>
  );
}

const headOf = (kase: CaseView) =>
  [`${kase.serviceName}，编号 ${spokenNo(kase.no)}`, `居民 ${kase.contact.name}`] as const;

function Sheet({ kase }: { kase: CaseView }) {
  const now = currentTime();
  const [about, whose] = headOf(kase);
  return (
    <View className="receipt-sheet">
      <View>
        <Words look="strong">{about}</Words>
        <Words>{whose}</Words>
      </View>
      {(kase.originals ?? []).map((one) => (
        <Card key={one.id} title={one.what} icon="shield">
          <Facts facts={factsOf(one, now)} />
        </Card>
      ))}
      <View className="receipt-signs">
        <View className="receipt-sign">居民签字：</View>
        <View className="receipt-sign">代办员签字：</View>
      </View>
      <Words look="muted">没有微信的，请在打印的收条上签字，代办员拍下来。原件没还，这件不能办结。</Words>
    </View>
  );
}

/** The same as it is read out over the phone or sent in a message. */
function textOf(kase: CaseView): string {
  const now = currentTime();
  return [
    '原件收条',
    ...headOf(kase),
    ...(kase.originals ?? []).map(
      (one) =>
        `${one.what}：${factsOf(one, now)
          .map(({ name, value }) => `${name}${String(value)}`)
          .join('；')}。`,
    ),
  ].join('\n');
}
