import { useState } from 'react';
import type { Output } from 'contract/actions';
import { CallButton } from '@/components/button';
import { Faces, Note } from '@/components/faces';
import { Page } from '@/components/page';
import { useCall } from '@/hooks/use-call';
import { useQuery } from '@/hooks/use-query';
import { useSession } from '@/hooks/use-session';
import { Form } from './form';
import { Sent } from './sent';

const title = '投诉建议';

/** 投诉建议 `?text=` what was looked for, `?id=` about one of the resident's cases. */
export default function Complaint() {
  const { text, id } = useQuery();
  const session = useSession();
  const isKnown = session.is('resident');
  const asked = useCall('cases.complainable', isKnown ? {} : undefined);
  const [sent, setSent] = useState<Output<'cases.complain'>>();
  if (sent) return <Sent sent={sent} />;
  if (isKnown && asked.data) return <Form about={asked.data} caseId={id} text={text} onSent={setSent} />;
  return (
    <Page title={title}>
      {session.data && !isKnown ? (
        <Note icon="info" text="这里是居民写投诉的地方。要说的话，请打12345。">
          <CallButton look="main" number="12345" whom="政务服务便民热线">
            打 12345
          </CallButton>
        </Note>
      ) : (
        <Faces of={session}>{() => <Faces of={asked}>{() => null}</Faces>}</Faces>
      )}
    </Page>
  );
}
