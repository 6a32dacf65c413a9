import type { ReactNode } from 'react';
import { limits } from 'contract/limits';
import type { BundleView } from 'contract/models';
import { CallButton } from '@/components/button';
import { Card } from '@/components/card';
import { Ticks } from '@/components/choice';
import { Field } from '@/components/field';
import { Facts } from '@/components/facts';
import { Words } from '@/components/words';
import type { PartProps } from './draft';

/** 第1步: for whom, about whom, and which of its parts. */
export function What({ bundle, draft, write, wrong, whom }: PartProps & { whom: ReactNode }) {
  const { about, parts, lead, tone } = bundle;
  const here = parts.filter(({ isHere }) => isHere);
  const wanted = here.flatMap(({ code }) => (draft.without.includes(code) ? [] : code));
  return (
    <>
      <Words look="large">{lead}</Words>
      {whom}
      {about && (
        <Field
          label={about.label}
          hint={about.hint}
          required
          max={limits.name}
          value={draft.about}
          error={wrong('about')}
          onInput={(name) => write({ about: name })}
        />
      )}
      <Ticks
        legend={tone === 'condolence' ? '我们帮您办这几样，用不着的点掉' : '一起办这几样，不要的点掉'}
        options={here.map(({ code, name, summary, needs }) => ({
          value: code,
          label: name,
          hint: waitsFor(bundle, needs, wanted) ?? summary,
        }))}
        values={wanted}
        error={wrong('parts')}
        onChange={(values) =>
          write({ without: here.flatMap(({ code }) => (values.includes(code) ? [] : code)) })
        }
      />
      <Elsewhere bundle={bundle} />
      <Field
        label="还有什么要说的？可以不写"
        hint="不用写身份证号"
        kind="long"
        max={limits.note}
        value={draft.note}
        error={wrong('note')}
        onInput={(note) => write({ note })}
      />
    </>
  );
}

/** What is waited for of what is wanted. */
function waitsFor(
  { parts }: BundleView,
  needs: readonly string[],
  wanted: readonly string[],
): string | undefined {
  const names = parts.flatMap(({ code, name }) =>
    needs.includes(code) && wanted.includes(code) ? `〈${name}〉` : [],
  );
  return names.length > 0 ? `${names.join('、')}办好，自动接着办这样` : undefined;
}

/** What belongs to it and is not done by an agent here: where, and whom to ask. */
function Elsewhere({ bundle: { parts, besides, ask } }: Pick<PartProps, 'bundle'>) {
  const missing = parts.filter(({ isHere }) => !isHere);
  if (missing.length + besides.length === 0) return null;
  return (
    <Card title="这几样要到别处办" icon="place">
      <Facts
        facts={[
          ...missing.map(({ name }) => ({ name, value: `${ask.name}不办，打电话问到哪里办` })),
          ...besides.map(({ name, where }) => ({ name, value: where })),
        ]}
      />
      <CallButton number={ask.phone} whom={ask.name}>
        打电话问{ask.name}
      </CallButton>
    </Card>
  );
}
