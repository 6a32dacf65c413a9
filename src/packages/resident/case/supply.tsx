import { limits } from 'contract/limits';
import type { CaseView } from 'contract/models';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Words } from '@/components/words';
import { dayWords } from '@/format/when';
import { goToFault } from '@/hooks/focus';
import { useDeed } from '@/hooks/use-deed';
import { useDraft } from '@/hooks/use-draft';
import { useNotices } from '@/hooks/use-notices';

/** What one wants to hear of next. */
const afterSupplyKinds = ['progress', 'result'] as const;

/** The answer to what the agent asked for, kept while it is written: its field stands in the page, its button in the bar. */
export function useSupply(caseId: string, onDone: () => void, isAsked = false) {
  const { draft, change, discard } = useDraft<{ text: string }>(`supply.${caseId}`, (kept) => ({
    text: '',
    ...kept,
  }));
  const { run, busy, error, clear } = useDeed('cases.supply', onDone);
  const notices = useNotices(isAsked);
  const toAskFor = notices.toAskFor(afterSupplyKinds);

  function write(text: string) {
    change({ text });
    clear();
  }
  async function send() {
    if ([...draft.text].length > limits.message) return goToFault();
    // In the tap, before anything is awaited; what was written goes meanwhile, whatever the answer.
    if (!busy && draft.text.trim() !== '') void notices.ask(toAskFor);
    if (!(await run({ caseId, text: draft.text }))) return goToFault();
    discard();
    onDone();
  }
  return { text: draft.text, write, send, busy, toAskFor, error: error?.fields.text ?? error?.message };
}

export type Supplying = ReturnType<typeof useSupply>;

/** What the agent asked for, by which day, and the answer to it. */
export function Supply({ kase, now, of }: { kase: CaseView; now: number; of: Supplying }) {
  const { text, write, error } = of;
  const until = kase.clocks.find(({ name, stoppedAt }) => name === 'supply' && stoppedAt === undefined);
  return (
    <Card tone="warning" icon="paper" title="请您补一样">
      {kase.ask && <Words look="large">{kase.ask}</Words>}
      {until && (
        <Words>
          {until.dueAt < now ? '日子过了也能补,请尽快。' : `最晚${dayWords(until.dueAt, now)}补上。`}
        </Words>
      )}
      <Field
        label="怎么补上的,说一句"
        hint="比如:户口簿放在家里,来拿就行"
        kind="long"
        max={limits.message}
        value={text}
        error={error}
        onInput={write}
      />
    </Card>
  );
}
