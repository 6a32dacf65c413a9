import { type PointerEvent, useEffect, useRef } from 'react';
import { draw, withPoint } from './pad-strokes';

interface Props {
  strokes: readonly number[][];
  onDraw(strokes: number[][]): void;
}

export function Pad({ strokes, onDraw }: Props) {
  const field = useRef<HTMLCanvasElement>(null);
  const isDown = useRef(false);
  // Several points come between two drawings of the page: each goes on from the one before.
  const latest = useRef(strokes);
  latest.current = strokes;

  useEffect(() => {
    const canvas = field.current;
    const pen = canvas?.getContext('2d');
    if (!canvas || !pen) return;
    const { clientWidth, clientHeight } = canvas;
    if (canvas.width !== clientWidth) [canvas.width, canvas.height] = [clientWidth, clientHeight];
    draw(pen, strokes, clientWidth);
  }, [strokes]);

  function add(event: PointerEvent<HTMLCanvasElement>, isNew: boolean) {
    const { left, top, width } = event.currentTarget.getBoundingClientRect();
    const at = { x: event.clientX - left, y: event.clientY - top };
    const next = withPoint(latest.current, at, width, isNew);
    latest.current = next;
    onDraw(next);
  }
  return (
    <canvas
      ref={field}
      className="pad"
      role="img"
      aria-label="签名的地方，用手指写姓名"
      onPointerDown={(event) => {
        isDown.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        add(event, true);
      }}
      onPointerMove={(event) => isDown.current && add(event, false)}
      onPointerUp={() => (isDown.current = false)}
      onPointerCancel={() => (isDown.current = false)}
    />
  );
}
