import { useState } from 'react';
import { REQUEST_DAYS, requestKinds } from 'contract/kept';
import { limits } from 'contract/limits';
import { type PersonRow } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice, Ticks } from '@/components/choice';
import { Note } from '@/components/faces';
import { Field, FieldError } from '@/components/field';
import { Page } from '@/components/page';
import { Lines, Words } from '@/components/words';
import { dayWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { useQuery } from '@/hooks/use-query';
import { CopyButtons } from '../parts/copy';
import { FindPerson } from '../parts/find';

/** For somebody without WeChat: a copy, a correction or leaving, by the paper that they signed. */
export default function Paper() {
  const { name } = useQuery();
  const [person, setPerson] = useState<PersonRow>();
  return (
    <Page title="替没有微信的居民办">
      {person ? (
        <For person={person} onBack={() => setPerson(undefined)} />
      ) : (
        <FindPerson
          words="居民本人来站里，带身份证，填好申请书。先找到他的登记。"
          name={name}
          onChoose={setPerson}
        />
      )}
    </Page>
  );
}

type What = 'copy' | 'correct' | 'leave';

function For({ person, onBack }: { person: PersonRow; onBack(): void }) {
  const [what, setWhat] = useState<What>('copy');
  const [paper, setPaper] = useState('');
  if (person.hasWechat)
    return (
      <>
        <Note icon="info" text={`${person.name}自己有微信，请本人在“我的”里的“我的信息”办。`} />
        <Button onPress={onBack}>找另一位</Button>
      </>
    );
  return (
    <>
      <Card title={person.name} icon="person">
        <Words>
          {person.phone}，{person.orgName}
        </Words>
      </Card>
      <Choice<What>
        legend="他要做什么？"
        value={what}
        options={[
          { value: 'copy', label: '取一份副本', hint: '打印出来，当面交给本人' },
          { value: 'correct', label: requestKinds.correct, hint: '办完的事里写错的' },
          { value: 'leave', label: requestKinds.leave, hint: '删掉他的信息' },
        ]}
        onChange={setWhat}
      />
      <Field
        label="凭据"
        required
        hint="例如：11月23日本人签字的申请书，看过身份证"
        max={limits.reason}
        value={paper}
        onInput={setPaper}
      />
      {what === 'copy' ? (
        <Copy personId={person.id} paper={paper} />
      ) : (
        <Ask key={what} kind={what} personId={person.id} paper={paper} />
      )}
      <Button look="quiet" onPress={onBack}>
        找另一位
      </Button>
    </>
  );
}

interface ForProps {
  personId: string;
  paper: string;
}

function Copy({ personId, paper }: ForProps) {
  const { run, busy, error } = useDeed('privacy.copyFor');
  return (
    <Card title="副本" icon="paper">
      <Words>里面是他的全部信息，只能交给本人。谁取的、凭什么取的，本人查得到。</Words>
      <FieldError id="paper-copy">{error?.fields?.paper}</FieldError>
      <CopyButtons making={{ run: () => run({ personId, paper }), busy, error }} />
    </Card>
  );
}

function Ask({ kind, personId, paper }: ForProps & { kind: 'correct' | 'leave' }) {
  const leaving = useCall('privacy.leavingOf', kind === 'leave' ? { personId } : undefined);
  const { run, busy, error } = useDeed('privacy.askFor', leaving.reload);
  const [text, setText] = useState('');
  const [goOn, setGoOn] = useState<'goOn'[]>([]);
  const [dueAt, setDueAt] = useState<number>();
  if (dueAt !== undefined)
    return (
      <Card title="记下了" icon="done" tone="ok">
        <Words>最晚{dayWords(dueAt, currentTime())}办好或者答复。请告诉他：在那以前可以来收回。</Words>
      </Card>
    );
  const { blocked = [], open = [] } = leaving.data ?? {};
  const send = async () => {
    const done = await run({
      personId,
      kind,
      paper,
      goOn: goOn.length > 0,
      ...(kind === 'correct' && text.trim() !== '' && { text }),
    });
    if (done) setDueAt(done.dueAt);
  };
  return (
    <>
      {kind === 'correct' && (
        <Field
          label="哪里不对，应该是什么？"
          kind="long"
          required
          max={limits.message}
          value={text}
          error={error?.fields?.text}
          onInput={setText}
        />
      )}
      {blocked.length > 0 && (
        <Card title="现在还不能注销" icon="warning" tone="warning">
          <Lines items={blocked.map(({ says }) => says)} />
        </Card>
      )}
      {open.length > 0 && (
        <Card title="还没办完的事" icon="cases">
          <Lines items={open.map(({ serviceName }) => serviceName)} />
          <Ticks
            legend="怎么办"
            hideLegend
            values={goOn}
            options={[{ value: 'goOn', label: '办完再注销' }]}
            onChange={setGoOn}
          />
        </Card>
      )}
      <Words look="muted">{REQUEST_DAYS}个工作日里办好或者答复。</Words>
      <FieldError id="paper-ask">
        {error && (error.fields?.paper ?? error.fields?.goOn ?? error.message)}
      </FieldError>
      <Button look="main" busy={busy} disabled={blocked.length > 0} onPress={() => void send()}>
        记下{requestKinds[kind]}
      </Button>
    </>
  );
}
