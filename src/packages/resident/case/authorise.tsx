import { useState } from 'react';
import type { CaseView } from 'contract/models';
import { type MandateAct, mandateActs } from 'contract/words';
import { Button } from '@/components/button';
import { Choice, Ticks } from '@/components/choice';
import { Faces } from '@/components/faces';
import { FieldError } from '@/components/field';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';
import { Pad } from './pad';

const acts = Object.entries(mandateActs).map(([value, label]) => ({ value: value as MandateAct, label }));
const spans = [
  { value: '30', label: '30天' },
  { value: '90', label: '90天' },
  { value: '180', label: '180天' },
] as const;

interface Draft {
  to: 'agent' | 'asker';
  acts: MandateAct[];
  days: (typeof spans)[number]['value'];
  signed: 'screen' | 'paper';
  age?: 'minor' | 'adult';
  guardian: boolean;
}

/** 签委托书: whom, what, how long; then a finger on the screen, or a pen on paper. */
export function Authorise({ id, onDone }: { id: string; onDone(): void }) {
  const asked = useCall('cases.detail', { caseId: id });
  const kase = asked.data?.case;
  if (kase) return <Form kase={kase} onDone={onDone} />;
  return (
    <Page title="签委托书">
      <Faces of={asked}>{() => null}</Faces>
    </Page>
  );
}

function Form({ kase, onDone }: { kase: CaseView; onDone(): void }) {
  const { caseId, assignment, asker, relation, residentName, serviceName } = kase;
  const isChild = relation === 'child';
  // A signature is never kept on the phone.
  const [strokes, setStrokes] = useState<number[][]>([]);
  const form = useForm('cases.authorise', {
    key: `authorise.${caseId}`,
    begin: ({ guardian: _, ...kept }: Partial<Draft>): Draft => ({
      to: assignment?.acceptedAt ? 'agent' : 'asker',
      acts: ['papers', 'progress'],
      days: '30',
      signed: 'screen',
      ...kept,
      guardian: false,
    }),
    check: (draft) => ({
      acts: draft.acts.length > 0 ? undefined : '请选委托他做什么。',
      minor: !isChild || draft.age ? undefined : '请选他满没满18岁。',
      guardian: draft.age === 'minor' && !draft.guardian ? '未满18岁的，要监护人来签。' : undefined,
      strokes: draft.signed === 'screen' && strokes.length === 0 ? '请用手指写出姓名。' : undefined,
    }),
    inputOf: (draft) => ({
      caseId,
      to: draft.to,
      acts: draft.acts,
      days: Number(draft.days),
      signed: draft.signed,
      ...(draft.signed === 'screen' ? { strokes } : {}),
      ...(isChild ? { minor: draft.age === 'minor', guardian: draft.guardian } : {}),
    }),
    beside: ['to', 'acts', 'minor', 'guardian', 'strokes'],
  });
  const { draft, write, wrong } = form;
  function sign(drawn: number[][]) {
    setStrokes(drawn);
    if (wrong('strokes')) write({}, ['strokes']);
  }
  const signer = draft.age === 'minor' ? '您' : residentName;
  return (
    <Page title="签委托书" bar={<SendBar of={form} words="签好了" onDone={onDone} />}>
      <Words>
        {residentName}委托别人办“{serviceName}”。只能办选中的几样，不能再转给别人，到期作废，随时能收回。
      </Words>
      <Choice
        legend="委托给谁？"
        value={draft.to}
        error={wrong('to')}
        options={[
          ...(assignment?.acceptedAt
            ? [{ value: 'agent' as const, label: assignment.agentName, hint: '代办员' }]
            : []),
          ...(asker ? [{ value: 'asker' as const, label: asker.name, hint: '替他提的人' }] : []),
        ]}
        onChange={(to) => write({ to })}
      />
      <Ticks
        legend="委托他做什么？"
        columns={2}
        options={acts}
        values={draft.acts}
        error={wrong('acts')}
        onChange={(values) => write({ acts: values })}
      />
      <Choice
        legend="多久？"
        columns={3}
        options={spans}
        value={draft.days}
        onChange={(days) => write({ days })}
      />
      {isChild && (
        <Choice
          legend={`${residentName}满18岁了吗？`}
          columns={2}
          options={[
            { value: 'minor', label: '没有' },
            { value: 'adult', label: '满了' },
          ]}
          value={draft.age}
          error={wrong('minor')}
          onChange={(age) => write({ age, guardian: false }, ['minor', 'guardian'])}
        />
      )}
      {draft.age === 'minor' && (
        <Ticks
          legend="监护人"
          hideLegend
          options={[{ value: 'yes', label: '我是他的监护人，由我签' }]}
          values={draft.guardian ? ['yes'] : []}
          error={wrong('guardian')}
          onChange={(values) => write({ guardian: values.length > 0 })}
        />
      )}
      <Choice
        legend="怎么签？"
        options={[
          { value: 'screen', label: '在屏幕上手写', hint: `请${signer}用手指写姓名` },
          { value: 'paper', label: '签在纸上', hint: '打印出来，用笔签名，交给受托人' },
        ]}
        value={draft.signed}
        onChange={(signed) => write({ signed }, ['strokes'])}
      />
      {draft.signed === 'screen' && (
        <>
          <FieldError id="authorise-strokes">{wrong('strokes')}</FieldError>
          <Pad strokes={strokes} onDraw={sign} />
          <Button inline icon="undo" onPress={() => sign([])}>
            清掉重签
          </Button>
          <Words look="muted">手写的签名只作记录。窗口要用笔签的，请选“签在纸上”。</Words>
        </>
      )}
    </Page>
  );
}
