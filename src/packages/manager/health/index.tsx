import type { Output } from 'contract/actions';
import { currentTime } from '@/cloud/clock';
import { Card } from '@/components/card';
import { Faces, Note } from '@/components/faces';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { Desk } from '../parts/desk';
import { Frame } from '../parts/frame';
import { Check } from './check';
import { TryMessage } from './try-message';

/** 运行情况: whether the machine does by itself what it has to, and what broke on pages. For the district, which looks after it. */
export default function Health() {
  return (
    <Frame at="health">
      <Page title="运行情况" wide>
        <Desk at="health">
          {(orgId, { tier }) =>
            tier === 'district' ? (
              <Of orgId={orgId} />
            ) : (
              <Note icon="info" text="系统的运行由区里看，您这里不用做什么。" />
            )
          }
        </Desk>
      </Page>
    </Frame>
  );
}

function Of({ orgId }: { orgId: string }) {
  const asked = useCall('admin.health', { orgId });
  usePullRefresh(asked);
  return (
    <Faces of={asked}>
      {(health) => (
        <>
          <Timer health={health} />
          <Documents left={health.migrationsLeft} />
          <Check orgId={orgId} />
          <TryMessage orgId={orgId} />
          <Troubles troubles={health.troubles} />
        </>
      )}
    </Faces>
  );
}

type Health = Output<'admin.health'>;

function Timer({ health: { roundAt, isLate } }: { health: Health }) {
  const since = roundAt === undefined ? '还没有动静' : `${whenWords(roundAt, currentTime())}查过一遍`;
  return isLate ? (
    <Card title="定时的事没有在做" icon="warning" tone="breach">
      <Words>{since}。派单超时、通知、数字都靠它。</Words>
      <Words>请在云开发控制台的“云函数”里看 beat 有没有触发器，没有就重新部署一次。</Words>
    </Card>
  ) : (
    <Card title="定时的事都在做" icon="done" tone="ok">
      <Words>{since}，十二小时一遍。</Words>
    </Card>
  );
}

function Documents({ left }: { left: number }) {
  return left > 0 ? (
    <Card title="老数据正在整理" icon="clock">
      <Words>还有{left}步，一般几分钟就好，不用守着。过了一小时还在，请看函数 migrate 的日志。</Words>
    </Card>
  ) : (
    <Card title="数据已经是这一版的" icon="done" tone="ok" />
  );
}

function Troubles({ troubles }: Pick<Health, 'troubles'>) {
  const now = currentTime();
  if (troubles.length === 0)
    return (
      <Card title="这一周页面没有出错" icon="done" tone="ok">
        <Words>居民和同事的手机上页面出了错，会自己报到这里。</Words>
      </Card>
    );
  return (
    <>
      <Words look="strong">这一周页面上出的错，{troubles.length}种。请转给做系统的人。</Words>
      {troubles.map(({ id, words, page, version, count, firstAt, lastAt }) => (
        <Card key={id} title={words.split('\n')[0] ?? words} icon="problem">
          <Words>
            {whenWords(firstAt, now)}
            {count > 1 && `起${count}次，最近${whenWords(lastAt, now)}`}
          </Words>
          <Words look="muted">
            页面 {page}，版本 {version}
          </Words>
          <Words look="muted">{words.split('\n').slice(1).join(' ')}</Words>
        </Card>
      ))}
    </>
  );
}
