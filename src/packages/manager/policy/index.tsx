import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from 'contract/actions';
import type { Tier } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { Card } from '@/components/card';
import { DraftFound } from '@/components/draft-found';
import { Faces } from '@/components/faces';
import { Fold } from '@/components/fold';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';
import { Desk } from '../parts/desk';
import { Frame } from '../parts/frame';
import { Sides } from '../parts/sides';
import { RuleField } from './rule-field';
import { type Typed, changeOf, limits, rules, sayChange, standingOf, weights } from './rules';
import './policy.scss';

/** 派单规则: what holds, what this unit sets itself, and how it came to be. */
export default function Policy() {
  return (
    <Frame at="policy">
      <Page title="派单规则" wide>
        <Desk at="policy">{(orgId, { tier }) => <Unit key={orgId} orgId={orgId} tier={tier} />}</Desk>
      </Page>
    </Frame>
  );
}

function Unit({ orgId, tier }: { orgId: string; tier: Tier }) {
  const asked = useCall('admin.policy', { orgId });
  return (
    <Faces of={asked}>
      {(policy) => <Form orgId={orgId} tier={tier} policy={policy} reload={asked.reload} />}
    </Faces>
  );
}

interface Props {
  orgId: string;
  tier: Tier;
  policy: Output<'admin.policy'>;
  reload(): void;
}

/** Only what was touched: what another manager saves meanwhile is not undone by it. */
interface Draft {
  typed: Typed;
}

function Form({ orgId, tier, policy, reload }: Props) {
  const [said, setSaid] = useState<'saved' | 'same'>();
  const { version, history } = policy;
  const form = useForm('admin.setPolicy', {
    key: `policy.${orgId}`,
    begin: (kept: Partial<Draft>): Draft => ({ typed: kept.typed ?? {} }),
    check: ({ typed }) =>
      Object.fromEntries(
        rules.map(({ name }) => [
          `own.${name}`,
          Number.isFinite(Number(typed[name] ?? '')) ? undefined : '要写成数字，比如 30。',
        ]),
      ),
    inputOf: ({ typed }) => ({ orgId, version, own: changeOf(policy, typed) }),
    beside: rules.map(({ name }) => `own.${name}`),
    onRefused: reload,
  });
  const { typed } = form.draft;
  const isChanged = rules.some(({ name }) => standingOf(policy, name, typed[name]).isChanged);
  const send = async () => {
    if (isChanged) return form.send();
    setSaid('same');
    return undefined;
  };
  const done = () => {
    setSaid('saved');
    reload();
  };
  const rule = (one: (typeof rules)[number]) => (
    <RuleField
      key={one.name}
      rule={one}
      policy={policy}
      above={tier === 'district' ? '通用' : '上级'}
      typed={typed[one.name]}
      error={form.wrong(`own.${one.name}`)}
      onType={(words) => {
        setSaid(undefined);
        form.write({ typed: { ...typed, [one.name]: words } }, [`own.${one.name}`]);
      }}
    />
  );
  return (
    <>
      <View>
        <Words>框里是现在管用的数，改哪个写哪个。改了只管以后的件，在办的期限不变。</Words>
        <View role="status">
          {said === 'saved' && <Words look="strong">存好了，现在是第{version}版。</Words>}
          {said === 'same' && <Words look="strong">没有改动，不用保存。</Words>}
        </View>
      </View>
      <DraftFound of={form} />
      <Sides
        first={
          <Card title="期限" icon="clock">
            <View className="policy-rules">{limits.map(rule)}</View>
          </Card>
        }
        second={
          <>
            <Card title="先派给谁" icon="scale">
              <Words look="muted">每位代办员算一个分，分少的先派。</Words>
              <View className="policy-rules">{weights.map(rule)}</View>
            </Card>
            <History history={history} />
          </>
        }
      />
      <View className="policy-save">
        {form.error?.code === 'POLICY_CHANGED' && (
          <Words look="strong">您写的还在。看过上面的新规则，再按一次就存。</Words>
        )}
        <SendBar of={{ ...form, send }} words="保存规则" onDone={done} />
      </View>
    </>
  );
}

function History({ history }: { history: Output<'admin.policy'>['history'] }) {
  const now = currentTime();
  if (history.length === 0) return <Words look="muted">还没有自己定过规则。</Words>;
  return (
    <Fold title={`改过${history.length}次`}>
      {() =>
        history.map(({ version, at, by, own }) => (
          <View key={version}>
            <Words look="strong">
              第{version}版 {by}
            </Words>
            <Words>{sayChange(own)}</Words>
            <Words look="muted">{whenWords(at, now)}</Words>
          </View>
        ))
      }
    </Fold>
  );
}
