import { can } from 'contract/deeds';
import type { CaseView, MandateView } from 'contract/models';
import { Button } from '@/components/button';
import { Note } from '@/components/faces';
import { Mandate } from '@/components/mandate';
import { useDeed } from '@/hooks/use-deed';
import { go } from '@/routes';

/** 委托书 of a case, for its agent: shown at a window while it holds, asked for anew when it does not. */
export function Mandates({ kase, now, onDone }: { kase: CaseView; now: number; onDone(): void }) {
  return (
    <>
      {kase.mandates?.map((mandate, nth) => (
        <Mandate
          key={mandate.id}
          mandate={mandate}
          name={kase.residentName}
          serviceName={kase.serviceName}
          now={now}
        >
          {/* The newest alone: what stood before it has been replaced. */}
          {nth === 0 && can(kase, 'show') && <Use kase={kase} mandate={mandate} onDone={onDone} />}
        </Mandate>
      ))}
    </>
  );
}

function Use({
  kase: { caseId },
  mandate,
  onDone,
}: {
  kase: CaseView;
  mandate: MandateView;
  onDone(): void;
}) {
  // Refused: it was taken back in this moment, or ran out; the page says which.
  const show = useDeed('cases.show', onDone);
  const renew = useDeed('cases.renew', onDone);
  const error = show.error ?? renew.error;
  const input = { caseId, mandateId: mandate.id };
  return (
    <>
      {error && <Note icon="problem" text={Object.values(error.fields)[0] ?? error.message} />}
      {mandate.state === 'valid' && mandate.to.part === 'agent' && (
        <Button
          inline
          icon="letters"
          busy={show.busy}
          onPress={() => void show.run(input).then((done) => done && onDone())}
        >
          在窗口出示
        </Button>
      )}
      <Button inline icon="paper" onPress={() => go.receipt(caseId, 'mandate', mandate.id)}>
        打印委托书
      </Button>
      <Button inline busy={renew.busy} onPress={() => void renew.run(input).then((done) => done && onDone())}>
        请他续签
      </Button>
    </>
  );
}
