import type { Input } from 'contract/actions';
import type { Mode } from 'contract/words';
import { useEffect } from 'react';
import { call } from '@/cloud/call';
import { usePages } from '@/hooks/use-pages';
import { Faces } from '../faces';
import { More } from '../more';
import { type When, Slots } from './slots';

export { Slots };

interface Props extends When {
  /** whose hours: the community, or the code on its sheet; none where none is known yet */
  place?: Pick<Input<'cases.slots'>, 'orgId' | 'code'>;
  /** this agent's hours alone */
  agentId?: string;
  serviceCode: string;
  mode: Mode;
  /** the hour may be left to the agent's call */
  mayWait: boolean;
  error?: string;
  onChange(when: When): void;
}

/** A day and an hour of those that can still be had (时段). Refused, it shows which are left now. */
export function Appointment({ place, agentId, serviceCode, mode, error, ...choice }: Props) {
  const wish = place && { ...place, serviceCode, mode, ...(agentId ? { agentId } : {}) };
  const asked = usePages(wish && `cases.slots ${JSON.stringify(wish)}`, async (from) => {
    const { days, next } = await call('cases.slots', { serviceCode, mode, ...wish, from });
    return { rows: days, cursor: next };
  });
  const { reload } = asked;
  // An hour that was chosen and refused is gone; where none was chosen, nothing is known better.
  useEffect(() => {
    if (error && choice.time !== undefined) reload();
  }, [error]);
  if (!wish) return null;
  return (
    <Faces of={asked}>
      {(days) => (
        <Slots days={days} isAtDoor={mode === 'home-visit'} error={error} {...choice}>
          <More of={asked}>看后面的日子</More>
        </Slots>
      )}
    </Faces>
  );
}
