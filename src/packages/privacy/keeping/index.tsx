import { View } from '@tarojs/components';
import { useId } from 'react';
import type { Output } from 'contract/actions';
import { type SetShelf, setShelves, shelves } from 'contract/keeping';
import { archiveClasses } from 'contract/kept';
import type { Due, KeepingView } from 'contract/models/keeping';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Faces, Note } from '@/components/faces';
import { Facts } from '@/components/facts';
import { Field, FieldError } from '@/components/field';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { dayWords, whenWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { useForm } from '@/hooks/use-form';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { useSession } from '@/hooks/use-session';
import { useTake } from '@/hooks/use-take';
import { highestOf } from '../parts/unit';
import { Classes, type Draft } from './classes';

/** 保存期限: what is kept for how long, what the next run removes before it does, and the assessment made from it. */
export default function Keeping() {
  const session = useSession();
  const orgId = session.data ? highestOf(session.data.person) : '';
  const asked = useCall('privacy.keeping', orgId ? { orgId } : undefined);
  usePullRefresh(asked);
  return (
    <Page title="保存期限">
      <Faces of={asked}>
        {(view) => (
          <>
            <Next of={view} />
            {view.canSet ? <Set key={view.version} of={view} onDone={asked.reload} /> : <Holds of={view} />}
            {view.canSet && <Assessments orgId={view.district.id} />}
          </>
        )}
      </Faces>
    </Page>
  );
}

const dueWords = ({ count, isMore }: Due, unit: string): string => `${count}${isMore ? '多' : ''}${unit}`;

/** What goes tonight, and what went last. */
function Next({
  of: { canSet, nextAt, last, shelves: rows, archive, items, photos, district },
}: {
  of: KeepingView;
}) {
  const now = currentTime();
  const goes = [
    ...rows.map(({ shelf, next }) => ({
      name: shelves[shelf].name,
      next,
      unit: shelf === 'contacts' ? '件办件的' : '条',
    })),
    { name: '办结的事里的照片', next: photos.next, unit: '件办件的' },
    ...archive.map(({ category, next }) => ({ name: `办件：${category}`, next, unit: '件' })),
    ...items.map(({ name, next }) => ({ name: `办件：${name}`, next, unit: '件' })),
  ].flatMap(({ name, next, unit }) =>
    next && next.count > 0 ? [{ name, value: dueWords(next, unit) }] : [],
  );
  return (
    <>
      <Words>{`${district.name}定的。天数不能比法律要求的短，也不能比用得着的长。到时夜里自动删，删了找不回来。`}</Words>
      {canSet && (
        <Card
          title={`${whenWords(nextAt, now)}要删的`}
          icon="clock"
          tone={goes.length > 0 ? 'warning' : 'plain'}
        >
          {goes.length > 0 ? <Facts facts={goes} /> : <Words>没有到期的，什么也不删。</Words>}
        </Card>
      )}
      {last && (
        <Words look="muted">
          {`上一次${dayWords(last.at, now)}：${
            last.removed.length > 0
              ? last.removed.map(({ name, count }) => `${name}${count}条`).join('，')
              : '没有到期的'
          }。`}
        </Words>
      )}
    </>
  );
}

/** What holds, for who does not set it. */
function Holds({ of: { shelves: rows, archive, items, photos } }: { of: KeepingView }) {
  const ownOf = (of: string) =>
    items.flatMap(({ category, name, class: own }) =>
      category === of && own ? `，其中“${name}”${archiveClasses[own].name}` : [],
    );
  return (
    <>
      <Heading>留多少天</Heading>
      <Facts
        facts={[
          { name: '办结的事里的照片', value: `办结以后${photos.days}天` },
          ...rows.map(({ shelf, days }) => ({
            name: shelves[shelf].name,
            value: `${shelves[shelf].from}${days}天`,
          })),
        ]}
      />
      <Heading>办件留多少年</Heading>
      <Facts
        facts={archive.map(({ category, class: name }) => ({
          name: category,
          value: [archiveClasses[name].name, ...ownOf(category)].join(''),
        }))}
      />
    </>
  );
}

/** The days and classes, with why they cannot be shorter or longer. */
function Set({
  of: { district, version, changed, shelves: rows, archive, items, photos },
  onDone,
}: {
  of: KeepingView;
  onDone(): void;
}) {
  const daysOf = (shelf: SetShelf) =>
    String(rows.find((one) => one.shelf === shelf)?.days ?? shelves[shelf].days);
  const form = useForm('privacy.setKeeping', {
    key: `keeping ${district.id} ${version}`,
    begin: (kept: Partial<Draft>): Draft => ({
      days: {
        inbox: daysOf('inbox'),
        contacts: daysOf('contacts'),
        invitations: daysOf('invitations'),
        importRows: daysOf('importRows'),
        requests: daysOf('requests'),
        looks: daysOf('looks'),
        ...kept.days,
      },
      archive: { ...Object.fromEntries(archive.map((one) => [one.category, one.class])), ...kept.archive },
      items: {
        ...Object.fromEntries(items.flatMap((one) => (one.class ? [[one.code, one.class]] : []))),
        ...kept.items,
      },
    }),
    check: ({ days }) =>
      Object.fromEntries(
        setShelves.map((shelf) => [
          `days.${shelf}`,
          /^\d+$/.test(days[shelf].trim()) ? undefined : '请填天数，写数字。',
        ]),
      ),
    inputOf: ({ days, archive: classes, items: own }) => ({
      orgId: district.id,
      version,
      days: Object.fromEntries(setShelves.map((shelf) => [shelf, Number(days[shelf])])),
      archive: Object.entries(classes).map(([category, name]) => ({ category, class: name })),
      items: Object.entries(own).flatMap(([code, name]) => (name === 'same' ? [] : [{ code, class: name }])),
    }),
    beside: ['days', 'archive', 'items'],
    onRefused: onDone,
  });
  const { draft, write, wrong } = form;
  const fixed = rows.filter(({ shelf }) => !setShelves.some((one) => one === shelf));
  return (
    <>
      <Heading>留多少天</Heading>
      {changed && <Words look="muted">{`${changed.by}${dayWords(changed.at, currentTime())}改的。`}</Words>}
      {setShelves.map((shelf) => {
        const { name, from, bounds } = shelves[shelf];
        return (
          <Field
            key={shelf}
            label={`${name}（${from}，天）`}
            hint={`${bounds.least}到${bounds.most}天。${bounds.needs}；${bounds.serves}。`}
            kind="number"
            value={draft.days[shelf]}
            error={wrong(`days.${shelf}`)}
            onInput={(words) => write({ days: { ...draft.days, [shelf]: words } }, [`days.${shelf}`])}
          />
        );
      })}
      <Facts
        facts={[
          { name: '办结的事里的照片', value: `办结以后${photos.days}天，在“规则”里改` },
          ...fixed.map(({ shelf, days }) => ({
            name: shelves[shelf].name,
            value: `${shelves[shelf].from}${days}天，各处一样`,
          })),
        ]}
      />
      <Classes of={{ archive, items }} form={form} />
      <SendBar of={form} words="保存" onDone={onDone} />
    </>
  );
}

/** 个人信息保护影响评估: the newest, and those that are kept. */
function Assessments({ orgId }: { orgId: string }) {
  const asked = useCall('privacy.assessments', { orgId });
  return (
    <>
      <Heading>个人信息保护影响评估</Heading>
      <Words>
        法律要求先评估再处理，留三年。按现在的设置自动写成，请负责人看过、签名。设置改了，夜里自动再写一份。
      </Words>
      <Faces of={asked}>{(view) => <Take orgId={orgId} of={view} onDone={asked.reload} />}</Faces>
    </>
  );
}

function Take({ orgId, of, onDone }: { orgId: string; of: Output<'privacy.assessments'>; onDone(): void }) {
  const id = useId();
  const take = useTake(useDeed('privacy.assess'));
  const { assessments, isCurrent } = of;
  const make = async () => {
    await take.run({ orgId });
    onDone();
  };
  return (
    <>
      {!isCurrent && assessments.length > 0 && <Note icon="info" text="设置改过了，最新的一份还没有写。" />}
      <Button icon="paper" busy={take.busy} onPress={() => void make()}>
        {isCurrent ? '取最新的一份' : '现在写一份'}
      </Button>
      <FieldError id={id}>{take.error?.message}</FieldError>
      <View role="status">{take.taken && <Words>取到了：{take.taken.link.name}。</Words>}</View>
      {take.taken?.share && (
        <Button icon="send" onPress={take.taken.share}>
          发到微信聊天
        </Button>
      )}
      {assessments.length > 0 && (
        <List label="留着的评估">
          {assessments.map(({ id, at, by }) => (
            <ListRow
              key={id}
              icon="paper"
              title={dayWords(at, currentTime())}
              note={`${by}写的`}
              onPress={() => void take.run({ orgId, id })}
            />
          ))}
        </List>
      )}
    </>
  );
}
