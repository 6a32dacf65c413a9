import { limits } from 'contract/limits';
import type { CaseView, Person, UnitRow } from 'contract/models';
import { can } from 'contract/deeds';
import { tierNames } from 'contract/words';
import { CaseForm } from '@/components/case-form';
import { Choice } from '@/components/choice';
import { Faces } from '@/components/faces';
import { Field } from '@/components/field';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';
import { useSession } from '@/hooks/use-session';
import type { FormProps } from './forms';

interface Draft {
  orgId?: string;
  ownerId?: string;
  question: string;
  /** working days; empty: what the rules say */
  days: string;
}

const limitsOfTime = [
  { value: '', label: '按规则' },
  ...[1, 2, 3, 5, 10].map((days) => ({ value: String(days), label: `${days}天` })),
];

/** 吹哨: which unit is called in, who answers there, what is asked, and by when. */
export function Whistle({ id, onDone }: FormProps) {
  const kase = useCall('cases.detail', { caseId: id });
  const asked = useCall('admin.units', {});
  const session = useSession();
  const units = asked.data?.units ?? [];
  const form = useForm('cases.whistle', {
    key: `whistle.${id}`,
    begin: (kept: Partial<Draft>): Draft => ({ question: '', days: '', ...kept }),
    check: ({ orgId, question }) => ({
      orgId: orgId ? undefined : '请选一个单位。',
      question: question.trim() ? undefined : '请写清要问什么、请他们做什么。',
    }),
    inputOf: ({ orgId = '', ownerId, question, days }) => ({
      caseId: id,
      orgId,
      question,
      ...(days ? { days: Number(days) } : {}),
      ...(ownerId ? { ownerId } : {}),
    }),
    beside: ['orgId', 'ownerId', 'question', 'days'],
    onRefused: kase.reload,
  });
  const { draft, write, wrong } = form;
  const chosen = units.find((unit) => unit.id === draft.orgId);
  return (
    <CaseForm
      title="吹哨"
      hint="请街道或区里的单位一起来办。他们要在期限里答复，答复以后您来评。"
      submit="吹哨"
      kase={kase}
      may={(one) => can(one, 'whistle')}
      form={form}
      onDone={onDone}
    >
      {(one) => (
        <Faces of={asked}>
          {() => (
            <>
              <Choice
                legend="请哪个单位？"
                options={summonable(units, one, session.data?.person.posts ?? [])}
                value={draft.orgId}
                onChange={(orgId) => write({ orgId, ownerId: undefined })}
                error={wrong('orgId')}
              />
              {chosen && chosen.managers.length > 1 && (
                <Choice
                  legend="由谁答复？"
                  columns={2}
                  options={chosen.managers.map((who) => ({ value: who.id, label: who.name }))}
                  value={draft.ownerId ?? chosen.managers[0]?.id}
                  onChange={(ownerId) => write({ ownerId })}
                  error={wrong('ownerId')}
                />
              )}
              {chosen && chosen.managers.length === 1 && (
                <Words look="muted">由{chosen.managers[0]?.name}答复</Words>
              )}
              <Field
                label="要问什么？"
                hint="写清缺什么、请他们做什么"
                kind="long"
                required
                value={draft.question}
                max={limits.question}
                onInput={(question) => write({ question })}
                error={wrong('question')}
              />
              <Choice
                legend="几个工作日里答复？"
                columns={3}
                options={limitsOfTime}
                value={draft.days}
                onChange={(days) => write({ days })}
                error={wrong('days')}
              />
            </>
          )}
        </Faces>
      )}
    </CaseForm>
  );
}

/** Streets and the district, besides the manager's own unit; one of a tier at a time. */
function summonable(units: readonly UnitRow[], kase: CaseView, posts: Person['posts']) {
  const waiting = kase.whistles.filter((one) => one.answer === undefined).map((one) => one.orgId);
  const busy = units.filter((unit) => waiting.includes(unit.id)).map((unit) => unit.tier);
  return units
    .filter(({ id, tier }) => tier !== 'community' && !posts.some((post) => post.orgId === id))
    .map(({ id, name, tier, managers }) => {
      const isBusy = busy.includes(tier);
      const names = managers.map((who) => who.name).join('、');
      return {
        value: id,
        label: name,
        hint: isBusy
          ? `${tierNames[tier]}还没答复上一次，等答复了再吹`
          : names
            ? `负责人：${names}`
            : '还没有登记负责人',
        disabled: isBusy || managers.length === 0,
      };
    });
}
