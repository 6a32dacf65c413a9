import { can } from 'contract/deeds';
import { limits } from 'contract/limits';
import type { CaseView } from 'contract/models';
import { useForm } from '@/hooks/use-form';
import { Button } from '../button';
import { Field } from '../field';
import { Fold } from '../fold';

interface Props {
  kase: CaseView;
  /** to whom: 代办员 or 居民 */
  to: string;
  onDone(): void;
}

/** 留言: a word to the other side of a case, which changes nothing. It stands in 经过 once it is sent. */
export function Message({ kase, to, onDone }: Props) {
  if (!can(kase, 'say')) return null;
  return <Fold title={`给${to}留言`}>{() => <Write caseId={kase.caseId} to={to} onDone={onDone} />}</Fold>;
}

function Write({ caseId, to, onDone }: { caseId: string; to: string; onDone(): void }) {
  const form = useForm('cases.say', {
    key: `say.${caseId}`,
    begin: (kept: { text?: string }) => ({ text: kept.text ?? '' }),
    check: ({ text }) => ({ text: text.trim() ? undefined : '请写一句要说的话。' }),
    inputOf: ({ text }) => ({ caseId, text }),
    beside: ['text'],
    onRefused: onDone,
  });
  async function send() {
    if (await form.send()) onDone();
  }
  return (
    <>
      <Field
        label="要说的话"
        hint={`${to}会收到通知，经过里也看得到。急事请打电话。`}
        kind="long"
        max={limits.message}
        value={form.draft.text}
        error={form.wrong('text') ?? form.other}
        onInput={(text) => form.write({ text })}
      />
      <Button icon="megaphone" busy={form.busy} onPress={() => void send()}>
        发给{to}
      </Button>
    </>
  );
}
