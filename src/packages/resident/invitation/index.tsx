import { useState } from 'react';
import type { InvitationView } from 'contract/models';
import { roleNames } from 'contract/words';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Facts } from '@/components/facts';
import { Faces } from '@/components/faces';
import { Field } from '@/components/field';
import { PhoneOf } from '@/components/join';
import { PrivacyNotice } from '@/components/join/notice';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { goToTop } from '@/hooks/focus';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';
import { useQuery } from '@/hooks/use-query';
import { useSession } from '@/hooks/use-session';
import { go } from '@/routes';

/** 接受邀请: who invites to what, and the yes of the person it is bound to. By the card that was shared, or by the digits read out. */
export default function Invitation() {
  // WeChat hands what a code carries over as `scene`.
  const { invitation, scene } = useQuery();
  const token = invitation ?? scene;
  const [role, setRole] = useState<InvitationView['role']>();
  if (role) return <Accepted role={role} />;
  const done = (taken: InvitationView['role']) => {
    setRole(taken);
    goToTop('.page-title');
  };
  return token ? <ByCard invitation={token} onDone={done} /> : <ByDigits onDone={done} />;
}

interface Draft {
  digits: string;
  phone: string;
  phoneCode?: string;
  consent: boolean;
}

function useAccept(invitation?: string) {
  const session = useSession();
  const form = useForm('account.accept', {
    key: 'accept',
    begin: ({ phoneCode: _, ...kept }: Partial<Draft>): Draft => ({
      digits: '',
      phone: '',
      consent: false,
      ...kept,
    }),
    check: ({ digits, phone, phoneCode, consent }) => ({
      consent: consent ? undefined : '请先看过，再点一下同意。',
      phone: phone.trim() || phoneCode ? undefined : '请填收到邀请的手机号，或用微信的手机号。',
      digits: phoneCode || digits.trim() ? undefined : '请填写邀请您的人读给您的6位数字。',
    }),
    inputOf: ({ digits, phone, phoneCode }) => ({
      invitation,
      ...(digits.trim() ? { digits } : {}),
      ...(phoneCode ? { phoneCode } : { phone }),
      consent: true as const,
    }),
    beside: ['consent', 'digits', 'phone', 'phoneCode'],
  });
  async function send() {
    const accepted = await form.send();
    if (accepted) session.reload();
    return accepted;
  }
  return { ...form, send };
}

type Accept = ReturnType<typeof useAccept>;

/** The card that was shared: what it is comes first. */
function ByCard({ invitation, onDone }: { invitation: string; onDone(role: InvitationView['role']): void }) {
  const asked = useCall('account.invitation', { invitation });
  const form = useAccept(invitation);
  const { data } = asked;
  return (
    <Page title="接受邀请" bar={data && <SendBar of={form} words="接受" onDone={() => onDone(data.role)} />}>
      <Faces of={asked}>
        {(view) => (
          <>
            <What view={view} />
            <Fields of={form} />
          </>
        )}
      </Faces>
    </Page>
  );
}

/** Read out over the phone: the number and the six digits find it, and are its proof. */
function ByDigits({ onDone }: { onDone(role: InvitationView['role']): void }) {
  const form = useAccept();
  const { digits, phone } = form.draft;
  const [sought, setSought] = useState<{ digits: string; phone: string }>();
  const asked = useCall('account.invitation', sought);
  const { data } = asked;
  if (data)
    return (
      <Page title="接受邀请" bar={<SendBar of={form} words="接受" onDone={() => onDone(data.role)} />}>
        <What view={data} />
        <Fields of={form} />
      </Page>
    );
  return (
    <Page
      title="接受邀请"
      bar={
        <Button look="main" busy={asked.loading} onPress={() => setSought({ digits, phone })}>
          找到邀请
        </Button>
      }
    >
      <Words>社区请您来做代办员或管理员时，会给您6位数字。填在这里就行。</Words>
      <Digits of={form} error={asked.error?.fields.digits ?? asked.error?.message} />
      <Field
        label="收到邀请的手机号"
        kind="phone"
        required
        value={phone}
        error={asked.error?.fields.phone}
        onInput={(typed) => form.write({ phone: typed })}
      />
      <Button look="quiet" onPress={go.begin}>
        系统刚装好，我有启用码
      </Button>
    </Page>
  );
}

function What({ view: { role, orgName, by, name, phone, until } }: { view: InvitationView }) {
  return (
    <Card title={`请您来做${roleNames[role]}`} icon="work">
      <Facts
        facts={[
          { name: '哪儿', value: orgName },
          { name: '谁请的', value: by },
          { name: '请的是', value: `${name}，${phone}` },
          { name: '有效到', value: whenWords(until, currentTime()) },
        ]}
      />
    </Card>
  );
}

function Fields({ of: form }: { of: Accept }) {
  const { draft, write, wrong } = form;
  return (
    <>
      <PrivacyNotice
        agreed={draft.consent}
        error={wrong('consent')}
        onAgree={(consent) => write({ consent })}
      />
      <PhoneOf
        phone={draft.phone}
        phoneCode={draft.phoneCode}
        error={wrong('phone', 'phoneCode')}
        hint="收到邀请的那个号码"
        onChange={(part) => write(part, ['phone', 'phoneCode'])}
      />
      {!draft.phoneCode && <Digits of={form} error={wrong('digits')} />}
    </>
  );
}

function Digits({ of: { draft, write }, error }: { of: Accept; error?: string }) {
  return (
    <Field
      label="6位数字"
      hint="邀请您的人会读给您"
      kind="number"
      required
      value={draft.digits}
      error={error}
      onInput={(digits) => write({ digits })}
    />
  );
}

function Accepted({ role }: { role: InvitationView['role'] }) {
  return (
    <Page
      title="接受邀请"
      bar={
        <Button look="main" onPress={role === 'agent' ? go.agentQueue : go.managerBoard}>
          去工作台
        </Button>
      }
    >
      <Card title={`好了，您现在是${roleNames[role]}`} icon="done" tone="ok">
        <Words>工作台在首页和“我的”里都找得到。</Words>
      </Card>
    </Page>
  );
}
