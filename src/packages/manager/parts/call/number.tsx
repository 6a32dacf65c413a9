import { CallButton, Button } from '@/components/button';
import { Card } from '@/components/card';
import { FieldError } from '@/components/field';
import { Words } from '@/components/words';
import { useState } from 'react';
import type { Output } from 'contract/actions';
import { spokenPhone } from '@/format/phones';
import { useDeed } from '@/hooks/use-deed';

/** Name and number of whom to call. They are hidden until they are opened, and the opening is written into the case. */
export function OpenNumber({ caseId, why }: { caseId: string; why: string }) {
  const { run, busy, error } = useDeed('cases.contact');
  const [contact, setContact] = useState<Output<'cases.contact'>>();
  const open = async () => {
    const opened = await run({ caseId, why });
    if (opened) setContact(opened);
  };
  return (
    <Card title="打给谁" icon="phone">
      {contact ? (
        <>
          <Words look="large">{contact.name}</Words>
          <CallButton number={contact.phone} whom={contact.name}>
            打电话 {spokenPhone(contact.phone)}
          </CallButton>
        </>
      ) : (
        <>
          <Words>姓名和电话平时遮着。点开看一次记一次，居民看得到是谁看的。</Words>
          <FieldError id="number-error">{error?.message}</FieldError>
          <Button icon="phone" busy={busy} onPress={() => void open()}>
            看姓名和电话
          </Button>
        </>
      )}
    </Card>
  );
}
