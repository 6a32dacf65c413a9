import { PageContainer } from '@tarojs/components';
import { useEffect, useState } from 'react';

/**
 * WeChat tells no page that the user goes back. Of what it offers, only `page-container` makes the phone's key and the swipe close
 * something within the page instead of the page. Here it is an empty container, a new one for each step, since closing uses it up.
 * `wx.enableAlertBeforeUnload` only asks whether to leave. Were each step a page of its own, the filled-in pages would stay behind
 * when the request is sent. Source: WeChat's documentation of page-container.
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
