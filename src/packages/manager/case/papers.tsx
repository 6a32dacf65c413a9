import { useState } from 'react';
import type { Output } from 'contract/actions';
import { limits } from 'contract/limits';
import type { CaseView } from 'contract/models';
import { can } from 'contract/deeds';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Fold } from '@/components/fold';
import { type Links, Paper, PaperPhotos } from '@/components/paper';
import { isShown, verdictWords } from '@/components/paper/words';
import { Words } from '@/components/words';
import { useDeed } from '@/hooks/use-deed';

interface Props {
  kase: CaseView;
  now: number;
  /** to its photos, once they were opened: those of messages are among them */
  links?: Links;
  onOpened(links: Links): void;
}

/** 材料, as those who oversee the case see them: how each stands. The photos are opened with a reason, which the resident reads. */
export function Papers({ kase, now, links, onOpened }: Props) {
  const { papers = [], events } = kase;
  const hasPhotos = papers.some(({ photos }) => photos > 0) || events.some(({ photos }) => photos);
  if (papers.length === 0 && !hasPhotos) return null;
  const rest = papers.filter((paper) => !isShown(paper)).map(({ name }) => name);
  return (
    <Card title="材料" icon="paper">
      {papers.filter(isShown).map((paper) => (
        <Paper key={paper.id} paper={paper} now={now}>
          {links && <PaperPhotos paper={paper} links={links} />}
          {paper.verdict && <Words look="muted">{verdictWords(paper, false)}</Words>}
        </Paper>
      ))}
      {rest.length > 0 && <Words look="muted">看情况才要：{rest.join('、')}</Words>}
      {hasPhotos && !links && can(kase, 'inspect') && (
        <Fold title="看照片">
          {() => <Opening caseId={kase.caseId} onOpened={({ papers: opened }) => onOpened(opened)} />}
        </Fold>
      )}
    </Card>
  );
}

interface OpeningProps {
  caseId: string;
  onOpened(opened: Output<'cases.inspect'>): void;
}

function Opening({ caseId, onOpened }: OpeningProps) {
  const [why, setWhy] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const { run, busy, error } = useDeed('cases.inspect');
  const open = async () => {
    setIsMissing(why.trim() === '');
    if (why.trim() === '') return;
    const opened = await run({ caseId, why });
    if (opened) onOpened(opened);
  };
  return (
    <>
      <Words>照片平时不给看。点开看一次记一次，居民看得到是谁看的、为什么看。</Words>
      <Field
        label="为什么要看"
        value={why}
        max={limits.reason}
        onInput={setWhy}
        error={isMissing ? '请写一句为什么要看。' : (error?.fields.why ?? error?.message)}
      />
      <Button icon="paper" busy={busy} onPress={() => void open()}>
        看照片，记下来
      </Button>
    </>
  );
}
