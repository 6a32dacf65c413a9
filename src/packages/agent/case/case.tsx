import { can } from 'contract/states';
import type { CaseView } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { CaseHead } from '@/components/case-head';
import { CaseWish } from '@/components/case-wish';
import { Faces, Note } from '@/components/faces';
import { List, ListRow } from '@/components/list-row';
import { Page } from '@/components/page';
import { Timeline } from '@/components/timeline';
import { useCall } from '@/hooks/use-call';
import { back, go } from '@/routes';
import { Contact } from './contact';
import { buttonsFor, Deeds } from './deeds';

/** A case as its agent sees it: how long it has, whom to call, what is asked, and the deeds the table allows in reach. */
export function Case({ id }: { id: string }) {
  const asked = useCall('cases.detail', { caseId: id });
  // Another agent has it now: what was seen before no longer counts.
  const isGone = asked.error?.code === 'NOT_YOUR_CASE';
  const kase = isGone ? undefined : asked.data?.case;
  const buttons = kase ? buttonsFor(kase) : [];
  return (
    <Page
      title="办件"
      bar={buttons.length > 0 && <Deeds caseId={id} of={buttons} onChanged={asked.reload} />}
    >
      {isGone ? (
        <Note icon="info" text="这件已经不在您手上了,不用再跑。">
          <Button look="main" onPress={back.agentQueue}>
            回工作台
          </Button>
        </Note>
      ) : (
        <Faces of={asked}>{({ case: shown }) => <Shown kase={shown} />}</Faces>
      )}
    </Page>
  );
}

function Shown({ kase }: { kase: CaseView }) {
  const now = currentTime();
  return (
    <>
      <CaseHead kase={kase} now={now} />
      <Contact kase={kase} />
      <CaseWish kase={kase} now={now} />
      <List>
        <ListRow
          icon="paper"
          title="要哪些材料、怎么办"
          onPress={() => go.service(kase.serviceCode, { subtype: kase.subtype })}
        />
      </List>
      <Card title="经过" icon="clock">
        <Timeline events={kase.events} now={now} />
      </Card>
      {can(kase, 'terminate') && (
        <Button look="danger" onPress={() => go.agentDeed(kase.caseId, 'terminate')}>
          办不了,终止
        </Button>
      )}
    </>
  );
}
