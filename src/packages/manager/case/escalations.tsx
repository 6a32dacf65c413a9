import { View } from '@tarojs/components';
import type { CaseView } from 'contract/models';
import { causeNames, tierNames } from 'contract/words';
import { Card } from '@/components/card';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';

type Escalation = CaseView['escalations'][number];

/** 上报: each tier that was told, of what, and whether a manager there said that they know. */
export function Escalations({ kase: { escalations, escalatedTo }, now }: { kase: CaseView; now: number }) {
  if (escalations.length === 0) return null;
  const newest = escalations[escalations.length - 1];
  const isWaiting = (one: Escalation) =>
    one.mine || (one === newest && one.tier === escalatedTo && one.acknowledgedAt === undefined);
  return (
    <Card title="上报" icon="warning" tone={escalations.some(isWaiting) ? 'breach' : 'plain'}>
      {escalations.map((one) => (
        <View key={`${one.cause}${one.at}`}>
          <Words look="strong">
            {causeNames[one.cause]}，上报{tierNames[one.tier]}
          </Words>
          <Words look="muted">{whenWords(one.at, now)}</Words>
          {one.acknowledgedAt !== undefined && (
            <Words>
              {one.acknowledgedBy}说知道了，{whenWords(one.acknowledgedAt, now)}
            </Words>
          )}
          {isWaiting(one) && (
            <Words>
              {one.mine ? '等您说一声知道了。没人理会，会再往上报。' : `等${tierNames[one.tier]}说一声知道了`}
            </Words>
          )}
        </View>
      ))}
    </Card>
  );
}
