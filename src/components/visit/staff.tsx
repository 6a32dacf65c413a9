import type { ComponentProps } from 'react';
import { Companion } from './companion';
import { Visit } from './index';

interface Props extends Omit<ComponentProps<typeof Visit>, 'staff'> {
  onSay: ComponentProps<typeof Companion>['onSay'];
}

/** The visit as those who work on the case have it. Apart from `Visit`, so that a resident's phone does not load what is theirs. */
export const StaffVisit = ({ onSay, ...of }: Props) => (
  <Visit
    {...of}
    staff={(isToCome) => <Companion kase={of.kase} isToCome={isToCome} reload={of.reload} onSay={onSay} />}
  />
);
