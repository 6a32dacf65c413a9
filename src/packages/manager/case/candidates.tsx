import { View } from '@tarojs/components';
import type { Candidate } from 'contract/models';
import { Card } from '@/components/card';
import { Tag } from '@/components/tag';
import { Words } from '@/components/words';
import './candidates.scss';

interface Props {
  title: string;
  tone?: 'plain' | 'warning';
  /** why no agent could be found, in one sentence */
  failure?: string;
  of: readonly Candidate[];
}

/** All agents the assignment looked at, each with the reason it was taken or passed over. */
export function Candidates({ title, tone = 'plain', failure, of }: Props) {
  const isDecided = of.some(({ chosen }) => chosen);
  return (
    <Card title={title} icon="people" tone={tone}>
      {failure && <Words look="strong">{failure}</Words>}
      {of.length === 0 && <Words>附近没有登记代办员，请先给网格配上人。</Words>}
      <View className="candidates" role="list">
        {of.map(({ agentId, name, chosen, reason }) => (
          <View className="candidate" role="listitem" key={agentId}>
            <View className="candidate-name">
              {name}
              {isDecided && <Tag tone={chosen ? 'ok' : 'plain'}>{chosen ? '已选' : '没选'}</Tag>}
            </View>
            <Words>{reason}</Words>
          </View>
        ))}
      </View>
    </Card>
  );
}
