import { View } from '@tarojs/components';
import { useState } from 'react';
import { CONSULTATION } from 'contract/consultation';
import { type AnswerState, type PublicAnswer, saySource } from 'contract/models';
import { call } from '@/cloud/call';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Faces, Note } from '@/components/faces';
import { Fold } from '@/components/fold';
import { List, ListRow } from '@/components/list-row';
import { More } from '@/components/more';
import { Page } from '@/components/page';
import { Tag } from '@/components/tag';
import { Words } from '@/components/words';
import { dayWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { useSession } from '@/hooks/use-session';
import { useWhere } from '@/hooks/use-where';
import { go } from '@/routes';

/** 大家问过的: what neighbours asked and anybody may read, what it stands on and since when. */
export function Answers({ id }: { id?: string }) {
  const where = useWhere();
  const session = useSession();
  const pages = usePages(where && `answers ${where.orgId ?? ''}`, async (cursor) => {
    const { answers, cursor: next } = await call('catalog.answers', { ...where, cursor });
    return { rows: answers, cursor: next };
  });
  const first = useCall('catalog.answers', id === undefined ? undefined : { id });
  usePullRefresh(pages);
  const managed = session.data?.person.posts.find(({ role }) => role === 'manager')?.orgId;
  return (
    <Page
      title="大家问过的"
      bar={
        session.is('resident') && (
          <Button look="main" icon="talk" onPress={() => go.request(CONSULTATION)}>
            都不是，问一问
          </Button>
        )
      }
    >
      {managed && <Fold title="管理公开问答">{() => <Managed orgId={managed} />}</Fold>}
      {id !== undefined && (
        <Faces of={first} isEmpty={({ answers }) => answers.length === 0} empty={<Gone />}>
          {({ answers }) => answers.map((answer) => <Answer key={answer.id} of={answer} />)}
        </Faces>
      )}
      <Faces
        of={pages}
        isEmpty={(rows) => rows.length === 0}
        empty={<Note icon="talk" text="还没有公开的问答。有事就问，一个工作日里答复您。" />}
      >
        {(rows) => (
          <>
            {rows.flatMap((answer) => (answer.id === id ? [] : <Answer key={answer.id} of={answer} />))}
            <More of={pages}>再看一些</More>
          </>
        )}
      </Faces>
    </Page>
  );
}

const Gone = () => <Note icon="info" text="这一条撤回了，以办事窗口说的为准。" />;

function Answer({ of: { question, answer, source, orgName, publishedAt, isStale } }: { of: PublicAnswer }) {
  const now = currentTime();
  return (
    <Card title={question} icon="talk">
      {isStale && (
        <View>
          <Tag tone="warning">该复核了，以窗口说的为准</Tag>
        </View>
      )}
      <Words>{answer}</Words>
      <Words look="muted">{saySource(source)}</Words>
      <Words look="muted">
        {orgName}，{dayWords(publishedAt, now)}起
      </Words>
    </Card>
  );
}

const heaps: readonly { value: AnswerState; label: string }[] = [
  { value: 'proposed', label: '待定的' },
  { value: 'public', label: '公开的' },
  { value: 'withdrawn', label: '没公开的' },
];

/** What a manager decides on: proposals first, and what is public with its day of review. */
function Managed({ orgId }: { orgId: string }) {
  const [state, setState] = useState<AnswerState>('proposed');
  const now = currentTime();
  const pages = usePages(`proposals ${orgId} ${state}`, async (cursor) => {
    const { answers, cursor: next } = await call('cases.proposals', { orgId, state, cursor });
    return { rows: answers, cursor: next };
  });
  return (
    <>
      <Choice<AnswerState> legend="看哪些" columns={3} options={heaps} value={state} onChange={setState} />
      <Faces of={pages} isEmpty={(rows) => rows.length === 0} empty={<Note icon="inbox" text="这里没有。" />}>
        {(rows) => (
          <>
            <List label="问答">
              {rows.map(({ id, caseId, question, by, at, isStale, reviewOn }) => (
                <ListRow
                  key={id}
                  title={question}
                  note={`${by}，${dayWords(at, now)}${reviewOn ? `；${reviewOn}复核` : ''}`}
                  tag={isStale && <Tag tone="warning">该复核了</Tag>}
                  onPress={() => go.answerOf(caseId)}
                />
              ))}
            </List>
            <More of={pages}>再看一些</More>
          </>
        )}
      </Faces>
    </>
  );
}
