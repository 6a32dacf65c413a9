import { View } from '@tarojs/components';
import { useState } from 'react';
import { type JournalChoice, type JournalEntry, keysOf } from 'contract/models';
import { journalChoices, journalFields, journalKinds, journalNames } from 'contract/words';
import { call } from '@/cloud/call';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Faces, Note } from '@/components/faces';
import { Field } from '@/components/field';
import { More } from '@/components/more';
import { Page } from '@/components/page';
import { Lines, Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { useQuery } from '@/hooks/use-query';
import { Frame } from '../parts/frame';
import { Pick } from '../parts/pick';
import { Table } from '../parts/table';
import './journal.scss';

type Kind = JournalChoice | 'all';
const kinds: readonly { value: Kind; label: string }[] = [
  { value: 'all', label: '全部' },
  ...keysOf(journalChoices).map((value): { value: Kind; label: string } => ({
    value,
    label: journalChoices[value],
  })),
];

/** 台账 of a unit and all under it: who changed what and when. `?about=` of one unit, person or item alone, who is called `&name=`. */
export default function Journal() {
  const { org = '', about, name } = useQuery();
  const [kind, setKind] = useState<Kind>('all');
  const [day, setDay] = useState('');
  const asked = usePages(org && `units.journal ${org} ${about ?? ''} ${kind} ${day}`, async (cursor) => {
    const page = await call('units.journal', {
      orgId: org,
      about,
      kind: kind === 'all' ? undefined : kind,
      day: day || undefined,
      cursor,
    });
    return { rows: page.entries, cursor: page.cursor };
  });
  const isAll = kind === 'all' && day === '';
  usePullRefresh(asked);
  return (
    <Frame at="units">
      <Page title={name ? `${name}的台账` : '台账'} wide>
        {!about && <Pick<Kind> legend="看哪一类" options={kinds} value={kind} onChange={setKind} />}
        <View className="journal-day">
          <Field label="哪一天" kind="date" value={day} onInput={setDay} />
          {day !== '' && (
            <Button inline onPress={() => setDay('')}>
              不限哪一天
            </Button>
          )}
        </View>
        <Faces
          of={asked}
          isEmpty={(rows) => rows.length === 0}
          empty={
            <Note
              icon="paper"
              text={
                isAll
                  ? '还没有改过什么。谁改了什么，会一条一条记在这里。'
                  : '没有这样的记录，换一类或者换一天看看。'
              }
            />
          }
        >
          {(rows) => (
            <>
              <Entries rows={rows} isPart={asked.more !== undefined} />
              <More of={asked} />
            </>
          )}
        </Faces>
      </Page>
    </Frame>
  );
}

function Entries({ rows, isPart }: { rows: readonly JournalEntry[]; isPart: boolean }) {
  const now = currentTime();
  return (
    <Table
      label="台账"
      rows={rows}
      isPart={isPart}
      keyOf={({ id }) => id}
      columns={[
        { head: '什么时候', cell: ({ at }) => whenWords(at, now), by: ({ at }) => at },
        { head: '做了什么', cell: whatOf, isText: true },
        { head: '改了哪些', cell: (row) => changesOf(row).join('；'), isText: true },
        { head: '谁', cell: ({ by }) => by, by: ({ by }) => by },
      ]}
    >
      {rows.map((row) => (
        <Card key={row.id} title={whatOf(row)}>
          <Words look="muted">
            {whenWords(row.at, now)}，{row.by}
          </Words>
          <Lines items={changesOf(row)} />
        </Card>
      ))}
    </Table>
  );
}

/** 居民赵**：修改; 新民社区：改开门时间 */
const whatOf = ({ what, about: { kind, name } }: JournalEntry) =>
  `${kind === 'unit' ? '' : journalKinds[kind]}${name}：${journalNames[what]}`;

/** 电话：138****0001改成139****0002 */
const changesOf = ({ changes }: JournalEntry) =>
  changes.map(({ field, before, after }) => {
    const name = journalFields[field];
    // Only what differs is there: what reads the same is masked.
    if (before === after) return `${name}：改了`;
    if (before === undefined) return `${name}：${after}`;
    return after === undefined ? `${name}：去掉${before}` : `${name}：${before}改成${after}`;
  });
