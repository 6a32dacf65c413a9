import { View } from '@tarojs/components';
import { useState } from 'react';
import { limits } from 'contract/limits';
import { declineReasons, modes, type Mode } from 'contract/words';
import { Slots } from '@/components/appointment';
import { Button, CallButton } from '@/components/button';
import { Choice, Ticks } from '@/components/choice';
import { DraftFound } from '@/components/draft-found';
import { Field } from '@/components/field';
import { LeaveForm, useLeave } from '@/components/leave-form';
import { ModeChoice } from '@/components/mode-choice';
import { Reason } from '@/components/reason';
import { SendBar } from '@/components/send-bar';
import { useTextSize } from '@/hooks/use-text-size';
import { Section, State } from './section';

const nine = Date.parse('2026-11-24T09:00:00+08:00');
const someDays = [
  {
    day: '2026-11-24',
    slots: [
      { at: nine, left: 2 },
      { at: nine + 3_600_000, left: 1 },
    ],
  },
  { day: '2026-11-25', slots: [], why: '约满了' },
  { day: '2027-01-01', slots: [], why: '元旦放假', provisional: true },
];
const nothing = () => undefined;
const unsent = { busy: false, other: '网络不通，写的内容都还在。', send: () => Promise.resolve(undefined) };

export function Sizes() {
  const { size, setSize } = useTextSize();
  return (
    <Choice
      legend="字的大小"
      columns={3}
      value={size}
      options={[
        { value: 'standard', label: '标准' },
        { value: 'elder', label: '长辈版' },
        { value: 'huge', label: '特大' },
      ]}
      onChange={setSize}
    />
  );
}

export function Buttons() {
  return (
    <Section title="按钮">
      <Button look="main" icon="send" onPress={nothing}>
        主要：发出去
      </Button>
      <Button onPress={nothing}>旁边的：上一步</Button>
      <Button look="quiet" icon="letters" onPress={nothing}>
        安静的：长辈版
      </Button>
      <Button look="danger" icon="undo" onPress={nothing}>
        结束的：撤销这件事
      </Button>
      <Button look="main" busy onPress={nothing}>
        正忙
      </Button>
      <Button look="main" disabled onPress={nothing}>
        现在不能按
      </Button>
      <View>
        <Button inline icon="pencil" onPress={nothing}>
          和字一样宽
        </Button>
      </View>
      <State name="提交，没提交成">
        <SendBar of={unsent} words="存好" onDone={nothing} />
      </State>
      <State name="上次没写完的还在">
        <DraftFound of={{ isFound: true, restart: nothing }} />
      </State>
      <CallButton number="04525550102" whom="新民社区便民服务站">
        打电话给社区
      </CallButton>
    </Section>
  );
}

export function Fields() {
  const [words, setWords] = useState('老伴瘫痪两年，想办残疾人证');
  const [empty, setEmpty] = useState('');
  const [day, setDay] = useState('2026-11-24');
  const [time, setTime] = useState('08:30');
  const [count, setCount] = useState('8');
  const [long, setLong] = useState('字'.repeat(limits.note - 20));
  const [tooLong, setTooLong] = useState('字'.repeat(limits.note + 3));
  return (
    <Section title="输入框">
      <Field label="空的，有提示" hint="小区、楼号、单元和门牌" value={empty} onInput={setEmpty} />
      <Field label="写了的" value={words} onInput={setWords} />
      <Field
        label="电话，写错了"
        kind="phone"
        value="1381234567"
        error="电话不对：手机号是11位，座机请带区号。"
        onInput={nothing}
      />
      <Field label="日子，没选" kind="date" value="" error="请选从哪天起。" onInput={nothing} />
      <Field label="日子" kind="date" value={day} onInput={setDay} />
      <Field label="查找" kind="search" placeholder="比如：想办残疾证" value={empty} onInput={setEmpty} />
      <Field label="钟点" kind="time" value={time} onInput={setTime} />
      <Field label="数" kind="number" value={count} onInput={setCount} />
      <Field label="长的，快写满了" kind="long" max={limits.note} value={long} onInput={setLong} />
      <Field label="长的，写多了" kind="long" max={limits.note} value={tooLong} onInput={setTooLong} />
    </Section>
  );
}

export function Choices() {
  const [mode, setMode] = useState<Mode | undefined>('home-visit');
  const [time, setTime] = useState<string>();
  const [when, setWhen] = useState<{ day?: string; time?: string }>({});
  const [papers, setPapers] = useState<readonly string[]>(['身份证']);
  const [reason, setReason] = useState('');
  const leave = useLeave();
  return (
    <Section title="选一个、选几个">
      <ModeChoice
        legend="选一个"
        modes={Object.keys(modes) as Mode[]}
        value={mode}
        onChange={(value) => setMode(value)}
      />
      <Choice
        legend="并排的，还没选，有错"
        columns={3}
        error="请选一个日子和钟点。"
        options={['上午9点', '上午10点', '下午2点'].map((value) => ({
          value,
          label: value,
          disabled: value === '上午10点',
        }))}
        value={time}
        onChange={setTime}
      />
      <State name="日子和钟点，还没选，有错">
        <Slots
          {...when}
          days={someDays}
          isAtDoor={false}
          mayWait={false}
          error="请选一个日子和钟点。"
          onChange={setWhen}
        />
      </State>
      <Ticks
        legend="选几个"
        options={[
          { value: '身份证', label: '身份证', hint: '原件和复印件1份' },
          { value: '户口簿', label: '户口簿' },
        ]}
        values={papers}
        onChange={setPapers}
      />
      <State name="为什么：常用的，或自己写">
        <Reason
          legend="为什么不接？"
          reasons={declineReasons}
          value={reason}
          onChange={setReason}
          max={limits.reason}
        />
      </State>
      <State name="请假">
        <LeaveForm of={leave} />
      </State>
    </Section>
  );
}
