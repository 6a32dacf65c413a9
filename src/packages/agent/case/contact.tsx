import { View } from '@tarojs/components';
import type { CaseView } from 'contract/models';
import { isOpen, isWithAgent } from 'contract/states';
import { CallButton } from '@/components/button';
import { Card } from '@/components/card';
import { Copy } from '@/components/copy';
import { Words } from '@/components/words';
import './case.scss';

/**
 * Whom to call and where to go. Before a case is this agent's and once it has ended, with nothing more to hand over, the server masks
 * both: docs/domain.md, "Privacy".
 */
export function Contact({ kase: { contact, state, parts, place, asker, report, owed } }: { kase: CaseView }) {
  if (report?.isAnonymous)
    return (
      <Card title="匿名报的" icon="person">
        <Words>谁报的都看不到。有话要问，在下面留言，他收得到。</Words>
      </Card>
    );
  if (parts[0] === 'companion')
    return (
      <Card title={contact.name} icon="person">
        {contact.address ? (
          <Words look="large">{contact.address}</Words>
        ) : (
          <Words look="muted">门牌到那天看得到。电话由接了这件的代办员来打。</Words>
        )}
      </Card>
    );
  if (!(isWithAgent(state) || owed) || parts[0] !== 'agent') {
    return (
      <Card title={contact.name} icon="person">
        {isOpen(state) && place && !report && <Words>{place}</Words>}
        <Words look="muted">
          {isOpen(state) ? '接了以后，电话和门牌就看得到。' : '办件已结束，电话和地址不再显示。'}
        </Words>
      </Card>
    );
  }
  return (
    <Card title={contact.name} icon="person">
      {contact.address && <Words look="large">{contact.address}</Words>}
      <Words>电话 {contact.phone}</Words>
      <View className="contact-ways">
        <CallButton number={contact.phone} whom={contact.name}>
          打电话
        </CallButton>
        {contact.address && (
          <Copy icon="place" text={contact.address}>
            复制地址
          </Copy>
        )}
      </View>
      {asker?.phone && asker.phone !== contact.phone && (
        <CallButton number={asker.phone} whom={asker.name}>
          打给替他提的{asker.name}
        </CallButton>
      )}
    </Card>
  );
}
