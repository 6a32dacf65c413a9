import { View } from '@tarojs/components';
import { useState } from 'react';
import { can } from 'contract/deeds';
import { isOpen } from 'contract/states';
import type { CaseView } from 'contract/models';
import type { NoticeKind } from 'contract/words';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Way } from '@/components/copy/way';
import { CaseClocks, hasClocks } from '@/components/case-clocks';
import { CaseHead } from '@/components/case-head';
import { CaseSteps } from '@/components/case-steps';
import { CaseWish } from '@/components/case-wish';
import { Faces, Note } from '@/components/faces';
import { FieldError } from '@/components/field';
import { FoldCard } from '@/components/fold';
import { List, ListRow } from '@/components/list-row';
import { MessageWithPhotos } from '@/components/message/with-photos';
import { NotifyNote } from '@/components/notify-note';
import { Page } from '@/components/page';
import { CaseTimeline } from '@/components/timeline/of-case';
import { StaffVisit } from '@/components/visit/staff';
import { Words } from '@/components/words';
import { offerWords } from '@/format/offer';
import { whenWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { useNotices } from '@/hooks/use-notices';
import { back, go } from '@/routes';
import { offerKinds } from '../offer-kinds';
import { Contact } from './contact';
import { buttonsFor, Deeds } from './deeds';
import { Originals } from './originals';
import { Papers } from './papers';
import { IdNumber } from './id-number';
import { Mandates } from './mandates';

/** A case as its agent sees it: how long it has, whom to call, what is asked, and the deeds the table allows in reach. */
export function Case({ id }: { id: string }) {
  const asked = useCall('cases.detail', { caseId: id });
  // Another agent has it now: what was seen before no longer counts.
  const isGone = asked.error?.code === 'NOT_YOUR_CASE';
  const kase = isGone ? undefined : asked.data?.case;
  const buttons = kase ? buttonsFor(kase) : [];
  const isAsked = kase !== undefined && can(kase, 'accept');
  const notices = useNotices(isAsked);
  const toAskFor = isAsked ? notices.toAskFor(offerKinds) : [];
  return (
    <Page
      title="办件"
      bar={
        buttons.length > 0 && (
          <Deeds
            caseId={id}
            of={buttons}
            onAccept={() => void notices.ask(toAskFor)}
            onChanged={asked.reload}
          />
        )
      }
    >
      {isGone ? (
        <Note icon="info" text="这件已经不在您手上了，不用再跑。">
          <Button look="main" onPress={back.agentQueue}>
            回工作台
          </Button>
        </Note>
      ) : (
        <Faces of={asked}>
          {({ case: shown }) => <Shown kase={shown} toAskFor={toAskFor} reload={asked.reload} />}
        </Faces>
      )}
    </Page>
  );
}

interface ShownProps {
  kase: CaseView;
  /** what WeChat asks for when it is accepted */
  toAskFor: readonly NoticeKind[];
  reload(): void;
}

function Shown({ kase, toAskFor, reload }: ShownProps) {
  const now = currentTime();
  return (
    <>
      <Asked kase={kase} now={now} />
      <CaseHead kase={kase} now={now} />
      <HandedOver kase={kase} now={now} />
      <Contact kase={kase} />
      <StaffVisit kase={kase} now={now} reload={reload} onSay={(deed) => go.agentDeed(kase.caseId, deed)} />
      <Mandates kase={kase} now={now} onDone={reload} />
      <CaseWish kase={kase} now={now} />
      {kase.report && kase.place && <Way address={kase.place} point={kase.report.point} />}
      <Papers kase={kase} now={now} reload={reload} />
      <IdNumber kase={kase} onDone={reload} />
      <Originals kase={kase} now={now} reload={reload} />
      <NotifyNote kinds={toAskFor} button="接单" />
      {isOpen(kase.state) && kase.steps.some(({ doneAt }) => doneAt === undefined) && (
        <Card title="一步一步办" icon="cases">
          <CaseSteps
            kase={kase}
            now={now}
            deed={(step, index) =>
              can(kase, 'progress') && (
                <StepDone caseId={kase.caseId} name={step.name} index={index} onDone={reload} />
              )
            }
          />
        </Card>
      )}
      {hasClocks(kase) && (
        <FoldCard title="时限" icon="calendar">
          {() => <CaseClocks kase={kase} now={now} />}
        </FoldCard>
      )}
      <List>
        <ListRow
          icon="paper"
          title="要哪些材料、怎么办"
          onPress={() => go.service(kase.serviceCode, { subtype: kase.subtype })}
        />
        <ListRow
          icon="paper"
          title="受理单，存图片或打印"
          onPress={() => go.receipt(kase.caseId, 'accepted')}
        />
      </List>
      <Card title="经过" icon="clock">
        <CaseTimeline kase={kase} now={now} />
      </Card>
      <MessageWithPhotos kase={kase} to="居民" onDone={reload} />
      {can(kase, 'propose') && (
        <Button icon="megaphone" onPress={() => go.answerOf(kase.caseId)}>
          公开这条答复
        </Button>
      )}
      <PassOn kase={kase} />
      {can(kase, 'terminate') && (
        <Button look="danger" onPress={() => go.agentDeed(kase.caseId, 'terminate')}>
          办不了，终止
        </Button>
      )}
    </>
  );
}

/** Until when this agent has to say yes or no, and who wants to pass it on. */
function Asked({ kase, now }: { kase: CaseView; now: number }) {
  const { offer, handover } = kase;
  // The agent who hands it over is not asked.
  if (!offer || !can(kase, 'accept')) return null;
  const { from } = offer;
  return (
    <Card tone="progress" icon="bell" title={from ? `${from}请您接手` : '派给您的，等您答复'}>
      <Words look="strong">{offerWords(offer, now)}</Words>
      {from && handover && <Words>原因：{handover.reason}</Words>}
    </Card>
  );
}

/** The agent who hands over answers for the case until the colleague has said yes. */
function HandedOver({ kase: { handover, parts }, now }: { kase: CaseView; now: number }) {
  if (!handover || parts[0] !== 'agent') return null;
  return (
    <Card tone="progress" icon="people" title={`请了${handover.agentName}接手`}>
      <Words>最晚{whenWords(handover.until, now)}答复。没答应以前，这件还在您手上。</Words>
      <Words look="muted">原因：{handover.reason}</Words>
    </Card>
  );
}

/** Two taps tick the step it stands at: the resident reads of it at once, and it cannot be taken back. */
function StepDone(step: { caseId: string; name: string; index: number; onDone(): void }) {
  const { caseId, name, index, onDone } = step;
  const [isAsked, setIsAsked] = useState(false);
  const { run, busy, error } = useDeed('cases.progress', onDone);
  const tick = async () => {
    if (await run({ caseId, step: index })) onDone();
  };
  return (
    <>
      <FieldError id="step-error">{error?.message}</FieldError>
      <Button inline expanded={isAsked} label={`这一步完成了：${name}`} onPress={() => setIsAsked(!isAsked)}>
        这一步完成了
      </Button>
      {isAsked && (
        <View className="step-sure">
          <Words>居民马上看得到，记下了收不回。</Words>
          <Button inline icon="tick" busy={busy} label={`是，记下：${name}`} onPress={() => void tick()}>
            是，记下
          </Button>
        </View>
      )}
    </>
  );
}

/** 转给同事: how often it still may be, or why not now. */
function PassOn({ kase }: { kase: CaseView }) {
  if (!can(kase, 'handover') || kase.handover) return null;
  if (kase.handoversLeft === 0)
    return <Words look="muted">这件转过几回了，不能再转。办不了，请社区来安排。</Words>;
  return (
    <Button icon="people" onPress={() => go.agentDeed(kase.caseId, 'handover')}>
      转给同事
    </Button>
  );
}
