import type { CaseView } from 'contract/models';
import { useState } from 'react';
import { useDeed } from '@/hooks/use-deed';
import { Button } from '../button';
import { Field, FieldError } from '../field';
import { Words } from '../words';

interface Props {
  caseId: string;
  visit: NonNullable<CaseView['visit']>;
  reload(): void;
}

/** At the door: the four digits that the resident reads out begin the visit. */
export function AtDoor({ caseId, visit, reload }: Props) {
  const [code, setCode] = useState('');
  const { run, busy, error, clear } = useDeed('cases.arrive', reload);
  if (visit.triesLeft === 0)
    return <Words>数字错了五次，不能再试，社区管理员已经知道。请居民改一次时间，或打电话给社区。</Words>;
  const begin = async () => {
    if (await run({ caseId, code, at: visit.at })) reload();
    else setCode('');
  };
  const said = error?.fields.code ?? error?.fields.at;
  return (
    <>
      <Field
        label="到了门口，请居民读4位数字"
        hint="在居民的办件里；不用微信的，社区打电话告诉过他"
        kind="number"
        value={code}
        error={said}
        onInput={(text) => {
          setCode(text);
          clear();
        }}
      />
      <FieldError id="arrive-error">{said ? undefined : error?.message}</FieldError>
      <Button look="main" icon="tick" busy={busy} onPress={() => void begin()}>
        开始上门
      </Button>
    </>
  );
}
