import { useRef } from 'react';
import type { Output } from 'contract/actions';
import type { ServiceItem } from 'contract/models';
import { useQuery } from '@/hooks/use-query';
import { useCall } from '@/hooks/use-call';
import { useNotices } from '@/hooks/use-notices';
import { useSession } from '@/hooks/use-session';
import { useWhere } from '@/hooks/use-where';
import { Faces } from '@/components/faces';
import { Page } from '@/components/page';
import type { Wish } from '@/routes';
import { ForWhom } from './for-whom';
import { Form } from './form';
import { StaffNote } from './staff-note';

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
  if (session.data && !session.is('resident'))
    return (
      <Page title="请代办员帮忙">
        <StaffNote text="这里是居民自己请人帮忙的地方。您替居民办，请用“帮居民登记”。" />
      </Page>
    );
  // The form keeps what is written from its first breath on, so it is not drawn before it knows whose phone and door.
  const isStranger = session.error?.code === 'UNKNOWN_PERSON';
  if (item && (session.data || isStranger))
    return <Asked key={code} item={item} data={session.data} wish={{ subtype, text }} />;
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
function Asked({ item, data, wish }: Props) {
  const notices = useNotices();
  return (
    <ForWhom data={data}>
      {({ whom, choice, relative }) => (
        <Form
          key={whom}
          item={item}
          person={data?.person}
          principal={whom === 'neighbour' ? whom : relative}
          whom={choice}
          notices={notices}
          wish={wish}
        />
      )}
    </ForWhom>
  );
}
