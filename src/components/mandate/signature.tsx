import { View } from '@tarojs/components';
import './mandate.scss';

/** A signature as it was drawn: black on white, whatever the page's colours are. */
export function Signature({ strokes }: { strokes: readonly (readonly number[])[] }) {
  return (
    <View
      className="mandate-signature"
      role="img"
      aria-label="签名"
      style={{ backgroundImage: `url("${drawn(strokes)}")` }}
    />
  );
}

function drawn(strokes: readonly (readonly number[])[]): string {
  const lines = strokes.map((points) => `<polyline points="${points.join(' ')}"/>`).join('');
  const style = 'fill="none" stroke="black" stroke-width="12" stroke-linecap="round" stroke-linejoin="round"';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 500"><g ${style}>${lines}</g></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
