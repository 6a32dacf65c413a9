import { limits } from 'contract/limits';
import { dayOf } from 'contract/time';
import { leaveReasons } from 'contract/words';
import { currentTime } from '@/cloud/clock';
import { Faces } from '@/components/faces';
import { Field } from '@/components/field';
import { Page } from '@/components/page';
import { Reason } from '@/components/reason';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';
import { back } from '@/routes';
import type { AgentProps } from './props';

/** Leave that a manager enters for an agent who rang up. */
export function LeaveForm({ id, orgId }: AgentProps) {
  const asked = useCall('roster.list', { orgId });
  const today = dayOf(currentTime());
  const { draft, write, wrong, send, busy, other } = useForm('roster.leave', {
    key: `leave.${id}`,
    begin: (kept: { from?: string; to?: string; why?: string }) => ({
      from: kept.from ?? today,
      to: kept.to ?? today,
      why: kept.why ?? '',
    }),
    check: ({ from, to, why }) => ({
      from: from ? undefined : '请选从哪天起。',
      to: to ? undefined : '请选到哪天。',
      why: why.trim() ? undefined : '选一个,或者写一句。',
    }),
    inputOf: (leave) => ({ agentId: id, ...leave }),
    beside: ['from', 'to', 'why'],
  });
  const submit = () => void send().then((done) => done && back.managerAgent(id, orgId));
  return (
    <Page
      title="请假"
      bar={asked.data && <SendBar words="登记请假" busy={busy} error={other} onSend={submit} />}
    >
      <Faces of={asked}>
        {({ agents }) => (
          <>
            <Words look="strong">{agents.find((one) => one.id === id)?.name}请假</Words>
            <Words look="muted">这几天不派新的。手头的不会自己转走,要换人请到办件里安排。</Words>
            {/* Either may be the one to mend when they clash. */}
            <Field
              label="从哪天起"
              kind="date"
              min={today}
              required
              value={draft.from}
              onInput={(from) => write({ from }, ['from', 'to'])}
              error={wrong('from')}
            />
            <Field
              label="到哪天,这天也算"
              kind="date"
              required
              value={draft.to}
              onInput={(to) => write({ to }, ['from', 'to'])}
              error={wrong('to')}
            />
            <Reason
              legend="为什么请假?"
              reasons={leaveReasons}
              value={draft.why}
              onChange={(why) => write({ why })}
              error={wrong('why')}
              max={limits.reason}
            />
          </>
        )}
      </Faces>
    </Page>
  );
}
