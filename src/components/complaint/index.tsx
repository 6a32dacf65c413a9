import { useSession } from '@/hooks/use-session';
import { CallButton } from '../button';
import { Card } from '../card';
import { Words } from '../words';

/** For a resident who complains of the staff: whom to call, before anything that the staff would read. */
export function Complaint() {
  const community = useSession().data?.community;
  return (
    <Card tone="warning" icon="phone" title="要投诉工作人员">
      <Words>打电话最快。写下来也行：交给上级管理员查，代办员看不到。</Words>
      <CallButton number="12345" whom="政务服务便民热线">
        打 12345
      </CallButton>
      {community && (
        <CallButton number={community.phone} whom={community.station}>
          打电话给{community.name}
        </CallButton>
      )}
    </Card>
  );
}
