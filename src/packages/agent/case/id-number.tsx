import { useState } from 'react';
import { can } from 'contract/deeds';
import type { CaseView } from 'contract/models';
import { saidOf } from '@/cloud/call-error';
import { Button } from '@/components/button';
import { Note } from '@/components/faces';
import { Fold } from '@/components/fold';
import { IdNumberForm } from '@/components/id-number';
import { Words } from '@/components/words';
import { useDeed } from '@/hooks/use-deed';

/** The number that the office's form takes: opened by a tap, which the resident reads of, and not kept on the page. */
export function IdNumber({ kase, onDone }: { kase: CaseView; onDone(): void }) {
  if (!kase.idNumber) return null;
  return (
    <Fold title={kase.idNumber === 'given' ? '身份证号' : '身份证号，还没写'}>
      {() => (
        <>
          {kase.idNumber === 'given' && can(kase, 'reveal') && <Opened caseId={kase.caseId} />}
          {kase.idNumber === 'asked' && <Words>表上要填。居民自己写，或者当面看过证件，您替他写。</Words>}
          <IdNumberForm kase={kase} onDone={onDone} />
        </>
      )}
    </Fold>
  );
}

function Opened({ caseId }: { caseId: string }) {
  const [number, setNumber] = useState<string>();
  const { run, busy, error } = useDeed('cases.reveal');
  async function open() {
    setNumber((await run({ caseId }))?.idNumber);
  }
  if (number) return <Words look="large">{number.replace(/^(.{6})(.{8})/, '$1 $2 ')}</Words>;
  return (
    <>
      <Words>打开会记下来，居民看得到是谁、什么时候看的。</Words>
      {error && <Note icon="problem" text={saidOf(error)} />}
      <Button icon="search" busy={busy} onPress={() => void open()}>
        打开看
      </Button>
    </>
  );
}
