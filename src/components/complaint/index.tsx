import { Button, CallButton } from '../button';
import { Card } from '../card';
import { Words } from '../words';

/** For a resident who complains of the staff: whom to call, and where it is written, before anything that the staff would read. */
export function Complaint({ onWrite }: { onWrite(): void }) {
  return (
    <Card tone="warning" icon="phone" title="要投诉工作人员">
      <Words>打电话最快。写下来也行：交给管着他们的上级查，被投诉的人看不到。</Words>
      <CallButton number="12345" whom="政务服务便民热线">
        打 12345
      </CallButton>
      <Button icon="talk" onPress={onWrite}>
        写下来，交给上级
      </Button>
    </Card>
  );
}
