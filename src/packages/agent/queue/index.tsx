import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { CaseRow } from 'contract/models';
import { call } from '@/cloud/call';
import { callPages } from '@/cloud/call-pages';
import { Button } from '@/components/button';
import { Faces, Note } from '@/components/faces';
import { FieldError } from '@/components/field';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { More } from '@/components/more';
import { NotifyNote } from '@/components/notify-note';
import { Page } from '@/components/page';
import { DueTag } from '@/components/tag';
import { Words } from '@/components/words';
import { dueOf } from '@/format/due';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { useNotices } from '@/hooks/use-notices';
import { useNow } from '@/hooks/use-now';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { go } from '@/routes';
import { Calls } from './calls';
import { offerKinds } from '../offer-kinds';
import { whyNot } from '../why-not';
import { Day, canBegin } from './day';
import { Errand } from './errand';
import { Offer } from './offer';
import { Today } from './today';
import './queue.scss';

/** What is left to answer an offer is told to the minute. */
const tickMs = 30_000;

/** 代办员工作台: what waits for a yes or no, the agent's own day, then what is in hand, nearest deadline first as the server gives it. */
export default function Queue() {
  const asked = usePages('cases.queue', askQueue);
  const day = useCall('roster.today', {});
  const now = useNow(tickMs);
  const reload = () => {
    asked.reload();
    day.reload();
  };
  usePullRefresh({ loading: asked.loading, reload });
  // Refused: the list shows where the case went, the sentence above it why.
  const { run, busy, error } = useDeed('cases.accept', reload);
  const [accepting, setAccepting] = useState<string>();
  const notices = useNotices();
  const toAskFor = notices.toAskFor(offerKinds);
  // In the tap, before anything is awaited; the deed goes meanwhile, whatever the answer.
  const ask = () => void notices.ask(toAskFor);

  const offers = asked.data?.filter(isOffer) ?? [];
  const isOver = offers.some(({ offer }) => offer.until <= now);
  // An offer that ran out goes to another agent: it must not stand here as if it could still be taken.
  useEffect(() => {
    if (isOver) asked.reload();
  }, [isOver]);

  async function accept(caseId: string) {
    if (!busy) ask();
    setAccepting(caseId);
    if (await run({ caseId })) reload();
  }

  return (
    <Page title="代办员工作台">
      <FieldError id="accept-error">{whyNot(error)}</FieldError>
      {offers.length > 0 && (
        <View className="queue-part">
          <Heading>等您接单 {offers.length}件</Heading>
          {offers.map((row) => (
            <Offer
              key={row.caseId}
              row={row}
              now={now}
              busy={busy && accepting === row.caseId}
              onAccept={() => void accept(row.caseId)}
            />
          ))}
        </View>
      )}
      {(offers.length > 0 || (day.data && canBegin(day.data, now))) && (
        <NotifyNote kinds={toAskFor} button={offers.length > 0 ? '接单' : '上班'} />
      )}
      <Today />
      <Calls />
      <Faces of={day}>{(shown) => <Day day={shown} now={now} onBegin={ask} reload={day.reload} />}</Faces>
      <Faces of={asked} isEmpty={(rows) => rows.length === 0} empty={<None />}>
        {(rows) => (
          <>
            <Owed rows={rows.filter(isOwed)} now={now} />
            <InHand rows={rows.filter((row) => !isOffer(row) && !isOwed(row))} now={now} />
            <More of={asked}>再看后面的</More>
          </>
        )}
      </Faces>
      <List>
        <ListRow
          icon="star"
          title="我的评价"
          note="居民怎么评的，一批一批看，不记名"
          onPress={go.agentReviews}
        />
      </List>
      {asked.data && (
        <Button look="quiet" icon="reload" busy={asked.loading} onPress={reload}>
          刷新
        </Button>
      )}
    </Page>
  );
}

/** The offers and what is owed come with the first page; they stand before the rest. */
async function askQueue(from?: string) {
  let first: CaseRow[] = [];
  const { rows, cursor } = await callPages(async (at) => {
    const page = await call('cases.queue', { cursor: at });
    if (at === undefined) first = [...page.offers, ...(page.owed ?? [])];
    return page;
  }, from);
  return { rows: [...first, ...rows], cursor };
}

const isOffer = (row: CaseRow): row is CaseRow & Required<Pick<CaseRow, 'offer'>> => row.offer !== undefined;

const isOwed = ({ state, owed }: CaseRow): boolean => state === 'completed' && owed !== undefined;

/** 证件还没交到: done, and the resident has not said that they have it. */
function Owed({ rows, now }: { rows: readonly CaseRow[]; now: number }) {
  if (rows.length === 0) return null;
  return (
    <View className="queue-part">
      <Heading>证件还没交到 {rows.length}件</Heading>
      <List>
        {rows.map((row) => (
          <ListRow
            key={row.caseId}
            title={row.serviceName}
            note={<Errand row={row} now={now} />}
            onPress={() => go.agentCase(row.caseId)}
          />
        ))}
      </List>
    </View>
  );
}

function None() {
  return <Note icon="inbox" text="现在没有办件，歇口气。" />;
}

function InHand({ rows, now }: { rows: readonly CaseRow[]; now: number }) {
  if (rows.length === 0) return null;
  const tones = rows.map((row) => dueOf(row, now)?.tone);
  const late = tones.filter((tone) => tone === 'breach').length;
  const soon = tones.filter((tone) => tone === 'warning').length;
  const urgent = [late > 0 && `${late}件已超期`, soon > 0 && `${soon}件快到期`].filter(Boolean).join('，');
  return (
    <View className="queue-part">
      <View>
        <Heading>手上的办件 {rows.length}件</Heading>
        {urgent && <Words>{urgent}，排在前面。</Words>}
      </View>
      <List>
        {rows.map((row) => (
          <ListRow
            key={row.caseId}
            title={row.serviceName}
            tag={<DueTag kase={row} now={now} />}
            note={<Errand row={row} now={now} />}
            onPress={() => go.agentCase(row.caseId)}
          />
        ))}
      </List>
    </View>
  );
}
