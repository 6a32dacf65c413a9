import { limits } from 'contract/limits';
import type { CaseRow, CaseView } from 'contract/models';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { usePaperPhotos } from '@/components/paper';
import { EditPapers } from '@/components/paper/edit';
import { Words } from '@/components/words';
import { supplyByWords } from '@/format/due';
import { useForm } from '@/hooks/use-form';
import { useNotices } from '@/hooks/use-notices';

/** What one wants to hear of next. */
const afterSupplyKinds = ['progress', 'result'] as const;

/** The answer to what the agent asked for, kept while it is written: its field stands in the page, its button in the bar. */
export function useSupply(caseId: string, onDone: () => void, isAsked = false) {
  const form = useForm('cases.supply', {
    key: `supply.${caseId}`,
    begin: (kept: { text?: string }) => ({ text: kept.text ?? '' }),
    inputOf: ({ text }) => ({ caseId, ...(text.trim() !== '' && { text }) }),
    beside: ['text'],
    onRefused: onDone,
  });
  const notices = useNotices(isAsked);
  const toAskFor = notices.toAskFor(afterSupplyKinds);

  async function send() {
    const { text } = form.draft;
    // In the tap, before anything is awaited; what was written goes meanwhile, whatever the answer.
    if (!form.busy && [...text].length <= limits.message) void notices.ask(toAskFor);
    if (await form.send()) onDone();
  }
  return { ...form, send, toAskFor };
}

type Asked = NonNullable<CaseRow['supply']>;
export type Supplying = ReturnType<typeof useSupply>;

interface Props extends Asked {
  kase: CaseView;
  now: number;
  of: Supplying;
  reload(): void;
}

/** What the agent asked for, by which day, and the answer to it. */
export function Supply({ what, by, kase, now, of, reload }: Props) {
  const { draft, write, wrong, other } = of;
  const asked = (kase.papers ?? []).filter(({ isAsked }) => isAsked);
  const links = usePaperPhotos(kase.caseId, asked);
  return (
    <Card tone="warning" icon="paper" title="请您补一样">
      {what && <Words look="large">{what}</Words>}
      {by !== undefined && <Words>{supplyByWords(by, now)}</Words>}
      <EditPapers kase={kase} papers={asked} links={links} now={now} isAsked onDone={reload} />
      <Field
        label="怎么补上的，说一句"
        hint={asked.length > 0 ? '放了照片可以不写。比如：放在家里，来拿就行' : '比如：放在家里，来拿就行'}
        kind="long"
        max={limits.message}
        value={draft.text}
        error={wrong('text') ?? other}
        onInput={(text) => write({ text })}
      />
    </Card>
  );
}
