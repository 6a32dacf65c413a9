import { View } from '@tarojs/components';
import { useState } from 'react';
import { spokenNo } from 'contract/case-no';
import type { Delivery } from 'contract/models';
import { type DeliveryState, deliveryNames, noticeKinds } from 'contract/words';
import { Button } from '@/components/button';
import { FieldError } from '@/components/field';
import { Tag, type Tone } from '@/components/tag';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { useDeed } from '@/hooks/use-deed';
import { go } from '@/routes';
import { type Column, Table } from '../parts/table';

const tones: Record<DeliveryState, Tone> = {
  waiting: 'progress',
  sending: 'progress',
  sent: 'ok',
  inbox_only: 'plain',
  unknown: 'warning',
  failed: 'breach',
};
const readers: Record<Delivery['to'], string> = {
  resident: '给居民',
  agent: '给代办员',
  manager: '给管理员',
};

interface Props {
  orgId: string;
  rows: readonly Delivery[];
  now: number;
  /** there are more than these */
  isPart: boolean;
  /** what is said once it is on its way again */
  onRetried(words: string): void;
  /** things stand otherwise than the list shows */
  onRefused(): void;
}

/** Each notice with what became of it and why, newest first. */
export function Rows({ orgId, rows, now, isPart, onRetried, onRefused }: Props) {
  const { run, busy, error } = useDeed('admin.retry', onRefused);
  const [retried, setRetried] = useState<Delivery>();
  async function retry(row: Delivery) {
    setRetried(row);
    if (await run({ orgId, noticeId: row.id }))
      onRetried(`${row.title}（${spokenNo(row.no)}）排上了，一分钟里再发。`);
  }
  const waysOf = (row: Delivery) => (
    <>
      {row.caseId !== '' && (
        <Button
          inline
          label={`看办件 ${spokenNo(row.no)}：${row.title}`}
          onPress={() => go.managerCase(row.caseId)}
        >
          办件 {spokenNo(row.no)}
        </Button>
      )}
      {row.canRetry && (
        <Button
          inline
          icon="reload"
          busy={busy && retried?.id === row.id}
          label={`再发一次：${row.title}，${spokenNo(row.no)}`}
          onPress={() => void retry(row)}
        >
          再发一次
        </Button>
      )}
    </>
  );
  const columns: readonly Column<Delivery>[] = [
    {
      head: '通知',
      isText: true,
      cell: ({ title }) => <View className="delivery-title">{title}</View>,
      by: ({ title }) => title,
    },
    {
      head: '怎么样了',
      cell: ({ state }) => <Tag tone={tones[state]}>{deliveryNames[state]}</Tag>,
      by: ({ state }) => deliveryNames[state],
    },
    { head: '为什么', isText: true, cell: (row) => <Why row={row} now={now} /> },
    { head: '给谁', cell: ({ to }) => readers[to], by: ({ to }) => readers[to], isSpare: true },
    {
      head: '种类',
      cell: ({ kind }) => noticeKinds[kind],
      by: ({ kind }) => noticeKinds[kind],
      isSpare: true,
    },
    { head: '什么时候', cell: ({ at }) => whenWords(at, now), by: ({ at }) => at, isSpare: true },
    { head: '办件', cell: (row) => <View className="delivery-ways">{waysOf(row)}</View> },
  ];
  return (
    <>
      <FieldError id="retry-error">{error?.message}</FieldError>
      <Table label="通知" columns={columns} rows={rows} keyOf={({ id }) => id} isPart={isPart}>
        <View className="deliveries" role="list">
          {rows.map((row) => (
            <View key={row.id} className="delivery" role="listitem">
              <View className="delivery-top">
                <View className="delivery-title">{row.title}</View>
                <Tag tone={tones[row.state]}>{deliveryNames[row.state]}</Tag>
              </View>
              <Why row={row} now={now} />
              <Words look="muted">
                {readers[row.to]} · {noticeKinds[row.kind]} · {whenWords(row.at, now)}
              </Words>
              <View className="delivery-ways">{waysOf(row)}</View>
            </View>
          ))}
        </View>
      </Table>
    </>
  );
}

/** Why it is not there yet, or will not be; and when it is tried again. */
function Why({ row: { state, why, code, tries, sendAt }, now }: { row: Delivery; now: number }) {
  const parts = [
    state === 'sent' ? undefined : why,
    // WeChat's own number, for those who look it up.
    code !== undefined && code !== 0 ? `微信代码${code}` : undefined,
    tries > 1 ? `试了${tries}次` : undefined,
    state === 'waiting' && sendAt !== undefined && sendAt > now ? `${whenWords(sendAt, now)}再发` : undefined,
  ].filter(Boolean);
  return parts.length > 0 ? <Words>{parts.join(' · ')}</Words> : null;
}
