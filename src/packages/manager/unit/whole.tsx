import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Going, UnitNode } from 'contract/models';
import { tierAbove } from 'contract/tiers';
import { tierNames } from 'contract/words';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Faces, Note } from '@/components/faces';
import { Field } from '@/components/field';
import { Lines, Words } from '@/components/words';
import { goToPart } from '@/hooks/focus';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';

export type Kind = 'merge' | 'move';

interface Props {
  kind: Kind;
  unit: UnitNode;
  /** of a grid that goes into another one: the others of its community */
  beside?: readonly UnitNode[];
  /** what is said of it, since the page is another one then */
  onDone(words: string): void;
  onRefused(): void;
}

/** A unit goes into another of its tier, or below another one: where to, a look at what goes along, and then the deed. */
export function WholeForm({ beside, ...props }: Props) {
  if (beside) return <Choosing {...props} targets={beside} />;
  return <FromTree {...props} />;
}

function FromTree(props: Omit<Props, 'beside'>) {
  const asked = useCall('units.tree', {});
  return (
    <Faces of={asked}>
      {({ units }) => <Choosing {...props} targets={targetsOf(props.kind, props.unit, units)} />}
    </Faces>
  );
}

/** Where it can go: units of its own tier, or of the tier above but its own. */
function targetsOf(kind: Kind, unit: UnitNode, units: readonly UnitNode[]): UnitNode[] {
  const own = unit.above ?? units.find(({ id }) => id === unit.id)?.above;
  const tier = kind === 'merge' ? unit.tier : tierAbove[unit.tier];
  return units.filter(
    (one) => one.tier === tier && one.id !== unit.id && (kind === 'merge' || one.id !== own),
  );
}

/** More than these are looked for by their name. */
const MANY = 12;

function Choosing({
  kind,
  unit,
  targets,
  onDone,
  onRefused,
}: Omit<Props, 'beside'> & { targets: readonly UnitNode[] }) {
  const { run, busy, error, clear } = useDeed('units.change', onRefused);
  const [to, setTo] = useState<string>();
  const [text, setText] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [seen, setSeen] = useState<Going>();
  const open = targets.filter(({ closedAt }) => closedAt === undefined);
  const isLong = open.length > MANY;
  const found = open.filter(
    ({ name, id }) => id === to || !isLong || (text.trim() && name.includes(text.trim())),
  );
  const name = open.find(({ id }) => id === to)?.name ?? '';
  const input = (target: string, dryRun: boolean) =>
    kind === 'merge'
      ? { do: 'merge' as const, orgId: unit.id, into: target, dryRun }
      : { do: 'move' as const, orgId: unit.id, above: target, dryRun };
  async function look() {
    if (!to) return setIsMissing(true);
    const answer = await run(input(to, true));
    setSeen(answer?.goes);
    if (answer) goToPart('.whole-seen');
  }
  async function go() {
    const answer = to ? await run(input(to, false)) : undefined;
    if (answer?.goes) onDone(sayDone(answer.goes));
  }
  const words = says[kind];
  if (open.length === 0) return <Note icon="info" text={words.none(tierNames[unit.tier])} />;
  const fields = error?.fields ?? {};
  return (
    <>
      <Words look="muted">{words.what(unit.name)}</Words>
      {isLong && <Field label={words.find} value={text} onInput={setText} />}
      {found.length > 0 && (
        <Choice
          legend={words.legend}
          options={found.slice(0, MANY).map((one) => ({
            value: one.id,
            label: one.name,
            hint: one.estates.join('、'),
          }))}
          value={to}
          error={
            isMissing && !to
              ? words.missing
              : error && (fields.into ?? fields.above ?? fields.orgId ?? error.message)
          }
          onChange={(value) => {
            setTo(value);
            setSeen(undefined);
            clear();
          }}
        />
      )}
      {isLong && text.trim() !== '' && found.length === 0 && (
        <Words look="muted">没有这个名字，请换几个字。</Words>
      )}
      <View className="whole-seen">{seen && <Seen of={seen} unit={unit} kind={kind} />}</View>
      {seen ? (
        <Button look="danger" busy={busy} onPress={() => void go()}>
          {words.sure(unit.name, name)}
        </Button>
      ) : (
        <Button busy={busy} onPress={() => void look()}>
          先看看会怎样
        </Button>
      )}
    </>
  );
}

const says: Record<
  Kind,
  {
    what(name: string): string;
    none(tier: string): string;
    find: string;
    legend: string;
    missing: string;
    sure(name: string, to: string): string;
  }
> = {
  merge: {
    what: (name) => `住户、在办的件和代办员都转过去，${name}就关了，码牌也不再用。已经办结的还算在原来这里。`,
    none: (tier) => `您管的范围里没有别的${tier}可以并进去。`,
    find: '找要并进哪一个',
    legend: '并进哪一个',
    missing: '请选并进哪一个。',
    sure: (name, to) => `真的把${name}并进${to}`,
  },
  move: {
    what: (name) =>
      `${name}连同住户、在办的件和代办员一起归到那里。码牌照样能用，以前的数字还算在原来的上级。`,
    none: () => '您管的范围里没有别的上级可以换。',
    find: '找归到哪里',
    legend: '归到哪里',
    missing: '请选归到哪里。',
    sure: (name, to) => `真的把${name}归到${to}`,
  },
};

/** 好了：12位居民、3件在办的转过去了 */
const sayDone = ({ isDone, residents, cases }: Going) =>
  isDone
    ? `好了：${residents}位居民、${cases}件在办的转过去了`
    : '定好了，人和件还在转，过几分钟就好，不用在这里等';

/** What would go along; nothing is written yet. */
function Seen({ of, unit, kind }: { of: Going; unit: UnitNode; kind: Kind }) {
  const { units = 0, agents = 0, managers = [] } = of;
  const isOfGrid = unit.tier === 'grid';
  return (
    <Card title="会转过去" icon="info">
      <Lines
        items={[
          ...(units > 0 ? [`${units}个下级单位`] : []),
          `${of.residents}位居民`,
          `${of.cases}件在办的`,
          ...(agents > 0 && !isOfGrid ? [`${agents}位代办员`] : []),
        ]}
      />
      {isOfGrid && agents > 0 && <Words look="muted">{agentsStay[kind]}</Words>}
      {kind === 'merge' && managers.length > 0 && (
        <Words look="muted">
          {managers.join('、')}还能看{unit.name}以前的事。要管合并以后的，请另外邀请。
        </Words>
      )}
    </Card>
  );
}

const agentsStay: Record<Kind, string> = {
  merge: '管它的代办员接着管并进去的那个网格。',
  move: '管它的代办员留在原来的社区，那边由管得最少的代办员接手。',
};
