import type { PropsWithChildren, ReactElement } from 'react';

export interface PressProps extends PropsWithChildren {
  onPress(): void;
  className?: string;
  /** said instead of the content, where the content alone is unclear */
  label?: string;
  disabled?: boolean;
  /** under way: stays focusable, a second press does nothing */
  busy?: boolean;
  /** opens and closes something */
  expanded?: boolean;
  /** of a menu: it leads to the page in view */
  current?: boolean;
}

/**
 * Anything that can be pressed, with no look of its own. A native button on each platform, for fingers, keyboards and
 * screen readers: Taro's own Button has no role on H5.
 */
export function Press(props: PressProps): ReactElement;
