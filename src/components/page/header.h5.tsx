import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { goToTitle } from '@/hooks/focus';
import { Icon } from '../icon';
import { Press } from '../press';
import type { HeaderProps } from './header';

export function Header({ title, isRoot, beside }: HeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // A page that opens over another begins at its title, for those who hear it; what they pressed is out of sight.
  useEffect(() => {
    if (isRoot) return;
    // The page before is put out of sight only now, and takes its focus with it.
    const timer = setTimeout(() => heading.current && goToTitle(heading.current));
    return () => clearTimeout(timer);
  }, [isRoot]);
  return (
    <header className="page-header">
      {!isRoot && (
        <Press className="page-back" label="返回" onPress={goBack}>
          <Icon name="back" />
        </Press>
      )}
      <h1 ref={heading} className="page-title" tabIndex={-1}>
        {title}
      </h1>
      {beside && <div className="page-beside">{beside}</div>}
    </header>
  );
}

function goBack() {
  // A page opened by its address has nothing behind it, unless it is at a later step of its own (hooks/use-step-back).
  const state: unknown = history.state;
  const isAtStep = typeof state === 'object' && state !== null && 'step' in state;
  if (isAtStep) history.back();
  else if (Taro.getCurrentPages().length > 1) Taro.navigateBack();
  else Taro.switchTab({ url: '/pages/home/index' });
}
