import { useState } from 'react';
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
  return <Fold title={props.isComplaint ? '不投诉了' : '不想办了'}>{() => <Withdraw {...props} />}</Fold>;
}

interface Props {
  caseId: string;
  isComplaint?: boolean;
  onDone(): void;
}

function Withdraw({ caseId, isComplaint, onDone }: Props) {
  const [reason, setReason] = useState<string>();
  // Refused: it has ended meanwhile, and the page says how.
  const { run, busy, error } = useDeed('cases.cancel', onDone);
  async function cancel() {
    if (await run({ caseId, reason })) onDone();
  }
  return (
    <>
      <Words>
        {isComplaint
          ? '撤回以后，就不再查了。以后想说，可以重新写。'
          : '撤销以后，代办员就不再办了。以后想办，可以重新提。'}
      </Words>
      {!isComplaint && (
        <Choice
          legend="为什么不办了？可以不选"
          options={cancelReasons.map((value) => ({ value, label: value }))}
          value={reason}
          onChange={setReason}
        />
      )}
      {error && <Note icon="problem" text={saidOf(error)} />}
      <Button look="danger" icon="undo" busy={busy} onPress={() => void cancel()}>
        {isComplaint ? '撤回投诉' : '撤销这件事'}
      </Button>
    </>
  );
}
