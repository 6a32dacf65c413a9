import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from 'contract/actions';
import { limits } from 'contract/limits';
import type { LocalContent, ServiceItem } from 'contract/models';
import { workingDays } from 'contract/promise';
import { Choice } from '@/components/choice';
import { DraftFound } from '@/components/draft-found';
import { Faces } from '@/components/faces';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
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

type Typed = Record<(typeof texts)[number]['name'] | 'promisedWorkingDays', string> & {
  offered: 'yes' | 'no';
};

const offers: { value: Typed['offered']; label: string }[] = [
  { value: 'yes', label: '这里办' },
  { value: 'no', label: '这里不办' },
];

const typedOf = (own: LocalContent): Typed => ({
  acceptedAt: own.acceptedAt ?? '',
  serviceHours: own.serviceHours ?? '',
  consultation: own.consultation ?? '',
  supervision: own.supervision ?? '',
  promisedWorkingDays: own.promisedWorkingDays === undefined ? '' : String(own.promisedWorkingDays),
  offered: own.offered === false ? 'no' : 'yes',
});

function ownOf({ offered, promisedWorkingDays: days, ...words }: Typed): LocalContent {
  return {
    ...Object.fromEntries(Object.entries(words).filter(([, text]) => text.trim() !== '')),
    ...(days.trim() !== '' && { promisedWorkingDays: Number(days) }),
    ...(offered === 'no' && { offered: false }),
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
    inputOf: (typed) => ({ code, orgId, own: ownOf({ ...typedOf(own), ...typed }) }),
    beside: [...texts.map((one) => `own.${one.name}`), 'own.promisedWorkingDays', 'own.offered'],
    onRefused: reload,
  });
  const shown = { ...typedOf(own), ...form.draft };
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
    <Page title={`${name}怎么说`} bar={<SendBar of={form} words="存好，马上生效" onDone={done} />}>
      <Heading lead>{above.name}</Heading>
      <Words>空着的沿用上级。写了的，只有住在{name}的居民读到。</Words>
      <View role="status">{isSaved && <Words look="strong">存好了，居民读到的已经换了。</Words>}</View>
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
          <Field
            label="几个工作日办好"
            hint={`上级答应${workingDays(above.promisedWorkingDays)}，这里只能更短。空着就沿用`}
            kind="number"
            value={shown.promisedWorkingDays}
            error={form.wrong('own.promisedWorkingDays')}
            onInput={(promisedWorkingDays) => set({ promisedWorkingDays })}
          />
          {texts.map(({ name: field, label }) => (
            <Field
              key={field}
              label={label}
              hint={`沿用上级：${above[field]}`}
              kind="long"
              max={limits.itemText}
              value={shown[field]}
              error={form.wrong(`own.${field}`)}
              onInput={(text) => set({ [field]: text })}
            />
          ))}
        </>
      )}
    </Page>
  );
}
