import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { ContactCard } from 'contract/models';
import { dutyWords } from '@/format/duty';
import { spokenPhone } from '@/format/phones';
import { CallButton } from '../button';
import { Card } from '../card';
import { lookAt } from '../photos/look';
import { Picture } from '../photos/picture';
import { Press } from '../press';
import { Tag } from '../tag';
import './agent-card.scss';

/** 连心卡: the agent this household knows, when that person is there, and one tap to call. */
export function AgentCard({ agent, now }: { agent: ContactCard; now: number }) {
  const { name, phone, orgName, hours, isOnDuty } = agent;
  return (
    <Card>
      <Agent name={name} note={`${orgName}代办员`}>
        <Tag tone={isOnDuty ? 'ok' : 'plain'}>{isOnDuty ? '正在当班' : '现在不当班'}</Tag>
      </Agent>
      <View>
        {!isOnDuty && agent.nextDutyAt !== undefined && (
          <View className="agent-next">{dutyWords(agent, now)}</View>
        )}
        <View className="agent-hours">当班时间：{hours}</View>
      </View>
      <CallButton number={phone} whom={`代办员${name}`}>
        打电话 {spokenPhone(phone)}
      </CallButton>
    </Card>
  );
}

interface Who {
  name: string;
  note: ReactNode;
  /** where their photo can be looked at */
  face?: string;
  children?: ReactNode;
}

/** Who: their photo, or the first letter of the name; the name, and what this agent is here. `children` stand beside it. */
export function Agent({ name, note, face, children }: Who) {
  return (
    <View className="agent">
      {face ? (
        <Press
          className="agent-face agent-photo"
          label={`${name}的照片，看大图`}
          onPress={() => lookAt(face)}
        >
          <Picture src={face} />
        </Press>
      ) : (
        <View className="agent-face" aria-hidden>
          {name.slice(0, 1)}
        </View>
      )}
      <View className="agent-words">
        <View className="agent-name">{name}</View>
        <View className="agent-note">{note}</View>
      </View>
      {children}
    </View>
  );
}
