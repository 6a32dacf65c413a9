import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OpeningHours } from 'contract/models';
import { weekdayNames } from 'contract/time';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice, Ticks } from '@/components/choice';
import { DraftFound } from '@/components/draft-found';
import { Field } from '@/components/field';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { useForm } from '@/hooks/use-form';
import { Sides } from '../parts/sides';
import { type Span, Spans } from './spans';

interface Props {
  orgId: string;
  hours: OpeningHours;
  onSaved(hours: OpeningHours): void;
}

const week = [1, 2, 3, 4, 5].map((day) => ({ value: String(day), label: weekdayNames[day] ?? '' }));
const morning: Span = ['08:30', '11:30'];

/** When a community is open: its working days, those that differ each week, Saturday's duty, single days of its own. */
export function HoursForm({ orgId, hours, onSaved }: Props) {
  const [isSaved, setIsSaved] = useState(false);
  const form = useForm('roster.setHours', {
    key: `hours.${orgId}`,
    // Only the parts that were touched.
    begin: (kept: Partial<OpeningHours>) => kept,
    inputOf: (touched) => ({ orgId, hours: { ...hours, ...touched } }),
    beside: ['open', 'saturday', 'shifted', 'days', 'hours'],
  });
  const { write, wrong } = form;
  const draft: OpeningHours = { ...hours, ...form.draft };
  const shifted = draft.shifted ?? [];
  const days = draft.days ?? [];

  /** `part` of the hours: the server names a fault by it, the check of the input with `hours.` before it. */
  const change = (part: Partial<OpeningHours>) => {
    setIsSaved(false);
    write(
      part,
      Object.keys(part).flatMap((key) => [key, `hours.${key}`]),
    );
  };
  const fault = (part: string) => wrong(part, `hours.${part}`);
  const done = ({ hours: saved }: { hours: OpeningHours }) => {
    setIsSaved(true);
    onSaved(saved);
  };
  const setShifted = (weekdays: readonly string[]) =>
    change({
      shifted: [...weekdays].sort().map((one) => {
        const weekday = Number(one);
        return shifted.find((each) => each.weekday === weekday) ?? { weekday, open: draft.open };
      }),
    });
  const changeDay = (at: number, part: Partial<(typeof days)[number]>) =>
    change({ days: days.map((one, i) => (i === at ? { ...one, ...part } : one)) });

  return (
    <Page title="开门时间" wide bar={<SendBar of={form} words="存好开门时间" onDone={done} />}>
      <Words look="muted">改了以后，新的期限按新时间算；已经在走的期限不变。</Words>
      <View role="status">{isSaved && <Words look="strong">存好了，从现在起按这个时间算。</Words>}</View>
      <DraftFound of={form} />
      <Sides
        first={
          <>
            <Card title="工作日" icon="clock">
              <Spans
                name="工作日"
                hideName
                spans={draft.open}
                error={fault('open')}
                onChange={(open) => change({ open })}
              />
            </Card>
            <Card title="周六值班" icon="clock">
              <Spans
                name="周六"
                hideName
                spans={draft.saturday}
                error={fault('saturday')}
                onChange={(saturday) => change({ saturday })}
              />
            </Card>
          </>
        }
        second={
          <>
            <Card title="每周不一样的日子" icon="calendar">
              <Ticks
                legend="星期几的时间不一样？"
                columns={3}
                options={week}
                values={shifted.map((one) => String(one.weekday))}
                onChange={setShifted}
              />
              {shifted.map(({ weekday, open }, at) => (
                <Spans
                  key={weekday}
                  name={weekdayNames[weekday] ?? ''}
                  spans={open}
                  error={fault(`shifted.${at}`)}
                  onChange={(spans) =>
                    change({ shifted: shifted.map((one, i) => (i === at ? { ...one, open: spans } : one)) })
                  }
                />
              ))}
            </Card>
            <Card title="单独的日子" icon="calendar">
              <Words look="muted">停电、搬家、半天班这样的。法定节假日不用填。</Words>
              {days.map((one, at) => (
                <View className="hours-day" key={at}>
                  <Field
                    label={`第${at + 1}个日子`}
                    kind="date"
                    value={one.day}
                    error={wrong(`hours.days.${at}.day`)}
                    onInput={(day) => changeDay(at, { day })}
                  />
                  <Choice
                    legend="这天开门吗？"
                    columns={2}
                    options={[
                      { value: 'closed', label: '不开门' },
                      { value: 'open', label: '只开一阵' },
                    ]}
                    value={one.open.length === 0 ? 'closed' : 'open'}
                    onChange={(kind) => changeDay(at, { open: kind === 'open' ? [morning] : [] })}
                  />
                  {one.open.length > 0 && (
                    <Spans
                      name={`第${at + 1}个日子`}
                      hideName
                      spans={one.open}
                      error={wrong(`days.${at}`, `hours.days.${at}.open`)}
                      onChange={(open) => changeDay(at, { open })}
                    />
                  )}
                  <Field
                    label="为什么，可以不写"
                    value={one.why}
                    max={40}
                    error={wrong(`hours.days.${at}.why`)}
                    onInput={(why) => changeDay(at, { why })}
                  />
                  <Button
                    look="quiet"
                    icon="close"
                    inline
                    label={`去掉这天，第${at + 1}个日子`}
                    onPress={() => change({ days: days.filter((_, i) => i !== at) })}
                  >
                    去掉这天
                  </Button>
                </View>
              ))}
              <Button onPress={() => change({ days: [...days, { day: '', open: [], why: '' }] })}>
                加一个日子
              </Button>
            </Card>
          </>
        }
      />
    </Page>
  );
}
