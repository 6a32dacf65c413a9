import { useState } from 'react';
import type { Tried } from 'contract/models';
import { readable } from '@/cloud/readable';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FieldError } from '@/components/field';
import { Fold } from '@/components/fold';
import { Lines, Words } from '@/components/words';
import { useDeed } from '@/hooks/use-deed';

/** 检查一遍: tries what nobody can see by looking, and says of each thing that is wrong the one thing to do. */
export function Check({ orgId }: { orgId: string }) {
  const { run, busy, error } = useDeed('admin.check');
  const [tried, setTried] = useState<readonly Tried[]>();
  async function check() {
    const could = await readable();
    // The phone's own clock, not the corrected one: it is what is compared.
    const answer = await run({ orgId, at: Date.now(), ...(could && { readable: could }) });
    if (answer) setTried(answer.tried);
  }
  return (
    <>
      <Card title="检查一遍" icon="search">
        <Words>试一试微信的权限、消息模板、时钟和数据库，什么都不改。</Words>
        <FieldError id="check-error">{error?.message}</FieldError>
        <Button look="main" icon="search" busy={busy} onPress={() => void check()}>
          {tried ? '再检查一遍' : '检查一遍'}
        </Button>
      </Card>
      {tried && <Results tried={tried} />}
    </>
  );
}

function Results({ tried }: { tried: readonly Tried[] }) {
  const of = (state: Tried['state']) => tried.filter((one) => one.state === state);
  const fine = of('fine');
  // What is to be done stands before what is to be waited for.
  const others = [...of('wrong'), ...of('unsure')];
  return (
    <>
      {others.map(({ what, state, found, todo }) => (
        <Card
          key={what}
          title={`${what}：${found}`}
          icon={state === 'wrong' ? 'warning' : 'clock'}
          tone={state === 'wrong' ? 'breach' : 'plain'}
        >
          {todo && <Words>{todo}</Words>}
        </Card>
      ))}
      <Card title={`${fine.length}样没问题`} icon="done" tone="ok">
        <Fold title="试了哪些">
          {() => <Lines items={fine.map(({ what, found }) => `${what}：${found}`)} />}
        </Fold>
      </Card>
    </>
  );
}
