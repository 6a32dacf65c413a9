import type { CaseView, ServiceItem } from 'contract/models';
import { can } from 'contract/deeds';
import { limits } from 'contract/limits';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';
import { CaseForm } from '../case-form';
import { Field } from '../field';
import { Reason } from '../reason';
import { Words } from '../words';
import { type Form, type FormAction, type FormDeed, forms } from './forms';
import { type SourceDraft, SourceFields, faultsOfSource, sourceInput } from './source';

interface Props {
  caseId: string;
  deed: FormDeed;
  /** where to go once it is done */
  onDone(): void;
  /** where to go when the case has moved on and it can no longer be done */
  onPast(): void;
}

interface Draft extends SourceDraft {
  words: string;
  more: string;
}

/** The page of one deed that needs words. */
export function DeedPage({ caseId, deed, onDone, onPast }: Props) {
  const deedForm = forms[deed];
  const { isFinal, isOfItem, action, field, inputOf } = deedForm;
  const asked = useCall('cases.detail', { caseId });
  const kase = asked.data?.case;
  const { data } = useCall('catalog.detail', isOfItem && kase ? { code: kase.serviceCode } : undefined);
  const said = saidTo(kase, deedForm);
  const { title, hint, submit } = said;
  const isSourced = said === deedForm.asQuestion;
  const form = useForm<FormAction, Draft>(action, {
    key: `${deed}.${caseId}`,
    begin: (kept) => ({ words: '', more: '', ...kept }),
    check: (draft) => ({
      [field]: draft.words.trim() ? undefined : said.missing,
      ...(isSourced ? faultsOfSource(draft) : {}),
    }),
    inputOf: ({ words, more, ...draft }) =>
      inputOf(caseId, words.trim(), isSourced ? sourceInput(draft) : undefined, more.trim() || undefined),
    beside: [field, 'source'],
    // Taken, ended or gone on meanwhile? Then the page says so instead of asking on.
    onRefused: asked.reload,
  });
  return (
    <CaseForm
      title={title}
      hint={hint}
      submit={submit}
      look={isFinal ? 'danger' : 'main'}
      kase={asked}
      may={(one) => can(one, deed)}
      form={form}
      onDone={onDone}
      onPast={onPast}
    >
      {(shown) => (
        <>
          <Questions
            kase={shown}
            deed={deed}
            label={said.label}
            item={data?.item}
            draft={form.draft}
            error={form.wrong(field)}
            onChange={(part) => form.write(part, [field])}
          />
          {isSourced && (
            <SourceFields
              of={form.draft}
              note={shown.note}
              wrong={form.wrong}
              onWrite={(part, mended) => form.write(part, [mended])}
            />
          )}
        </>
      )}
    </CaseForm>
  );
}

interface QuestionsProps {
  kase: CaseView;
  deed: FormDeed;
  label: string;
  item?: ServiceItem;
  draft: Draft;
  error?: string;
  onChange(part: Partial<Draft>): void;
}

function Questions({ kase, deed, label, item, draft, error, onChange }: QuestionsProps) {
  const { exampleOf, reasons, max, more } = forms[deed];
  const setWords = (words: string) => onChange({ words });
  return (
    <>
      {deed === 'supply' && kase.ask && <Words look="large">要补的：{kase.ask}</Words>}
      {deed === 'reply' && kase.kind === 'question' && (
        <Words look="large">问的：{kase.question?.askedOn ?? kase.note}</Words>
      )}
      {reasons ? (
        <Reason
          legend={label}
          reasons={reasons}
          value={draft.words}
          onChange={setWords}
          error={error}
          max={max}
        />
      ) : (
        <Field
          label={label}
          hint={exampleOf?.(item)}
          kind="long"
          value={draft.words}
          onInput={setWords}
          error={error}
          max={max}
        />
      )}
      {more && !kase.report && (
        <Field
          {...more}
          value={draft.more}
          max={limits.itemWord}
          onInput={(words) => onChange({ more: words })}
        />
      )}
    </>
  );
}

type Said = Pick<Form, 'title' | 'hint' | 'submit' | 'label' | 'missing'>;

/** A colleague's no leaves the case where it is: other words than for the agent it was offered to. A question has its own, too. */
function saidTo(kase: CaseView | undefined, form: Form): Said {
  if (kase?.parts[0] === 'colleague' && form.asColleague) return { ...form, ...form.asColleague };
  return (kase?.kind === 'question' && form.asQuestion) || form;
}
