import { useState } from 'react';
import type { Kind } from 'contract/states';
import { cancelReasons } from 'contract/words';
import { saidOf } from '@/cloud/call-error';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Note } from '@/components/faces';
import { Fold } from '@/components/fold';
import { Words } from '@/components/words';
import { useDeed } from '@/hooks/use-deed';

/** Out of the way of fingers, in two steps: no resident withdraws by accident. */
export function Cancel(props: Props) {
  return <Fold title={words[props.kind ?? 'errand'].fold}>{() => <Withdraw {...props} />}</Fold>;
}

const words: Record<Kind, { fold: string; then: string; button: string }> = {
  errand: {
    fold: '不想办了',
    then: '撤销以后，代办员就不再办了。以后想办，可以重新提。',
    button: '撤销这件事',
  },
  complaint: {
    fold: '不投诉了',
    then: '撤回以后，就不再查了。以后想说，可以重新写。',
    button: '撤回投诉',
  },
  waiting: {
    fold: '这件不办了',
    then: '撤销这一件，别的几件照样办。以后想办，可以重新提。',
    button: '撤销这件事',
  },
  question: { fold: '不问了', then: '撤回以后，就不再查了。以后想问，可以重新问。', button: '撤回这个问题' },
};

interface Props {
  caseId: string;
  kind?: Kind;
  onDone(): void;
}

function Withdraw({ caseId, kind = 'errand', onDone }: Props) {
  const { then, button } = words[kind];
  const [reason, setReason] = useState<string>();
  // Refused: it has ended meanwhile, and the page says how.
  const { run, busy, error } = useDeed('cases.cancel', onDone);
  async function cancel() {
    if (await run({ caseId, reason })) onDone();
  }
  return (
    <>
      <Words>{then}</Words>
      {kind === 'errand' && (
        <Choice
          legend="为什么不办了？可以不选"
          options={cancelReasons.map((value) => ({ value, label: value }))}
          value={reason}
          onChange={setReason}
        />
      )}
      {error && <Note icon="problem" text={saidOf(error)} />}
      <Button look="danger" icon="undo" busy={busy} onPress={() => void cancel()}>
        {button}
      </Button>
    </>
  );
}
