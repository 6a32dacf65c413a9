import { PageContainer } from '@tarojs/components';
import { useEffect, useState } from 'react';

/**
 * WeChat tells no page that somebody goes back. Of what it offers, only `page-container` makes the phone's key and the swipe close
 * something within the page instead of the page: here an empty one, a new one for each step, as one is used up by being closed.
 * `wx.enableAlertBeforeUnload` only asks whether to leave, and pages of their own for the steps would leave those behind that
 * were filled in when the request is sent. Source: WeChat's documentation of page-container.
 */
export function useStepBack(step: number, onStep: (step: number) => void) {
  return step > 0 ? <Held key={step} onBack={() => onStep(step - 1)} /> : null;
}

function Held({ onBack }: { onBack(): void }) {
  // It holds the way back from the moment it is shown, and a container that is made open was never shown.
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => setIsOpen(true), []);
  return <PageContainer show={isOpen} overlay={false} duration={0} onBeforeLeave={onBack} />;
}
