import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { spokenNo } from 'contract/case-no';
import { can } from 'contract/deeds';
import { isOpen } from 'contract/states';
import { toDosOf } from 'contract/to-do';
import { relationNames } from 'contract/words';
import type { CaseView } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { Agent } from '@/components/agent-card';
import { Button, CallButton } from '@/components/button';
import { Card } from '@/components/card';
import { Way } from '@/components/copy/way';
import { CasePhotos } from '@/components/photos/of-case';
import { CaseSteps } from '@/components/case-steps';
import { Facts } from '@/components/facts';
import { Faces } from '@/components/faces';
import { FoldCard } from '@/components/fold';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { MessageWithPhotos } from '@/components/message/with-photos';
import { Page } from '@/components/page';
import { StateTag } from '@/components/tag';
import { CaseTimeline } from '@/components/timeline/of-case';
import { Visit } from '@/components/visit';
import { Words } from '@/components/words';
import { dutyWords } from '@/format/duty';
import { dayWords, whenWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { useSession } from '@/hooks/use-session';
import { beside, go } from '@/routes';
import { AfterHours } from './after-hours';
import { Another } from './another';
import { Asked } from './asked';
import { Cancel } from './cancel';
import { Limit } from './limit';
import { First } from './first';
import { isCall, MainAction } from './main-action';
import { Originals } from './originals';
import { Papers } from './papers';
import { IdNumber } from './id-number';
import { Mandates } from './mandates';
import { Joined } from './joined';
import { Rectification } from './rectification';
import { Reopened } from './reopened';
import { Result } from './result';
import { Review } from './review';
import { type Supplying, useSupply } from './supply';
import './case.scss';

/** 办件: who has it, where it is, what is next and by when, before anything else. */
export function Case({ id }: { id: string }) {
  const asked = useCall('cases.detail', { caseId: id });
  usePullRefresh(asked);
  const kase = asked.data?.case;
  useOtherSide(kase);
  const supply = useSupply(id, asked.reload, kase && can(kase, 'supply'));
  return (
    <Page
      title="办件进展"
      bar={kase && !isJoined(kase) && <MainAction kase={kase} supply={supply} reload={asked.reload} />}
      isBarCall={kase && !isJoined(kase) && isCall(kase)}
    >
      <Faces of={asked}>
        {({ case: shown }) =>
          isJoined(shown) ? (
            <Joined kase={shown} />
          ) : (
            <Shown kase={shown} supply={supply} reload={asked.reload} />
          )
        }
      </Faces>
    </Page>
  );
}

/** A neighbour’s report, which this resident has met, too. */
const isJoined = ({ parts }: CaseView) => parts[0] === 'joiner';

/** Who scanned the code of a receipt and has another part in it goes on to their own page of it. */
function useOtherSide(kase: CaseView | undefined) {
  const { caseId = '', parts = [] } = kase ?? {};
  const [first] = parts;
  useEffect(() => {
    if (first === 'manager' || first === 'summoned') beside.managerCase(caseId);
    if (first === 'agent' || first === 'colleague' || first === 'companion' || first === 'candidate')
      beside.agentCase(caseId);
  }, [caseId, first]);
}

function Shown({ kase, supply, reload }: { kase: CaseView; supply: Supplying; reload(): void }) {
  const now = currentTime();
  return (
    <>
      <First kase={kase} now={now} supply={supply} reload={reload} />
      <Card>
        <View className="case-top">
          <Heading lead>{kase.serviceName}</Heading>
          <StateTag state={kase.state} kind={kase.kind} mine />
        </View>
        <Words look="large">{kase.next}</Words>
        <Handler kase={kase} now={now} />
        <Facts
          facts={[
            ...(isOpen(kase.state)
              ? [
                  {
                    name: '时限',
                    value: kase.isComplaint ? (
                      `最晚${dayWords(kase.dueAt, now)}答复`
                    ) : (
                      <Limit kase={kase} now={now} />
                    ),
                  },
                ]
              : []),
            ...(kase.complaint?.holder ? [{ name: '谁在查', value: kase.complaint.holder }] : []),
            ...forWhom(kase),
            ...ofReport(kase),
            ...(kase.about ? [{ name: '是谁的事', value: kase.about }] : []),
            { name: '编号', value: spokenNo(kase.no) },
          ]}
        />
        <Urged kase={kase} now={now} />
      </Card>
      {kase.bundle && <OfBundle bundle={kase.bundle} />}
      <Visit kase={kase} now={now} reload={reload} />
      {kase.visit && !kase.visit.isAtDoor && kase.unit?.address && (
        <Card title={`到${kase.unit.name}`} icon="place">
          <Words>{kase.unit.address}</Words>
          <Way address={kase.unit.address} />
        </Card>
      )}
      <AfterHours kase={kase} now={now} reload={reload} />
      <Reopened kase={kase} now={now} />
      <Result kase={kase} now={now} reload={reload} />
      <Rectification kase={kase} now={now} />
      <Review kase={kase} />
      {toDosOf([kase], now)[0]?.what !== 'owed' && <Originals kase={kase} now={now} reload={reload} />}
      <Papers kase={kase} now={now} reload={reload} />
      <IdNumber kase={kase} onDone={reload} />
      {isOpen(kase.state) && kase.steps.some(({ doneAt }) => doneAt === undefined) && (
        <Card title="办到哪一步了" icon="cases">
          <CaseSteps kase={kase} now={now} />
        </Card>
      )}
      <FoldCard title="经过" icon="clock">
        {() => <CaseTimeline kase={kase} now={now} />}
      </FoldCard>
      <MessageWithPhotos kase={kase} to={kase.assignment ? '代办员' : '社区'} onDone={reload} />
      {(can(kase, 'share') || kase.sharing) && (
        <Button icon="send" onPress={() => go.share(kase.caseId)}>
          {kase.sharing ? '分享给家人的进展' : '把进展分享给家人'}
        </Button>
      )}
      <FoldCard title={kase.isComplaint ? '您说的事' : kase.question ? '您问的' : '您要办的事'} icon="paper">
        {() => (
          <>
            <Words>{kase.note}</Words>
            <CasePhotos kase={kase} />
            <Facts
              facts={[
                ...(kase.complaint?.about ? [{ name: '投诉', value: kase.complaint.about }] : []),
                ...(kase.contact.phone ? [{ name: '电话', value: kase.contact.phone }] : []),
                ...(kase.contact.address ? [{ name: '地址', value: kase.contact.address }] : []),
              ]}
            />
            <Button icon="paper" onPress={() => go.receipt(kase.caseId, 'accepted')}>
              受理单，存图片或打印
            </Button>
            {!kase.isComplaint && (
              <Button icon="paper" onPress={() => go.told(kase.caseId, kase.subtype)}>
                当时告诉您的（一次性告知）
              </Button>
            )}
          </>
        )}
      </FoldCard>
      <Another kase={kase} now={now} onDone={reload} />
      <Mandates kase={kase} now={now} onDone={reload} />
      {kase.parts[0] === 'resident' && <Asked kase={kase} onDone={reload} />}
      {can(kase, 'cancel') && <Cancel caseId={kase.caseId} kind={kase.kind} onDone={reload} />}
      {!kase.isComplaint && (
        <Button look="quiet" onPress={() => go.complaint({ id: kase.caseId })}>
          要投诉，交给上级
        </Button>
      )}
    </>
  );
}

/** Where it is, who else has met it, and who may know who reported it. */
function ofReport({ report, place = '' }: CaseView) {
  if (!report) return [];
  return [
    { name: '在哪儿', value: place },
    ...(report.joined > 0 ? [{ name: '也遇到的', value: `${report.joined}位邻居` }] : []),
    ...(report.isAnonymous ? [{ name: '谁报的', value: '匿名，只有您自己看得到' }] : []),
  ];
}

/** 一件事: what it was asked for together with. */
function OfBundle({ bundle: { id, name, size } }: { bundle: NonNullable<CaseView['bundle']> }) {
  return (
    <List>
      <ListRow
        icon="all"
        title={`〈${name}〉里的一件`}
        note={`共${size}件，几件一起看`}
        onPress={() => go.together(id)}
      />
    </List>
  );
}

/** Whom it is for, to who asked; who asked, to whom it is for. */
function forWhom({ relation, residentName, asker }: CaseView) {
  if (relation) return [{ name: '给谁办', value: `${residentName}（${relationNames[relation]}）` }];
  return asker ? [{ name: '谁提的', value: `${asker.name}替您提的` }] : [];
}

/** Who has it; of the agent this household knows, also when that person is there. */
function Handler({ kase, now }: { kase: CaseView; now: number }) {
  const { assignment, state, isUrgent } = kase;
  const afterHours = isUrgent ? undefined : kase.afterHours;
  const known = useSession().data?.agent;
  if (!assignment) return null;
  const { agentName, agentPhone, acceptedAt } = assignment;
  const isKnown = known?.phone === agentPhone && isOpen(state);
  const duty = isKnown ? dutyWords(known, now) : afterHours && `${whenWords(afterHours.nextAt, now)}有人`;
  const part = partWords(isOpen(state), acceptedAt !== undefined);
  return (
    <Agent name={agentName} note={duty ? `${part} · ${duty}` : part}>
      {!isOpen(state) && (
        <CallButton inline number={agentPhone} whom={`代办员${agentName}`}>
          打电话
        </CallButton>
      )}
    </Agent>
  );
}

function partWords(isGoingOn: boolean, hasAccepted: boolean): string {
  if (isGoingOn) return hasAccepted ? '您的代办员' : '代办员，还没答应';
  return hasAccepted ? '给您办的代办员' : '当时派给的代办员';
}

/** Urged a while ago: the agent knows, and when it may be said again. Always there, so that its words are heard when they come. */
function Urged({ kase, now }: { kase: CaseView; now: number }) {
  const { urgeFrom = 0 } = kase;
  return (
    <View className="case-urged" role="status">
      {can(kase, 'urge') && urgeFrom > now && (
        <Words look="muted">催过了，代办员已经知道。{whenWords(urgeFrom, now)}以后可以再催。</Words>
      )}
    </View>
  );
}
