import { limits } from 'contract/limits';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Words } from '@/components/words';
import { goToFault } from '@/hooks/focus';
import { useDeed } from '@/hooks/use-deed';
import { useDraft } from '@/hooks/use-draft';

/** What the agent asked for, and the answer to it. */
export function Supply({ caseId, ask, onDone }: { caseId: string; ask?: string; onDone(): void }) {
  const { draft, change, discard } = useDraft<{ text: string }>(`supply.${caseId}`, (kept) => ({
    text: '',
    ...kept,
  }));
  const { run, busy, error, clear } = useDeed('cases.supply');
  async function send() {
    if ([...draft.text].length > limits.message) return goToFault();
    if (!(await run({ caseId, text: draft.text }))) return goToFault();
    discard();
    onDone();
  }
  return (
    <Card tone="warning" icon="paper" title="请您补一样">
      {ask && <Words look="large">{ask}</Words>}
      <Field
        label="怎么补上的,说一句"
        hint="比如:户口簿已经拍照发给您了;放在家里,来拿就行"
        kind="long"
        max={limits.message}
        value={draft.text}
        error={error?.fields.text ?? error?.message}
        onInput={(text) => {
          change({ text });
          clear();
        }}
      />
      <Button look="main" busy={busy} onPress={() => void send()}>
        补好了,接着办
      </Button>
    </Card>
  );
}
