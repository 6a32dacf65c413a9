import { View } from '@tarojs/components';
import { useState } from 'react';
import { spokenNo } from 'contract/case-no';
import { limits } from 'contract/limits';
import type { CallTask } from 'contract/models';
import { type CallOutcome, callOutcomes } from 'contract/words';
import { Button, CallButton } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Field, FieldError } from '@/components/field';
import { Heading } from '@/components/heading';
import { Tag } from '@/components/tag';
import { Words } from '@/components/words';
import { spokenPhone } from '@/format/phones';
import { whenWords } from '@/format/when';
import { goToFault } from '@/hooks/focus';
import { useDeed } from '@/hooks/use-deed';
import { useDraft } from '@/hooks/use-draft';
import { go } from '@/routes';

interface Props {
  task: CallTask;
  now: number;
  /** what is said once it is noted */
  onNoted(words: string): void;
}

/** One call: who, what to say, the number; and, once it was made, how it went. */
export function Call({ task, now, onNoted }: Props) {
  const { id, at, caseId, no, serviceName, name, phone, says, outcome } = task;
  return (
    <Card>
      <View className="call-top">
        <Heading>{name}</Heading>
        {outcome && <Tag tone="warning">上次{callOutcomes[outcome]}</Tag>}
      </View>
      <Words look="muted">
        {serviceName} · {spokenNo(no)} · {whenWords(at, now)}起等着
      </Words>
      <View className="call-says">
        <Words look="muted">这样说:</Words>
        <Words look="large">“{says}”</Words>
      </View>
      <CallButton look="main" number={phone} whom={name}>
        打电话 {spokenPhone(phone)}
      </CallButton>
      <Outcome callId={id} name={name} onNoted={onNoted} />
      <Button look="quiet" label={`看办件:${name},${serviceName}`} onPress={() => go.agentCase(caseId)}>
        看办件
      </Button>
    </Card>
  );
}

interface Draft {
  outcome?: CallOutcome;
  text: string;
}

const hints: Record<CallOutcome, string> = {
  told: '本人知道了,这件就算告诉到了',
  family: '请家人转告,这件就算告诉到了',
  unanswered: '留在这里,晚些再打',
  wrong: '留在这里,到办件里找别的联系办法',
};
const options = (Object.keys(callOutcomes) as CallOutcome[]).map((value) => ({
  value,
  label: callOutcomes[value],
  hint: hints[value],
}));

/** How it went, kept while it is written: an agent writes it on the stairs. */
function Outcome({ callId, name, onNoted }: { callId: string; name: string; onNoted: Props['onNoted'] }) {
  const { draft, isFound, change, restart } = useDraft<Draft>(`called.${callId}`, (kept) => ({
    text: '',
    ...kept,
  }));
  const [isOpen, setIsOpen] = useState(isFound);
  const [isMissing, setIsMissing] = useState(false);
  const { run, busy, error, clear } = useDeed('cases.called');
  function write(part: Partial<Draft>) {
    change(part);
    setIsMissing(false);
    clear();
  }
  async function note() {
    const { outcome, text } = draft;
    setIsMissing(outcome === undefined);
    if (outcome === undefined || [...text].length > limits.message) return goToFault();
    if (!(await run({ callId, outcome, text: text.trim() || undefined }))) return goToFault();
    restart();
    setIsOpen(false);
    onNoted(`记下了:${name},${callOutcomes[outcome]}。`);
  }
  if (!isOpen)
    return (
      <Button icon="pencil" label={`打完了,记一下:${name}`} onPress={() => setIsOpen(true)}>
        打完了,记一下
      </Button>
    );
  return (
    <>
      <Choice
        legend="电话打得怎么样?"
        options={options}
        value={draft.outcome}
        error={isMissing ? '请选一个。' : undefined}
        onChange={(outcome) => write({ outcome })}
      />
      <Field
        label="再写一句,可以不写"
        kind="long"
        max={limits.message}
        value={draft.text}
        error={error?.fields.text}
        onInput={(text) => write({ text })}
      />
      <FieldError id={`called-error-${callId}`}>
        {error && !error.fields.text ? error.message : undefined}
      </FieldError>
      <Button busy={busy} label={`记下:${name}`} onPress={() => void note()}>
        记下
      </Button>
    </>
  );
}
