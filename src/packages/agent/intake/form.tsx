import { View } from '@tarojs/components';
import { limits } from 'contract/limits';
import type { ServiceItem } from 'contract/models';
import { channels } from 'contract/words';
import { currentTime } from '@/cloud/clock';
import { Choice } from '@/components/choice';
import { DraftFound } from '@/components/draft-found';
import { Field } from '@/components/field';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';
import { useWhere } from '@/hooks/use-where';
import { type Channel, type Draft, fitTo, inputOf, missingIn } from './draft';
import type { Entry } from './noted';
import { Service } from './service';
import { Way } from './way';
import './intake.scss';

const ways: readonly Channel[] = ['phone', 'counter', 'visit'];
/** Said beside its field; whatever else is wrong is said at the button. */
const beside = [
  'channel',
  'name',
  'phone',
  'note',
  'serviceCode',
  'subtype',
  'mode',
  'address',
  'appointment',
] as const;

/** One page, from the resident's first words to the number that they are told: waiting at a counter is no pleasure. */
export function Form({ onNoted }: { onNoted(entry: Entry): void }) {
  const form = useForm<'cases.intake', Draft>('cases.intake', {
    key: 'intake',
    begin: (kept) => ({ note: '', name: '', phone: '', ...kept }),
    check: (draft) => missingIn(fitTo(draft, item), item, currentTime()),
    inputOf: (draft) => inputOf(fitTo(draft, item)),
    beside,
  });
  const { wrong, write } = form;
  const { serviceCode } = form.draft;
  const where = useWhere();
  const asked = useCall('catalog.detail', serviceCode && where ? { code: serviceCode, ...where } : undefined);
  const item: ServiceItem | undefined = serviceCode ? asked.data?.item : undefined;
  const draft = fitTo(form.draft, item);

  return (
    <Page
      title="帮居民登记"
      bar={
        <SendBar
          of={form}
          words="登记，派代办员"
          onDone={(entry) => onNoted({ ...entry, name: draft.name.trim(), serviceName: item?.name ?? '' })}
        />
      }
    >
      <Words look="muted">电话、窗口、入户来的，您替他登记。</Words>
      <DraftFound of={form} />
      <View className="intake-channel">
        <Choice
          legend="怎么来的？"
          columns={3}
          options={ways.map((value) => ({ value, label: channels[value] }))}
          value={draft.channel}
          error={wrong('channel')}
          onChange={(channel) => write({ channel })}
        />
      </View>
      <Field
        label="他要办的事，照他说的写"
        hint="比如：老伴瘫痪两年，想办残疾人证。不用写身份证号。"
        kind="long"
        required
        max={limits.note}
        value={draft.note}
        error={wrong('note')}
        onInput={(note) => write({ note })}
      />
      <Service
        words={draft.note}
        isPicked={serviceCode !== undefined}
        subtype={draft.subtype}
        asked={asked}
        error={wrong('serviceCode')}
        onPick={(code, subtype) => write({ serviceCode: code, subtype, mode: undefined })}
      />
      <Field
        label="姓名"
        required
        value={draft.name}
        error={wrong('name')}
        onInput={(name) => write({ name })}
      />
      <Field
        label="联系电话"
        hint="代办员打这个电话找他"
        kind="phone"
        required
        value={draft.phone}
        error={wrong('phone')}
        onInput={(phone) => write({ phone })}
      />
      {item && <Way item={item} place={where} draft={draft} wrong={wrong} write={write} />}
    </Page>
  );
}
