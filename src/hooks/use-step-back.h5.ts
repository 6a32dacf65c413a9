import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';

/** The step that the browser's entry stands for. It lies beside what Taro's router keeps there. */
function entryStep(): number {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'step' in state ? Number(state.step) : 0;
}

/**
 * The page that hears of the way back before the router does. Listeners of the window are asked in the order they came, and
 * the router's comes with the app: so this one is there before (src/app.tsx), and a page with steps puts itself here.
 */
let hears: ((event: PopStateEvent) => void) | undefined;
window.addEventListener('popstate', (event) => hears?.(event));

/** Each step has an entry of its own in the browser's history, all with the page's address. */
export function useStepBack(step: number, onStep: (step: number) => void) {
  const latest = useRef({ step, onStep });
  latest.current = { step, onStep };
  const isShown = useRef(true);
  useDidShow(() => {
    isShown.current = true;
  });
  useDidHide(() => {
    isShown.current = false;
  });
  useEffect(() => {
    const address = location.hash;
    const heard = (event: PopStateEvent) => {
      // Back from a page that stood over this one, or on to another: that is the router's.
      if (!isShown.current || location.hash !== address) return;
      // The router would take an entry with the address of this page for a second one, and begin the page anew.
      event.stopImmediatePropagation();
      const at = entryStep();
      if (at !== latest.current.step) latest.current.onStep(at);
    };
    hears = heard;
    return () => {
      if (hears === heard) hears = undefined;
    };
  }, []);
  useEffect(() => {
    const at = entryStep();
    for (let next = at + 1; next <= step; next += 1) history.pushState({ ...history.state, step: next }, '');
    // The page went back by a button: its entries go with it.
    if (step < at) history.go(step - at);
  }, [step]);
  return null;
}
