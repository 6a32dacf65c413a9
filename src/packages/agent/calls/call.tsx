import { View } from '@tarojs/components';
import { useState } from 'react';
import { spokenNo } from 'contract/case-no';
import { limits } from 'contract/limits';
import type { CallTask } from 'contract/models';
import { type CallOutcome, callOutcomes } from 'contract/words';
import { Button, CallButton } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { SendBar } from '@/components/send-bar';
import { Tag } from '@/components/tag';
import { Words } from '@/components/words';
import { spokenPhone } from '@/format/phones';
import { whenWords } from '@/format/when';
import { useForm } from '@/hooks/use-form';
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
        <Words look="muted">这样说：</Words>
        <Words look="large">“{says}”</Words>
      </View>
      <CallButton look="main" number={phone} whom={name}>
        打电话 {spokenPhone(phone)}
      </CallButton>
      <Outcome callId={id} name={name} onNoted={onNoted} />
      <Button look="quiet" label={`看办件：${name}，${serviceName}`} onPress={() => go.agentCase(caseId)}>
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
  told: '本人知道了，这件就算告诉到了',
  family: '请家人转告，这件就算告诉到了',
  unanswered: '留在这里，晚些再打',
  wrong: '留在这里，到办件里找别的联系办法',
};
const options = (Object.keys(callOutcomes) as CallOutcome[]).map((value) => ({
  value,
  label: callOutcomes[value],
  hint: hints[value],
}));

/** How it went, kept while it is written: an agent writes it on the stairs. */
function Outcome({ callId, name, onNoted }: { callId: string; name: string; onNoted: Props['onNoted'] }) {
  const form = useForm('cases.called', {
    key: `called.${callId}`,
    begin: (kept: Partial<Draft>): Draft => ({ text: '', ...kept }),
    check: ({ outcome }) => ({ outcome: outcome ? undefined : '请选一个。' }),
    inputOf: ({ outcome = 'unanswered', text }) => ({ callId, outcome, text: text.trim() || undefined }),
    beside: ['outcome', 'text'],
  });
  const { draft, write, wrong } = form;
  const [isOpen, setIsOpen] = useState(form.isFound);
  function noted() {
    setIsOpen(false);
    if (draft.outcome) onNoted(`记下了：${name}，${callOutcomes[draft.outcome]}。`);
  }
  if (!isOpen)
    return (
      <Button icon="pencil" label={`打完了，记一下：${name}`} onPress={() => setIsOpen(true)}>
        打完了，记一下
      </Button>
    );
  return (
    <>
      <Choice
        legend="电话打得怎么样？"
        options={options}
        value={draft.outcome}
        error={wrong('outcome')}
        onChange={(outcome) => write({ outcome })}
      />
      <Field
        label="再写一句，可以不写"
        kind="long"
        max={limits.message}
        value={draft.text}
        error={wrong('text')}
        onInput={(text) => write({ text })}
      />
      <SendBar of={form} look="plain" words="记下" label={`记下：${name}`} onDone={noted} />
    </>
  );
}
