import type { ReactNode } from 'react';
import type { CaseView } from 'contract/models';
import { isAtHome } from 'contract/deeds';
import { WITH_AGENT, isOpen } from 'contract/states';
import { actorNames } from 'contract/words';
import { dayWords } from '@/format/when';
import { Steps } from '../steps';
import { Tag } from '../tag';

interface Props {
  kase: CaseView;
  now: number;
  /** what the reader can do about the step it stands at */
  deed?(step: CaseView['steps'][number], index: number): ReactNode;
}

/** The item's own steps in a case: what is over, where it stands, by which day, and which one is late. */
export function CaseSteps({ kase, now, deed }: Props) {
  const isMine = kase.parts.slice(0, 1).some(isAtHome);
  const current = WITH_AGENT.some((state) => state === kase.state)
    ? kase.steps.findIndex((step) => step.doneAt === undefined)
    : -1;
  return (
    <Steps
      steps={kase.steps.map((step, index) => ({
        title: step.name,
        meta: [whoDoes(step.actor, isMine), whenOf(step, kase, now)].filter(Boolean).join(' · '),
        at: step.doneAt !== undefined ? 'done' : index === current ? 'now' : undefined,
        late: step.late && <Tag tone="breach">{step.doneAt === undefined ? '晚了' : '晚了才办好'}</Tag>,
        deed: index === current && deed?.(step, index),
      }))}
    />
  );
}

const whoDoes = (actor: CaseView['steps'][number]['actor'], isMine: boolean) =>
  actor === 'resident' && !isMine ? '居民' : actorNames[actor];

/** When it was done, or by when; while the case waits for the resident the days ahead are not known. */
function whenOf({ doneAt, dueAt }: CaseView['steps'][number], kase: CaseView, now: number): string {
  if (doneAt !== undefined) return `${dayWords(doneAt, now)}办好`;
  if (!isOpen(kase.state)) return '';
  if (kase.pausedAt !== undefined) return '等材料补上再算日子';
  return `${dueAt < now ? '该在' : '最晚'}${dayWords(dueAt, now)}${dueAt < now ? '办好' : ''}${kase.provisional ? '（暂定）' : ''}`;
}
