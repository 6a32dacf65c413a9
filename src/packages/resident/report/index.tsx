import { useState } from 'react';
import type { Output } from 'contract/actions';
import { reportCode } from 'contract/report';
import { Faces } from '@/components/faces';
import { Page } from '@/components/page';
import { useCall } from '@/hooks/use-call';
import { useQuery } from '@/hooks/use-query';
import { useSession } from '@/hooks/use-session';
import { useWhere } from '@/hooks/use-where';
import { StaffNote } from '../request/staff-note';
import { Danger } from './danger';
import { Form } from './form';
import { type Reported, Sent } from './sent';

/** 随手报 `?text=` what was looked for, `?subtype=` the kind that it meant. */
export default function Report() {
  const { text, subtype } = useQuery();
  const session = useSession();
  const where = useWhere();
  const asked = useCall('catalog.detail', where && { code: reportCode, ...where });
  const [sent, setSent] = useState<Reported>();
  const item: Output<'catalog.detail'>['item'] | undefined = asked.data?.item;
  if (sent && item) return <Sent sent={sent} item={item} onAgain={() => setSent(undefined)} />;
  if (session.data && !session.is('resident'))
    return (
      <Page title="随手报">
        <Danger />
        <StaffNote text="这里是居民自己报的地方。您替居民记，请用“帮居民登记”。" />
      </Page>
    );
  const isStranger = session.error?.code === 'UNKNOWN_PERSON';
  if (item && (session.data || isStranger))
    return (
      <Form
        item={item}
        person={session.data?.person}
        text={text}
        subtype={item.subtypes.find(({ code }) => code === subtype)?.code}
        onSent={setSent}
      />
    );
  return (
    <Page title="随手报">
      <Danger />
      {isStranger ? (
        <Faces of={asked}>{() => null}</Faces>
      ) : (
        <Faces of={session}>{() => <Faces of={asked}>{() => null}</Faces>}</Faces>
      )}
    </Page>
  );
}
