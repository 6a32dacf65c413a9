import { useRef, useState } from 'react';
import type { Output } from 'contract/actions';
import type { ServiceItem } from 'contract/models';
import { useQuery } from '@/hooks/use-query';
import { useCall } from '@/hooks/use-call';
import { useNotices } from '@/hooks/use-notices';
import { useSession } from '@/hooks/use-session';
import { useWhere } from '@/hooks/use-where';
import { Button } from '@/components/button';
import { Faces, Note } from '@/components/faces';
import { Page } from '@/components/page';
import { type Wish, go } from '@/routes';
import { NewFamily } from '../family/new';
import { Form } from './form';
import { type Whom, WhomChoice } from './whom';

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
    return <ForWhom key={code} item={item} data={session.data} wish={{ subtype, text }} />;
  return (
    <Page title="请代办员帮忙">
      <Faces of={session}>{() => <Faces of={asked}>{() => null}</Faces>}</Faces>
    </Page>
  );
}

interface Props {
  item: ServiceItem;
  /** none: a resident who is in no register yet asks for themselves */
  data?: Output<'account.session'>;
  wish: Wish;
}

/** The form of each person it may be for: another person's begins empty. */
function ForWhom({ item, data, wish }: Props) {
  const { reload } = useSession();
  const notices = useNotices();
  const [whom, setWhom] = useState<Whom>('me');
  // Who was just kept is there before the session is asked anew.
  const [kept, setKept] = useState(data?.family);
  const family = (kept ?? []).filter(({ agrees }) => agrees !== false);
  const choice = data && <WhomChoice family={family} value={whom} onChange={setWhom} />;
  if (whom === 'new')
    return (
      <NewFamily
        choice={choice}
        onDone={({ familyId, family: rows }) => {
          setKept(rows);
          setWhom(familyId);
          reload();
        }}
      />
    );
  const principal = whom === 'neighbour' ? whom : family.find(({ id }) => id === whom);
  return (
    <Form
      key={whom}
      item={item}
      person={data?.person}
      principal={principal}
      whom={choice}
      notices={notices}
      wish={wish}
    />
  );
}
