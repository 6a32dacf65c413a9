import { DraftFound } from '@/components/draft-found';
import { Faces } from '@/components/faces';
import { LeaveForm as Form, useLeave } from '@/components/leave-form';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { back } from '@/routes';
import type { AgentProps } from './props';

/** Leave that a manager enters for an agent who rang up. */
export function LeaveForm({ id, orgId }: AgentProps) {
  const asked = useCall('roster.list', { orgId });
  const form = useLeave(id);
  return (
    <Page
      title="请假"
      bar={asked.data && <SendBar of={form} words="登记请假" onDone={() => back.managerAgent(id, orgId)} />}
    >
      <Faces of={asked}>
        {({ agents }) => (
          <>
            <Words look="strong">{agents.find((one) => one.id === id)?.name}请假</Words>
            <DraftFound of={form} />
            <Form of={form} />
          </>
        )}
      </Faces>
    </Page>
  );
}
