import { useState } from 'react';
import { type RefusalGround, refusalGrounds } from 'contract/kept';
import { limits } from 'contract/limits';
import { keysOf } from 'contract/models';
import type { DataRequest } from 'contract/models/privacy';
import { call } from '@/cloud/call';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Faces, Note } from '@/components/faces';
import { Field } from '@/components/field';
import { List, ListRow } from '@/components/list-row';
import { More } from '@/components/more';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { useForm } from '@/hooks/use-form';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { useSession } from '@/hooks/use-session';
import { go } from '@/routes';
import { RequestFacts, titleOf, toneOf } from '../parts/request';
import { highestOf } from '../parts/unit';

/** 个人信息请求 of a unit: open ones by when they are due, each carried out or refused with a ground of the law. */
export default function Requests() {
  const session = useSession();
  const orgId = session.data ? highestOf(session.data.person) : '';
  const [which, setWhich] = useState<'open' | 'over'>('open');
  const asked = usePages(orgId && `privacy.requests ${orgId} ${which}`, async (cursor) => {
    const page = await call('privacy.requests', { orgId, open: which === 'open', cursor });
    return { rows: page.requests, cursor: page.cursor };
  });
  usePullRefresh(asked);
  return (
    <Page title="个人信息请求">
      <Choice<'open' | 'over'>
        legend="看哪些"
        columns={2}
        value={which}
        options={[
          { value: 'open', label: '还没答复的' },
          { value: 'over', label: '有结果的' },
        ]}
        onChange={setWhich}
      />
      <Faces
        of={asked}
        isEmpty={(rows) => rows.length === 0}
        empty={
          <Note icon="inbox" text={which === 'open' ? '现在没有要答复的请求。' : '还没有有结果的请求。'} />
        }
      >
        {(rows) => (
          <>
            {rows.map((one) => (
              <One key={one.id} of={one} onDone={asked.reload} />
            ))}
            <More of={asked} />
          </>
        )}
      </Faces>
      <Button icon="people" onPress={() => go.paperRequest()}>
        替没有微信的居民办
      </Button>
      <List label="管好居民的信息">
        <ListRow icon="search" title="查看记录" note="谁看过居民的电话、门牌、照片" onPress={go.openings} />
        <ListRow icon="clock" title="保存期限" note="留多久，今晚删什么，影响评估" onPress={go.keeping} />
      </List>
    </Page>
  );
}

function One({ of, onDone }: { of: DataRequest; onDone(): void }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Card title={`${titleOf(of)}：${of.name}`} icon="person" tone={toneOf(of)}>
      <RequestFacts of={of} />
      {of.state === 'open' && !isOpen && <Button onPress={() => setIsOpen(true)}>答复</Button>}
      {isOpen && <Decide of={of} onDone={onDone} />}
    </Card>
  );
}

interface Draft {
  yes?: 'yes' | 'no';
  ground?: RefusalGround;
  why: string;
}

function Decide({ of, onDone }: { of: DataRequest; onDone(): void }) {
  const isLeaving = of.kind === 'leave';
  const form = useForm('privacy.decide', {
    key: `decide-${of.id}`,
    begin: (kept: Partial<Draft>): Draft => ({ why: '', ...kept }),
    check: ({ yes, ground, why }) => ({
      yes: yes === undefined ? '请选照办还是不照办。' : undefined,
      ground: yes === 'no' && ground === undefined ? '请选不能照办的理由。' : undefined,
      why: yes === 'no' && why.trim() === '' ? '请写一写为什么，居民会看到。' : undefined,
    }),
    inputOf: ({ yes, ground, why }) => ({
      id: of.id,
      yes: yes === 'yes',
      ...(yes === 'no' && { ground }),
      ...(why.trim() !== '' && { why }),
    }),
    beside: ['yes', 'ground', 'why'],
    onRefused: onDone,
  });
  const { draft, write, wrong } = form;
  return (
    <>
      <Choice
        legend="照办吗？"
        value={draft.yes}
        error={wrong('yes')}
        options={[
          {
            value: 'yes',
            label: isLeaving ? '现在就注销' : '改好了',
            hint: isLeaving ? '不等到那天。删了找不回来' : '已经改了，告诉居民改成什么',
          },
          { value: 'no', label: '不能照办', hint: '要有法律的理由，居民看得到' },
        ]}
        onChange={(yes) => write({ yes })}
      />
      {draft.yes === 'no' && (
        <Choice
          legend="为什么不能照办？"
          value={draft.ground}
          error={wrong('ground')}
          options={keysOf(refusalGrounds).map((value) => ({ value, label: refusalGrounds[value] }))}
          onChange={(ground) => write({ ground })}
        />
      )}
      {draft.yes === 'yes' && isLeaving && (
        <Words look="muted">原件没还、事情没办完的，现在办不了，会告诉您还等什么。</Words>
      )}
      {draft.yes !== undefined && !(draft.yes === 'yes' && isLeaving) && (
        <Field
          label="对居民说的话"
          kind="long"
          max={limits.reason}
          value={draft.why}
          error={wrong('why')}
          onInput={(why) => write({ why })}
        />
      )}
      <SendBar
        of={form}
        words={draft.yes === 'yes' && isLeaving ? '注销这位居民' : '发给居民'}
        look={draft.yes === 'yes' && isLeaving ? 'danger' : 'main'}
        onDone={onDone}
      />
    </>
  );
}
