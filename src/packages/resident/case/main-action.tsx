import { View } from '@tarojs/components';
import { can } from 'contract/deeds';
import { isOpen } from 'contract/states';
import type { CaseView } from 'contract/models';
import { Button, CallButton } from '@/components/button';
import { useSession } from '@/hooks/use-session';
import { go } from '@/routes';
import { EmergencyCall } from './after-hours';
import type { Supplying } from './supply';
import { isToUrge, Urge } from './urge';

/** Not while 证件 of it are on the way: it is not over before the resident has them. */
const isToReview = (kase: CaseView) => can(kase, 'review') && !kase.review && kase.owed === undefined;

/** Whether the page's main action is a call. */
export const isCall = (kase: CaseView) => !isToReview(kase);

export const supplyWords = '补好了，接着办';

interface Props {
  kase: CaseView;
  supply: Supplying;
  reload(): void;
}

/**
 * What the resident comes here to do: rate what is done, answer what was asked, else call the agent who has it or ask to
 * hurry; outside hours also call the community's line on call.
 */
export function MainAction({ kase, supply, reload }: Props) {
  const { data } = useSession();
  if (isToReview(kase)) {
    return (
      <Button look="main" icon="star" onPress={() => go.review(kase.caseId)}>
        评一评办得怎么样
      </Button>
    );
  }
  // The community may be whom it is about.
  if (kase.isComplaint)
    return (
      <CallButton look="main" number="12345" whom="政务服务便民热线">
        打 12345
      </CallButton>
    );
  const agent = kase.assignment;
  if (agent && isOpen(kase.state)) {
    const call = (look: 'main' | 'plain') => (
      <CallButton look={look} number={agent.agentPhone} whom={`代办员${agent.agentName}`}>
        打电话给{agent.agentName}
      </CallButton>
    );
    if (can(kase, 'supply')) {
      return (
        <View className="page-bar-group case-ways">
          <Button look="main" busy={supply.busy} onPress={() => void supply.send()}>
            {supplyWords}
          </Button>
          {call('plain')}
        </View>
      );
    }
    if (kase.afterHours?.phone) {
      return (
        <View className="page-bar-group case-ways">
          {call('main')}
          <EmergencyCall kase={kase} look="plain" />
        </View>
      );
    }
    if (isToUrge(kase)) {
      return (
        <Urge caseId={kase.caseId} onDone={reload}>
          {call('main')}
        </Urge>
      );
    }
    return call('main');
  }
  if (kase.afterHours?.phone) return <EmergencyCall kase={kase} look="main" />;
  if (!data?.community) return null;
  return (
    <CallButton look="main" number={data.community.phone} whom={data.community.station}>
      打电话给社区
    </CallButton>
  );
}
