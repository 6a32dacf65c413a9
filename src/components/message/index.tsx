import type { ReactNode } from 'react';
import { can } from 'contract/deeds';
import { limits } from 'contract/limits';
import type { CaseView } from 'contract/models';
import { useForm } from '@/hooks/use-form';
import { Button } from '../button';
import { Field, FieldError } from '../field';
import { Fold } from '../fold';

interface Props {
  kase: CaseView;
  /** to whom: 代办员 or 居民 */
  to: string;
  onDone(): void;
  /** what adds photos; managers send none, so that their package need not carry what makes them */
  adds?(ids: readonly string[], onChange: (ids: string[]) => void): ReactNode;
}

/** 留言: a word or a photo to the other side of a case, which changes nothing. It stands in 经过 once it is sent. */
export function Message(props: Props) {
  if (!can(props.kase, 'say')) return null;
  return <Fold title={`给${props.to}留言`}>{() => <Write {...props} />}</Fold>;
}

function Write({ kase: { caseId }, to, onDone, adds }: Props) {
  const form = useForm('cases.say', {
    key: `say.${caseId}`,
    begin: (kept: { text?: string; photos?: string[] }) => ({
      text: kept.text ?? '',
      photos: kept.photos ?? [],
    }),
    check: ({ text, photos }) => ({
      text:
        text.trim() || photos.length > 0
          ? undefined
          : adds
            ? '请写一句要说的话，或者放一张照片。'
            : '请写一句要说的话。',
    }),
    inputOf: ({ text, photos }) => ({ caseId, text: text.trim() || undefined, photos }),
    beside: ['text', 'photos'],
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
      {adds?.(form.draft.photos, (photos) => form.write({ photos }))}
      <FieldError id="message-photos-error">{form.wrong('photos')}</FieldError>
      <Button icon="megaphone" busy={form.busy} onPress={() => void send()}>
        发给{to}
      </Button>
    </>
  );
}
