import { pageErrors } from 'contract/page-errors';
import type { Missing } from 'contract/models';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Faces, Note } from '@/components/faces';
import { List, ListRow } from '@/components/list-row';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { useSession } from '@/hooks/use-session';
import { beside, go } from '@/routes';
import { Frame } from '../parts/frame';

/** 开张: what is still missing before residents can ask, each with the way there. It can be left and taken up again at any step. */
export default function Setup() {
  const session = useSession();
  return (
    <Frame at="units">
      <Page title="开张还缺什么">
        <Faces of={session}>
          {({ person }) => {
            const post = person.posts.find(({ role }) => role === 'manager');
            return post ? <Of orgId={post.orgId} /> : <Note icon="info" text={pageErrors.FORBIDDEN} />;
          }}
        </Faces>
      </Page>
    </Frame>
  );
}

function Of({ orgId }: { orgId: string }) {
  const asked = useCall('units.missing', { orgId });
  usePullRefresh(asked);
  return (
    <Faces of={asked}>
      {({ missing }) =>
        missing.length === 0 ? (
          <Card title="都齐了，居民可以来办事了" icon="done" tone="ok">
            <Words>把登记码打印出来，贴在服务站和楼道里。</Words>
          </Card>
        ) : (
          <>
            <Words look="strong">还缺{missing.length}样。点哪样就去补哪样，补好了这里就少一样。</Words>
            <List>
              {missing.map((one) => (
                <ListRow
                  key={`${one.what} ${one.orgId} ${one.about ?? ''}`}
                  icon="info"
                  title={titles[one.what](one)}
                  note={notes[one.what]}
                  onPress={() => ways[one.what](one)}
                />
              ))}
            </List>
            <Button icon="paper" onPress={() => go.managerImport(orgId, 'units')}>
              用表格一次填好
            </Button>
          </>
        )
      }
    </Faces>
  );
}

const titles: Record<Missing['what'], (one: Missing) => string> = {
  street: ({ orgName }) => `${orgName}还没有街道`,
  community: ({ orgName }) => `${orgName}还没有社区`,
  grid: ({ orgName }) => `${orgName}还没有网格`,
  phone: ({ orgName }) => `${orgName}还没有电话`,
  manager: ({ orgName }) => `${orgName}还没有管理员`,
  agent: ({ orgName }) => `${orgName}还没有代办员`,
  skill: ({ orgName, about }) => `${orgName}没有人办“${about ?? ''}”`,
  duty: ({ orgName }) => `${orgName}下一个工作日没有人当班`,
  catalogue: () => '办事目录还是空的',
  template: ({ about }) => `微信消息“${about ?? ''}”还没有模板编号`,
};

const notes: Record<Missing['what'], string> = {
  street: '先加街道，再在街道下面加社区。',
  community: '居民登记到社区。',
  grid: '代办员分网格管，至少要有一个。',
  phone: '居民在每一页上都能打这个电话。',
  manager: '没有也能开张，由上级管着；有了更好。',
  agent: '没有代办员，件派不出去。',
  skill: '请一位代办员，或在排班里给谁添上这一类。',
  duty: '在排班里看看谁当班、谁请假。',
  catalogue: '居民先看事项，再请代办员。',
  template: '没有它，消息只在“我的”里，不发到微信。见 config/README.md。',
};

const ways: Record<Missing['what'], (one: Missing) => void> = {
  street: ({ orgId }) => go.managerNewUnit(orgId),
  community: ({ orgId }) => go.managerNewUnit(orgId),
  grid: ({ orgId }) => go.managerNewUnit(orgId),
  phone: ({ orgId }) => go.managerUnit(orgId),
  manager: ({ orgId }) => go.managerInvite(orgId),
  agent: ({ orgId }) => go.managerInvite(orgId),
  skill: ({ orgId }) => go.managerInvite(orgId),
  duty: () => beside.managerRoster(),
  catalogue: () => beside.managerCatalogue(),
  template: () => beside.managerDeliveries(),
};
