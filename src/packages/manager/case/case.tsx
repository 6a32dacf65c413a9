import type { CaseView } from 'contract/models';
import { can } from 'contract/states';
import { levels } from 'contract/words';
import { currentTime } from '@/cloud/clock';
import { Button, CallButton } from '@/components/button';
import { Card } from '@/components/card';
import { CaseHead } from '@/components/case-head';
import { CaseWish } from '@/components/case-wish';
import { Facts } from '@/components/facts';
import { Faces } from '@/components/faces';
import { Page } from '@/components/page';
import { Timeline } from '@/components/timeline';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { go } from '@/routes';
import { Sides } from '../sides';
import { Candidates } from './candidates';

/** A case as those who oversee it see it: where it is, who has it and why, and what happened. */
export function Case({ id }: { id: string }) {
  const asked = useCall('cases.detail', { caseId: id });
  return (
    <Page title="办件" wide>
      <Faces of={asked}>{({ case: kase }) => <Shown kase={kase} />}</Faces>
    </Page>
  );
}

function Shown({ kase }: { kase: CaseView }) {
  const now = currentTime();
  return (
    <Sides
      first={
        <>
          <CaseHead kase={kase} now={now} />
          <Review kase={kase} now={now} />
          <Agent kase={kase} now={now} />
          {kase.unassigned && <Candidates title="为什么还没派出去" tone="warning" of={kase.unassigned} />}
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
              ]}
            />
          </Card>
          <Card title="经过" icon="clock">
            <Timeline events={kase.events} now={now} />
          </Card>
          {can(kase, 'terminate') && (
            <Button look="danger" onPress={() => go.managerDeed(kase.caseId, 'terminate')}>
              办不了,终止
            </Button>
          )}
        </>
      }
    />
  );
}

function Agent({ kase: { assignment }, now }: { kase: CaseView; now: number }) {
  if (!assignment) return null;
  return (
    <Card title={`代办员${assignment.agentName}`} icon="work">
      <Facts
        facts={[
          { name: '派单', value: whenWords(assignment.offeredAt, now) },
          { name: '接单', value: assignment.acceptedAt ? whenWords(assignment.acceptedAt, now) : '还没接' },
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
