import type { CaseView } from 'contract/models';
import { useState } from 'react';
import { addToCalendar } from '@/cloud/calendar';
import { Button } from '../button';
import { FieldError } from '../field';

/** The hour in the phone's own calendar. */
export function ToCalendar({ kase: { serviceName, contact }, at }: { kase: CaseView; at: number }) {
  const [fault, setFault] = useState<string>();
  const add = async () =>
    setFault(await addToCalendar({ title: `邻里代办：${serviceName}`, at, place: contact.address }));
  return (
    <>
      <Button onPress={() => void add()}>记到手机日历</Button>
      <FieldError id="calendar-error">{fault}</FieldError>
    </>
  );
}
