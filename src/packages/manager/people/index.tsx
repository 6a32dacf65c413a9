import { View } from '@tarojs/components';
import { useState } from 'react';
import { limits } from 'contract/limits';
import type { Check as CheckKind, InvitationRow, PersonRow } from 'contract/models';
import { roleNames } from 'contract/words';
import { call } from '@/cloud/call';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Faces, Note } from '@/components/faces';
import { Field, FieldError } from '@/components/field';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { More } from '@/components/more';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { useSettled } from '@/hooks/use-settled';
import { go } from '@/routes';
import { Desk } from '../parts/desk';
import { Sides } from '../parts/sides';
import { Known, postsOf } from './person-words';
import './people.scss';
import { Frame } from '../parts/frame';

/** 居民和同事: who is in the register, found by name, number, door or case number; and who is asked to come. */
export default function People() {
  return (
    <Frame at="people">
      <Page title="居民和同事" wide>
        <Desk at="people">
          {(orgId) => (
            <Sides
              first={<Find key={orgId} orgId={orgId} />}
              second={<Invitations key={orgId} orgId={orgId} />}
            />
          )}
        </Desk>
      </Page>
    </Frame>
  );
}

/** Between keys. */
const restMs = 300;

function Find({ orgId }: { orgId: string }) {
  const [words, setWords] = useState('');
  const [text] = useSettled(words.trim(), restMs);
  return (
    <View className="people-column">
      <Field
        label="找人"
        hint="姓名、电话、门牌，或办件编号"
        kind="search"
        max={limits.address}
        value={words}
        onInput={setWords}
      />
      {text === '' ? <Checks orgId={orgId} /> : <Found key={text} orgId={orgId} text={text} />}
    </View>
  );
}

function Found({ orgId, text }: { orgId: string; text: string }) {
  const [caseId, setCaseId] = useState<string>();
  const asked = usePages(`people.find ${orgId} ${text}`, async (cursor) => {
    const page = await call('people.find', { orgId, text, cursor });
    setCaseId(page.caseId);
    return { rows: page.people, cursor: page.cursor };
  });
  return (
    <Faces
      of={asked}
      isEmpty={(rows) => rows.length === 0}
      empty={<Note icon="people" text="没找到这个人。换个写法，或者请他扫登记码登记。" />}
    >
      {(rows) => (
        <>
          {caseId && <Button onPress={() => go.managerCase(caseId)}>看这件办件</Button>}
          <Rows label="找到的人" rows={rows} />
          <More of={asked} />
        </>
      )}
    </Faces>
  );
}

/** What staff have to look at: opened, each says what is to be done. */
function Checks({ orgId }: { orgId: string }) {
  return (
    <>
      <Check orgId={orgId} of="shared" />
      <Check orgId={orgId} of="unproved" />
    </>
  );
}

const checkWords: Record<CheckKind, { name: string; note: string }> = {
  shared: { name: '同一个电话', note: '看看是不是同一位，是就合成一条。' },
  unproved: { name: '未核实', note: '电话是自己填的。说上话、认得本人，就点进去核实。' },
};

function Check({ orgId, of }: { orgId: string; of: CheckKind }) {
  const asked = usePages(`people.checks ${orgId} ${of}`, async (cursor) => {
    const { people, cursor: next } = await call('people.checks', { orgId, of, cursor });
    return { rows: people, cursor: next };
  });
  usePullRefresh(asked);
  const { name, note } = checkWords[of];
  // Nothing to be done is nothing to be read.
  if (asked.data?.length === 0) return null;
  return (
    <>
      <Heading>{name}</Heading>
      <Faces of={asked}>
        {(rows) => (
          <>
            <Words look="muted">{note}</Words>
            <Rows label={name} rows={rows} />
            <More of={asked} />
          </>
        )}
      </Faces>
    </>
  );
}

function Rows({ label, rows }: { label: string; rows: readonly PersonRow[] }) {
  return (
    <List label={label}>
      {rows.map((row) => (
        <ListRow
          key={row.id}
          title={row.name}
          tag={<Known row={row} />}
          note={[postsOf(row), row.phone, row.address].filter(Boolean).join('，')}
          onPress={() => go.managerPerson(row.id)}
        />
      ))}
    </List>
  );
}

function Invitations({ orgId }: { orgId: string }) {
  const asked = useCall('people.invitations', { orgId });
  return (
    <View className="people-column">
      <Heading>请人来</Heading>
      <Button icon="send" onPress={() => go.managerInvite(orgId)}>
        请代办员或管理员
      </Button>
      <Button icon="paper" onPress={() => go.managerImport(orgId, 'residents')}>
        用表格导入
      </Button>
      <Faces
        of={asked}
        isEmpty={({ invitations }) => invitations.length === 0}
        empty={<Words look="muted">没有等着回音的邀请。</Words>}
      >
        {({ invitations }) => (
          <>
            {invitations.map((row) => (
              <Invited key={row.id} row={row} onRevoked={asked.reload} />
            ))}
          </>
        )}
      </Faces>
    </View>
  );
}

function Invited({ row, onRevoked }: { row: InvitationRow; onRevoked(): void }) {
  const { run, busy, error } = useDeed('people.revoke', onRevoked);
  return (
    <Card title={`${row.name}，${row.orgName}${roleNames[row.role]}`}>
      <Words look="muted">
        {row.phone}，{row.by}请的，{whenWords(row.until, currentTime())}以前有效
      </Words>
      <FieldError id={`revoke-${row.id}`}>{error?.message}</FieldError>
      <Button
        inline
        icon="undo"
        busy={busy}
        label={`收回给${row.name}的邀请`}
        onPress={() => void run({ id: row.id }).then((done) => done && onRevoked())}
      >
        收回
      </Button>
    </Card>
  );
}
