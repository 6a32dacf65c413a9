import type { CaseView } from 'contract/models';
import { can } from 'contract/deeds';
import { Fold } from '@/components/fold';
import { type Links, Paper, PaperPhotos, usePaperPhotos } from '@/components/paper';
import { EditPapers } from '@/components/paper/edit';
import { isShown } from '@/components/paper/words';
import { Words } from '@/components/words';

interface Props {
  kase: CaseView;
  now: number;
  reload(): void;
}

/** 材料: the papers of the case, one line until it is pressed; each is marked by a tap or sent as photos. */
export function Papers(props: Props) {
  const { papers = [] } = props.kase;
  const said = papers.filter(({ state }) => state !== 'missing').length;
  const kept = papers.some(({ photos }) => photos > 0);
  if (papers.length === 0 || (!can(props.kase, 'paper') && !kept)) return null;
  return (
    <Fold title={`材料，${papers.length}样${said > 0 ? `，说好了${said}样` : ''}`}>
      {() => <Listed {...props} />}
    </Fold>
  );
}

function Listed({ kase, now, reload }: Props) {
  const { papers = [], caseId } = kase;
  const links = usePaperPhotos(caseId, papers);
  if (!can(kase, 'paper')) return <Kept kase={kase} now={now} links={links} />;
  // What is needed first; then what only some need.
  const inOrder = [...papers.filter(isShown), ...papers.filter((paper) => !isShown(paper))];
  return (
    <>
      <Words look="muted">点一下告诉代办员，有照片先发来看，省得白跑。照片只有给您办的人看得到。</Words>
      <EditPapers kase={kase} papers={inOrder} links={links} now={now} onDone={reload} />
    </>
  );
}

/** What is kept of a case that has ended. */
function Kept({ kase: { papers = [] }, now, links }: Pick<Props, 'kase' | 'now'> & { links: Links }) {
  return (
    <>
      <Words look="muted">办完了，代办员看不到照片了。过了保存的日子就删掉。</Words>
      {papers
        .filter(({ photos }) => photos > 0)
        .map((paper) => (
          <Paper key={paper.id} paper={paper} now={now}>
            <PaperPhotos paper={paper} links={links} />
          </Paper>
        ))}
    </>
  );
}
