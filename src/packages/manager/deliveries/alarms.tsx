import { useState } from 'react';
import type { Alarm } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FieldError } from '@/components/field';
import { Lines, Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { useDeed } from '@/hooks/use-deed';
import { stepsFor, titleOf } from './what-to-do';

interface Props {
  orgId: string;
  alarms: readonly Alarm[];
  /** what is said once it is mended */
  onMended(words: string): void;
  onRefused(): void;
}

/** What stops notices, above all else: what it is, what to do or who does it, and a way to say that it is done. */
export function Alarms({ orgId, alarms, onMended, onRefused }: Props) {
  const { run, busy, error } = useDeed('admin.clearAlarm', onRefused);
  const [mended, setMended] = useState<Alarm>();
  const now = currentTime();
  async function mend(alarm: Alarm) {
    setMended(alarm);
    if (await run({ orgId, alarmId: alarm.id })) onMended('好,接着往微信发。没发成的,在下面点“再发一次”。');
  }
  return (
    <>
      <FieldError id="mend-error">{error?.message}</FieldError>
      {alarms.map((alarm) => (
        <Card key={alarm.id} tone="breach" icon="warning" title={titleOf(alarm)}>
          {alarm.stops && <Words look="strong">这一类现在都不往微信发,只在小程序里。</Words>}
          <WhatToDo steps={stepsFor(alarm)} />
          <Words>
            {whenWords(alarm.firstAt, now)}起{alarm.count > 1 && `,出了${alarm.count}次`}
            {alarm.code !== undefined && ` · 微信代码${alarm.code}`}
          </Words>
          {alarm.saidBy && (
            <Words>
              这么说的有：
              {alarm.saidBy.map(({ id, name, orgName }) => `${orgName}${name}（${id}）`).join('、')}
            </Words>
          )}
          {alarm.canMend && (
            <Button
              busy={busy && mended?.id === alarm.id}
              icon="tick"
              label={`修好了:${titleOf(alarm)}`}
              onPress={() => void mend(alarm)}
            >
              修好了
            </Button>
          )}
        </Card>
      ))}
    </>
  );
}

function WhatToDo({ steps }: { steps?: readonly string[] }) {
  return steps ? <Lines items={steps} /> : <Words>由区里处理,您这里不用做什么。</Words>;
}
