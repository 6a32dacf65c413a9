import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ItemState, Person, Tier } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Facts } from '@/components/facts';
import { Faces } from '@/components/faces';
import { FieldError } from '@/components/field';
import { Fold } from '@/components/fold';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { Page } from '@/components/page';
import { ServiceItem } from '@/components/service-item';
import { Tag } from '@/components/tag';
import { Lines, Words } from '@/components/words';
import { dayWords, whenWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { useSession } from '@/hooks/use-session';
import { go } from '@/routes';
import { Sides } from '../parts/sides';
import { ToJournal } from '../parts/to-journal';
import type { Proof } from './use-item-form';

/** One item as the office has it: what holds, the draft over it, what units say otherwise, what it said before. */
export function Overview({ code }: { code: string }) {
  const asked = useCall('catalog.proof', { code });
  const list = useCall('catalog.drafts', {});
  const reload = () => {
    asked.reload();
    list.reload();
  };
  const { data: proof } = asked;
  const state = list.data?.items.find((one) => one.code === code);
  const canPublish = list.data?.canPublish === true;
  return (
    <Page
      title="服务事项"
      wide
      bar={
        proof &&
        list.data && (
          <Bar code={code} proof={proof} asking={asked.loading} canPublish={canPublish} reload={reload} />
        )
      }
    >
      <Faces of={asked}>
        {(shown) => (
          <Faces of={list}>
            {() => (
              <>
                <Heading lead>{shown.draft?.item.name ?? shown.item?.name}</Heading>
                <Sides
                  first={
                    <>
                      <Draft code={code} proof={shown} canPublish={canPublish} reload={reload} />
                      {state && <Standing of={state} proof={shown} canPublish={canPublish} reload={reload} />}
                      <List label="样子">
                        <ListRow
                          icon="camera"
                          title="样子的照片"
                          note="表怎么填、证什么样，给居民看"
                          onPress={() => go.managerSamples(code)}
                        />
                      </List>
                      {shown.version > 0 && <Locals code={code} />}
                    </>
                  }
                  second={
                    <>
                      {shown.item && (
                        <Fold title="现在居民读到的">
                          {() => shown.item && <ServiceItem item={shown.item} />}
                        </Fold>
                      )}
                      <Fold title="以前的版本">{() => <Versions code={code} />}</Fold>
                      <ToJournal
                        about={code}
                        name={shown.draft?.item.name ?? shown.item?.name}
                        noteFor={noteFor}
                      />
                    </>
                  }
                />
              </>
            )}
          </Faces>
        )}
      </Faces>
    </Page>
  );
}

/** What concerns all is the district's to read; a place reads what it says otherwise. */
const noteFor = (tier: Tier) =>
  tier === 'district' ? '谁在什么时候改过、发布过' : '本地的说法谁改过；发布过什么，在区里看';

interface Props {
  code: string;
  proof: Proof;
  canPublish: boolean;
  reload(): void;
}

/** What is next: to write a draft, to go on with it, to publish it. */
function Bar({
  code,
  proof: { version, draft, faults },
  asking,
  canPublish,
  reload,
}: Props & { asking: boolean }) {
  const { run, busy, error } = useDeed('catalog.publish', reload);
  const publish = async () => {
    if (draft && (await run({ code, rev: draft.rev }))) reload();
  };
  if (draft && canPublish && Object.keys(faults).length === 0)
    return (
      <>
        <FieldError id="publish-error">{error?.message}</FieldError>
        {/* What was changed on another page is looked at before it is published. */}
        <Button look="main" busy={busy || asking} onPress={() => void publish()}>
          发布第{version + 1}版
        </Button>
      </>
    );
  return (
    <Button look="main" icon="pencil" onPress={() => go.managerItemForm(code, 'edit')}>
      {draft ? '接着改草稿' : '改这一项'}
    </Button>
  );
}

/** The draft: whose, what it lacks, and the ways on. */
function Draft({ code, proof: { draft, faults }, canPublish, reload }: Props) {
  const { run, busy, error } = useDeed('catalog.drop', reload);
  // In two presses: a draft that was given up does not come back.
  const [isAsked, setIsAsked] = useState(false);
  if (!draft) return null;
  const lacks = Object.values(faults);
  const drop = async () => {
    if (!(await run({ code, rev: draft.rev }))) return;
    setIsAsked(false);
    reload();
  };
  return (
    <Card tone={lacks.length > 0 ? 'warning' : 'progress'} icon="pencil" title="有一份草稿">
      <Words>
        {draft.by}，{whenWords(draft.at, currentTime())}存的。
      </Words>
      {lacks.length > 0 ? (
        <>
          <Words look="strong">还缺{lacks.length}样：</Words>
          <Lines items={lacks} />
        </>
      ) : (
        <Words>样样都齐了。{canPublish ? '看过就能发布。' : '请区里发布。'}</Words>
      )}
      <FieldError id="drop-error">{error?.message}</FieldError>
      <View className="item-ways">
        <Button inline onPress={() => go.managerItemForm(code, 'edit')}>
          看草稿，改
        </Button>
        <Button inline icon="search" onPress={() => go.managerItemForm(code, 'preview')}>
          预览
        </Button>
        {canPublish && (
          <Button
            inline
            look={isAsked ? 'danger' : 'quiet'}
            icon="close"
            busy={busy}
            onPress={() => (isAsked ? void drop() : setIsAsked(true))}
          >
            {isAsked ? '真的放弃，不留' : '放弃草稿'}
          </Button>
        )}
      </View>
    </Card>
  );
}

/** What holds now, and whether a manager has looked at it lately. */
function Standing({
  of: { code, version, publishedAt, reviewedAt, isStale, locals },
  proof,
  canPublish,
  reload,
}: {
  of: ItemState;
  proof: Proof;
  canPublish: boolean;
  reload(): void;
}) {
  const now = currentTime();
  const { run, busy, error } = useDeed('catalog.reviewed', reload);
  const review = async () => {
    if (await run({ code })) reload();
  };
  if (version === 0) return null;
  const day = (at: number | undefined) => (at ? dayWords(at, now) : '');
  return (
    <Card title={`已发布第${version}版`} icon="done" tone={isStale ? 'warning' : 'plain'}>
      {isStale && <Tag tone="warning">一年没核对</Tag>}
      <Facts
        facts={[
          ...(publishedAt ? [{ name: '发布', value: day(publishedAt) }] : []),
          { name: '上次核对', value: day(reviewedAt) || '还没核对过' },
          ...(locals > 0 ? [{ name: '另有说法', value: `${locals}个单位` }] : []),
          ...(proof.learned.length > 0
            ? [{ name: '学会的说法', value: proof.learned.map(({ word }) => word).join('、') }]
            : []),
        ]}
      />
      <FieldError id="reviewed-error">{error?.message}</FieldError>
      {canPublish && (
        <Button icon="tick" busy={busy} onPress={() => void review()}>
          核对过，没变
        </Button>
      )}
    </Card>
  );
}

type Post = Person['posts'][number];
const isOfPlace = ({ role, tier }: Post) => role === 'manager' && (tier === 'street' || tier === 'community');

/** For who answers for a street or a community: what it says otherwise. */
function Locals({ code }: { code: string }) {
  const posts = (useSession().data?.person.posts ?? []).filter(isOfPlace);
  if (posts.length === 0) return null;
  return (
    <List label="本地怎么说">
      {posts.map(({ orgId, orgName }) => (
        <ListRow
          key={orgId}
          icon="station"
          title={`${orgName}怎么说`}
          note="电话、时间、地点、几天办好，不一样的写这里"
          onPress={() => go.managerItemLocal(code, orgId)}
        />
      ))}
    </List>
  );
}

function Versions({ code }: { code: string }) {
  const asked = useCall('catalog.versions', { code });
  const now = currentTime();
  return (
    <Faces
      of={asked}
      isEmpty={({ versions }) => versions.length === 0}
      empty={<Words look="muted">还没发布过。</Words>}
    >
      {({ versions }) => (
        <List label="发布过的版本">
          {versions.map(({ version, at, by, isCurrent, from }) => (
            <ListRow
              key={version}
              title={`第${version}版`}
              tag={isCurrent && <Tag tone="ok">现在用的</Tag>}
              note={[at > 0 && dayWords(at, now), by, from && `同第${from}版`].filter(Boolean).join('，')}
              onPress={() => go.managerItemVersion(code, version)}
            />
          ))}
        </List>
      )}
    </Faces>
  );
}
