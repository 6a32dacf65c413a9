import { useState } from 'react';
import { Form } from './form';
import { Noted, type Entry } from './noted';

/** 代录: staff write down what a resident asked for by phone, at the counter or at the door; one after the other. */
export default function Intake() {
  const [entry, setEntry] = useState<Entry>();
  // The next one begins with an empty form.
  if (entry) return <Noted entry={entry} onNext={() => setEntry(undefined)} />;
  return <Form onNoted={setEntry} />;
}
