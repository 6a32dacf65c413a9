import { View } from '@tarojs/components';
import { spokenNo } from 'contract/case-no';
import type { CaseView } from 'contract/models';
import { isOpen } from 'contract/states';
import { Heading } from '../heading';
import { DueTag, StateTag } from '../tag';
import { Words } from '../words';
import './case-head.scss';

/** What a case is, where it stands, how long it has and what comes next, for those who work on it. */
export function CaseHead({ kase, now }: { kase: CaseView; now: number }) {
  return (
    <View className="case-head">
      <Heading lead>{kase.serviceName}</Heading>
      <View className="case-head-tags">
        <StateTag state={kase.state} />
        <DueTag kase={kase} now={now} />
      </View>
      {isOpen(kase.state) && <Words look="strong">{kase.next}</Words>}
      <Words look="muted">编号 {spokenNo(kase.no)}</Words>
    </View>
  );
}
