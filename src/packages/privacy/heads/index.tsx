import { View } from '@tarojs/components';
import { addDays, dayOf, instantOf } from 'contract/time';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Faces, Note } from '@/components/faces';
import { Facts } from '@/components/facts';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { Page } from '@/components/page';
import { Taken } from '@/components/taken';
import { Words } from '@/components/words';
import { fullDay } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { useQuery } from '@/hooks/use-query';
import { useSession } from '@/hooks/use-session';
import { useTake } from '@/hooks/use-take';
import { go } from '@/routes';
import { Verdict } from './verdict';

/** A hash in groups of four, as it is printed and read out. */
const grouped = (hash: string): string => hash.replace(/(.{4})(?=.)/g, '$1 ');
/** Whether the unit above has this head in its own chain. */
const signedBy = ({ name, taken = 0 }: { name: string; taken?: number }, n: number): string =>
  taken >= n ? `${name}已封存` : `等${name}夜里封存`;
/** As many entries as a file has room for come together in far more than a month. */
const FILE_DAYS = 30;

/**
 * 每日封存 of a unit, for anybody: its newest 校验单, to print, and those before. `?org=`; with `n` and `hash`, as the code on a printed one
 * has them, it says whether that one still fits. Without `org` it is the reader's own community.
 */
export default function Index() {
  const { org: given, n, hash, day } = useQuery();
  const session = useSession();
  const orgId = given ?? session.data?.community?.id;
  const count = Number(n) > 0 ? Number(n) : undefined;
  const asked = useCall('units.heads', orgId === undefined ? undefined : { orgId, n: count });
  const seen = asked.data;
  const head = seen?.heads.find((one) => one.n === count) ?? seen?.heads[0];
  return (
    <Page title="每日封存">
      <Words>
        每天夜里，这里当天的办件、改动和谁看过什么都封存一次，算出一个校验码。把校验单留在手里，以后记录要是被改过、删过，一对就看得出来。
      </Words>
      {orgId === undefined ? (
        <Note icon="paper" text="请从您的办件，或者一张校验单的二维码进来。" />
      ) : (
        <Faces of={asked}>
          {(data) => (
            <>
              {count !== undefined && hash !== undefined && <Verdict seen={data} n={count} hash={hash} />}
              {head ? (
                <Card title={`${data.name}，第${head.n}条时`}>
                  <Facts
                    facts={[
                      { name: '封存到', value: fullDay(instantOf(head.day)) },
                      { name: '校验码', value: grouped(head.hash) },
                      ...(data.above ? [{ name: '会签', value: signedBy(data.above, head.n) }] : []),
                    ]}
                  />
                  <Button look="main" icon="paper" onPress={() => go.headSheet(orgId, String(head.n))}>
                    打印校验单
                  </Button>
                </Card>
              ) : (
                <Note icon="paper" text={`${data.name}还没有封存过。头一张校验单在有记录的那天夜里出来。`} />
              )}
              <View>
                {data.day !== undefined && head && data.day > head.day && (
                  <Words look="muted">{fullDay(instantOf(data.day))}以前没有新的记录，校验码没有变。</Words>
                )}
                {data.heads.length > 1 && (
                  <>
                    <Heading>以前的校验单</Heading>
                    <List>
                      {data.heads
                        .filter((one) => one !== head)
                        .map((one) => (
                          <ListRow
                            key={one.n}
                            title={fullDay(instantOf(one.day))}
                            note={`${one.n}条，${grouped(one.hash.slice(0, 16))}…`}
                            onPress={() => go.heads(orgId, String(one.n))}
                          />
                        ))}
                    </List>
                  </>
                )}
                {data.above && (
                  <List>
                    <ListRow
                      icon="station"
                      title={`${data.above.name}的每日封存`}
                      note="这里的校验码封存进上级的记录，叫会签"
                      onPress={() => data.above && go.heads(data.above.id)}
                    />
                  </List>
                )}
                {session.is('manager') && head && <TakeFile orgId={orgId} day={day} />}
              </View>
            </>
          )}
        </Faces>
      )}
    </Page>
  );
}

/** For who oversees the unit: what `npm run verify` reads. */
function TakeFile({ orgId, day }: { orgId: string; day?: string }) {
  const take = useTake(useDeed('units.chain'));
  const from = addDays(day ?? dayOf(currentTime()), -FILE_DAYS);
  return (
    <>
      <Button icon="paper" busy={take.busy} onPress={() => void take.run({ orgId, from })}>
        导出核对文件（近30天）
      </Button>
      <Taken of={take} />
    </>
  );
}
