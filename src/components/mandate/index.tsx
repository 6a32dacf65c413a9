import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { MandateView } from 'contract/models';
import { mandateActs, mandateStates, signedNames } from 'contract/words';
import { dayWords } from '@/format/when';
import { Card } from '../card';
import { Facts } from '../facts';
import { Tag } from '../tag';
import { Words } from '../words';
import { Signature } from './signature';

interface Props {
  mandate: MandateView;
  /** whose case it is, as the reader calls them */
  name: string;
  serviceName: string;
  now: number;
  children?: ReactNode;
}

/** 委托书 in plain words: who authorises whom, for which item, what exactly, until when, and how it is signed. */
export function Mandate({ mandate, name, serviceName, now, children }: Props) {
  const { to, acts, until, signed, by, guardian, state, strokes, at } = mandate;
  return (
    <Card title="委托书" icon="letters">
      <View>
        <Tag tone={state === 'valid' ? 'ok' : undefined}>{mandateStates[state]}</Tag>
      </View>
      <Words>
        {name}委托{to.name}办“{serviceName}”，只能{acts.map((act) => mandateActs[act]).join('、')}
        ，不能再转给别人。
      </Words>
      <Facts
        facts={[
          { name: '到', value: `${dayWords(until - 1, now)}为止` },
          { name: '签的', value: `${by}${guardian ? '（监护人）' : ''}，${dayWords(at, now)}` },
          { name: '怎么签', value: signedNames[signed] },
        ]}
      />
      {strokes && <Signature strokes={strokes} />}
      {children}
    </Card>
  );
}
