import { View } from '@tarojs/components';
import { useState } from 'react';
import { type NoticeKind, noticeKinds } from 'contract/words';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { FieldError } from '@/components/field';
import { Words } from '@/components/words';
import { useDeed } from '@/hooks/use-deed';
import { useNotices } from '@/hooks/use-notices';

/** 给我发一条试试: a message of each kind can be had on one's own phone, by a “yes” in the tap itself. */
export function TryMessage({ orgId }: { orgId: string }) {
  const { data, ask } = useNotices();
  const { run, busy, error } = useDeed('admin.tryMessage');
  const [kind, setKind] = useState<NoticeKind>();
  const [said, setSaid] = useState('');
  const kinds = data?.kinds.filter(({ templateId }) => templateId !== '') ?? [];
  async function send(wish: NoticeKind) {
    setSaid('');
    // In the tap itself: WeChat opens its dialog for nothing else.
    const { accepted } = await ask([wish]);
    if (accepted.length === 0) return setSaid('没有发：微信没有等到您的“允许”。');
    const answer = await run({ orgId, kind: wish });
    if (answer) setSaid(answer.why);
  }
  if (kinds.length === 0) return null;
  return (
    <Card title="给我发一条试试" icon="send">
      <Words>微信会来问，点“允许”就发一条给您自己。</Words>
      <Choice<NoticeKind>
        legend="发哪一类？"
        columns={2}
        options={kinds.map((one) => ({ value: one.kind, label: noticeKinds[one.kind] }))}
        value={kind}
        onChange={setKind}
      />
      <FieldError id="try-error">{error?.message}</FieldError>
      <Button icon="send" busy={busy} disabled={kind === undefined} onPress={() => kind && void send(kind)}>
        给我发一条
      </Button>
      <View role="status">{said && <Words look="strong">{said}</Words>}</View>
    </Card>
  );
}
