import { useState } from 'react';
import { pageErrors } from 'contract/page-errors';
import type { Leaving, PersonRow } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Facts } from '@/components/facts';
import { Faces, Note } from '@/components/faces';
import { FieldError } from '@/components/field';
import { AddressField } from '@/components/field/address';
import { Fold } from '@/components/fold';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Lines, Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { useAsync } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { useForm } from '@/hooks/use-form';
import { useQuery } from '@/hooks/use-query';
import { call } from '@/cloud/call';
import { go } from '@/routes';
import { Known, postsOf } from '../people/person-words';
import { Frame } from '../parts/frame';
import { Sides } from '../parts/sides';
import { ToJournal } from '../parts/to-journal';
import { Who } from '../parts/who';
import { Merged, Shares } from './entries';
import { Move } from './move';

/** 登记的人: opened in full, which is noted; mended, verified, or no longer at work here. */
export default function Person() {
  const { id = '' } = useQuery();
  const asked = useAsync(id && `people.look ${id}`, () => call('people.look', { personId: id }));
  return (
    <Frame at="people">
      <Page title="登记的人" wide>
        {id === '' ? (
          <Note icon="problem" text={pageErrors.PERSON_NOT_FOUND} />
        ) : (
          <Faces of={asked}>{(row) => <Shown row={row} reload={asked.reload} />}</Faces>
        )}
      </Page>
    </Frame>
  );
}

function Shown({ row, reload }: { row: PersonRow; reload(): void }) {
  const now = currentTime();
  const works = row.posts.some(({ role }) => role !== 'resident');
  const livesHere = row.posts.some(({ role }) => role === 'resident');
  return (
    <Sides
      first={
        <>
          <Card title={row.name} icon="person">
            <Facts
              facts={[
                { name: '核实', value: <Known row={row} /> },
                { name: '身份', value: postsOf(row) },
                { name: '电话', value: row.phone },
                ...(row.address ? [{ name: '住址', value: row.address }] : []),
                ...(row.gridName ? [{ name: '网格', value: row.gridName }] : []),
                { name: '微信', value: row.hasWechat ? '有' : '没有，办件进展要打电话' },
                ...(row.joinedAt ? [{ name: '登记', value: whenWords(row.joinedAt, now) }] : []),
                ...(row.changed
                  ? [{ name: '上次改', value: `${whenWords(row.changed.at, now)}，${row.changed.by}` }]
                  : []),
              ]}
            />
          </Card>
          <Verify row={row} onDone={reload} />
          {row.shares && <Shares row={row} onDone={reload} />}
          {row.merged?.map((one) => (
            <Merged key={one.id} one={one} into={row.name} onDone={reload} />
          ))}
        </>
      }
      second={
        <>
          <Fold title="改登记">{() => <Change row={row} onDone={reload} />}</Fold>
          {livesHere && !row.goneAt && <Fold title="搬家">{() => <Move row={row} onDone={reload} />}</Fold>}
          {works && !row.goneAt && <Fold title="停用">{() => <Deactivate row={row} onDone={reload} />}</Fold>}
          {livesHere && !row.hasWechat && !row.goneAt && (
            <Button icon="shield" onPress={() => go.paperRequest(row.name)}>
              替他办个人信息的事
            </Button>
          )}
          <ToJournal about={row.id} name={row.name} noteFor={() => '谁在什么时候改过、看过'} />
        </>
      }
    />
  );
}

/** Staff know that name and number belong together: they have spoken with this person. */
function Verify({ row, onDone }: { row: PersonRow; onDone(): void }) {
  const { run, busy, error } = useDeed('people.change', onDone);
  if (row.verified) return null;
  return (
    <Card title="说上话了，是他本人？" icon="phone">
      <FieldError id="verify-error">{error?.message}</FieldError>
      <Button
        busy={busy}
        icon="tick"
        onPress={() => void run({ personId: row.id, verified: true }).then((done) => done && onDone())}
      >
        是本人，核实
      </Button>
    </Card>
  );
}

function Change({ row, onDone }: { row: PersonRow; onDone(): void }) {
  const form = useForm('people.change', {
    key: `person.${row.id}`,
    // Only what was touched: another manager may have mended the rest meanwhile.
    begin: (kept: Partial<Record<'name' | 'phone' | 'address', string>>) => kept,
    check: ({ name, phone }) => ({
      name: name?.trim() === '' ? '请填写姓名。' : undefined,
      phone: phone?.trim() === '' ? '请留一个能打通的电话。' : undefined,
    }),
    inputOf: ({ address, ...words }) => ({
      personId: row.id,
      ...words,
      ...(address?.trim() ? { address } : {}),
    }),
    beside: ['name', 'phone', 'address'],
  });
  const { write, wrong } = form;
  const draft = { name: row.name, phone: row.phone, address: row.address ?? '', ...form.draft };
  return (
    <>
      <Who of={{ draft, write, wrong }} />
      <AddressField
        label="住址"
        required={false}
        value={draft.address}
        error={wrong('address')}
        onInput={(address) => write({ address })}
      />
      <SendBar of={form} words="保存" look="plain" onDone={onDone} />
    </>
  );
}

/** First what would move to whom, then it is done in one go. */
function Deactivate({ row, onDone }: { row: PersonRow; onDone(): void }) {
  const { run, busy, error } = useDeed('people.deactivate', onDone);
  const [left, setLeft] = useState<Leaving>();
  const ask = async (dryRun: boolean) => {
    const answer = await run({ personId: row.id, dryRun });
    if (!answer) return;
    setLeft(answer.left);
    if (!dryRun) onDone();
  };
  return (
    <>
      <FieldError id="deactivate-error">{error?.message}</FieldError>
      {left ? (
        <>
          <Words look="strong">停用以后：</Words>
          <Lines items={linesOf(left)} />
          <Button look="danger" busy={busy} onPress={() => void ask(false)}>
            停用{row.name}，这些一起转走
          </Button>
        </>
      ) : (
        <>
          <Words look="muted">停用以后不再派件，手上的件一次转给别人。先看看有哪些。</Words>
          <Button busy={busy} onPress={() => void ask(true)}>
            看看手上有什么
          </Button>
        </>
      )}
    </>
  );
}

function linesOf({ cases, handovers, calls, grids }: Leaving): string[] {
  const lines = [
    ...cases.map(({ no, serviceName, agentName }) =>
      agentName ? `${serviceName}（${no}）转给${agentName}` : `${serviceName}（${no}）重新派单`,
    ),
    ...(handovers > 0 ? [`${handovers}件正要转给他的，不转了`] : []),
    ...(calls > 0 ? [`${calls}个要打的电话，交给管理员`] : []),
    ...grids.map(({ name, agentName }) => `${name}由${agentName}管`),
  ];
  return lines.length > 0 ? lines : ['手上没有活，什么都不用转。'];
}
