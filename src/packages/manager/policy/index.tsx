import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from 'contract/actions';
import type { Tier } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { Card } from '@/components/card';
import { DraftFound } from '@/components/draft-found';
import { Faces } from '@/components/faces';
import { Field } from '@/components/field';
import { Fold } from '@/components/fold';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';
import { Desk } from '../parts/desk';
import { Sides } from '../parts/sides';
import { changeOf, limits, type RuleName, rules, sayChange, valueOf, weights } from './rules';
import './policy.scss';

/** 派单规则: what holds, what this unit sets itself, and how it came to be. */
export default function Policy() {
  return (
    <Page title="派单规则" wide>
      <Desk at="policy">{(orgId, { tier }) => <Unit key={orgId} orgId={orgId} tier={tier} />}</Desk>
    </Page>
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

/** Only what was touched: what somebody else saves meanwhile is not undone by it. */
interface Draft {
  typed: Partial<Record<RuleName, string>>;
}

function Form({ orgId, tier, policy, reload }: Props) {
  const [isSaved, setIsSaved] = useState(false);
  const { version, own, history } = policy;
  const written = (typed: Draft['typed']): Partial<Record<RuleName, string>> =>
    Object.fromEntries(
      rules.map(({ name }) => [name, typed[name] ?? String(valueOf(own, name) ?? '')] as const),
    );
  const form = useForm('admin.setPolicy', {
    key: `policy.${orgId}`,
    begin: (kept: Partial<Draft>): Draft => ({ typed: kept.typed ?? {} }),
    check: ({ typed }) =>
      Object.fromEntries(
        Object.entries(written(typed)).map(([name, words]) => [
          `own.${name}`,
          words.trim() === '' || Number.isFinite(Number(words)) ? undefined : '要写成数字，比如 30。',
        ]),
      ),
    inputOf: ({ typed }) => ({ orgId, version, own: changeOf(written(typed)) }),
    beside: rules.map(({ name }) => `own.${name}`),
    onRefused: reload,
  });
  const { draft, write, wrong } = form;
  const shown = written(draft.typed);
  const done = () => {
    setIsSaved(true);
    reload();
  };
  const field = ({ name, label, unit, hint }: (typeof rules)[number]) => (
    <Field
      key={name}
      label={`${label}（${unit}）`}
      hint={`${hint}。${holdsWords(policy, name, tier)}`}
      kind="number"
      value={shown[name] ?? ''}
      error={wrong(`own.${name}`)}
      onInput={(words) => {
        setIsSaved(false);
        write({ typed: { ...draft.typed, [name]: words } }, [`own.${name}`]);
      }}
    />
  );
  const isChanged = form.error?.code === 'POLICY_CHANGED';
  return (
    <>
      <View>
        <Words>
          不填则沿用{tier === 'district' ? '通用' : '上级'}规则。改了只管以后的件，在办的期限不变。
        </Words>
        <View role="status">{isSaved && <Words look="strong">存好了，现在是第{version}版。</Words>}</View>
      </View>
      <DraftFound of={form} />
      <Sides
        first={
          <Card title="期限" icon="clock">
            <View className="policy-rules">{limits.map(field)}</View>
          </Card>
        }
        second={
          <>
            <Card title="先派给谁" icon="scale">
              <Words look="muted">每位代办员算一个分，分少的先派。</Words>
              <View className="policy-rules">{weights.map(field)}</View>
            </Card>
            <History history={history} />
          </>
        }
      />
      <View className="policy-save">
        {isChanged && <Words look="strong">您写的还在。看过上面的新规则，再按一次就存。</Words>}
        <SendBar of={form} words="保存规则" onDone={done} />
      </View>
    </>
  );
}

function holdsWords({ own, values }: Output<'admin.policy'>, name: RuleName, tier: Tier): string {
  const set = valueOf(own, name);
  if (set !== undefined) return `现在是自己定的：${set}`;
  return `沿用${tier === 'district' ? '通用' : '上级'}规则：${valueOf(values, name) ?? ''}`;
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
