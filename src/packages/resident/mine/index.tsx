import { View } from '@tarojs/components';
import { useState } from 'react';
import { limits } from 'contract/limits';
import type { Community, Person } from 'contract/models';
import { verifiedNames } from 'contract/words';
import { Card } from '@/components/card';
import { DraftFound } from '@/components/draft-found';
import { Facts } from '@/components/facts';
import { Faces, Note } from '@/components/faces';
import { Field, FieldError } from '@/components/field';
import { AddressField } from '@/components/field/address';
import { PhoneOf, Unverified } from '@/components/join';
import { Place } from '@/components/join/place';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Tag } from '@/components/tag';
import { Words } from '@/components/words';
import { spokenPhone } from '@/format/phones';
import { goToTop } from '@/hooks/focus';
import { useForm } from '@/hooks/use-form';
import { useSession } from '@/hooks/use-session';

/** 我的登记: what the register has of a resident, which they change themselves. */
export default function Mine() {
  const session = useSession();
  const { data } = session;
  if (data?.community && session.is('resident'))
    return <Known person={data.person} community={data.community} reload={session.reload} />;
  return (
    <Page title="我的登记">
      <Faces of={session}>
        {() => <Note icon="info" text="您不是登记的居民，这里没有要改的。工作上的电话请管理员改。" />}
      </Faces>
    </Page>
  );
}

/** What was touched of it; the rest is as the register has it. */
type Typed = Partial<
  Record<'name' | 'phone' | 'phoneCode' | 'address' | 'code' | 'orgId' | 'orgName', string>
>;

function useMine(person: Person, community: Community) {
  const differing = ({ name, phone, phoneCode, address, orgId }: Typed) => ({
    ...(name !== undefined && name.trim() !== person.name && { name }),
    ...(phoneCode ? { phoneCode } : phone !== undefined && phone.trim() !== person.phone && { phone }),
    ...(address?.trim() && address.trim() !== person.address && { address }),
    ...(orgId !== undefined && orgId !== community.id && { orgId }),
  });
  return useForm('account.change', {
    key: 'mine',
    // A code of WeChat's is good for five minutes: it is not kept.
    begin: ({ phoneCode: _, ...kept }: Typed): Typed => kept,
    check: (draft) => ({
      name: draft.name?.trim() === '' ? '请填写姓名。' : undefined,
      phone: draft.phone?.trim() === '' && !draft.phoneCode ? '请留一个能打通的电话。' : undefined,
      orgId: 'orgId' in draft && !draft.orgId ? '请选您住的社区。' : undefined,
      same: !('orgId' in draft) && Object.keys(differing(draft)).length === 0 ? '还没有改什么。' : undefined,
    }),
    inputOf: differing,
    beside: ['name', 'phone', 'phoneCode', 'address', 'orgId', 'code', 'same'],
  });
}

function Known({ person, community, reload }: { person: Person; community: Community; reload(): void }) {
  const form = useMine(person, community);
  const [isDone, setIsDone] = useState(false);
  const { draft, wrong } = form;
  const write = (part: Typed, fields: readonly string[] = Object.keys(part)) => {
    setIsDone(false);
    form.write(part, [...fields, 'same']);
  };
  const moves = draft.orgId !== undefined && draft.orgId !== community.id;
  return (
    <Page
      title="我的登记"
      bar={
        <>
          <FieldError id="mine-same">{wrong('same')}</FieldError>
          <SendBar
            of={form}
            words="存好"
            onDone={() => {
              setIsDone(true);
              reload();
              goToTop('.page-title');
            }}
          />
        </>
      }
    >
      <Card title={person.name} icon="person">
        <View role="status">{isDone && <Words look="strong">改好了。</Words>}</View>
        <Facts
          facts={[
            { name: '电话', value: spokenPhone(person.phone ?? '') },
            { name: '住址', value: person.address ?? '还没有填' },
            { name: '社区', value: community.name },
            ...(person.verified
              ? [{ name: '核实', value: <Tag tone="ok">{verifiedNames[person.verified]}</Tag> }]
              : []),
          ]}
        />
        {!person.verified && <Unverified />}
      </Card>
      <DraftFound of={form} />
      <PhoneOf
        phone={draft.phone ?? person.phone ?? ''}
        phoneCode={draft.phoneCode}
        error={wrong('phone', 'phoneCode')}
        onChange={(part) => write(part, ['phone', 'phoneCode'])}
      />
      <AddressField
        label="住址"
        required={false}
        value={draft.address ?? person.address ?? ''}
        error={wrong('address')}
        onInput={(address) => write({ address })}
      />
      <Place
        chosen={'orgId' in draft ? draft : { orgId: community.id, orgName: community.name }}
        error={wrong('code', 'orgId')}
        onChoose={({ orgId, orgName }) => write({ orgId, orgName }, ['code', 'orgId'])}
      />
      {moves && <Words look="muted">正在办的事，还由{community.name}给您办完。</Words>}
      <Field
        label="姓名"
        required
        max={limits.name}
        value={draft.name ?? person.name}
        error={wrong('name')}
        onInput={(name) => write({ name })}
      />
    </Page>
  );
}
