import { useState } from 'react';
import type { CaseView } from 'contract/models';
import { type Deed, can } from 'contract/deeds';
import { currentTime } from '@/cloud/clock';
import { Button, CallButton } from '@/components/button';
import { Card } from '@/components/card';
import { CaseHead } from '@/components/case-head';
import { CaseWish } from '@/components/case-wish';
import { Facts } from '@/components/facts';
import { Faces } from '@/components/faces';
import { FieldError } from '@/components/field';
import { FoldCard } from '@/components/fold';
import { Message } from '@/components/message';
import { Page } from '@/components/page';
import type { Links } from '@/components/paper';
import { Timeline } from '@/components/timeline';
import { StaffVisit } from '@/components/visit/staff';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { go } from '@/routes';
import { Sides } from '../parts/sides';
import { Candidates } from './candidates';
import { Clocks } from './clocks';
import { Deeds } from './deeds';
import { Escalations } from './escalations';
import { Originals } from './originals';
import { Papers } from './papers';
import { Rectification } from './rectification';
import { Review } from './review';
import { Whistles } from './whistles';
import './case.scss';

/** A case as those who oversee it see it: where it is, who has it and why, what it still has to do, and what happened. */
export function Case({ id }: { id: string }) {
  const asked = useCall('cases.detail', { caseId: id });
  const knowing = useDeed('cases.acknowledge', asked.reload);
  const taking = useDeed('cases.take', asked.reload);
  const receiving = useDeed('cases.receive', asked.reload);
  const acknowledge = async () => {
    if (await knowing.run({ caseId: id })) asked.reload();
  };
  const take = async () => {
    if (await taking.run({ caseId: id })) asked.reload();
  };
  const receive = async () => {
    if (await receiving.run({ caseId: id })) asked.reload();
  };
  const kase = asked.data?.case;
  const main = kase && mainDeed(kase);
  function press() {
    if (main?.deed === 'acknowledge') void acknowledge();
    else if (main?.deed === 'take') void take();
    else if (main?.deed === 'receive') void receive();
    else if (main) go.managerDeed(id, main.deed, main.whistle);
  }
  return (
    <Page
      title="办件"
      wide
      bar={
        main && (
          <>
            <FieldError id="case-error">
              {(knowing.error ?? taking.error ?? receiving.error)?.message}
            </FieldError>
            <Button look="main" busy={knowing.busy || taking.busy || receiving.busy} onPress={press}>
              {main.words}
            </Button>
          </>
        )
      }
    >
      <Faces of={asked}>
        {({ case: shown }) => (
          <Shown
            kase={shown}
            main={main?.deed}
            taking={taking.busy}
            onTake={() => void take()}
            reload={asked.reload}
          />
        )}
      </Faces>
    </Page>
  );
}

interface Main {
  deed: Deed;
  words: string;
  whistle?: string;
}

/** What most needs this manager: to acknowledge, go on with a bad review, answer, find an agent. */
function mainDeed(kase: CaseView): Main | undefined {
  if (can(kase, 'acknowledge') && kase.escalations.some((one) => one.mine))
    return { deed: 'acknowledge', words: '知道了，我来督办' };
  const rectify = rectifyDeed(kase);
  if (rectify) return rectify;
  const asked = kase.whistles.find((one) => one.mine);
  if (asked && can(kase, 'answer')) return { deed: 'answer', words: '答复吹哨', whistle: asked.id };
  if (kase.wish && can(kase, 'assign')) return { deed: 'assign', words: '换一位代办员' };
  if (can(kase, 'receive')) return { deed: 'receive', words: '受理，我来查' };
  if (kase.kind === 'complaint' && can(kase, 'reply')) return { deed: 'reply', words: '查清楚了，答复居民' };
  if (can(kase, 'callBack') && kase.complaint?.closedAt === undefined)
    return { deed: 'callBack', words: '打回访电话' };
  if (can(kase, 'assign') && kase.state === 'submitted') return { deed: 'assign', words: '安排代办员' };
  return undefined;
}

/** The next step of a rectification, for a manager who may take it. First of all a manager says that it is theirs. */
function rectifyDeed({ rectification }: CaseView): Main | undefined {
  const next = rectification?.deeds.find((deed) => deed !== 'take');
  switch (next) {
    case 'verify':
      return rectification?.handler === undefined
        ? { deed: 'take', words: '我来核实' }
        : { deed: next, words: '写核实结果' };
    case 'mend':
      return { deed: next, words: '写整改结果' };
    case 'phone':
      return { deed: next, words: '打回访电话' };
    default:
      return undefined;
  }
}

interface ShownProps {
  kase: CaseView;
  main?: Deed;
  /** the rectification is being taken over */
  taking: boolean;
  onTake(): void;
  reload(): void;
}

function Shown({ kase, main, taking, onTake, reload }: ShownProps) {
  const now = currentTime();
  const [links, setLinks] = useState<Links>();
  const { rectification } = kase;
  const isRectified = rectification !== undefined && rectification.state !== 'closed';
  const said = (
    <>
      <Rectification kase={kase} now={now} busy={taking} onTake={onTake} />
      <Review kase={kase} now={now} reload={reload} />
    </>
  );
  return (
    <Sides
      first={
        <>
          <CaseHead kase={kase} now={now}>
            {isRectified && said}
          </CaseHead>
          <Wish kase={kase} now={now} />
          {!isRectified && said}
          <Escalations kase={kase} now={now} />
          <Whistles kase={kase} now={now} />
          <Agent kase={kase} now={now} />
          <StaffVisit
            kase={kase}
            now={now}
            reload={reload}
            onSay={(deed) => go.managerDeed(kase.caseId, deed)}
          />
          {can(kase, 'propose') && <Button onPress={() => go.answerOf(kase.caseId)}>公开这条答复</Button>}
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
          <Button icon="paper" onPress={() => go.receipt(kase.caseId, 'accepted')}>
            受理单，存图片或打印
          </Button>
          <Papers kase={kase} now={now} links={links} onOpened={setLinks} />
          <Originals kase={kase} now={now} reload={reload} />
          <Card title="联系人" icon="person">
            <Facts
              facts={[
                { name: '姓名', value: kase.contact.name },
                ...(kase.contact.phone ? [{ name: '电话', value: kase.contact.phone }] : []),
                ...(kase.place && !kase.report ? [{ name: '网格', value: kase.place }] : []),
              ]}
            />
          </Card>
          <FoldCard title="时限" icon="calendar">
            {() => <Clocks kase={kase} now={now} />}
          </FoldCard>
          <Card title="经过" icon="clock">
            <Timeline events={kase.events} now={now} links={links} />
          </Card>
          <Message kase={kase} to={kase.assignment ? '居民和代办员' : '居民'} onDone={reload} />
        </>
      }
    />
  );
}

/** 换一位代办员: what the resident said, and that the agent does not know of it. */
function Wish({ kase: { wish }, now }: { kase: CaseView; now: number }) {
  if (!wish) return null;
  return (
    <Card tone="warning" icon="person" title="居民想换一位代办员">
      {wish.reason && <Words>{wish.reason}</Words>}
      <Words look="muted">
        {whenWords(wish.at, now)}说的。请换人，或者告诉居民为什么不换。代办员不知道。
      </Words>
    </Card>
  );
}

function Agent({ kase: { assignment, state, handover }, now }: { kase: CaseView; now: number }) {
  // The agent who had it before it came back has nothing to do with it any more.
  if (!assignment || state === 'submitted') return null;
  return (
    <Card title={`代办员${assignment.agentName}`} icon="work">
      <Facts
        facts={[
          { name: '派单', value: whenWords(assignment.offeredAt, now) },
          { name: '接单', value: assignment.acceptedAt ? whenWords(assignment.acceptedAt, now) : '还没接' },
          ...(handover
            ? [{ name: '转手', value: `想转给${handover.agentName}：${handover.reason}。对方还没答应` }]
            : []),
        ]}
      />
      <CallButton number={assignment.agentPhone} whom={`代办员${assignment.agentName}`}>
        打电话给{assignment.agentName}
      </CallButton>
    </Card>
  );
}
