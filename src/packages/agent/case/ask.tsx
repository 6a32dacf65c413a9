import { Fragment } from 'react';
import { limits } from 'contract/limits';
import type { CaseView, PaperView } from 'contract/models';
import { can } from 'contract/deeds';
import { paperFaults, paperLack } from 'contract/words';
import { currentTime } from '@/cloud/clock';
import { CaseForm } from '@/components/case-form';
import { Ticks } from '@/components/choice';
import { Field } from '@/components/field';
import { PaperPhotos, usePaperPhotos } from '@/components/paper';
import { stateWords } from '@/components/paper/words';
import { Reason, noReason } from '@/components/reason';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';

interface Draft {
  words: string;
  /** what is wrong with each paper, by its id */
  faults: Record<string, string>;
}

/** 要补材料: which papers are wrong or lacking, and why, all in one round: the resident hears of it once. */
export function Ask({ caseId, onDone }: { caseId: string; onDone(): void }) {
  const asked = useCall('cases.detail', { caseId });
  const papers = asked.data?.case.papers ?? [];
  const nameOf = (id: string) => papers.find((one) => one.id === id)?.name ?? '';
  const form = useForm('cases.ask', {
    key: `ask.${caseId}`,
    begin: (kept: Partial<Draft>): Draft => ({ words: '', faults: {}, ...kept }),
    check: ({ words, faults }) => ({
      ...Object.fromEntries(
        Object.entries(faults).map(([id, fault]) => [id, fault.trim() ? undefined : noReason]),
      ),
      text: words.trim() || Object.keys(faults).length > 0 ? undefined : '请告诉居民缺什么。',
    }),
    inputOf: ({ words, faults }) => ({
      caseId,
      ...(words.trim() !== '' && { text: words }),
      ...(Object.keys(faults).length > 0 && {
        papers: Object.entries(faults)
          .filter(([id]) => nameOf(id) !== '')
          .map(([paper, fault]) => ({ paper, fault })),
      }),
    }),
    beside: ['text', ...papers.map(({ id }) => id)],
    onRefused: asked.reload,
  });
  const { draft, write, wrong } = form;
  return (
    <CaseForm
      title="请居民补材料"
      hint="居民马上收到通知。补上之前，时限暂停。"
      submit="通知居民补材料"
      kase={asked}
      may={(one) => can(one, 'ask')}
      form={form}
      onDone={onDone}
    >
      {(kase) => (
        <>
          <Faults
            kase={kase}
            faults={draft.faults}
            wrong={wrong}
            onChange={(faults) => write({ faults }, ['text', ...Object.keys(faults)])}
          />
          <Field
            label="还要说明什么？"
            kind="long"
            value={draft.words}
            onInput={(words) => write({ words }, ['text'])}
            error={wrong('text')}
            max={limits.message}
          />
        </>
      )}
    </CaseForm>
  );
}

interface FaultsProps {
  kase: CaseView;
  faults: Draft['faults'];
  wrong(field: string): string | undefined;
  onChange(faults: Draft['faults']): void;
}

/** The papers to tick; of one that is there what is wrong with it, beside its photos. */
function Faults({ kase: { caseId, papers = [] }, faults, wrong, onChange }: FaultsProps) {
  const links = usePaperPhotos(caseId, papers);
  const now = currentTime();
  if (papers.length === 0) return null;
  const choose = (ids: string[]) =>
    onChange(Object.fromEntries(ids.map((id) => [id, faults[id] ?? firstFault(papers, id)])));
  return (
    <>
      <Ticks
        legend="哪几样缺，或者不对？"
        options={papers.map((paper) => ({
          value: paper.id,
          label: paper.name,
          hint: [stateWords(paper, now), paper.note].filter(Boolean).join('；'),
        }))}
        values={papers.map(({ id }) => id).filter((id) => id in faults)}
        onChange={choose}
      />
      {papers
        .filter((paper) => paper.id in faults && !isLacking(paper))
        .map((paper) => (
          <Fragment key={paper.id}>
            <PaperPhotos paper={paper} links={links} />
            <Reason
              legend={`${paper.name}哪里不对？`}
              reasons={paperFaults}
              columns={3}
              value={faults[paper.id] ?? ''}
              onChange={(fault) => onChange({ ...faults, [paper.id]: fault })}
              error={wrong(paper.id)}
              max={limits.paperFault}
            />
          </Fragment>
        ))}
    </>
  );
}

const isLacking = ({ state }: PaperView): boolean => state === 'missing' || state === 'later';

/** Of what is not there it needs no saying. */
const firstFault = (papers: readonly PaperView[], id: string): string =>
  papers.some((paper) => paper.id === id && isLacking(paper)) ? paperLack : '';
