import { useQuery } from '@/hooks/use-query';
import { useCall } from '@/hooks/use-call';
import { useSession } from '@/hooks/use-session';
import { Faces } from '@/components/faces';
import { Page } from '@/components/page';
import { Form } from './form';

/** 请代办员帮忙: what; where and when; check and send. */
export default function Request() {
  const { code = '', subtype, text } = useQuery();
  const asked = useCall('catalog.detail', { code });
  const session = useSession();
  // The form keeps what is written from its first breath on, so it is not drawn before it knows whose phone and door.
  const isStranger = session.error?.code === 'UNKNOWN_PERSON';
  if (asked.data && (session.data || isStranger))
    return <Form key={code} item={asked.data.item} person={session.data?.person} wish={{ subtype, text }} />;
  return (
    <Page title="请代办员帮忙">
      <Faces of={session}>{() => <Faces of={asked}>{() => null}</Faces>}</Faces>
    </Page>
  );
}
