import { limits } from 'contract/limits';
import type { CaseView } from 'contract/models';
import { can } from 'contract/deeds';
import { CaseForm } from '@/components/case-form';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { isOut } from '@/components/original/words';
import { Reason } from '@/components/reason';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';
import { Words } from '@/components/words';
import { type HandWay, handWays } from 'contract/words';

interface Props {
  caseId: string;
  onDone(): void;
}

const handWayKeys: readonly HandWay[] = ['self', 'other', 'post'];
const noPlace = '请写在哪里。';

/** 收了原件: which, and where. Of a case that is done: 证件 that are still to be handed over. The resident hears of it at once. */
export function Keep({ caseId, onDone }: Props) {
  const asked = useCall('cases.detail', { caseId });
  const isDone = asked.data?.case.state === 'completed';
  const form = useForm('cases.keep', {
    key: `keep.${caseId}`,
    begin: (kept: { what?: string; where?: string }) => ({ what: '', where: '居民家里', ...kept }),
    check: ({ what, where }) => ({
      what: what.trim() ? undefined : isDone ? '请写是什么证件。' : '请选收了什么，或者写一样。',
      where: where.trim() ? undefined : noPlace,
    }),
    inputOf: ({ what, where }) => ({ caseId, what, where: isDone ? '办结以后' : where }),
    beside: ['what', 'where'],
    onRefused: asked.reload,
  });
  const { draft, write, wrong } = form;
  return (
    <CaseForm
      title={isDone ? '还有证件要交' : '收了原件'}
      hint={
        isDone
          ? '居民马上收到通知，收到了证件才算完。'
          : '居民马上收到通知，认了才算。没还以前，这件不能办结。'
      }
      submit={isDone ? '记下来，告诉居民' : '记下来，请居民认'}
      kase={asked}
      may={(one) => can(one, 'keep')}
      form={form}
      onDone={onDone}
    >
      {({ papers = [] }) =>
        isDone ? (
          <Field
            label="是什么证件？"
            hint="比如：残疾人证"
            value={draft.what}
            max={limits.itemWord}
            onInput={(what) => write({ what })}
            error={wrong('what')}
          />
        ) : (
          <>
            <Reason
              legend="收了什么？"
              reasons={papers.filter(({ original }) => original).map(({ name }) => name)}
              other="别的原件"
              own="写一写是什么"
              value={draft.what}
              onChange={(what) => write({ what })}
              error={wrong('what')}
              max={limits.itemWord}
            />
            <Field
              label="在哪里收的"
              value={draft.where}
              max={limits.address}
              onInput={(where) => write({ where })}
              error={wrong('where')}
            />
          </>
        )
      }
    </CaseForm>
  );
}

const held = ({ originals = [] }: CaseView) =>
  originals.filter((one) => isOut(one) && one.state !== 'returning');

/** 交到窗口了: which, and where. */
export function Lodge({ caseId, onDone }: Props) {
  const asked = useCall('cases.detail', { caseId });
  const form = useForm('cases.lodge', {
    key: `lodge.${caseId}`,
    begin: (kept: { custody?: string; where?: string }) => ({ custody: '', where: '', ...kept }),
    check: ({ custody, where }) => ({
      custody: custody ? undefined : '请选一样原件。',
      where: where.trim() ? undefined : noPlace,
    }),
    inputOf: ({ custody, where }) => ({ caseId, custody, where }),
    beside: ['custody', 'where'],
    onRefused: asked.reload,
  });
  return (
    <CaseForm
      title="交到窗口了"
      hint="居民看得到原件在哪个窗口。"
      submit="记下来"
      kase={asked}
      may={(one) => can(one, 'lodge') && held(one).some(({ isResult }) => !isResult)}
      form={form}
      onDone={onDone}
    >
      {(kase) => (
        <>
          <Which kase={kase} of={form} isOfOriginals />
          <Field
            label="哪个窗口"
            hint="比如：政务大厅3号窗"
            value={form.draft.where}
            max={limits.address}
            onInput={(where) => form.write({ where })}
            error={form.wrong('where')}
          />
        </>
      )}
    </CaseForm>
  );
}

interface Handing {
  custody: string;
  way?: HandWay;
  to: string;
  where: string;
  courier: string;
  number: string;
}

/** 还给居民了, 证件交了: which, how, to whom, and where. */
export function GiveBack({ caseId, onDone }: Props) {
  const asked = useCall('cases.detail', { caseId });
  const kase = asked.data?.case;
  const name = kase?.contact.name ?? '';
  const ways = kase ? held(kase) : [];
  const only = ways.length === 1 ? ways[0]?.id : undefined;
  const form = useForm('cases.giveBack', {
    key: `give-back.${caseId}`,
    begin: (kept: Partial<Handing>): Handing => ({
      custody: '',
      to: '',
      where: '居民家里',
      courier: '',
      number: '',
      ...kept,
    }),
    check: ({ custody, way, to, where, courier, number }) => ({
      custody: custody || only ? undefined : '请选一样。',
      way: way ? undefined : '请选怎么交的。',
      to: way === 'self' || to.trim() ? undefined : '请写交到谁手上。',
      where: where.trim() ? undefined : noPlace,
      courier: way !== 'post' || courier.trim() ? undefined : '请写快递公司。',
      number: way !== 'post' || number.trim() ? undefined : '请写快递单号。',
    }),
    inputOf: ({ custody, way, to, where, courier, number }) => ({
      caseId,
      custody: custody || (only ?? ''),
      way,
      to: way === 'self' ? name : to,
      where,
      ...(way === 'post' && { courier, number }),
    }),
    beside: ['custody', 'way', 'to', 'where', 'courier', 'number'],
    onRefused: asked.reload,
  });
  const { draft, write, wrong } = form;
  const isOfResult = ways.every(({ isResult }) => isResult);
  const isPost = draft.way === 'post';
  return (
    <CaseForm
      title={isOfResult ? '证件交了' : '还给居民了'}
      hint={isOfResult ? '居民认了收到才算完。' : '居民认了才算还。'}
      submit="记下来，请居民认"
      kase={asked}
      may={(one) => can(one, 'giveBack') && held(one).length > 0}
      form={form}
      onDone={onDone}
    >
      {(shown) => (
        <>
          {only === undefined && <Which kase={shown} of={form} />}
          <Choice
            legend="怎么交的？"
            options={handWayKeys.map((value) => ({ value, label: handWays[value] }))}
            value={draft.way}
            onChange={(way) => write({ way })}
            error={wrong('way')}
          />
          {draft.way === 'other' && (
            <Words>
              先打电话问过{shown.contact.name}再交。本人会看到交给了谁，没托过他可以说没收到，社区马上知道。
            </Words>
          )}
          {draft.way && draft.way !== 'self' && (
            <Field
              label={isPost ? '收件人' : '交到谁手上'}
              hint={isPost ? `比如：${shown.contact.name}` : '写姓名，和本人是什么关系'}
              value={draft.to}
              max={limits.name}
              onInput={(to) => write({ to })}
              error={wrong('to')}
            />
          )}
          {isPost && (
            <>
              <Field
                label="快递公司"
                value={draft.courier}
                max={limits.itemWord}
                onInput={(courier) => write({ courier })}
                error={wrong('courier')}
              />
              <Field
                label="快递单号"
                value={draft.number}
                max={40}
                onInput={(number) => write({ number })}
                error={wrong('number')}
              />
            </>
          )}
          <Field
            label={isPost ? '寄到哪里' : '在哪里交的'}
            value={draft.where}
            max={limits.address}
            onInput={(where) => write({ where })}
            error={wrong('where')}
          />
        </>
      )}
    </CaseForm>
  );
}

interface WhichProps {
  kase: CaseView;
  isOfOriginals?: boolean;
  of: {
    draft: { custody: string };
    write(part: { custody: string }): void;
    wrong(field: string): string | undefined;
  };
}

function Which({ kase, isOfOriginals, of: { draft, write, wrong } }: WhichProps) {
  return (
    <Choice
      legend="哪一样？"
      options={held(kase)
        .filter(({ isResult }) => !isOfOriginals || !isResult)
        .map(({ id, what }) => ({ value: id, label: what }))}
      value={draft.custody}
      onChange={(custody) => write({ custody })}
      error={wrong('custody')}
    />
  );
}
