import type { CaseView } from 'contract/models';
import { can } from 'contract/deeds';
import { CallButton } from '@/components/button';
import { Card } from '@/components/card';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { isToUrge, Urge } from './urge';

/** Outside hours: when staff are there again, and what can be done until then; the bar has the emergency call. */
export function AfterHours({ kase, now, reload }: { kase: CaseView; now: number; reload(): void }) {
  if (!kase.afterHours) return null;
  const { nextAt } = kase.afterHours;
  return (
    <Card title="现在不是上班时间" icon="clock">
      <Words look="strong">
        {kase.isUrgent ? '险情夜里也有人管，等不及打值班电话。' : `${whenWords(nextAt, now)}有人。`}
      </Words>
      {isToUrge(kase) && (
        <>
          <Words>不急的，催一催，上班就看到。</Words>
          <Urge caseId={kase.caseId} onDone={reload} />
        </>
      )}
      {/* There the bar is for the answer. */}
      {can(kase, 'supply') && <EmergencyCall kase={kase} look="plain" />}
    </Card>
  );
}

/** One tap to the community's line on call, while the station is empty. */
export function EmergencyCall({ kase, look }: { kase: CaseView; look: 'main' | 'plain' }) {
  const { phone = '' } = kase.afterHours ?? {};
  if (!phone) return null;
  return (
    <CallButton look={look} number={phone} whom="社区值班">
      急事打值班电话
    </CallButton>
  );
}
