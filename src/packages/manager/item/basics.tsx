import { limits } from 'contract/limits';
import { modeHints, type Mode, modes, OF_CATALOGUE, tierNames } from 'contract/words';
import { Card } from '@/components/card';
import { Choice, Ticks } from '@/components/choice';
import { Field } from '@/components/field';
import type { Typed } from './typed';
import type { Editing } from './use-item-form';

type Words = 'name' | 'summary' | 'acceptedAt' | 'serviceHours' | 'consultation' | 'supervision';
type Lines = 'audience' | 'conditions' | 'keywords';

/** A field of one text. */
export const textField = ({ shown, set, fault }: Editing, name: Words | 'localVariation') => ({
  kind: 'long' as const,
  max: limits.itemText,
  value: shown[name],
  error: fault(name),
  onInput: (text: string) => set({ [name]: text }),
});

/** A field of a list, an entry a line. */
const linesField = ({ shown, set, fault }: Editing, name: Lines) => ({
  kind: 'long' as const,
  value: shown[name].join('\n'),
  error: fault(name),
  onInput: (text: string) => set({ [name]: text.split('\n') }),
});

const numberField = (
  { shown, set, fault }: Editing,
  name: 'promisedWorkingDays' | 'statutoryWorkingDays',
) => ({
  kind: 'number' as const,
  value: shown[name],
  error: fault(name),
  onInput: (text: string) => set({ [name]: text }),
});

/** What it is, for whom and on which conditions. */
export function Basics({ of }: { of: Editing }) {
  const { shown, set, fault } = of;
  return (
    <Card title="是什么事" icon="paper">
      <Field label="名称" required {...textField(of, 'name')} kind="text" max={limits.itemWord} />
      <Choice
        legend="类别"
        columns={2}
        options={OF_CATALOGUE.map((value) => ({ value, label: value }))}
        value={OF_CATALOGUE.find((one) => one === shown.category)}
        error={fault('category')}
        onChange={(category) => set({ category })}
      />
      <Field label="一句话说明" {...textField(of, 'summary')} />
      <Field label="给谁办" hint="一行一条" {...linesField(of, 'audience')} />
      <Field label="办理条件" hint="一行一条" {...linesField(of, 'conditions')} />
      <Field label="居民会怎么说" hint="一行一个说法，查找就靠它" {...linesField(of, 'keywords')} />
    </Card>
  );
}

const appearances = [
  { value: 'no', label: '不用本人到场' },
  { value: 'yes', label: '要本人到场' },
] as const;

/** How long, what it costs, where, when, and whom to ask. */
export function Limits({ of }: { of: Editing }) {
  const { shown, set, fault } = of;
  const { fee } = shown;
  return (
    <Card title="时限、费用和地方" icon="clock">
      <Field label="我们答应几个工作日" hint="当场办好写 0" {...numberField(of, 'promisedWorkingDays')} />
      <Field
        label="国家规定最多几个工作日"
        hint="没有规定就空着"
        {...numberField(of, 'statutoryWorkingDays')}
      />
      <Field
        label="收多少钱（元）"
        kind="number"
        hint="不收费写 0"
        value={fee.amount}
        onInput={(amount) => set({ fee: { ...fee, amount } })}
      />
      <Field
        label="收费说明"
        hint="比如：不收费"
        kind="long"
        max={limits.itemText}
        value={fee.note}
        error={fault('fee')}
        onInput={(note) => set({ fee: { ...fee, note } })}
      />
      <Field label="在哪里办、哪里审" {...textField(of, 'acceptedAt')} />
      <Choice
        legend="最后由哪一级办"
        columns={3}
        options={(['community', 'street', 'district'] as const).map((value) => ({
          value,
          label: tierNames[value],
        }))}
        value={shown.finalTier}
        error={fault('finalTier')}
        onChange={(finalTier) => set({ finalTier })}
      />
      <Field label="办理时间" {...textField(of, 'serviceHours')} />
      <Field label="咨询" hint="写上电话" {...textField(of, 'consultation')} />
      <Field label="监督投诉" hint="写上电话，比如 12345" {...textField(of, 'supervision')} />
    </Card>
  );
}

/** In which ways it can be asked for, and how one asks. */
export function Ways({ of }: { of: Editing }) {
  const { shown, set, fault } = of;
  const { residentMustAppear: appear, example } = shown;
  return (
    <Card title="怎么请代办员" icon="person">
      <Ticks
        legend="可以怎么办"
        options={(Object.keys(modes) as Mode[]).map((value) => ({
          value,
          label: modes[value],
          hint: modeHints[value],
        }))}
        values={shown.modes}
        error={fault('modes')}
        onChange={(chosen) => set({ modes: chosen })}
      />
      <Choice
        legend="本人到不到场"
        columns={2}
        options={appearances}
        value={appear.required ? 'yes' : 'no'}
        onChange={(value) => set({ residentMustAppear: { ...appear, required: value === 'yes' } })}
      />
      <Field
        label="到场怎么说"
        hint="要到场的写清为什么；不用的写谁可以代"
        kind="long"
        max={limits.itemText}
        value={appear.reason}
        error={fault('residentMustAppear')}
        onInput={(reason) => set({ residentMustAppear: { ...appear, reason } })}
      />
      <Choice
        legend="能不能委托别人"
        columns={2}
        options={mandates}
        value={shown.mandate ?? 'allowed'}
        onChange={(value) => set({ mandate: value === 'excluded' ? value : undefined })}
      />
      <Choice
        legend="上门几个人去"
        columns={2}
        options={pairs}
        value={shown.pair ?? 'one'}
        onChange={(pair) => set({ pair: pair === 'two' ? pair : undefined })}
      />
      <Choice
        legend="一个人同时能办几件"
        columns={2}
        options={several}
        value={shown.openAtOnce}
        error={fault('openAtOnce')}
        onChange={(openAtOnce) => set({ openAtOnce })}
      />
      <Field
        label="举个例子：居民怎么写"
        kind="long"
        max={limits.itemText}
        value={example.note}
        error={fault('example')}
        onInput={(note) => set({ example: { ...example, note } })}
      />
      <Field
        label="举个例子：办好了怎么回"
        kind="long"
        max={limits.itemText}
        value={example.result}
        onInput={(result) => set({ example: { ...example, result } })}
      />
    </Card>
  );
}

const mandates = [
  { value: 'allowed', label: '能，签委托书' },
  { value: 'excluded', label: '不能', hint: '法律要本人办：结婚、离婚、收养、立遗嘱' },
] as const;

export const pairs = [
  { value: 'one', label: '一个人' },
  { value: 'two', label: '两个人' },
] as const;

const several: { value: Typed['openAtOnce']; label: string }[] = [
  { value: 'one', label: '一件' },
  { value: 'several', label: '好几件' },
];
