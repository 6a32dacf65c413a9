import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from 'contract/actions';
import { limits } from 'contract/limits';
import type { LocalContent, ServiceItem } from 'contract/models';
import { workingDays } from 'contract/promise';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { DraftFound } from '@/components/draft-found';
import { Faces } from '@/components/faces';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Tag } from '@/components/tag';
import { Words } from '@/components/words';
import { pairs } from './basics';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';
import { useSession } from '@/hooks/use-session';

/** What a street or a community says otherwise of an item; what it leaves empty is as above it. */
export function Local({ code, orgId }: { code: string; orgId: string }) {
  const asked = useCall('catalog.local', { code, orgId });
  if (asked.data) return <Form code={code} orgId={orgId} local={asked.data} reload={asked.reload} />;
  return (
    <Page title="本地怎么说">
      <Faces of={asked}>{() => null}</Faces>
    </Page>
  );
}

const texts = [
  { name: 'acceptedAt', label: '在哪里办' },
  { name: 'serviceHours', label: '办理时间' },
  { name: 'consultation', label: '咨询电话' },
  { name: 'supervision', label: '监督电话' },
] as const satisfies readonly { name: keyof LocalContent & keyof ServiceItem; label: string }[];

type Name = (typeof texts)[number]['name'];
/** What the fields hold: what is as above stands in them too, to be changed. */
type Typed = Record<Name | 'promisedWorkingDays', string> & { offered: 'yes' | 'no'; pair: 'one' | 'two' };

const offers: { value: Typed['offered']; label: string }[] = [
  { value: 'yes', label: '这里办' },
  { value: 'no', label: '这里不办' },
];

const typedOf = (own: LocalContent, above: ServiceItem): Typed => ({
  acceptedAt: own.acceptedAt ?? above.acceptedAt,
  serviceHours: own.serviceHours ?? above.serviceHours,
  consultation: own.consultation ?? above.consultation,
  supervision: own.supervision ?? above.supervision,
  promisedWorkingDays: String(own.promisedWorkingDays ?? above.promisedWorkingDays),
  offered: own.offered === false ? 'no' : 'yes',
  pair: own.pair ?? above.pair ?? 'one',
});

/** An empty field is as above, too. */
const isAsAbove = (typed: Typed, above: ServiceItem, name: Name | 'promisedWorkingDays') =>
  ['', String(above[name])].includes(typed[name].trim());

function ownOf(typed: Typed, above: ServiceItem): LocalContent {
  const words = texts.flatMap(({ name }) =>
    isAsAbove(typed, above, name) ? [] : [[name, typed[name].trim()] as const],
  );
  return {
    ...Object.fromEntries(words),
    ...(!isAsAbove(typed, above, 'promisedWorkingDays') && {
      promisedWorkingDays: Number(typed.promisedWorkingDays),
    }),
    ...(typed.offered === 'no' && { offered: false }),
    ...(typed.pair !== (above.pair ?? 'one') && { pair: typed.pair }),
  };
}

interface Props {
  code: string;
  orgId: string;
  local: Output<'catalog.local'>;
  reload(): void;
}

function Form({ code, orgId, local: { own, above, isOfferedAbove }, reload }: Props) {
  const name = useSession().data?.person.posts.find((post) => post.orgId === orgId)?.orgName ?? '本地';
  const [isSaved, setIsSaved] = useState(false);
  const form = useForm('catalog.offer', {
    key: `item.${code}.${orgId}`,
    // Only what was touched.
    begin: (kept: Partial<Typed>) => kept,
    check: ({ promisedWorkingDays: days = '' }) => ({
      'own.promisedWorkingDays': /^\d*$/.test(days.trim()) ? undefined : '天数要写成整数，当场办好写 0。',
    }),
    inputOf: (typed) => ({ code, orgId, own: ownOf({ ...typedOf(own, above), ...typed }, above) }),
    beside: [...texts.map((one) => `own.${one.name}`), 'own.promisedWorkingDays', 'own.offered'],
    onRefused: reload,
  });
  const shown = { ...typedOf(own, above), ...form.draft };
  const set = (part: Partial<Typed>) => {
    setIsSaved(false);
    form.write(
      part,
      Object.keys(part).map((field) => `own.${field}`),
    );
  };
  const done = () => {
    setIsSaved(true);
    reload();
  };
  return (
    <Page title={`${name}怎么说`} bar={<SendBar of={form} words="存好" onDone={done} />}>
      <Heading lead>{above.name}</Heading>
      <Words>不改就沿用上级。改了的，只有住在{name}的居民读到。</Words>
      <View role="status">{isSaved && <Words look="strong">存好了，一分钟内居民就读到新的。</Words>}</View>
      <DraftFound of={form} />
      {isOfferedAbove ? (
        <Choice
          legend="这里办不办"
          columns={2}
          options={offers}
          value={shown.offered}
          error={form.wrong('own.offered')}
          onChange={(offered) => set({ offered })}
        />
      ) : (
        <Words look="strong">上级说这里不办这一项。</Words>
      )}
      {shown.offered === 'yes' && (
        <>
          <One
            name="promisedWorkingDays"
            label="几个工作日办好"
            hint={`上级答应${workingDays(above.promisedWorkingDays)}，这里只能更短`}
            kind="number"
            {...{ shown, above, set, wrong: form.wrong }}
          />
          {above.modes.includes('home-visit') && (
            <Choice
              legend="上门几个人去"
              columns={2}
              options={pairs}
              value={shown.pair}
              onChange={(pair) => set({ pair })}
            />
          )}
          {texts.map((text) => (
            <One key={text.name} {...text} kind="long" {...{ shown, above, set, wrong: form.wrong }} />
          ))}
        </>
      )}
    </Page>
  );
}

interface OneProps {
  name: Name | 'promisedWorkingDays';
  label: string;
  hint?: string;
  kind: 'number' | 'long';
  shown: Typed;
  above: ServiceItem;
  set(part: Partial<Typed>): void;
  wrong(field: string): string | undefined;
}

/** One thing that may be said otherwise: what holds in its field, whose words they are, and the way back to those above. */
function One({ name, label, hint, kind, shown, above, set, wrong }: OneProps) {
  const isAbove = isAsAbove(shown, above, name);
  return (
    <View className="item-one">
      <Field
        label={label}
        hint={hint}
        kind={kind}
        max={kind === 'long' ? limits.itemText : undefined}
        value={shown[name]}
        error={wrong(`own.${name}`)}
        onInput={(text) => set({ [name]: text })}
      />
      <View className="item-ways">
        <Tag tone={isAbove ? 'plain' : 'progress'}>{isAbove ? '沿用上级' : '自己写的'}</Tag>
        {!isAbove && (
          <Button
            look="quiet"
            inline
            label={`${label}改回上级的`}
            onPress={() => set({ [name]: String(above[name]) })}
          >
            改回上级的
          </Button>
        )}
      </View>
    </View>
  );
}
