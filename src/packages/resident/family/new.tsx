import type { ReactNode } from 'react';
import type { Output } from 'contract/actions';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { KeepFields, useKeep } from './keep';

/** One more of the family, on the way: what they are asked for comes next. */
export function NewFamily({
  choice,
  onDone,
}: {
  choice: ReactNode;
  onDone(data: Output<'account.setFamily'>): void;
}) {
  const form = useKeep();
  return (
    <Page title="请代办员帮忙" bar={<SendBar of={form} words="记下，接着写" onDone={onDone} />}>
      {choice}
      <KeepFields of={form} />
    </Page>
  );
}
