import { View } from '@tarojs/components';
import type { CaseView } from 'contract/models';
import { type Deed, can } from 'contract/states';
import { levels } from 'contract/words';
import { currentTime } from '@/cloud/clock';
import { Button, CallButton } from '@/components/button';
import { Card } from '@/components/card';
import { CaseHead } from '@/components/case-head';
import { CaseWish } from '@/components/case-wish';
import { Facts } from '@/components/facts';
import { Faces } from '@/components/faces';
import { FieldError } from '@/components/field';
import { FoldCard } from '@/components/fold';
import { Page } from '@/components/page';
import { Timeline } from '@/components/timeline';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { go } from '@/routes';
import { Sides } from '../sides';
import { Candidates } from './candidates';
import { Clocks } from './clocks';
import { Escalations } from './escalations';
import { Whistles } from './whistles';
import './case.scss';

/** A case as those who oversee it see it: where it is, who has it and why, what it still has to do, and what happened. */
export function Case({ id }: { id: string }) {
  const asked = useCall('cases.detail', { caseId: id });
  const knowing = useDeed('cases.acknowledge', asked.reload);
  const acknowledge = async () => {
    if (await knowing.run({ caseId: id })) asked.reload();
  };
  const kase = asked.data?.case;
  const main = kase && mainDeed(kase);
  return (
    <Page
      title="办件"
      wide
      bar={
        main && (
          <>
            <FieldError id="case-error">{knowing.error?.message}</FieldError>
            <Button
              look="main"
              busy={knowing.busy}
              onPress={() =>
                main.deed === 'acknowledge' ? void acknowledge() : go.managerDeed(id, main.deed, main.whistle)
              }
            >
              {main.words}
            </Button>
          </>
        )
      }
    >
      <Faces of={asked}>{({ case: shown }) => <Shown kase={shown} main={main?.deed} />}</Faces>
    </Page>
  );
}

interface Main {
  deed: Deed;
  words: string;
  whistle?: string;
}

/** What most needs this viewer: say that one knows, answer, find somebody. */
function mainDeed(kase: CaseView): Main | undefined {
  if (can(kase, 'acknowledge') && kase.escalations.some((one) => one.mine))
    return { deed: 'acknowledge', words: '知道了,我来督办' };
  const asked = kase.whistles.find((one) => one.mine);
  if (asked && can(kase, 'answer')) return { deed: 'answer', words: '答复吹哨', whistle: asked.id };
  if (can(kase, 'assign') && kase.state === 'submitted') return { deed: 'assign', words: '安排代办员' };
  return undefined;
}

function Shown({ kase, main }: { kase: CaseView; main?: Deed }) {
  const now = currentTime();
  return (
    <Sides
      first={
        <>
          <CaseHead kase={kase} now={now} />
          <Review kase={kase} now={now} />
          <Escalations kase={kase} now={now} />
          <Whistles kase={kase} now={now} />
          <Agent kase={kase} now={now} />
          <Deeds kase={kase} main={main} />
          {kase.unassigned && (
            <Candidates title="为什么还没派出去" tone="warning" failure={kase.failure} of={kase.unassigned} />
          )}
          {kase.assignment?.candidates && (
            <Candidates title={`为什么派给${kase.assignment.agentName}`} of={kase.assignment.candidates} />
          )}
        </>
      }
      second={
        <>
          <CaseWish kase={kase} now={now} />
          <Card title="联系人" icon="person">
            <Facts
              facts={[
                { name: '姓名', value: kase.contact.name },
                { name: '电话', value: kase.contact.phone },
                ...(kase.place ? [{ name: '网格', value: kase.place }] : []),
              ]}
            />
          </Card>
          <FoldCard title="时限" icon="calendar">
            {() => <Clocks kase={kase} now={now} />}
          </FoldCard>
          <Card title="经过" icon="clock">
            <Timeline events={kase.events} now={now} />
          </Card>
        </>
      }
    />
  );
}

/** What else can be done now, besides the main button. */
function Deeds({ kase, main }: { kase: CaseView; main?: Deed }) {
  const deeds: readonly { deed: Deed; words: string }[] = [
    { deed: 'assign', words: kase.state === 'submitted' ? '安排代办员' : '换一位代办员' },
    { deed: 'whistle', words: '吹哨,请街道或区里来' },
    { deed: 'move', words: '转到别的社区' },
  ];
  const left = deeds.filter(({ deed }) => deed !== main && can(kase, deed));
  if (left.length === 0 && !can(kase, 'terminate')) return null;
  return (
    <View className="case-deeds">
      {left.map(({ deed, words }) => (
        <Button key={deed} onPress={() => go.managerDeed(kase.caseId, deed)}>
          {words}
        </Button>
      ))}
      {can(kase, 'terminate') && (
        <Button look="danger" onPress={() => go.managerDeed(kase.caseId, 'terminate')}>
          办不了,终止
        </Button>
      )}
    </View>
  );
}

function Agent({ kase: { assignment, state, handover }, now }: { kase: CaseView; now: number }) {
  // Whoever had it before it came back has nothing to do with it any more.
  if (!assignment || state === 'submitted') return null;
  return (
    <Card title={`代办员${assignment.agentName}`} icon="work">
      <Facts
        facts={[
          { name: '派单', value: whenWords(assignment.offeredAt, now) },
          { name: '接单', value: assignment.acceptedAt ? whenWords(assignment.acceptedAt, now) : '还没接' },
          ...(handover
            ? [{ name: '转手', value: `想转给${handover.agentName}:${handover.reason}。对方还没答应` }]
            : []),
        ]}
      />
      <CallButton number={assignment.agentPhone} whom={`代办员${assignment.agentName}`}>
        打电话给{assignment.agentName}
      </CallButton>
    </Card>
  );
}

function Review({ kase: { review }, now }: { kase: CaseView; now: number }) {
  if (!review) return null;
  return (
    <Card title={`评价:${levels[review.level]}`} icon="star">
      {review.tags.length > 0 && <Words>{review.tags.join('、')}</Words>}
      {review.text && <Words>{review.text}</Words>}
      <Words look="muted">{whenWords(review.at, now)}</Words>
    </Card>
  );
}
