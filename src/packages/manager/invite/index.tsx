import Taro, { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from 'contract/actions';

import { currentTime } from '@/cloud/clock';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Copy } from '@/components/copy';
import { DraftFound } from '@/components/draft-found';
import { Button } from '@/components/button';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { goToTop } from '@/hooks/focus';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';
import { useQuery } from '@/hooks/use-query';
import { useSession } from '@/hooks/use-session';
import { paths } from '@/routes';
import { addressOf } from './address';
import { Frame } from '../parts/frame';
import { Who } from '../parts/who';

interface Draft {
  role?: 'agent' | 'manager';
  orgId: string;
  name: string;
  phone: string;
}
type Invited = Output<'people.invite'> & { name: string };

/** 请人来: who is asked to take which post, and the card, the code and the digits that say so. */
export default function Invite() {
  const { org = '' } = useQuery();
  const [invited, setInvited] = useState<Invited>();
  useShareAppMessage(() => ({
    title: invited ? `${invited.name}，请您来一起代办` : '邻里代办',
    path: invited ? paths.invitation(invited.invitation) : paths.home,
  }));
  if (invited) return <Written invited={invited} onAgain={() => setInvited(undefined)} />;
  return (
    <Form
      orgId={org}
      onInvited={(answer) => {
        setInvited(answer);
        goToTop('.page-title');
      }}
    />
  );
}

function Form({ orgId, onInvited }: { orgId: string; onInvited(invited: Invited): void }) {
  const session = useSession();
  const own = session.data?.person.posts.find((post) => post.orgId === orgId);
  // A street or the district asks for units below it, too.
  const units = useCall('units.tree', { orgId });
  const form = useForm('people.invite', {
    key: `invite.${orgId}`,
    begin: (kept: Partial<Draft>): Draft => ({ orgId, name: '', phone: '', ...kept }),
    check: ({ role, name, phone }) => ({
      role: role ? undefined : '请选请来做什么。',
      name: name.trim() ? undefined : '请填写姓名。',
      phone: phone.trim() ? undefined : '请填他自己的手机号。',
    }),
    inputOf: ({ role = 'agent', ...draft }) => ({ role, ...draft }),
    beside: ['role', 'orgId', 'name', 'phone'],
  });
  const { draft, write, wrong } = form;
  const choices = (units.data?.units ?? [])
    .filter(({ tier }) => (draft.role === 'agent' ? tier === 'community' : tier !== 'grid'))
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Frame at="people">
      <Page
        title="请人来"
        bar={
          <SendBar of={form} words="发邀请" onDone={(answer) => onInvited({ ...answer, name: draft.name })} />
        }
      >
        <DraftFound of={form} />
        <Choice
          legend="请来做什么？"
          columns={2}
          options={[
            { value: 'agent', label: '代办员', hint: '接单、上门、办事' },
            { value: 'manager', label: '管理员', hint: '排班、看分、管人' },
          ]}
          value={draft.role}
          error={wrong('role')}
          onChange={(role) => write({ role })}
        />
        {own?.tier !== 'community' && choices.length > 0 && (
          <Choice
            legend="在哪个单位？"
            columns={2}
            options={choices}
            value={draft.orgId}
            error={wrong('orgId')}
            onChange={(chosen) => write({ orgId: chosen })}
          />
        )}
        <Who
          of={{ draft, write, wrong }}
          phone={{ label: '他自己的手机号', hint: '只有这个号码能接受邀请' }}
        />
        <Words look="muted">邀请7天有效，用一次就没了。再发一次，前一份就不能用。</Words>
      </Page>
    </Frame>
  );
}

/** Told this once: the card to share, the address to send, the digits to read out. */
function Written({ invited, onAgain }: { invited: Invited; onAgain(): void }) {
  const address = addressOf(paths.invitation(invited.invitation));
  return (
    <Frame at="people">
      <Page
        title="邀请写好了"
        bar={
          <Button look="main" onPress={() => void Taro.navigateBack()}>
            好了
          </Button>
        }
      >
        <Card title={`把这6位数字读给${invited.name}`} icon="phone">
          <Words look="large">{invited.digits.replace(/(\d{3})(\d{3})/, '$1 $2')}</Words>
          <Words>他打开“邻里代办”，在“我的”里点“有人请我来”，填这6位数字和自己的手机号。</Words>
          <Words look="muted">
            {whenWords(invited.until, currentTime())}以前有效。离开这一页就看不到了。
          </Words>
        </Card>
        {address && (
          <Copy text={address} icon="send">
            复制邀请的网址，发给他
          </Copy>
        )}
        <Button onPress={onAgain}>再请一位</Button>
      </Page>
    </Frame>
  );
}
