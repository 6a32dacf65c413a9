import { View } from '@tarojs/components';
import type { CaseView } from 'contract/models';
import { can } from 'contract/deeds';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FieldError } from '@/components/field';
import { Fold } from '@/components/fold';
import { Paper, PaperPhotos, usePaperPhotos } from '@/components/paper';
import { EditPapers } from '@/components/paper/edit';
import { isShown, verdictWords } from '@/components/paper/words';
import { Words } from '@/components/words';
import { useDeed } from '@/hooks/use-deed';

interface Props {
  kase: CaseView;
  now: number;
  reload(): void;
}

/** 材料: what the resident has and sent, each taken by a tap; what is wrong is asked for on a page of its own. */
export function Papers({ kase, now, reload }: Props) {
  const { papers = [], caseId } = kase;
  const links = usePaperPhotos(caseId, papers);
  const { run, busy, error } = useDeed('cases.check', reload);
  if (papers.length === 0) return null;
  const take = async (paper: string) => {
    if (await run({ caseId, papers: [{ paper }] })) reload();
  };
  const rest = papers.filter((paper) => !isShown(paper)).map(({ name }) => name);
  return (
    <Card title="材料" icon="paper">
      <FieldError id="papers-error">{error?.message}</FieldError>
      {papers.filter(isShown).map((paper) => (
        <Paper key={paper.id} paper={paper} now={now}>
          <PaperPhotos paper={paper} links={links} />
          {paper.id.startsWith('x') && <Words>{paper.note}</Words>}
          {paper.verdict && <Words look="muted">{verdictWords(paper, true)}</Words>}
          {can(kase, 'check') && !paper.verdict && paper.state !== 'missing' && paper.state !== 'later' && (
            <View>
              <Button
                inline
                icon="tick"
                busy={busy}
                label={`${paper.name}，可以`}
                onPress={() => void take(paper.id)}
              >
                可以
              </Button>
            </View>
          )}
        </Paper>
      ))}
      {rest.length > 0 && <Words look="muted">看情况才要：{rest.join('、')}</Words>}
      {can(kase, 'paper') && (
        <Fold title="替居民记一记、拍一张">
          {() => <EditPapers kase={kase} papers={papers} links={links} now={now} onDone={reload} />}
        </Fold>
      )}
    </Card>
  );
}
