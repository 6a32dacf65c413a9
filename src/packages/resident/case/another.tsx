import { useState } from 'react';
import { can } from 'contract/deeds';
import type { CaseView } from 'contract/models';
import { wishReasons } from 'contract/words';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Note } from '@/components/faces';
import { Fold } from '@/components/fold';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { useDeed } from '@/hooks/use-deed';

interface Props {
  kase: CaseView;
  now: number;
  onDone(): void;
}

/** 换一位代办员: said in a tap, with a reason or without; then that the community decides. */
export function Another({ kase, now, onDone }: Props) {
  if (kase.wish)
    return (
      <Card tone="progress" icon="person" title="想换一位代办员">
        <Words>{whenWords(kase.wish.at, now)}说的，社区知道了，换不换都会告诉您。代办员不知道。</Words>
      </Card>
    );
  if (!can(kase, 'wish')) return null;
  return <Fold title="想换一位代办员">{() => <Wish caseId={kase.caseId} onDone={onDone} />}</Fold>;
}

function Wish({ caseId, onDone }: { caseId: string; onDone(): void }) {
  const [reason, setReason] = useState<(typeof wishReasons)[number]>();
  const { run, busy, error } = useDeed('cases.wish', onDone);
  async function wish() {
    if (await run({ caseId, reason })) onDone();
  }
  return (
    <>
      <Words>社区来定，换不换都告诉您。代办员看不到您说过这话。</Words>
      <Choice
        legend="为什么想换？可以不选"
        options={wishReasons.map((value) => ({ value, label: value }))}
        value={reason}
        onChange={(value) => setReason(value)}
      />
      {error && <Note icon="problem" text={error.message} />}
      <Button icon="person" busy={busy} onPress={() => void wish()}>
        请社区换一位
      </Button>
    </>
  );
}
