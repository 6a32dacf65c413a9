import { can } from 'contract/deeds';
import { limits } from 'contract/limits';
import type { CaseView } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { useForm } from '@/hooks/use-form';
import { Button } from '../button';
import { Field, FieldError } from '../field';
import { Fold } from '../fold';
import { stampOf } from '../paper/words';
import { AddPhotos } from '../photos/add';

interface Props {
  kase: CaseView;
  /** to whom: 代办员 or 居民 */
  to: string;
  onDone(): void;
}

/** 留言: a word or a photo to the other side of a case, which changes nothing. It stands in 经过 once it is sent. */
export function Message({ kase, to, onDone }: Props) {
  if (!can(kase, 'say')) return null;
  return <Fold title={`给${to}留言`}>{() => <Write kase={kase} to={to} onDone={onDone} />}</Fold>;
}

function Write({ kase, to, onDone }: Props) {
  const { caseId } = kase;
  const form = useForm('cases.say', {
    key: `say.${caseId}`,
    begin: (kept: { text?: string; photos?: string[] }) => ({
      text: kept.text ?? '',
      photos: kept.photos ?? [],
    }),
    check: ({ text, photos }) => ({
      text: text.trim() || photos.length > 0 ? undefined : '请写一句要说的话，或者放一张照片。',
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
      <AddPhotos
        of={`papers/${caseId}`}
        stamp={stampOf(kase, currentTime())}
        most={limits.paperPhotos}
        ids={form.draft.photos}
        onChange={(photos) => form.write({ photos })}
      />
      <FieldError id="message-photos-error">{form.wrong('photos')}</FieldError>
      <Button icon="megaphone" busy={form.busy} onPress={() => void send()}>
        发给{to}
      </Button>
    </>
  );
}
