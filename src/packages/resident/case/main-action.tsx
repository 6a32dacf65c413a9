import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { type Deed, deedsFor, isOpen } from 'contract/states';
import type { CaseView } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { Button, CallButton } from '@/components/button';
import { FieldError } from '@/components/field';
import { useDeed } from '@/hooks/use-deed';
import { useSession } from '@/hooks/use-session';
import { go } from '@/routes';

export const can = (kase: CaseView, deed: Deed) => deedsFor(kase.state, kase.part).includes(deed);

const isToReview = (kase: CaseView) => can(kase, 'review') && !kase.review;

/** Whether the page's main action is a call. */
export const isCall = (kase: CaseView) => !isToReview(kase);

/** What one comes here to do: rate what is done, else talk to whoever has it, and ask to hurry where that may be. */
export function MainAction({ kase, reload }: { kase: CaseView; reload(): void }) {
  const { data } = useSession();
  if (isToReview(kase)) {
    return (
      <Button look="main" icon="star" onPress={() => go.review(kase.caseId)}>
        评一评办得怎么样
      </Button>
    );
  }
  const agent = kase.assignment;
  if (agent && isOpen(kase.state)) {
    const call = (
      <CallButton
        look={can(kase, 'supply') ? 'plain' : 'main'}
        number={agent.agentPhone}
        whom={`代办员${agent.agentName}`}
      >
        打电话给{agent.agentName}
      </CallButton>
    );
    const mayUrge = can(kase, 'urge') && (kase.urgeFrom ?? 0) <= currentTime();
    return mayUrge ? (
      <Urge caseId={kase.caseId} onDone={reload}>
        {call}
      </Urge>
    ) : (
      call
    );
  }
  if (!data?.community) return null;
  return (
    <CallButton look="main" number={data.community.phone} whom={data.community.station}>
      打电话给社区
    </CallButton>
  );
}

/** 催一催: one tap tells the agent. It stands beside the call, which is the quicker way. */
function Urge({ caseId, onDone, children }: { caseId: string; onDone(): void; children: ReactNode }) {
  const { run, busy, error } = useDeed('cases.urge', onDone);
  async function urge() {
    if (await run({ caseId })) onDone();
  }
  return (
    <>
      <FieldError id="urge-error">{error?.message}</FieldError>
      <View className="case-ways">
        {children}
        <Button inline icon="bell" busy={busy} onPress={() => void urge()}>
          催一催
        </Button>
      </View>
    </>
  );
}
