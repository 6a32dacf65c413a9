import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { pageErrors } from 'contract/page-errors';
import { limits } from 'contract/limits';
import type { Tier, UnitNode } from 'contract/models';
import { tierBelow } from 'contract/tiers';
import { tierNames } from 'contract/words';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { DraftFound } from '@/components/draft-found';
import { Faces, Note } from '@/components/faces';
import { Facts } from '@/components/facts';
import { Field, FieldError } from '@/components/field';
import { Fold } from '@/components/fold';
import { List, ListRow } from '@/components/list-row';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { goToTop } from '@/hooks/focus';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { useForm } from '@/hooks/use-form';
import { useQuery } from '@/hooks/use-query';
import { go } from '@/routes';
import { usePosts } from '../parts/desk/posts';
import { Frame } from '../parts/frame';
import { WholeForm } from './whole';

/** 单位. `?org=` one that is there (`&inside=` of a grid: its community), `?above=` a new one below it. */
export default function Unit() {
  const { org, above = '', inside } = useQuery();
  const asked = useCall('units.tree', { orgId: inside ?? org ?? above });
  const { data } = asked;
  const node = data?.units.find(({ id }) => id === (org ?? above));
  if (node && org === undefined) return <New above={node} />;
  if (node)
    return (
      <Known
        unit={node}
        under={data?.units.filter((one) => one.above === node.id) ?? []}
        beside={data?.units.filter((one) => one.tier === 'grid' && one.id !== node.id) ?? []}
        reload={asked.reload}
      />
    );
  return (
    <Frame at="units">
      <Page title="单位" wide>
        <Faces of={asked}>{() => <Note icon="problem" text={pageErrors.UNIT_NOT_FOUND} />}</Faces>
      </Page>
    </Frame>
  );
}

interface Draft {
  name: string;
  station: string;
  address: string;
  phone: string;
  afterHoursPhone: string;
  estates: string;
}

const none: Draft = { name: '', station: '', address: '', phone: '', afterHoursPhone: '', estates: '' };

/** As they are typed, a line or a 、 between. */
const listed = (estates: string) =>
  estates
    .split(/[\n\u3001\uFF0C,]/)
    .map((one) => one.trim())
    .filter(Boolean);

function New({ above }: { above: UnitNode }) {
  const tier = tierBelow[above.tier];
  const form = useForm('units.change', {
    key: `unit.new.${above.id}`,
    begin: (kept: Partial<Draft>): Draft => ({ ...none, ...kept }),
    check: ({ name }) => ({ name: name.trim() ? undefined : '请填写名称。' }),
    inputOf: ({ estates, ...facts }) => ({
      do: 'add' as const,
      above: above.id,
      ...facts,
      estates: listed(estates),
    }),
    beside: fields,
  });
  if (!tier)
    return (
      <Frame at="units">
        <Page title="单位">
          <Note icon="info" text="网格下面不再分单位。" />
        </Page>
      </Frame>
    );
  return (
    <Frame at="units">
      <Page
        title={`加一个${tierNames[tier]}`}
        bar={<SendBar of={form} words="加上" onDone={() => void Taro.navigateBack()} />}
      >
        <Words look="muted">加在{above.name}下面。</Words>
        <DraftFound of={form} />
        <Fields of={form} tier={tier} />
      </Page>
    </Frame>
  );
}

const fields = ['name', 'station', 'address', 'phone', 'afterHoursPhone', 'estates'] as const;

function useEdit(unit: UnitNode) {
  const form = useForm('units.change', {
    key: `unit.${unit.id}`,
    // Only what was touched: what is saved stands in the fields as it was saved.
    begin: (kept: Partial<Draft>) => kept,
    check: ({ name }) => ({ name: name?.trim() === '' ? '请填写名称。' : undefined }),
    inputOf: ({ estates, ...facts }) => ({
      do: 'edit' as const,
      orgId: unit.id,
      ...facts,
      ...(estates !== undefined && { estates: listed(estates) }),
    }),
    beside: fields,
  });
  const draft: Draft = { ...unit, estates: unit.estates.join('、'), ...form.draft };
  return { ...form, draft };
}

interface KnownProps {
  unit: UnitNode;
  under: readonly UnitNode[];
  /** of a grid: the others of its community */
  beside: readonly UnitNode[];
  reload(): void;
}

function Known({ unit, under, beside, reload }: KnownProps) {
  const form = useEdit(unit);
  const [said, setSaid] = useState<string>();
  const { post } = usePosts();
  const isOpen = unit.closedAt === undefined;
  // What the manager's own unit belongs to, another one decides.
  const isBelowOwn = post !== undefined && post.orgId !== unit.id;
  const hasCode = unit.tier === 'community' || unit.tier === 'grid';
  function done(words: string) {
    setSaid(words);
    reload();
    goToTop('.page-title');
  }
  return (
    <Frame at="units">
      <Page title={unit.name} bar={<SendBar of={form} words="保存" onDone={() => done('保存好了')} />}>
        <View role="status">{said && <Card tone="ok" icon="done" title={said} />}</View>
        <Card icon="station" title={`${tierNames[unit.tier]}${unit.closedAt === undefined ? '' : '，已关'}`}>
          <Facts
            facts={[
              { name: '管理员', value: unit.managers.map(({ name }) => name).join('、') || '还没有' },
              { name: '代办员', value: `${unit.agents}位` },
              ...(unit.hours ? [{ name: '开门时间', value: unit.hours }] : []),
            ]}
          />
          {unit.tier === 'community' && (
            <Button icon="clock" onPress={() => go.managerHours(unit.id)}>
              改开门时间
            </Button>
          )}
          {unit.tier !== 'grid' && (
            <Button icon="people" onPress={() => go.managerInvite(unit.id)}>
              请代办员或管理员
            </Button>
          )}
          {tierBelow[unit.tier] && (
            <Button icon="pencil" onPress={() => go.managerNewUnit(unit.id)}>
              加一个{tierNames[tierBelow[unit.tier] ?? 'grid']}
            </Button>
          )}
          {hasCode && (
            <Button icon="paper" onPress={() => go.managerCode(unit.id)}>
              看登记码，打印
            </Button>
          )}
          {unit.tier === 'community' && under.length > 1 && (
            <Button icon="all" onPress={() => go.managerRegrid(unit.id)}>
              重划网格
            </Button>
          )}
          <Button icon="clock" onPress={() => openJournal(unit, post?.orgId)}>
            看台账
          </Button>
        </Card>
        {under.length > 0 && (
          <List label="下面的单位">
            {under.map(({ id, name, estates }) => (
              <ListRow
                key={id}
                title={name}
                note={estates.join('、')}
                onPress={() => go.managerUnit(id, unit.tier === 'community' ? unit.id : undefined)}
              />
            ))}
          </List>
        )}
        <DraftFound of={form} />
        <Fields of={form} tier={unit.tier} />
        {isOpen && (unit.tier === 'grid' ? beside.length > 0 : isBelowOwn) && (
          <Fold title={`并进别的${tierNames[unit.tier]}`}>
            {() => (
              <WholeForm
                kind="merge"
                unit={unit}
                beside={unit.tier === 'grid' ? beside : undefined}
                onDone={done}
                onRefused={reload}
              />
            )}
          </Fold>
        )}
        {isOpen && isBelowOwn && canMove[unit.tier].includes(post.tier) && (
          <Fold title="换上级">
            {() => <WholeForm kind="move" unit={unit} onDone={done} onRefused={reload} />}
          </Fold>
        )}
        <Fold title={isOpen ? '不再受理' : '重新受理'}>{() => <Close unit={unit} onDone={reload} />}</Fold>
      </Page>
    </Frame>
  );
}

/** Who has more than one unit to put it below: whoever answers for two tiers above it. */
const canMove: Record<Tier, readonly Tier[]> = {
  district: [],
  street: [],
  community: ['district'],
  grid: ['street', 'district'],
};

/** A grid's own entries stand in its community's, which is where its manager oversees it. */
function openJournal({ id, name, tier }: UnitNode, own: string | undefined) {
  if (tier === 'grid') go.managerJournal(own ?? id, id, name);
  else go.managerJournal(id);
}

function Fields({
  of: { draft, write, wrong },
  tier,
}: {
  of: {
    draft: Draft;
    write(part: Partial<Draft>): void;
    wrong(...fields: string[]): string | undefined;
  };
  tier: Tier;
}) {
  const field = (name: keyof Draft) => ({
    value: draft[name],
    error: wrong(name),
    onInput: (value: string) => write({ [name]: value }),
  });
  const isGrid = tier === 'grid';
  return (
    <>
      <Field label="名称" required max={limits.unitName} {...field('name')} />
      {!isGrid && (
        <>
          <Field label="便民服务站叫什么" max={limits.name} {...field('station')} />
          <Field label="地址" kind="long" max={limits.address} {...field('address')} />
          <Field label="电话" kind="phone" {...field('phone')} />
          <Field label="下班以后打" kind="phone" {...field('afterHoursPhone')} />
        </>
      )}
      {(isGrid || tier === 'community') && (
        <Field
          label="小区、楼栋、街巷"
          hint="一行一个，居民按这些名字找到这里"
          kind="long"
          {...field('estates')}
        />
      )}
    </>
  );
}

function Close({ unit, onDone }: { unit: UnitNode; onDone(): void }) {
  const { run, busy, error } = useDeed('units.change', onDone);
  const isOpen = unit.closedAt === undefined;
  const [asked, setAsked] = useState(false);
  const change = async () => {
    if (await run({ do: isOpen ? 'close' : 'reopen', orgId: unit.id })) onDone();
  };
  return (
    <>
      <Words look="muted">
        {isOpen ? '关了以后这里不再收新的事。在办的要先办完或转走。' : '重新受理居民的事。'}
      </Words>
      <FieldError id="close-error">{error ? (error.fields.orgId ?? error.message) : undefined}</FieldError>
      <Button
        look={asked && isOpen ? 'danger' : 'plain'}
        busy={busy}
        onPress={() => (asked || !isOpen ? void change() : setAsked(true))}
      >
        {isOpen ? (asked ? `真的关掉${unit.name}` : '不再受理') : '重新受理'}
      </Button>
    </>
  );
}
