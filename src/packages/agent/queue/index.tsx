import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseRow } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { call } from '@/cloud/call';
import { callPages } from '@/cloud/call-pages';
import { Button } from '@/components/button';
import { Faces, Note } from '@/components/faces';
import { FieldError } from '@/components/field';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { More } from '@/components/more';
import { Page } from '@/components/page';
import { DueTag } from '@/components/tag';
import { useDeed } from '@/hooks/use-deed';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { go } from '@/routes';
import { Calls } from './calls';
import { Errand } from './errand';
import { Offer } from './offer';
import './queue.scss';

/** 代办员工作台: what waits for a yes or no first, then what is in hand, nearest deadline first as the server gives it. */
export default function Queue() {
  const asked = usePages('cases.queue', (from) =>
    callPages((cursor) => call('cases.queue', { cursor }), from),
  );
  usePullRefresh(asked);
  const { reload } = asked;
  // Refused: the list shows where the case went, the sentence above it why.
  const { run, busy, error } = useDeed('cases.accept', reload);
  const [accepting, setAccepting] = useState<string>();

  async function accept(caseId: string) {
    setAccepting(caseId);
    if (await run({ caseId })) reload();
  }

  return (
    <Page title="代办员工作台">
      <FieldError id="accept-error">{error?.message}</FieldError>
      <Calls />
      <Faces
        of={asked}
        isEmpty={(rows) => rows.length === 0}
        empty={<Note icon="inbox" text="现在没有办件,歇口气。" />}
      >
        {(rows) => (
          <>
            <Offers
              rows={rows.filter((row) => row.state === 'offered')}
              accepting={busy ? accepting : undefined}
              onAccept={(caseId) => void accept(caseId)}
            />
            <InHand rows={rows.filter((row) => row.state !== 'offered')} />
            <More of={asked}>再看后面的</More>
          </>
        )}
      </Faces>
      {asked.data && (
        <Button look="quiet" icon="reload" busy={asked.loading} onPress={reload}>
          刷新
        </Button>
      )}
    </Page>
  );
}

interface OffersProps {
  rows: readonly CaseRow[];
  accepting?: string;
  onAccept(caseId: string): void;
}

function Offers({ rows, accepting, onAccept }: OffersProps) {
  if (rows.length === 0) return null;
  return (
    <View className="queue-part">
      <Heading>等您接单 {rows.length}件</Heading>
      {rows.map((row) => (
        <Offer
          key={row.caseId}
          row={row}
          busy={accepting === row.caseId}
          onAccept={() => onAccept(row.caseId)}
        />
      ))}
    </View>
  );
}

function InHand({ rows }: { rows: readonly CaseRow[] }) {
  const now = currentTime();
  if (rows.length === 0) return null;
  return (
    <View className="queue-part">
      <Heading>手上的办件 {rows.length}件</Heading>
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
