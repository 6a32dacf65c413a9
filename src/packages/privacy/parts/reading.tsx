import { spokenNo } from 'contract/case-no';
import { looks, lookers } from 'contract/kept';
import type { Reading } from 'contract/models/privacy';
import { currentTime } from '@/cloud/clock';
import { Card } from '@/components/card';
import { Faces, Note } from '@/components/faces';
import { More } from '@/components/more';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';
import type { Paged } from '@/hooks/use-pages';

/** Who has looked, page by page, the newest first. */
export function Readings({ of, none }: { of: Paged<Reading>; none: string }) {
  return (
    <Faces of={of} isEmpty={(rows) => rows.length === 0} empty={<Note icon="shield" text={none} />}>
      {(rows) => (
        <>
          {rows.map((row, i) => (
            <ReadingCard key={`${row.at} ${i}`} of={row} />
          ))}
          <More of={of} />
        </>
      )}
    </Faces>
  );
}

/** One opening, as its resident reads it. */
function ReadingCard({ of }: { of: Reading }) {
  return (
    <Card title={`${lookers[of.part]}${of.by}`} icon="person">
      <Words>
        {of.case && `因为办件 ${spokenNo(of.case.no)}，${of.case.serviceName}：`}
        {looks[of.how]}。
      </Words>
      {of.why && <Words>写的原因：{of.why}</Words>}
      <Words look="muted">{spanWords(of)}</Words>
    </Card>
  );
}

/** 11月23日 上午10点; 到…为止; 现在还看得到. */
function spanWords({ at, until, isOn }: Reading): string {
  const now = currentTime();
  if (isOn) return `${whenWords(at, now)}起，现在还看得到`;
  const [from, to] = [at, until ?? at].map((one) => whenWords(one, now));
  return from === to ? (from ?? '') : `${from}到${to}`;
}
