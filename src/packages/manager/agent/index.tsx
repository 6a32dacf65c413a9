import { useQuery } from '@/hooks/use-query';
import { Agent } from './agent';
import { LeaveForm } from './leave-form';
import { RosterForm } from './roster-form';

/** `?id=&org=` an agent as whoever keeps the roster sees them; `&do=roster` and `&do=leave` are its forms. */
export default function Index() {
  const { id = '', org = '', do: form } = useQuery();
  if (form === 'roster') return <RosterForm id={id} orgId={org} />;
  if (form === 'leave') return <LeaveForm id={id} orgId={org} />;
  return <Agent id={id} orgId={org} />;
}
