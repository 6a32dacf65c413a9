import { List, ListRow } from '@/components/list-row';
import { useCall } from '@/hooks/use-call';
import { go } from '@/routes';

/** How many calls wait to be made; nothing where there are none, or where it is not known. */
export function Calls() {
  const { data } = useCall('cases.calls', {});
  const count = data?.calls.length ?? 0;
  if (count === 0) return null;
  return (
    <List>
      <ListRow
        icon="phone"
        title={`请打电话告知 ${count}个`}
        note="他们收不到微信消息，请您把话带到。"
        onPress={go.agentCalls}
      />
    </List>
  );
}
