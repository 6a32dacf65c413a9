import { useState } from 'react';
import { call } from '@/cloud/call';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Faces, Note } from '@/components/faces';
import { More } from '@/components/more';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { useDeed } from '@/hooks/use-deed';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { go } from '@/routes';
import { whyNot } from '../why-not';
import { Unclaimed } from './unclaimed';
import './pool.scss';

/** 待认领: cases nearby without an agent, longest waiting first. One tap takes it. */
export default function Pool() {
  const asked = usePages('cases.pool', async (cursor) => {
    const { cases, cursor: next } = await call('cases.pool', { cursor });
    return { rows: cases, cursor: next };
  });
  usePullRefresh(asked);
  // Refused: the sentence stands beside the case, which stays until one asks again.
  const { run, busy, error } = useDeed('cases.claim');
  const [wanted, setWanted] = useState<string>();
  const now = currentTime();

  async function claim(caseId: string) {
    setWanted(caseId);
    if (!(await run({ caseId }))) return;
    asked.reload();
    go.agentCase(caseId);
  }

  return (
    <Page title="待认领">
      <Faces
        of={asked}
        isEmpty={(rows) => rows.length === 0}
        empty={<Note icon="inbox" text="附近没有等人接的件。有了会先派给合适的人。" />}
      >
        {(rows) => (
          <>
            <Words>附近还没有人接、您会办的，等得最久的在前面。</Words>
            {rows.map((row) => (
              <Unclaimed
                key={row.caseId}
                row={row}
                now={now}
                busy={busy && wanted === row.caseId}
                refusal={wanted === row.caseId ? whyNot(error) : undefined}
                onClaim={() => void claim(row.caseId)}
              />
            ))}
            <More of={asked}>再看后面的</More>
          </>
        )}
      </Faces>
      {asked.data && (
        <Button look="quiet" icon="reload" busy={asked.loading} onPress={asked.reload}>
          刷新
        </Button>
      )}
    </Page>
  );
}
