import { useState } from 'react';
import { limits } from 'contract/limits';
import { Button } from '@/components/button';
import { Field, FieldError } from '@/components/field';
import { useDeed } from '@/hooks/use-deed';

interface Props {
  orgId: string;
  /** as it stands */
  on: boolean;
  onTurned(): void;
}

/** Turns the comparison of persons on or off, with a reason that all readers see. */
export function RankingForm({ orgId, on, onTurned }: Props) {
  const [why, setWhy] = useState<string>();
  const [isMissing, setIsMissing] = useState(false);
  const { run, busy, error } = useDeed('metrics.setRanking');
  const words = on ? '关上代办员对比' : '打开代办员对比';
  if (why === undefined) return <Button onPress={() => setWhy('')}>{words}</Button>;
  async function turn() {
    if (!why?.trim()) return setIsMissing(true);
    setIsMissing(false);
    if (await run({ orgId, on: !on, why })) onTurned();
  }
  return (
    <>
      <Field
        label={on ? '为什么关上？' : '为什么打开？'}
        hint="看这一页的人都读得到。"
        kind="long"
        value={why}
        onInput={setWhy}
        max={limits.reason}
        error={isMissing ? '请写一句原因。' : error?.fields.why}
      />
      <FieldError id="ranking-error">{error && !error.fields.why ? error.message : undefined}</FieldError>
      <Button busy={busy} onPress={() => void turn()}>
        {words}
      </Button>
    </>
  );
}
