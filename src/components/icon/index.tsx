import { View } from '@tarojs/components';
import { type IconName, icons } from './icons';
import { maskOf } from './mask';
import './icon.scss';

interface Props {
  name: IconName;
  large?: boolean;
}

const drawn = new Map<IconName, string>();

/**
 * A drawn sign beside words, never instead of them: assistive technology skips it. It takes the colour of the text
 * around it: a mask, because WeChat has no inline SVG.
 */
export function Icon({ name, large }: Props) {
  return (
    <View
      className={large ? 'drawn icon icon-large' : 'drawn icon'}
      style={{ '--drawing': drawingOf(name) }}
      aria-hidden
    />
  );
}

function drawingOf(name: IconName): string {
  const known = drawn.get(name);
  if (known) return known;
  const drawing = maskOf(
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='#000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'>${icons[name]}</svg>`,
  );
  drawn.set(name, drawing);
  return drawing;
}
