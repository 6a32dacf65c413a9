import { modeHints, modes } from 'contract/words';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { AddressField } from '@/components/field/address';
import { Words } from '@/components/words';
import type { PartProps } from './draft';

interface Props extends PartProps {
  /** what is kept of whom it is for */
  known: { phone: string; address?: string };
  isForOther: boolean;
}

const ways = ['home-visit', 'online', 'counter'] as const;
const icons = { 'home-visit': 'home', online: 'phone', counter: 'station' } as const;

/** 第2步: how it is done and where to find the resident. The agent rings and agrees on an hour for all of it. */
export function Where({ draft, write, wrong, known, isForOther }: Props) {
  return (
    <>
      <Choice
        legend="怎么给您办？"
        options={ways.map((way) => ({
          value: way,
          label: modes[way],
          hint: modeHints[way],
          icon: icons[way],
        }))}
        value={draft.mode}
        error={wrong('mode')}
        onChange={(mode) => write({ mode })}
      />
      <Words look="muted">有的一样不能这样办，就在网上给您办。代办员先打电话，几样一起约时间。</Words>
      <Field
        label="联系电话"
        hint={isForOther ? '代办员先打这个电话。他没有电话，就写您的' : '代办员先打这个电话找您'}
        kind="phone"
        required
        value={draft.phone ?? known.phone}
        error={wrong('phone')}
        onInput={(phone) => write({ phone })}
      />
      {draft.mode === 'home-visit' && (
        <AddressField
          value={draft.address ?? known.address ?? ''}
          error={wrong('address')}
          onInput={(address) => write({ address })}
        />
      )}
    </>
  );
}
