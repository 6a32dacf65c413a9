import { View } from '@tarojs/components';
import { useState } from 'react';
import { errors } from 'contract/errors';
import type { CaseView } from 'contract/models';
import { can } from 'contract/deeds';
import { goToFault } from '@/hooks/focus';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { useDraft } from '@/hooks/use-draft';
import { Button } from '../button';
import { Faces, Note } from '../faces';
import { Field, FieldError } from '../field';
import { Page } from '../page';
import { Reason } from '../reason';
import { Words } from '../words';
import { type Form, type FormDeed, forms } from './forms';
import { Papers } from './papers';

interface Props {
  caseId: string;
  deed: FormDeed;
  /** where to go once it is done */
  onDone(): void;
  /** where to go when the case has moved on and it can no longer be done */
  onPast(): void;
}

/**
 * The page of one deed that needs words: whose case, what happens then, the question, the button. A page of its own, so
 * that the platform's way back leaves it. What is written stays on the phone until it is sent.
 */
export function DeedPage({ caseId, deed, onDone, onPast }: Props) {
  const form = forms[deed];
  const { isFinal, action, max, field, inputOf } = form;
  const asked = useCall('cases.detail', { caseId });
  // Refused: taken, ended or gone on meanwhile? Then the page says so instead of asking on.
  const { run, busy, error, clear } = useDeed(action, asked.reload);
  const { draft, change, discard } = useDraft<Draft>(`${deed}.${caseId}`, () => ({ words: '', papers: [] }));
  const [isMissing, setIsMissing] = useState(false);

  const kase = asked.data?.case;
  const may = kase && can(kase, deed);
  const { title, submit } = saidTo(kase, form);
  const wrong = isMissing ? '选一个,或者写一句。' : error?.fields[field];

  function write(part: Partial<Draft>) {
    change(part);
    setIsMissing(false);
    clear();
  }

  async function send() {
    const words = [draft.papers.join('、'), draft.words.trim()].filter(Boolean).join('。');
    setIsMissing(words === '');
    if (words === '' || [...words].length > max) return goToFault();
    if (!(await run(inputOf(caseId, words)))) return goToFault();
    discard();
    onDone();
  }

  const bar = (
    <>
      <FieldError id="deed-error">{error && !wrong ? error.message : undefined}</FieldError>
      <Button look={isFinal ? 'danger' : 'main'} busy={busy} onPress={() => void send()}>
        {submit}
      </Button>
    </>
  );
  return (
    <Page title={title} bar={may && bar}>
      <Faces of={asked} isEmpty={() => !may} empty={<Past onPress={onPast} />}>
        {({ case: shown }) => (
          <Questions kase={shown} deed={deed} draft={draft} error={wrong} onChange={write} />
        )}
      </Faces>
    </Page>
  );
}

interface Draft {
  words: string;
  papers: string[];
}

interface QuestionsProps {
  kase: CaseView;
  deed: FormDeed;
  draft: Draft;
  error?: string;
  onChange(part: Partial<Draft>): void;
}

function Questions({ kase, deed, draft, error, onChange }: QuestionsProps) {
  const { label, example, reasons, max } = forms[deed];
  const { hint } = saidTo(kase, forms[deed]);
  const setWords = (words: string) => onChange({ words });
  return (
    <>
      <View>
        {/* Nobody needs to be told their own name. */}
        <Words look="strong">
          {[kase.serviceName, kase.parts[0] !== 'resident' && kase.residentName].filter(Boolean).join(' · ')}
        </Words>
        <Words look="muted">{hint}</Words>
      </View>
      {deed === 'ask' && (
        <Papers
          serviceCode={kase.serviceCode}
          values={draft.papers}
          onChange={(papers) => onChange({ papers })}
        />
      )}
      {deed === 'supply' && kase.ask && <Words look="large">要补的:{kase.ask}</Words>}
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
          hint={example}
          kind="long"
          value={draft.words}
          onInput={setWords}
          error={error}
          max={max}
        />
      )}
    </>
  );
}

/** A colleague's no leaves the case where it is: other words than for whoever it was offered to. */
function saidTo(kase: CaseView | undefined, form: Form): Pick<Form, 'title' | 'hint' | 'submit'> {
  return (kase?.parts[0] === 'colleague' && form.asColleague) || form;
}

/** It can no longer be done. */
export function Past({ onPress }: { onPress(): void }) {
  return (
    <Note icon="info" text={errors.STATE_NOT_ALLOWED}>
      <Button look="main" onPress={onPress}>
        看看办件
      </Button>
    </Note>
  );
}
