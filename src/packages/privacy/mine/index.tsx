import type { Output } from 'contract/actions';
import { bases, keptKinds, sayKeeping } from 'contract/kept';
import type { DataRequest } from 'contract/models/privacy';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Faces, Note } from '@/components/faces';
import { Facts } from '@/components/facts';
import { Fold } from '@/components/fold';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { useSession } from '@/hooks/use-session';
import { go } from '@/routes';
import { CopyButtons } from '../parts/copy';
import { RequestFacts, titleOf, toneOf } from '../parts/request';

/** 我的信息: what is kept of me, who has looked, and what I can ask of it. */
export default function Mine() {
  const session = useSession();
  const asked = useCall('privacy.mine', session.data ? {} : undefined);
  return (
    <Page title="我的信息">
      <Faces of={session}>
        {() => (
          <Faces of={asked}>
            {({ requests, photoDays, days }) => (
              <>
                {requests
                  .filter(({ state }) => state === 'open' || state === 'erasing')
                  .map((one) => (
                    <Own key={one.id} of={one} onDone={asked.reload} />
                  ))}
                <List label="我能做的">
                  <ListRow
                    icon="search"
                    title="谁看过我的信息"
                    note="哪天、谁、因为哪件事"
                    onPress={go.readers}
                  />
                  {session.is('resident') && (
                    <ListRow
                      icon="pencil"
                      title="改我的登记"
                      note="姓名、电话、住址、社区"
                      onPress={go.mine}
                    />
                  )}
                  <ListRow
                    icon="talk"
                    title="别的地方写错了"
                    note="自己改不了的，请社区改"
                    onPress={go.correct}
                  />
                  {session.is('resident') && (
                    <ListRow
                      icon="undo"
                      title="收回同意"
                      note="替办、分享、委托、上墙、照片"
                      onPress={go.consents}
                    />
                  )}
                  {session.is('resident') && (
                    <ListRow icon="close" title="注销" note="先看清删什么、留什么" onPress={go.leave} />
                  )}
                </List>
                <Copy />
                <Kept photoDays={photoDays} days={days} />
                <Over requests={requests.filter(({ state }) => state !== 'open' && state !== 'erasing')} />
              </>
            )}
          </Faces>
        )}
      </Faces>
    </Page>
  );
}

/** A request that is open: by when it is answered, and the way back. */
function Own({ of, onDone }: { of: DataRequest; onDone(): void }) {
  const { run, busy, error } = useDeed('privacy.takeBack', onDone);
  return (
    <Card title={`您提的：${titleOf(of)}`} icon="clock" tone={toneOf(of)}>
      <RequestFacts of={of} isOwn />
      {of.kind === 'leave' && of.state === 'open' && (
        <Words>到那天自动办，不用再来。在那以前，随时可以收回。</Words>
      )}
      {error && <Note icon="problem" text={error.message} />}
      {of.state === 'open' && (
        <Button
          busy={busy}
          icon="undo"
          onPress={() => void run({ id: of.id }).then((done) => done && onDone())}
        >
          {of.kind === 'leave' ? '不注销了' : '收回'}
        </Button>
      )}
    </Card>
  );
}

function Copy() {
  const { run, busy, error } = useDeed('privacy.copy');
  return (
    <Card title="取一份我的全部信息" icon="paper">
      <Words>登记、办件、留言、照片、评价、通知、谁看过，都在里面。几秒钟就好，一天里再取是同一份。</Words>
      <Words look="muted">文件里有您的电话和住址，请收好，不要随便转给别人。</Words>
      <CopyButtons making={{ run: () => run({}), busy, error }} />
    </Card>
  );
}

const leavingWords = {
  erased: '删掉',
  masked: '去掉您的姓名、电话、住址和写的话，只留经过',
  kept: '留着，您的姓名是遮住的',
  own: '在您手机里，您自己删',
  post: '还在，不做代办员了才删',
} as const;

/** 留存表, a line each. */
function Kept({ photoDays, days }: Pick<Output<'privacy.mine'>, 'photoDays' | 'days'>) {
  const isAgent = useSession().is('agent');
  const own = keptKinds.filter(([, { keeping }]) => keeping.until !== 'post' || isAgent);
  return (
    <>
      <Heading>留着您的什么</Heading>
      {own.map(([kind, { name, what, why, basis, seenBy, keeping, onLeaving, isSensitive }]) => (
        <Fold key={kind} title={name}>
          {() => (
            <Facts
              facts={[
                { name: '有什么', value: what },
                {
                  name: '为什么',
                  value: `${why}（${bases[basis]}${isSensitive ? '，敏感信息单独同意' : ''}）`,
                },
                { name: '谁看得到', value: seenBy },
                {
                  name: '留多久',
                  value: sayKeeping(
                    keeping,
                    'shelf' in keeping && keeping.shelf
                      ? days?.[keeping.shelf]
                      : keeping.until === 'end'
                        ? photoDays
                        : undefined,
                  ),
                },
                { name: '注销以后', value: leavingWords[onLeaving] },
              ]}
            />
          )}
        </Fold>
      ))}
    </>
  );
}

function Over({ requests }: { requests: readonly DataRequest[] }) {
  if (requests.length === 0) return null;
  return (
    <Fold title="以前提过的">
      {() =>
        requests.map((one) => (
          <Card key={one.id} title={titleOf(one)}>
            <RequestFacts of={one} isOwn />
          </Card>
        ))
      }
    </Fold>
  );
}
