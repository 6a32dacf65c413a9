import { View } from '@tarojs/components';
import { useState } from 'react';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Faces, Note } from '@/components/faces';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { back } from '@/routes';
import { Call } from './call';
import './calls.scss';

/** 请打电话告知: whom no message reaches, what to say, and how it went. The resident who waits longest comes first. */
export default function Calls() {
  const asked = useCall('cases.calls', {});
  usePullRefresh(asked);
  const [said, setSaid] = useState('');
  const now = currentTime();
  function noted(words: string) {
    setSaid(words);
    asked.reload();
  }
  return (
    <Page title="请打电话告知">
      <View className="calls-said" role="status">
        {said}
      </View>
      <Faces
        of={asked}
        isEmpty={({ calls }) => calls.length === 0}
        empty={
          <Note icon="phone" text="都告诉到了，现在没有要打的电话。">
            <Button inline onPress={back.agentQueue}>
              回工作台
            </Button>
          </Note>
        }
      >
        {({ calls }) => (
          <>
            <Words>有{calls.length}个电话要打：他们收不到微信消息，请您把话带到。</Words>
            {calls.map((task) => (
              <Call key={task.id} task={task} now={now} onNoted={noted} />
            ))}
          </>
        )}
      </Faces>
    </Page>
  );
}
