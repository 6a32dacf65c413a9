import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FieldError } from '@/components/field';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { forgetScannedCode, useScannedCode } from '@/hooks/use-place';
import { useSession } from '@/hooks/use-session';
import { go } from '@/routes';

/** A resident in the register has scanned another community's code: they may have moved there. */
export function Moving() {
  const code = useScannedCode();
  const session = useSession();
  const home = session.is('resident')
    ? session.data?.person.posts.find(({ role }) => role === 'resident')
    : undefined;
  const [isOver, setIsOver] = useState(false);
  const scanned = useCall('units.scan', home && code !== undefined && !isOver ? { code } : undefined);
  const { run, busy, error } = useDeed('account.change');
  const [moved, setMoved] = useState<string>();
  const end = () => {
    forgetScannedCode();
    setIsOver(true);
  };
  if (moved)
    return (
      <Card tone="ok" icon="done" title={`您现在登记在${moved}`}>
        <View role="status">
          <Words>住址也变了的话，请改一下。</Words>
        </View>
        <Button onPress={go.mine}>改我的登记</Button>
      </Card>
    );
  if (!home || isOver || code === undefined) return null;
  if (scanned.error && scanned.error.code !== 'OFFLINE')
    return (
      <Card icon="info" title="刚才扫的码用不了了">
        <Words>{scanned.error.message}</Words>
        <Button onPress={end}>知道了</Button>
      </Card>
    );
  const { data: place } = scanned;
  if (!place || place.id === home.orgId) return null;
  const move = async () => {
    if (!(await run({ code }))) return;
    end();
    setMoved(place.name);
    session.reload();
  };
  return (
    <Card icon="station" title={`您扫的是${place.name}的码`}>
      <Words>
        您登记在{home.orgName}。搬过来了吗？正在办的事，还由{home.orgName}给您办完。
      </Words>
      <FieldError id="moving-error">{error?.message}</FieldError>
      <Button look="main" busy={busy} onPress={() => void move()}>
        搬了，改到{place.name}
      </Button>
      <Button onPress={end}>没有搬</Button>
    </Card>
  );
}
