import { can } from 'contract/deeds';
import type { CaseView, MandateView } from 'contract/models';
import { Button } from '@/components/button';
import { Note } from '@/components/faces';
import { Mandate } from '@/components/mandate';
import { useDeed } from '@/hooks/use-deed';
import { go } from '@/routes';

/** 委托书 of a case: those that were signed, each ended by a tap, and the way to sign one, once there is whom to authorise. */
export function Mandates({ kase, now, onDone }: { kase: CaseView; now: number; onDone(): void }) {
  const { caseId, mandates = [], mandate, assignment, asker } = kase;
  const mayBe =
    can(kase, 'authorise') && !mandate && (assignment?.acceptedAt !== undefined || asker !== undefined);
  return (
    <>
      {mandates.map((mandate) => (
        <Mandate
          key={mandate.id}
          mandate={mandate}
          name={kase.relation ? kase.residentName : '您'}
          serviceName={kase.serviceName}
          now={now}
        >
          <Button icon="paper" onPress={() => go.receipt(caseId, 'mandate', mandate.id)}>
            {mandate.signed === 'paper' ? '打印出来，用笔签' : '存图片或打印'}
          </Button>
          {mandate.state === 'valid' && <Revoke caseId={caseId} mandate={mandate} onDone={onDone} />}
        </Mandate>
      ))}
      {mayBe && (
        <Button icon="letters" onPress={() => go.caseDeed(caseId, 'authorise')}>
          {mandates.length > 0 ? '再签一份委托书' : '签一份委托书'}
        </Button>
      )}
    </>
  );
}

function Revoke({ caseId, mandate, onDone }: { caseId: string; mandate: MandateView; onDone(): void }) {
  const { run, busy, error } = useDeed('cases.revoke', onDone);
  return (
    <>
      {error && <Note icon="problem" text={error.message} />}
      <Button
        inline
        busy={busy}
        onPress={() => void run({ caseId, mandateId: mandate.id }).then((done) => done && onDone())}
      >
        收回委托书
      </Button>
    </>
  );
}
