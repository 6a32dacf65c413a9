import { type NoticeKind, noticeKinds } from 'contract/words';
import { Card } from '../card';
import { Words } from '../words';

interface Props {
  /** what WeChat is going to ask for; none: nothing is shown */
  kinds: readonly NoticeKind[];
  /** the words of the button that asks */
  button: string;
}

/** What WeChat's question is for, before it comes: and that a no changes nothing. */
export function NotifyNote({ kinds, button }: Props) {
  if (kinds.length === 0) return null;
  return (
    <Card title="微信会问您一句" icon="bell">
      <Words>
        点“{button}”，微信会问要不要给您发消息：{kinds.map((kind) => noticeKinds[kind]).join('、')}。
      </Words>
      <Words look="muted">不想要就点“取消”，事情照样办，进展在“我的”里也看得到。</Words>
    </Card>
  );
}
