import { useRef } from 'react';
import type { ServiceItem } from 'contract/models';
import { useQuery } from '@/hooks/use-query';
import { useCall } from '@/hooks/use-call';
import { useSession } from '@/hooks/use-session';
import { useWhere } from '@/hooks/use-where';
import { Button } from '@/components/button';
import { Faces, Note } from '@/components/faces';
import { Page } from '@/components/page';
import { go } from '@/routes';
import { Form } from './form';

/** 请代办员帮忙: what; where and when; check and send. */
export default function Request() {
  const { code = '', subtype, text } = useQuery();
  const session = useSession();
  const where = useWhere();
  const asked = useCall('catalog.detail', where && { code, ...where });
  // A resident who joins on the way has a community from then on, and the item is asked for anew as it is there: the form stays.
  const kept = useRef<ServiceItem>();
  if (asked.data) kept.current = asked.data.item;
  const item = kept.current;
  // Staff who do not live here ask for others, on a page that asks for whom.
  if (session.data && !session.is('resident'))
    return (
      <Page title="请代办员帮忙">
        <Note icon="info" text="这里是居民自己请人帮忙的地方。您替居民办，请用“帮居民登记”。">
          <Button look="main" onPress={go.intake}>
            帮居民登记
          </Button>
        </Note>
      </Page>
    );
  // The form keeps what is written from its first breath on, so it is not drawn before it knows whose phone and door.
  const isStranger = session.error?.code === 'UNKNOWN_PERSON';
  if (item && (session.data || isStranger))
    return <Form key={code} item={item} person={session.data?.person} wish={{ subtype, text }} />;
  return (
    <Page title="请代办员帮忙">
      <Faces of={session}>{() => <Faces of={asked}>{() => null}</Faces>}</Faces>
    </Page>
  );
}
