import { View } from '@tarojs/components';
import type { NearbyRow } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FieldError } from '@/components/field';
import { Words } from '@/components/words';
import { dayWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { go } from '@/routes';

/** Reports of the same kind nearby: who has met the same may join one instead of writing another. */
export function Nearby({ place, subtype }: { place: { code?: string; orgId?: string }; subtype: string }) {
  const isKnown = place.code !== undefined || place.orgId !== undefined;
  const asked = useCall('cases.nearby', isKnown ? { ...place, subtype } : undefined);
  const join = useDeed('cases.join', asked.reload);
  const leave = useDeed('cases.leave', asked.reload);
  const { reports = [] } = asked.data ?? {};
  // What could not be looked for holds nobody up.
  if (reports.length === 0) return null;
  const now = currentTime();
  const run = async (deed: typeof join | typeof leave, caseId: string) => {
    if (await deed.run({ caseId })) asked.reload();
  };
  return (
    <Card title="附近有人报过，是同一个吗？" icon="people">
      <FieldError id="join-error">{(join.error ?? leave.error)?.message}</FieldError>
      {reports.map((row) => (
        <View key={row.caseId} className="nearby-one">
          <Words look="strong">
            {row.landmark}，{row.what}
          </Words>
          <Words look="muted">
            {dayWords(row.at, now)}报的{row.joined > 0 && `，${row.joined}位邻居也遇到了`}
          </Words>
          <Ways
            row={row}
            busy={join.busy || leave.busy}
            onJoin={() => void run(join, row.caseId)}
            onLeave={() => void run(leave, row.caseId)}
          />
        </View>
      ))}
      <Words look="muted">不是同一个，接着往下写。</Words>
    </Card>
  );
}

interface WaysProps {
  row: NearbyRow;
  busy: boolean;
  onJoin(): void;
  onLeave(): void;
}

function Ways({ row: { caseId, mine, landmark }, busy, onJoin, onLeave }: WaysProps) {
  if (mine === 'own') return <Button onPress={() => go.case(caseId)}>您报的，看办到哪一步</Button>;
  if (mine === 'joined')
    return (
      <>
        <Words>记下了，办到哪一步告诉您，不用再报。</Words>
        <Button icon="undo" busy={busy} label={`收回，不是同一个：${landmark}`} onPress={onLeave}>
          收回，不是同一个
        </Button>
      </>
    );
  return (
    <Button icon="tick" busy={busy} label={`我也遇到了：${landmark}`} onPress={onJoin}>
      我也遇到了
    </Button>
  );
}
