import { useState } from 'react';
import type { CaseRow } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { BundleCard } from '@/components/bundle-card';
import { CaseCard } from '@/components/case-card';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Faces, Note } from '@/components/faces';
import { More } from '@/components/more';
import { Page } from '@/components/page';
import { call } from '@/cloud/call';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { go } from '@/routes';

/** 我的办件, newest first. */
export default function MyCases() {
  const [joined, setJoined] = useState<CaseRow[]>([]);
  const asked = usePages('cases.mine', async (cursor) => {
    const { cases, cursor: next, joined: met = [] } = await call('cases.mine', { cursor });
    if (cursor === undefined) setJoined(met);
    return { rows: cases, cursor: next };
  });
  usePullRefresh(asked);
  const now = currentTime();
  return (
    <Page title="我的办件" tab="cases">
      <Faces of={asked} isEmpty={(rows) => rows.length + joined.length === 0} empty={<None />}>
        {(rows) => (
          <>
            {together(rows).map(([row, ...others]) =>
              row.bundle ? (
                <BundleCard
                  key={row.bundle.id}
                  rows={[row, ...others]}
                  onPress={go.case}
                  onAll={go.together}
                />
              ) : (
                <CaseCard key={row.caseId} row={row} now={now} onPress={() => go.case(row.caseId)} />
              ),
            )}
            <More of={asked} />
            {joined.length > 0 && <Heading>邻居报的，我也遇到了</Heading>}
            {joined.map((row) => (
              <CaseCard key={row.caseId} row={row} now={now} onPress={() => go.case(row.caseId)} />
            ))}
          </>
        )}
      </Faces>
    </Page>
  );
}

/** The cases of a bundle stand as one, where the newest of them is. */
function together(rows: readonly CaseRow[]): [CaseRow, ...CaseRow[]][] {
  const groups = new Map<string, [CaseRow, ...CaseRow[]]>();
  for (const row of rows) {
    const key = row.bundle?.id ?? row.caseId;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
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
