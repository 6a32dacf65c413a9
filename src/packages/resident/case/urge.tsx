import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { can } from 'contract/deeds';
import type { CaseView } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { FieldError } from '@/components/field';
import { useDeed } from '@/hooks/use-deed';

/** Whether the resident may ask to hurry now. */
export const isToUrge = (kase: CaseView) => can(kase, 'urge') && (kase.urgeFrom ?? 0) <= currentTime();

/** 催一催: one tap tells the agent. `children` stand before it: a call is the quicker way. */
export function Urge({ caseId, onDone, children }: { caseId: string; onDone(): void; children?: ReactNode }) {
  const { run, busy, error } = useDeed('cases.urge', onDone);
  async function urge() {
    if (await run({ caseId })) onDone();
  }
  return (
    <>
      <FieldError id="urge-error">{error?.message}</FieldError>
      <View className="page-bar-group case-ways">
        {children}
        <Button inline icon="bell" busy={busy} onPress={() => void urge()}>
          催一催
        </Button>
      </View>
    </>
  );
}
