import { List, ListRow } from '@/components/list-row';
import { useSession } from '@/hooks/use-session';
import { go } from '@/routes';

/** The ways to where one works, for those who have a post; nothing for a resident. */
export function Workplaces() {
  const { is } = useSession();
  if (!is('agent') && !is('manager')) return null;
  return (
    <List label="我的工作">
      {is('agent') && (
        <ListRow icon="work" title="代办员工作台" note="接单、办件、办结" onPress={go.agentQueue} />
      )}
      {is('manager') && (
        <ListRow icon="cases" title="在办一览" note="每件在谁手里、几时到期" onPress={go.managerBoard} />
      )}
      {is('manager') && (
        <ListRow icon="star" title="差评和回访" note="核实、整改、回访、申诉" onPress={go.managerReviews} />
      )}
      {is('manager') && (
        <ListRow icon="chart" title="评价得分" note="满意率、差评" onPress={go.managerScores} />
      )}
      {is('manager') && (
        <ListRow
          icon="shield"
          title="个人信息请求"
          note="更正、注销，15个工作日答复"
          onPress={go.dataRequests}
        />
      )}
      {is('manager') && (
        <ListRow icon="send" title="通知送达" note="哪些发到了、哪些没有" onPress={go.managerDeliveries} />
      )}
    </List>
  );
}
