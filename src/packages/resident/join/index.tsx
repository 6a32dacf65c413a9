import { useState } from 'react';
import type { Output } from 'contract/actions';
import { Button, CallButton } from '@/components/button';
import { Card } from '@/components/card';
import { Faces } from '@/components/faces';
import { JoinFields, Unverified, useJoin } from '@/components/join';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { goToTop } from '@/hooks/focus';
import { useSession } from '@/hooks/use-session';
import { go } from '@/routes';

type Joined = Output<'account.join'>;

/** 登记: for a resident who would rather be in the register before there is something to ask for. */
export default function Join() {
  const session = useSession();
  const [joined, setJoined] = useState<Joined>();
  if (joined) return <Done {...joined} />;
  if (session.error?.code === 'UNKNOWN_PERSON' && !session.data)
    return (
      <Form
        onDone={(answer) => {
          setJoined(answer);
          goToTop('.page-title');
        }}
      />
    );
  return (
    <Page title="登记">
      <Faces of={session}>
        {({ person }) => (
          <Card title={`${person.name}，您已经登记过了`} icon="done" tone="ok">
            <Button icon="pencil" onPress={go.mine}>
              改电话、住址或社区
            </Button>
          </Card>
        )}
      </Faces>
    </Page>
  );
}

function Form({ onDone }: { onDone(joined: Joined): void }) {
  const join = useJoin();
  return (
    <Page title="登记" bar={<SendBar of={join} words="登记" onDone={onDone} />}>
      <JoinFields of={join} />
    </Page>
  );
}

function Done({ person, community, claimed, shares }: Joined) {
  return (
    <Page
      title="登记好了"
      bar={
        <Button look="main" onPress={go.home}>
          去首页
        </Button>
      }
    >
      <Card title={`${person.name}，登记好了`} icon="done" tone="ok">
        <Words>您在{community.name}。有事说一声，代办员帮您跑。</Words>
        {!person.verified && <Unverified />}
        {claimed && <Words>社区以前替您登记过的事，都在“我的办件”里。</Words>}
        {shares && <Words look="muted">这个电话在社区登记过，社区会和您核对是不是同一位。</Words>}
      </Card>
      <CallButton number={community.phone} whom={community.station}>
        打电话给社区
      </CallButton>
    </Page>
  );
}
