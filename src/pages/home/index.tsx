import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import type { CaseRow } from 'contract/models';
import { isOpen } from 'contract/states';
import { toDosOf } from 'contract/to-do';
import { currentTime } from '@/cloud/clock';
import { AgentCard } from '@/components/agent-card';
import { Button, CallButton } from '@/components/button';
import { Card } from '@/components/card';
import { CaseCard } from '@/components/case-card';
import { Note, Stranger } from '@/components/faces';
import { Fold } from '@/components/fold';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { useSession } from '@/hooks/use-session';
import { useTextSize } from '@/hooks/use-text-size';
import { go, paths } from '@/routes';
import { Workplaces } from '../workplaces';
import { Catalogue } from './catalogue';
import { First } from './first';
import { Moving } from './moving';
import { Search } from './search';
import { TextSizeOffer, TextSizeSwitch } from './text-size';
import { BundleTiles, Tiles } from './tiles';
import './home.scss';

/** 首页: say what is the matter; the rest is for those who would rather look. */
export default function Home() {
  const [words, setWords] = useState('');
  const { isElder } = useTextSize();
  const session = useSession();
  const mine = useCall('cases.mine', session.is('resident') ? {} : undefined);
  usePullRefresh({
    loading: session.loading || mine.loading,
    reload: () => {
      session.reload();
      mine.reload();
    },
  });
  useShareAppMessage(() => ({ title: '邻里代办：有事说一声，代办员帮您跑', path: paths.home }));
  const agent = session.data?.agent;
  const rows = mine.data?.cases ?? [];
  const now = currentTime();
  return (
    <Page title="邻里代办" tab="home" beside={<TextSizeSwitch />}>
      <TextSizeOffer />
      <Moving />
      <First rows={rows} now={now} />
      <Search words={words} onWords={setWords} />
      {words.trim() === '' && (
        <>
          <MyOpenCase rows={rows} now={now} />
          <Workplaces />
          <View className="home-section">
            <Heading>常办的事</Heading>
            <Tiles few={isElder} />
          </View>
          {!isElder && (
            <View className="home-section">
              <Heading>一件事一次办</Heading>
              <BundleTiles />
            </View>
          )}
          {agent && (
            <View className="home-section">
              <Heading>您的代办员</Heading>
              <AgentCard agent={agent} now={now} />
            </View>
          )}
          <List>
            <ListRow icon="talk" title="大家问过的" note="问题、答复和依据" onPress={() => go.answers()} />
          </List>
          <Fold title="全部事项">{() => <Catalogue />}</Fold>
          <Station isShort={isElder} />
        </>
      )}
    </Page>
  );
}

/** What others are doing; the case that waits for the resident first stands at the top already. */
function MyOpenCase({ rows, now }: { rows: readonly CaseRow[]; now: number }) {
  const [toDo] = toDosOf(rows, now);
  const open = rows.filter((row) => isOpen(row.state) && row !== toDo?.row);
  const [first] = open;
  // Nothing in hand, or no answer: the page is whole without it, and 我的办件 says what went wrong.
  if (!first) return null;
  return (
    <View className="home-section">
      <Heading>正在给您办</Heading>
      <CaseCard row={first} now={now} onPress={() => go.case(first.caseId)} />
      {open.length > 1 && (
        <Button look="quiet" onPress={go.myCases}>
          还有{open.length - 1}件在办，都看看
        </Button>
      )}
    </View>
  );
}

/** Whom to call, for a resident who would rather talk than tap. 长辈版 has its call at the bottom of every page. */
function Station({ isShort }: { isShort: boolean }) {
  const { data, error, loading, reload } = useSession();
  if (error?.code === 'UNKNOWN_PERSON') return <Stranger />;
  if (error && !data)
    return (
      <Note
        icon={error.code === 'OFFLINE' ? 'offline' : 'info'}
        text={error.message}
        busy={loading}
        onRetry={reload}
      />
    );
  const community = data?.community;
  if (!community || isShort) return null;
  return (
    <Card title={community.name} icon="station">
      <Words>不会用手机也没关系，打个电话一样办。</Words>
      <CallButton number={community.phone} whom={community.station}>
        打电话给社区
      </CallButton>
    </Card>
  );
}
