import { useState } from 'react';
import { spokenNo } from 'contract/case-no';
import { looks } from 'contract/kept';
import type { PersonRow } from 'contract/models';
import type { Opening, OpeningsOf } from 'contract/models/openings';
import { type OpeningsDays, oddities, openingsDays } from 'contract/openings';
import { call } from '@/cloud/call';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Faces, Note } from '@/components/faces';
import { Facts } from '@/components/facts';
import { Fold } from '@/components/fold';
import { Heading } from '@/components/heading';
import { Page } from '@/components/page';
import { Lines, Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { useSession } from '@/hooks/use-session';
import { FindPerson } from '../parts/find';
import { Readings } from '../parts/reading';
import { highestOf } from '../parts/unit';

/** 查看记录: who opened numbers, doors, photos and entries, the unusual first; or of one resident, from the beginning. */
export default function Openings() {
  const [by, setBy] = useState<'reader' | 'person'>('reader');
  return (
    <Page title="查看记录">
      <Choice<'reader' | 'person'>
        legend="怎么查"
        columns={2}
        value={by}
        options={[
          { value: 'reader', label: '谁看了' },
          { value: 'person', label: '看了谁' },
        ]}
        onChange={setBy}
      />
      {by === 'reader' ? <ByReader /> : <ByPerson />}
    </Page>
  );
}

function ByReader() {
  const session = useSession();
  const orgId = session.data ? highestOf(session.data.person) : '';
  const [days, setDays] = useState<OpeningsDays>(openingsDays[0]);
  const asked = useCall('privacy.openings', orgId ? { orgId, days } : undefined);
  usePullRefresh(asked);
  return (
    <>
      <Words>最近{days}天，谁打开过居民的电话、门牌、照片、登记。不寻常的排在最前面，请去问一问。</Words>
      <Choice
        legend="看多少天"
        columns={2}
        value={String(days)}
        options={openingsDays.map((one) => ({ value: String(one), label: `${one}天` }))}
        onChange={(value) => setDays(openingsDays.find((one) => String(one) === value) ?? openingsDays[0])}
      />
      <Faces
        of={asked}
        isEmpty={({ readers }) => readers.length === 0}
        empty={<Note icon="shield" text={`最近${days}天没有人打开看过。`} />}
      >
        {({ readers, isMore }) => (
          <>
            {readers.map((one) => (
              <Reader key={one.id} of={one} />
            ))}
            {isMore && (
              <Words look="muted">记录太多，只列了最近的。请把天数选短，或者到下面的社区分开看。</Words>
            )}
          </>
        )}
      </Faces>
    </>
  );
}

function Reader({ of: { name, posts, count, people, odd, openings } }: { of: OpeningsOf }) {
  return (
    <Card title={name} icon="person" tone={odd.length > 0 ? 'warning' : 'plain'}>
      <Facts
        facts={[
          { name: '在哪里', value: posts.length > 0 ? posts.join('、') : '现在没有岗位' },
          { name: '打开', value: `${count}次，${people}位居民` },
          ...odd.map((one) => ({ name: '不寻常', value: `${oddities[one.name].name}，${one.count}次` })),
        ]}
      />
      <Fold title={`看${name}打开的`}>
        {() => (
          <>
            {openings.map((one, i) => (
              <Lines key={`${one.at} ${i}`} items={linesOf(one)} />
            ))}
            {openings.length < count && <Words look="muted">只列出{openings.length}次。</Words>}
          </>
        )}
      </Fold>
    </Card>
  );
}

function linesOf({ at, how, why, person, case: of, odd }: Opening): string[] {
  return [
    `${whenWords(at, currentTime())}，${person}：${looks[how]}。`,
    ...(of ? [`办件 ${spokenNo(of.no)}，${of.serviceName}。`] : []),
    ...(why ? [`写的原因：${why}`] : []),
    ...odd.map((name) => `不寻常：${oddities[name].name}。`),
  ];
}

function ByPerson() {
  const [person, setPerson] = useState<PersonRow>();
  const asked = usePages(person && `privacy.readersOf ${person.id}`, async (cursor) => {
    const page = await call('privacy.readersOf', { personId: person?.id ?? '', cursor });
    return { rows: page.readings, cursor: page.cursor };
  });
  if (!person) return <FindPerson words="谁看过一位居民，从头查起。先找到他的登记。" onChoose={setPerson} />;
  return (
    <>
      <Heading>谁看过{person.name}</Heading>
      <Readings of={asked} none="还没有人打开看过。" />
      <Button onPress={() => setPerson(undefined)}>找另一位</Button>
    </>
  );
}
