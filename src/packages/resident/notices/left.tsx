import { View } from '@tarojs/components';
import { useState } from 'react';
import type { NoticeSettings } from 'contract/models';
import type { NoticeKind } from 'contract/words';
import type { Answered } from '@/cloud/subscribe';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Words } from '@/components/words';
import { labels } from './kinds';
import './notices.scss';

interface Props {
  rows: NoticeSettings['kinds'];
  ask(kinds: readonly NoticeKind[]): Promise<Answered>;
}

/** How many messages of each kind WeChat still lets through, and the way to one more. */
export function Left({ rows, ask }: Props) {
  const [said, setSaid] = useState('');
  async function add(kind: NoticeKind) {
    setSaid('');
    // In the tap itself: WeChat opens its dialog for nothing else.
    const { accepted } = await ask([kind]);
    setSaid(
      accepted.length > 0
        ? `加好了：${labels[kind]}。`
        : '没有加上。要是微信没来问，点右上角“…”，打开“设置”里的“订阅消息”再试。',
    );
  }
  return (
    <Card title="微信上还能发几条" icon="bell">
      <Words look="muted">微信的规矩：您允许一次，我们才能发一条。用完了，消息就只在“我的”里。</Words>
      {rows.map(({ kind, left, templateId }) => (
        <View key={kind} className="left">
          <View className="left-words">
            <Words look="strong">{labels[kind]}</Words>
            <Words>{leftWords(left, templateId)}</Words>
          </View>
          {templateId !== '' && (
            <Button inline label={`再加一次：${labels[kind]}`} onPress={() => void add(kind)}>
              再加一次
            </Button>
          )}
        </View>
      ))}
      <View className="left-said" role="status">
        {said}
      </View>
    </Card>
  );
}

/** A kind whose template has no id yet cannot be asked for. */
function leftWords(left: number, templateId: string): string {
  if (templateId === '') return '微信上还没开通';
  return left > 0 ? `还能发${left}条` : '用完了，发不了';
}
