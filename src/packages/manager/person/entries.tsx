import { useState } from 'react';
import type { PersonRow } from 'contract/models';
import { call } from '@/cloud/call';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Facts } from '@/components/facts';
import { Faces } from '@/components/faces';
import { FieldError } from '@/components/field';
import { List, ListRow } from '@/components/list-row';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { useAsync, useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { go } from '@/routes';
import { usePosts } from '../parts/desk/posts';
import { Known, postsOf } from '../people/person-words';

interface Props {
  row: PersonRow;
  onDone(): void;
}

/** Other entries have the number, too: staff look at each beside this one, and say whether it is one person. */
export function Shares({ row, onDone }: Props) {
  const { post } = usePosts();
  const asked = useCall('people.find', post && { text: row.phone, orgId: post.orgId });
  const [other, setOther] = useState<string>();
  return (
    <Card title="别的登记也是这个电话" icon="people" tone="warning">
      {other ? (
        <Beside row={row} id={other} onDone={onDone} onLeave={() => setOther(undefined)} />
      ) : (
        <Faces
          of={asked}
          isEmpty={({ people }) => othersOf(people, row).length === 0}
          empty={<Words>您管的单位里没找到另一条，可能已经改了号码，或者在别的社区。</Words>}
        >
          {({ people }) => (
            <List label="同一个电话的登记">
              {othersOf(people, row).map((one) => (
                <ListRow
                  key={one.id}
                  title={one.name}
                  tag={<Known row={one} />}
                  note={`${postsOf(one)}，核对是不是同一位`}
                  onPress={() => setOther(one.id)}
                />
              ))}
            </List>
          )}
        </Faces>
      )}
      {!other && <Apart row={row} onDone={onDone} />}
    </Card>
  );
}

/** What begins with the number is found as well. */
const othersOf = (people: readonly PersonRow[], { id }: PersonRow) =>
  people.filter((one) => one.id !== id && one.goneAt === undefined);

/** They are two people with one number, as in a household: nobody is asked any more. */
function Apart({ row, onDone }: Props) {
  const { run, busy, error } = useDeed('people.change', onDone);
  const apart = async () => {
    if (await run({ personId: row.id, verified: row.verified !== undefined })) onDone();
  };
  return (
    <>
      <FieldError id="apart-error">{error?.message}</FieldError>
      <Button busy={busy} onPress={() => void apart()}>
        不是同一位，各留各的
      </Button>
    </>
  );
}

/** The other entry, opened in full (which is noted), and the way to make both one. */
function Beside({ row, id, onDone, onLeave }: Props & { id: string; onLeave(): void }) {
  const asked = useAsync(`people.look ${id}`, () => call('people.look', { personId: id }));
  return (
    <>
      <Faces of={asked}>
        {(other) => (
          <>
            <Words look="strong">这一条：</Words>
            <Entry row={row} />
            <Words look="strong">另一条：</Words>
            <Entry row={other} />
            <JoinBoth row={row} other={other} onDone={onDone} />
          </>
        )}
      </Faces>
      <Button onPress={onLeave}>先不合</Button>
    </>
  );
}

function Entry({ row }: { row: PersonRow }) {
  return (
    <Facts
      facts={[
        { name: '姓名', value: row.name },
        { name: '身份', value: postsOf(row) },
        { name: '住址', value: row.address ?? '没有填' },
        { name: '微信', value: row.hasWechat ? '有' : '没有' },
        { name: '登记', value: joinedWords(row) },
      ]}
    />
  );
}

function joinedWords({ joinedAt, hasWechat }: PersonRow): string {
  if (joinedAt !== undefined) return whenWords(joinedAt, currentTime());
  return hasWechat ? '早先登记的' : '社区代录的';
}

const works = ({ posts }: PersonRow) => posts.some(({ role }) => role !== 'resident');

/** Asked once. What is left is the entry in view, or that of a member of staff: what they have in hand hangs on it. */
function JoinBoth({ row, other, onDone }: Props & { other: PersonRow }) {
  const { run, busy, error } = useDeed('people.join');
  const [isAsked, setIsAsked] = useState(false);
  const isKept = !works(other);
  const [from, into] = isKept ? [other, row] : [row, other];
  const join = async () => {
    if (!(await run({ from: from.id, into: into.id }))) return;
    if (isKept) onDone();
    else go.managerPersonInstead(into.id);
  };
  return (
    <>
      <FieldError id="join-error">{error?.message}</FieldError>
      {isAsked && (
        <Words>
          留下{into.name}
          {isKept ? '这一条' : '工作用的那一条'}，两条的办件、评价和消息都归它。七天内可以分开。
        </Words>
      )}
      <Button
        look={isAsked ? 'danger' : 'plain'}
        busy={busy}
        onPress={() => (isAsked ? void join() : setIsAsked(true))}
      >
        {isAsked ? '真的合成一条' : '是同一位，合成一条'}
      </Button>
    </>
  );
}

/** Two entries were made this one less than a week ago. */
export function Merged({
  one: { id, name, until },
  into,
  onDone,
}: {
  one: NonNullable<PersonRow['merged']>[number];
  into: string;
  onDone(): void;
}) {
  const { run, busy, error } = useDeed('people.unjoin', onDone);
  const part = async () => {
    if (await run({ from: id })) onDone();
  };
  return (
    <Card title={`${name}的登记合到了这里`} icon="people">
      <Words look="muted">合错了，{whenWords(until, currentTime())}以前可以分开，办件各归各的。</Words>
      <FieldError id={`part-${id}`}>{error?.message}</FieldError>
      <Button inline icon="undo" busy={busy} label={`把${name}和${into}分开`} onPress={() => void part()}>
        分开
      </Button>
    </Card>
  );
}
