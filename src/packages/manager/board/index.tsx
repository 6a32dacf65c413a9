import { currentTime } from '@/cloud/clock';
import { call } from '@/cloud/call';
import { callPages } from '@/cloud/call-pages';
import { Faces, Note } from '@/components/faces';
import { More } from '@/components/more';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { dueOf } from '@/format/due';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { Desk } from '../desk';
import { Columns } from './columns';
import './board.scss';

/** 在办一览: the open cases of a unit, by where they stand. */
export default function Board() {
  return (
    <Page title="在办一览" wide>
      <Desk at="board">{(orgId) => <Cases key={orgId} orgId={orgId} />}</Desk>
    </Page>
  );
}

function Cases({ orgId }: { orgId: string }) {
  const asked = usePages(`cases.board ${orgId}`, (from) =>
    callPages((cursor) => call('cases.board', { orgId, cursor }), from),
  );
  usePullRefresh(asked);
  const now = currentTime();
  return (
    <Faces
      of={asked}
      isEmpty={(rows) => rows.length === 0}
      empty={<Note icon="inbox" text="没有在办的件,都办完了。" />}
    >
      {(rows) => {
        const late = rows.filter((row) => dueOf(row, now)?.tone === 'breach').length;
        return (
          <>
            <Words look="strong">
              {asked.more ? `最急的${rows.length}件` : `在办${rows.length}件`}
              {late > 0 ? `,其中${late}件超期` : ',没有超期'}
            </Words>
            <Columns rows={rows} now={now} />
            <More of={asked}>再看后面的</More>
          </>
        );
      }}
    </Faces>
  );
}
