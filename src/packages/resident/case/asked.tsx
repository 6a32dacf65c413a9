import type { CaseView } from 'contract/models';
import { Button } from '@/components/button';
import { Note } from '@/components/faces';
import { Fold } from '@/components/fold';
import { Words } from '@/components/words';
import { useDeed } from '@/hooks/use-deed';
import { go } from '@/routes';

/** What the resident can say to a case that another person asked for them: not by them, or still, where it was taken back. */
export function Asked({ kase, onDone }: { kase: CaseView; onDone(): void }) {
  const { caseId, asker, state, serviceCode, subtype, note } = kase;
  const { run, busy, error } = useDeed('cases.dismiss', onDone);
  if (!asker) return null;
  return (
    <>
      {state === 'cancelled' && (
        <Button onPress={() => go.request(serviceCode, { subtype, text: note })}>还是要办，再提一次</Button>
      )}
      <Fold title={`不要${asker.name}替我办`}>
        {() => (
          <>
            <Words>他以后看不到这件事。事情还是您的，接着给您办。</Words>
            {error && <Note icon="problem" text={error.message} />}
            <Button
              look="danger"
              busy={busy}
              onPress={() => void run({ caseId }).then((done) => done && onDone())}
            >
              这件不要他管了
            </Button>
          </>
        )}
      </Fold>
    </>
  );
}
