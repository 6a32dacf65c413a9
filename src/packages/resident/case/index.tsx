import { View } from '@tarojs/components';
import { type Deed, deedsFor, isOpen } from 'contract/states';
import type { CaseView } from 'contract/models';
import { levels } from 'contract/words';
import { currentTime } from '@/cloud/clock';
import { Button, CallButton } from '@/components/button';
import { Card } from '@/components/card';
import { Due } from '@/components/case-card';
import { Facts } from '@/components/facts';
import { Faces } from '@/components/faces';
import { Heading } from '@/components/heading';
import { Page } from '@/components/page';
import { StateTag } from '@/components/tag';
import { Timeline } from '@/components/timeline';
import { Words } from '@/components/words';
import { spokenNo } from '@/format/case-no';
import { whenWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { useQuery } from '@/hooks/use-query';
import { useSession } from '@/hooks/use-session';
import { go } from '@/routes';
import { Cancel } from './cancel';
import { Supply } from './supply';
import './case.scss';

/** 办件: who has it, where it is, what is next and by when, before anything else. */
export default function Case() {
  const { id = '' } = useQuery();
  const asked = useCall('cases.detail', { caseId: id });
  const kase = asked.data?.case;
  return (
    <Page title="办件进展" bar={kase && <MainAction kase={kase} />}>
      <Faces of={asked}>{({ case: shown }) => <Shown kase={shown} reload={asked.reload} />}</Faces>
    </Page>
  );
}

const can = (kase: CaseView, deed: Deed) => deedsFor(kase.state, kase.part).includes(deed);

function MainAction({ kase }: { kase: CaseView }) {
  const { data } = useSession();
  if (can(kase, 'review') && !kase.review) {
    return (
      <Button look="main" icon="star" onPress={() => go.review(kase.caseId)}>
        评一评办得怎么样
      </Button>
    );
  }
  const agent = kase.assignment;
  if (agent && isOpen(kase.state)) {
    return (
      <CallButton
        look={can(kase, 'supply') ? 'plain' : 'main'}
        number={agent.agentPhone}
        whom={`代办员${agent.agentName}`}
      >
        打电话给{agent.agentName}
      </CallButton>
    );
  }
  if (!data?.community) return null;
  return (
    <CallButton look="main" number={data.community.phone} whom={data.community.station}>
      打电话给社区
    </CallButton>
  );
}

function Shown({ kase, reload }: { kase: CaseView; reload(): void }) {
  const now = currentTime();
  const { assignment: agent } = kase;
  return (
    <>
      <Card>
        <View className="case-top">
          <Heading lead>{kase.serviceName}</Heading>
          <StateTag state={kase.state} />
        </View>
        <Words look="large">{kase.next}</Words>
        <Facts
          facts={[
            ...(isOpen(kase.state) ? [{ name: '时限', value: <Limit kase={kase} now={now} /> }] : []),
            ...(kase.appointmentAt !== undefined && isOpen(kase.state)
              ? [{ name: '约在', value: whenWords(kase.appointmentAt, now) }]
              : []),
            { name: '编号', value: spokenNo(kase.no) },
          ]}
        />
      </Card>
      {can(kase, 'supply') && <Supply caseId={kase.caseId} ask={kase.ask} onDone={reload} />}
      {agent && (
        <Card>
          <View className="case-agent">
            <View className="case-face" aria-hidden>
              {agent.agentName.slice(0, 1)}
            </View>
            <View className="case-agent-words">
              <View className="case-agent-name">{agent.agentName}</View>
              <Words look="muted">{agent.acceptedAt === undefined ? '代办员,等着接单' : '您的代办员'}</Words>
            </View>
            {!isOpen(kase.state) && (
              <CallButton inline number={agent.agentPhone} whom={`代办员${agent.agentName}`}>
                打电话
              </CallButton>
            )}
          </View>
        </Card>
      )}
      {kase.result && (
        <Card tone="ok" icon="done" title="办理结果">
          <Words>{kase.result}</Words>
        </Card>
      )}
      {kase.review && (
        <Card title="您的评价" icon="star">
          <Words look="strong">{levels[kase.review.level]}</Words>
          {kase.review.tags.length > 0 && <Words look="muted">{kase.review.tags.join('、')}</Words>}
          {kase.review.text && <Words>{kase.review.text}</Words>}
        </Card>
      )}
      <Card title="办到哪一步了" icon="clock">
        <Timeline events={kase.events} now={now} />
      </Card>
      <Card title="您要办的事" icon="paper">
        <Words>{kase.note}</Words>
        <Facts
          facts={[
            { name: '电话', value: kase.contact.phone },
            ...(kase.contact.address ? [{ name: '地址', value: kase.contact.address }] : []),
          ]}
        />
      </Card>
      {can(kase, 'cancel') && <Cancel caseId={kase.caseId} onDone={reload} />}
    </>
  );
}
/** While it waits for the resident the clock stands still. */
function Limit({ kase, now }: { kase: CaseView; now: number }) {
  return kase.state === 'awaiting_resident' ? <>等您补上再接着算</> : <Due at={kase.dueAt} now={now} />;
}
