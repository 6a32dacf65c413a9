import { currentTime } from '@/cloud/clock';
import { CaseCard } from '@/components/case-card';
import { Button } from '@/components/button';
import { Faces, Note } from '@/components/faces';
import { More } from '@/components/more';
import { Page } from '@/components/page';
import { call } from '@/cloud/call';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { go } from '@/routes';

/** 我的办件, newest first. */
export default function MyCases() {
  const asked = usePages('cases.mine', async (cursor) => {
    const { cases, cursor: next } = await call('cases.mine', { cursor });
    return { rows: cases, cursor: next };
  });
  usePullRefresh(asked);
  const now = currentTime();
  return (
    <Page title="我的办件" tab="cases">
      <Faces of={asked} isEmpty={(rows) => rows.length === 0} empty={<None />}>
        {(rows) => (
          <>
            {rows.map((row) => (
              <CaseCard key={row.caseId} row={row} now={now} onPress={() => go.case(row.caseId)} />
            ))}
            <More of={asked} />
          </>
        )}
      </Faces>
    </Page>
  );
}

function None() {
  return (
    <Note icon="cases" text="您还没有请人办过事。有事说一声，代办员帮您跑。">
      <Button look="main" onPress={go.home}>
        去找要办的事
      </Button>
    </Note>
  );
}
