import { useState } from 'react';
import { can } from 'contract/deeds';
import { idNumberOf } from 'contract/id-number';
import type { CaseView } from 'contract/models';
import { useDeed } from '@/hooks/use-deed';
import { Button } from '../button';
import { Field } from '../field';

const wrong = '要18位，最后一位可能是X，请对着身份证再看一遍。';

/**
 * 身份证号 for an item that needs it, by the resident's side or by the agent for them. It is kept on no phone, not even as a draft: what is not sent is
 * gone with the page.
 */
export function IdNumberForm({ kase, onDone }: { kase: CaseView; onDone(): void }) {
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const { run, busy, error } = useDeed('cases.identify', onDone);
  if (!can(kase, 'identify')) return null;
  async function keep() {
    const number = idNumberOf(typed);
    setIsWrong(!number);
    if (number && (await run({ caseId: kase.caseId, idNumber: number }))) {
      setTyped('');
      onDone();
    }
  }
  return (
    <>
      <Field
        label={kase.idNumber === 'given' ? '写错了，再写一次' : '身份证号'}
        value={typed}
        error={isWrong ? wrong : (error?.fields?.idNumber ?? error?.message)}
        onInput={(text) => {
          setTyped(text);
          setIsWrong(false);
        }}
      />
      <Button icon="send" busy={busy} onPress={() => void keep()}>
        加密存好
      </Button>
    </>
  );
}
