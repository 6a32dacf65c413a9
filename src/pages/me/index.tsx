import { View } from '@tarojs/components';
import type { Community } from 'contract/models';
import type { CallError } from '@/cloud/call-error';
import { CallButton } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Facts } from '@/components/facts';
import { Faces } from '@/components/faces';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { spokenPhone } from '@/format/phones';
import { goToPart } from '@/hooks/focus';
import { useSession } from '@/hooks/use-session';
import { type TextSize, useTextSize } from '@/hooks/use-text-size';
import { go } from '@/routes';
import { Workplaces } from '../workplaces';
import { Inbox } from './inbox';
import './me.scss';

/** 我的: who I am here, what I was told, whom I can call, how large the words are. */
export default function Me() {
  const session = useSession();
  return (
    <Page title="我的" tab="me">
      <Faces of={session}>
        {({ person, community }) => (
          <>
            <View>
              <Heading>{person.name}，您好</Heading>
              <Words look="muted">{[...new Set(person.posts.map((post) => post.orgName))].join('、')}</Words>
            </View>
            <Workplaces />
            {session.is('resident') && <Mine />}
            {!session.is('resident') && <Data />}
            <Inbox />
            {community && <Station community={community} />}
          </>
        )}
      </Faces>
      <Invited error={session.error} />
      <TextSizes />
      {session.data?.community && <Wall />}
    </Page>
  );
}

/** What the privacy notice promises: who is in the register changes it here. */
function Mine() {
  return (
    <List>
      <ListRow icon="person" title="我的登记" note="改电话、住址、社区" onPress={go.mine} />
      <DataRow />
      <ListRow icon="people" title="我的家人" note="替爸妈、孩子请人办事" onPress={go.family} />
      <ListRow
        icon="talk"
        title="投诉建议"
        note="交给上级查，被投诉的人看不到"
        onPress={() => go.complaint()}
      />
    </List>
  );
}

/** 我的信息: for everybody who is in the register. */
const DataRow = () => (
  <ListRow icon="shield" title="我的信息" note="留着什么、谁看过，取一份，注销" onPress={go.data} />
);

const Data = () => (
  <List>
    <DataRow />
  </List>
);

/** Not what people come to this page for: it stands last. */
function Wall() {
  return (
    <List>
      <ListRow icon="talk" title="回音墙" note="邻居怎么评的，社区怎么回的" onPress={go.wall} />
      <ListRow icon="paper" title="每日封存" note="记录有没有被改过，一对就知道" onPress={() => go.heads()} />
    </List>
  );
}

/** Not in the register yet, and asked to work here. */
function Invited({ error }: { error?: CallError }) {
  if (error?.code !== 'UNKNOWN_PERSON') return null;
  return (
    <List>
      <ListRow
        icon="work"
        title="有人请我来做代办员或管理员"
        note="用读给您的6位数字"
        onPress={go.invitation}
      />
    </List>
  );
}

function Station({
  community: { name, station, address, phone, afterHoursPhone, hours },
}: {
  community: Community;
}) {
  return (
    <Card title={station} icon="station">
      <Facts
        facts={[
          { name: '地址', value: address },
          { name: '上班时间', value: hours },
        ]}
      />
      <CallButton number={phone} whom={station}>
        打电话 {spokenPhone(phone)}
      </CallButton>
      {afterHoursPhone && (
        <CallButton number={afterHoursPhone} whom={`${name}值班`}>
          下班后打 {spokenPhone(afterHoursPhone)}
        </CallButton>
      )}
    </Card>
  );
}

const sizes: readonly { value: TextSize; label: string; hint?: string }[] = [
  { value: 'standard', label: '标准' },
  { value: 'elder', label: '长辈版', hint: '字大、按钮大、一页里的事少' },
  { value: 'huge', label: '特大', hint: '字再大些' },
];

function TextSizes() {
  const { size, setSize } = useTextSize();
  const choose = (wanted: TextSize) => {
    setSize(wanted);
    // Everything above grows or shrinks with it: the choice must stay in view.
    goToPart('.me-sizes');
  };
  return (
    <View className="me-sizes">
      <Card>
        <Choice legend="字的大小" value={size} options={sizes} onChange={choose} />
      </Card>
    </View>
  );
}
