import { View } from '@tarojs/components';
import type { Output } from 'contract/actions';
import { Button } from '@/components/button';
import { Field } from '@/components/field';
import { Tag } from '@/components/tag';
import { type Typed, type RuleName, type rules, standingOf, valueOf } from './rules';

interface Props {
  rule: (typeof rules)[number];
  policy: Output<'admin.policy'>;
  /** what the unit follows where it sets nothing */
  above: '上级' | '通用';
  typed: Typed[RuleName];
  error?: string;
  onType(words: string | null): void;
}

/** One rule: the value that holds in its field, whose it is below, and the way back to what is inherited. */
export function RuleField({ rule: { name, label, unit, hint }, policy, above, typed, error, onType }: Props) {
  const { shown, own, isChanged } = standingOf(policy, name, typed);
  const holds = valueOf(policy.values, name);
  const back = `改回${above}的${valueOf(policy.above, name)}`;
  const whose = own === undefined ? `沿用${above}规则` : '自己定的';
  return (
    <View className="policy-rule">
      <Field
        label={`${label}（${unit}）`}
        hint={hint}
        kind="number"
        value={shown}
        error={error}
        onInput={onType}
      />
      <View className="policy-whose">
        {isChanged ? (
          <Tag tone="warning">{`还没保存：${own === undefined ? whose : `原来是${holds}`}`}</Tag>
        ) : (
          <Tag tone={own === undefined ? 'plain' : 'progress'}>{whose}</Tag>
        )}
        {own !== undefined && (
          <Button look="quiet" inline label={`${label}${back}`} onPress={() => onType(null)}>
            {back}
          </Button>
        )}
      </View>
    </View>
  );
}
