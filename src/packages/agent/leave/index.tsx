import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Leave as LeaveOf } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { DraftFound } from '@/components/draft-found';
import { Faces } from '@/components/faces';
import { FieldError } from '@/components/field';
import { Heading } from '@/components/heading';
import { LeaveForm, useLeave } from '@/components/leave-form';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { leaveDays } from '@/format/leave';
import { goToTop } from '@/hooks/focus';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import './leave.scss';

/** 请假: the days off that stand, each to be taken back, and a form for more. */
export default function Leave() {
  const asked = useCall('roster.today', {});
  const [news, setNews] = useState<string>();
  const form = useLeave();
  const { draft } = form;
  function tell(words: string) {
    setNews(words);
    asked.reload();
  }
  function given() {
    tell(`请好了：${leaveDays(draft, currentTime())}。`);
    goToTop('.leave-news');
  }
  return (
    <Page title="请假" bar={<SendBar of={form} words="请这几天假" onDone={given} />}>
      <View className="leave-news" role="status">
        {news && <Card tone="ok" icon="done" title={news} />}
      </View>
      <Faces of={asked}>
        {({ leaves }) => <Standing leaves={leaves} onEnded={(days) => tell(`销假了：${days}。`)} />}
      </Faces>
      <DraftFound of={form} />
      <Card title="要请假" icon="calendar">
        <LeaveForm of={form} />
      </Card>
    </Page>
  );
}

/** What is asked for already. */
function Standing({ leaves, onEnded }: { leaves: readonly LeaveOf[]; onEnded(days: string): void }) {
  const now = currentTime();
  const { run, busy, error } = useDeed('roster.endLeave');
  const [ending, setEnding] = useState<string>();
  if (leaves.length === 0) return null;
  async function end(leave: LeaveOf) {
    setEnding(leave.from);
    if (await run({ from: leave.from })) onEnded(leaveDays(leave, now));
  }
  return (
    <Card>
      <Heading>请好的假</Heading>
      <FieldError id="end-leave-error">{error?.message}</FieldError>
      {leaves.map((leave) => (
        <View className="leave" key={leave.from}>
          <View className="leave-words">
            <Words look="strong">{leaveDays(leave, now)}</Words>
            <Words look="muted">{leave.why}</Words>
          </View>
          <Button
            inline
            icon="undo"
            busy={busy && ending === leave.from}
            label={`销假：${leaveDays(leave, now)}`}
            onPress={() => void end(leave)}
          >
            销假
          </Button>
        </View>
      ))}
    </Card>
  );
}
