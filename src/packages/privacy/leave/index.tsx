import { View } from '@tarojs/components';
import { useState } from 'react';
import { spokenNo } from 'contract/case-no';
import { REQUEST_DAYS, keptKinds } from 'contract/kept';
import type { LeavingView } from 'contract/models/privacy';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Faces, Note } from '@/components/faces';
import { FieldError } from '@/components/field';
import { Fold } from '@/components/fold';
import { List, ListRow } from '@/components/list-row';
import { Page } from '@/components/page';
import { Lines, Words } from '@/components/words';
import { dayWords, fullDay } from '@/format/when';
import { goToTop } from '@/hooks/focus';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { go } from '@/routes';

/** 注销: what goes, what stays until when, what stands in its way; asked for at the end of it. */
export default function Leave() {
  const asked = useCall('privacy.leaving', {});
  const [isDone, setIsDone] = useState(false);
  if (isDone)
    return (
      <Page title="注销">
        <Card title="收到了" icon="done" tone="ok">
          <Words>到那天自动办，不用再来。在那以前，随时可以在“我的信息”里收回。</Words>
        </Card>
        <Button look="main" onPress={go.dataInstead}>
          回到我的信息
        </Button>
      </Page>
    );
  return (
    <Page title="注销">
      <Faces of={asked}>
        {(view) => (
          <>
            <What view={view} />
            <Ask
              view={view}
              onRefused={asked.reload}
              onDone={() => {
                setIsDone(true);
                goToTop('.page-title');
              }}
            />
          </>
        )}
      </Faces>
    </Page>
  );
}

/** As many as a card shows without being pressed. */
const FEW = 3;

const Archived = ({ of }: { of: LeavingView['archived'] }) => (
  <Lines
    items={of.map(
      ({ serviceName, no, until }) =>
        `${serviceName}，${spokenNo(no)}，${until === undefined ? '永久' : `留到${fullDay(until)}`}`,
    )}
  />
);

function What({ view: { archived, isStaff } }: { view: LeavingView }) {
  const erased = keptKinds.filter(([, { onLeaving }]) => onLeaving === 'erased').map(([, { name }]) => name);
  return (
    <>
      <Card title="删掉的" icon="close">
        <Lines items={erased} />
        <Words look="muted">别人记您作家人的，也一起删。删了找不回来，要留一份的，先在“我的信息”里取。</Words>
      </Card>
      <Card title="按法律留着的" icon="paper">
        {archived.length === 0 && <Words>没有。</Words>}
        {archived.length <= FEW ? (
          <Archived of={archived} />
        ) : (
          <Words>办过的{archived.length}件的经过。</Words>
        )}
        <Words look="muted">
          只留办过什么、哪天办的、谁办的。您的姓名、电话、住址、写的话和照片都去掉，看不出是您。
        </Words>
      </Card>
      {archived.length > FEW && (
        <Fold title={`看是哪${archived.length}件`}>{() => <Archived of={archived} />}</Fold>
      )}
      {isStaff && (
        <Note icon="info" text="您在这里还有工作岗位：姓名和电话因为工作留着，只删您作为居民的信息。" />
      )}
    </>
  );
}

interface AskProps {
  view: LeavingView;
  onRefused(): void;
  onDone(): void;
}

function Ask({ view: { blocked, open, dueAt }, onRefused, onDone }: AskProps) {
  const { run, busy, error } = useDeed('privacy.ask', onRefused);
  const [how, setHow] = useState<'goOn' | 'end'>();
  const [isMissing, setIsMissing] = useState(false);
  if (blocked.length > 0)
    return (
      <Card title="现在还不能注销" icon="warning" tone="warning">
        <Lines items={blocked.map(({ says }) => says)} />
      </Card>
    );
  const send = async () => {
    if (open.length > 0 && how === undefined) return setIsMissing(true);
    if (await run({ kind: 'leave', goOn: how === 'goOn' })) onDone();
  };
  return (
    <>
      {open.length > 0 && (
        <>
          <List label="还没办完的事">
            {open.map(({ caseId, serviceName, no }) => (
              <ListRow
                key={caseId}
                icon="cases"
                title={serviceName}
                note={spokenNo(no)}
                onPress={() => go.case(caseId)}
              />
            ))}
          </List>
          <Choice
            legend="还没办完的事怎么办？"
            value={how}
            error={isMissing ? '请选一个。' : undefined}
            options={[
              { value: 'goOn', label: '办完再注销', hint: '接着办，最后一件办完就注销' },
              { value: 'end', label: '我先去撤销', hint: '点上面每一件，撤销以后再来' },
            ]}
            onChange={(next) => {
              setHow(next);
              setIsMissing(false);
            }}
          />
        </>
      )}
      <Card title="哪天办" icon="calendar">
        <Words>
          {dayWords(dueAt, currentTime())}（{REQUEST_DAYS}个工作日）自动办。在那以前随时可以收回。
        </Words>
        <Words look="muted">社区只有按法律必须留着的时候才能不照办，要写明理由。</Words>
      </Card>
      <View role="alert">
        <FieldError id="leave-error">
          {error && (Object.values(error.fields ?? {})[0] ?? error.message)}
        </FieldError>
      </View>
      <Button look="danger" busy={busy} disabled={how === 'end'} onPress={() => void send()}>
        我要注销
      </Button>
    </>
  );
}
