import { useQuery } from '@/hooks/use-query';
import { Frame } from '../parts/frame';
import { Agent } from './agent';
import { LeaveForm } from './leave-form';
import type { AgentProps } from './props';
import { RosterForm } from './roster-form';

/** `?id=&org=` an agent as the manager who keeps the roster sees them; `&do=roster` and `&do=leave` are its forms. */
export default function Index() {
  const { id = '', org = '', do: form } = useQuery();
  return <Frame at="roster">{shown(form, { id, orgId: org })}</Frame>;
}

function shown(form: string | undefined, agent: AgentProps) {
  if (form === 'roster') return <RosterForm {...agent} />;
  if (form === 'leave') return <LeaveForm {...agent} />;
  return <Agent {...agent} />;
}
