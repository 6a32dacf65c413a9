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

interface Props {
  caseId: string;
  onDone(): void;
}

const noPlace = '请写在哪里。';

/** 收了原件: which, and where. The resident is asked at once whether it is so. */
export function Keep({ caseId, onDone }: Props) {
  const asked = useCall('cases.detail', { caseId });
  const form = useForm('cases.keep', {
    key: `keep.${caseId}`,
    begin: (kept: { what?: string; where?: string }) => ({ what: '', where: '居民家里', ...kept }),
    check: ({ what, where }) => ({
      what: what.trim() ? undefined : '请选收了什么，或者写一样。',
      where: where.trim() ? undefined : noPlace,
    }),
    inputOf: ({ what, where }) => ({ caseId, what, where }),
    beside: ['what', 'where'],
    onRefused: asked.reload,
  });
  const { draft, write, wrong } = form;
  return (
    <CaseForm
      title="收了原件"
      hint="居民马上收到通知，认了才算。没还以前，这件不能办结。"
      submit="记下来，请居民认"
      kase={asked}
      may={(one) => can(one, 'keep')}
      form={form}
      onDone={onDone}
    >
      {({ papers = [] }) => (
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
      )}
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
      may={(one) => can(one, 'lodge') && held(one).length > 0}
      form={form}
      onDone={onDone}
    >
      {(kase) => (
        <>
          <Which kase={kase} of={form} />
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

/** 还给居民了: which, to whom, and where. */
export function GiveBack({ caseId, onDone }: Props) {
  const asked = useCall('cases.detail', { caseId });
  const form = useForm('cases.giveBack', {
    key: `give-back.${caseId}`,
    begin: (kept: { custody?: string; to?: string; where?: string }) => ({
      custody: '',
      to: '',
      where: '居民家里',
      ...kept,
    }),
    check: ({ custody, to, where }) => ({
      custody: custody ? undefined : '请选一样原件。',
      to: to.trim() ? undefined : '请写交到谁手上。',
      where: where.trim() ? undefined : noPlace,
    }),
    inputOf: ({ custody, to, where }) => ({ caseId, custody, to, where }),
    beside: ['custody', 'to', 'where'],
    onRefused: asked.reload,
  });
  const { draft, write, wrong } = form;
  return (
    <CaseForm
      title="还给居民了"
      hint="居民认了才算还。交给别人的，写清是谁。"
      submit="记下来，请居民认"
      kase={asked}
      may={(one) => can(one, 'giveBack') && held(one).length > 0}
      form={form}
      onDone={onDone}
    >
      {(kase) => (
        <>
          <Which kase={kase} of={form} />
          <Field
            label="交到谁手上"
            hint={`比如：${kase.contact.name}`}
            value={draft.to}
            max={limits.name}
            onInput={(to) => write({ to })}
            error={wrong('to')}
          />
          <Field
            label="在哪里还的"
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
  of: {
    draft: { custody: string };
    write(part: { custody: string }): void;
    wrong(field: string): string | undefined;
  };
}

function Which({ kase, of: { draft, write, wrong } }: WhichProps) {
  return (
    <Choice
      legend="哪一样？"
      options={held(kase).map(({ id, what }) => ({ value: id, label: what }))}
      value={draft.custody}
      onChange={(custody) => write({ custody })}
      error={wrong('custody')}
    />
  );
}
