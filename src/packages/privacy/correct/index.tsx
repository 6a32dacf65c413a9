import { useState } from 'react';
import { REQUEST_DAYS } from 'contract/kept';
import { limits } from 'contract/limits';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { DraftFound } from '@/components/draft-found';
import { Faces } from '@/components/faces';
import { Field } from '@/components/field';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { goToTop } from '@/hooks/focus';
import { useForm } from '@/hooks/use-form';
import { useSession } from '@/hooks/use-session';
import { go } from '@/routes';

/** 更正: what a person cannot change themselves, of a case that has ended; the community does, or says why not. */
export default function Correct() {
  const [isDone, setIsDone] = useState(false);
  const session = useSession();
  const form = useForm('privacy.ask', {
    key: 'correct',
    begin: (kept: { text?: string }) => ({ text: kept.text ?? '' }),
    check: ({ text }) => ({ text: text.trim() === '' ? '请写哪里不对、应该是什么。' : undefined }),
    inputOf: ({ text }) => ({ kind: 'correct' as const, text }),
    beside: ['text'],
  });
  if (isDone)
    return (
      <Page title="请社区改">
        <Card title="收到了" icon="done" tone="ok">
          <Words>社区在{REQUEST_DAYS}个工作日里给您改好，或者告诉您为什么不改。结果发到您的通知里。</Words>
        </Card>
        <Button look="main" onPress={go.dataInstead}>
          回到我的信息
        </Button>
      </Page>
    );
  // A stranger has nothing here to correct, and is told how to register before anything is typed.
  if (!session.data)
    return (
      <Page title="请社区改">
        <Faces of={session}>{() => null}</Faces>
      </Page>
    );
  return (
    <Page
      title="请社区改"
      bar={
        <SendBar
          of={form}
          words="交给社区"
          onDone={() => {
            setIsDone(true);
            goToTop('.page-title');
          }}
        />
      }
    >
      <Words>姓名、电话、住址，您自己在“我的登记”里就能改。办完的事里写错的，写在这里，社区来改。</Words>
      <DraftFound of={form} />
      <Field
        label="哪里不对，应该是什么？"
        kind="long"
        required
        max={limits.message}
        hint="例如：11月23日那件残疾证，名字应该是“示”不是“事”"
        value={form.draft.text}
        error={form.wrong('text')}
        onInput={(text) => form.write({ text })}
      />
    </Page>
  );
}
