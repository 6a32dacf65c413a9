import type { Output } from 'contract/actions';
import { can } from 'contract/deeds';
import { limits } from 'contract/limits';
import { type AnswerRow, type CaseView, saySource } from 'contract/models';
import { addDays, dayOf } from 'contract/time';
import { currentTime } from '@/cloud/clock';
import { Card } from '@/components/card';
import { type SourceDraft, SourceFields, faultsOfSource, sourceInput } from '@/components/deed-page/source';
import { DraftFound } from '@/components/draft-found';
import { Faces, Note } from '@/components/faces';
import { Field } from '@/components/field';
import { Fold } from '@/components/fold';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { dayWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';

/** 公开这条答复: proposed by whoever answered, published, reworded or withdrawn by a manager. */
export function OfCase({ caseId }: { caseId: string }) {
  const kase = useCall('cases.detail', { caseId });
  const asked = useCall('cases.proposal', { caseId });
  const known = kase.data?.case;
  const answer = asked.data?.answer;
  const of = known && asked.data && { kase: known, answer, onDone: asked.reload };
  if (!of || kase.error || asked.error)
    return (
      <Page title={title}>
        <Faces of={kase}>{() => <Faces of={asked}>{() => null}</Faces>}</Faces>
      </Page>
    );
  const isOpen = !answer || answer.state === 'withdrawn';
  if (isOpen && can(known, 'propose')) return <Propose {...of} />;
  if (answer && known.parts.includes('manager')) return <Publish key={answer.at} {...of} answer={answer} />;
  return (
    <Page title={title}>
      {answer ? <Shown of={answer} /> : <Note icon="info" text="答复了的咨询才能公开。" />}
    </Page>
  );
}

const title = '公开这条答复';

interface Props {
  kase: CaseView;
  answer?: AnswerRow;
  onDone(): void;
}

interface Draft extends SourceDraft {
  question: string;
  answer: string;
}

/** Of what was answered, or of what was proposed. */
function begun({ kase, answer }: Pick<Props, 'kase' | 'answer'>): Draft {
  const source = answer?.source ?? kase.question?.source;
  return {
    question: answer?.question ?? kase.note,
    answer: answer?.answer ?? kase.result ?? '',
    ...(source && {
      kind: source.kind,
      name: source.name,
      no: source.no,
      day: source.day,
      item: source.code,
      sought: source.name,
    }),
  };
}

const faultsOf = (draft: Draft) => ({
  question: draft.question.trim() ? undefined : '请写问题。',
  answer: draft.answer.trim() ? undefined : '请写答复。',
  ...faultsOfSource(draft),
});

function inputOf(draft: Draft) {
  const { question, answer } = draft;
  // What `faultsOf` has looked at is there.
  return { question, answer, source: sourceInput(draft) ?? { kind: 'document' as const, name: '' } };
}

const beside = ['question', 'answer', 'source'];

function Propose({ kase, answer, onDone }: Props) {
  const form = useForm('cases.propose', {
    key: `propose.${kase.caseId}`,
    begin: (kept: Partial<Draft>) => ({ ...begun({ kase }), ...kept }),
    check: faultsOf,
    inputOf: (draft) => ({ caseId: kase.caseId, ...inputOf(draft) }),
    beside,
    onRefused: onDone,
  });
  return (
    <Page title={title} bar={<SendBar of={form} words="提议公开" onDone={onDone} />}>
      <Words>社区管理员看过才公开。写成大家都能问的话，里面不能有人名、电话和门牌。</Words>
      {answer?.why && <Words look="strong">上次没有公开：{answer.why}</Words>}
      <DraftFound of={form} />
      <Fields of={form} note={kase.note} />
    </Page>
  );
}

const halfAYear = 182;

function Publish({ kase, answer, onDone }: Props & { answer: AnswerRow }) {
  const now = currentTime();
  const isPublic = answer.state === 'public';
  const form = useForm('cases.publish', {
    key: `publish.${answer.id}.${answer.at}`,
    begin: (kept: Partial<Draft & { reviewOn: string }>) => ({
      ...begun({ kase, answer }),
      reviewOn: addDays(dayOf(now), halfAYear),
      ...kept,
    }),
    check: (draft) => ({ ...faultsOf(draft), reviewOn: draft.reviewOn ? undefined : '请选日子。' }),
    inputOf: (draft) => ({ answerId: answer.id, reviewOn: draft.reviewOn, ...inputOf(draft) }),
    beside: [...beside, 'reviewOn'],
    onRefused: onDone,
  });
  return (
    <Page
      title={title}
      bar={<SendBar of={form} words={isPublic ? '看过了，再发布' : '发布'} onDone={onDone} />}
    >
      <Standing of={answer} now={now} />
      <Words>发布了，谁都看得到，能搜到。写明依据和哪天起；过了复核的日子，会标出来。</Words>
      <DraftFound of={form} />
      <Fields of={form} note={kase.note} />
      <Field
        label="哪天复核"
        hint="政策会变，到那天再看一遍"
        kind="date"
        min={addDays(dayOf(now), 1)}
        value={form.draft.reviewOn}
        error={form.wrong('reviewOn')}
        onInput={(reviewOn) => form.write({ reviewOn })}
      />
      {answer.state !== 'withdrawn' && (
        <Fold title={isPublic ? '撤回' : '不公开'}>{() => <Withdraw id={answer.id} onDone={onDone} />}</Fold>
      )}
    </Page>
  );
}

function Withdraw({ id, onDone }: { id: string; onDone(): void }) {
  const form = useForm('cases.withdraw', {
    key: `withdraw.${id}`,
    begin: (kept: { reason?: string }) => ({ reason: '', ...kept }),
    check: ({ reason }) => ({ reason: reason.trim() ? undefined : '请写一句为什么。' }),
    inputOf: ({ reason }) => ({ answerId: id, reason }),
    beside: ['reason'],
    onRefused: onDone,
  });
  return (
    <>
      <Field
        label="为什么？提议的人看得到"
        value={form.draft.reason}
        max={limits.reason}
        error={form.wrong('reason')}
        onInput={(reason) => form.write({ reason })}
      />
      <SendBar of={form} look="danger" words="不让大家看了" onDone={onDone} />
    </>
  );
}

interface FieldsProps {
  of: {
    draft: Draft;
    write(part: Partial<Draft>, fields?: readonly string[]): void;
    wrong(...fields: string[]): string | undefined;
  };
  note: string;
}

function Fields({ of: { draft, write, wrong }, note }: FieldsProps) {
  return (
    <>
      <Field
        label="大家会怎么问"
        hint={`居民问的：${note}`}
        kind="long"
        value={draft.question}
        max={limits.publicQuestion}
        error={wrong('question')}
        onInput={(question) => write({ question })}
      />
      <Field
        label="怎么答"
        kind="long"
        value={draft.answer}
        max={limits.result}
        error={wrong('answer')}
        onInput={(words) => write({ answer: words })}
      />
      <SourceFields of={draft} note={note} wrong={wrong} onWrite={(part, field) => write(part, [field])} />
    </>
  );
}

const stateWords: Record<AnswerRow['state'], string> = {
  proposed: '提议了，等社区看',
  public: '公开了',
  withdrawn: '没有公开',
};

function Standing({ of, now }: { of: AnswerRow; now: number }) {
  return (
    <Words look="strong">
      {stateWords[of.state]}：{of.by}，{dayWords(of.at, now)}
      {of.why && `。${of.why}`}
    </Words>
  );
}

function Shown({ of }: { of: NonNullable<Output<'cases.proposal'>['answer']> }) {
  return (
    <Card title={of.question} icon="talk">
      <Words>{of.answer}</Words>
      <Words look="muted">{saySource(of.source)}</Words>
      <Standing of={of} now={currentTime()} />
    </Card>
  );
}
