import { Canvas, type CanvasTouchEvent } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { draw, withPoint } from './pad-strokes';

interface Props {
  strokes: readonly number[][];
  onDraw(strokes: number[][]): void;
}

interface Field {
  width: number;
  pen: Parameters<typeof draw>[0];
}

export function Pad({ strokes, onDraw }: Props) {
  const field = useRef<Field>();
  const latest = useRef(strokes);
  latest.current = strokes;

  useEffect(() => {
    if (field.current) return draw(field.current.pen, strokes, field.current.width);
    Taro.createSelectorQuery()
      .select('#pad')
      .fields({ node: true, size: true })
      .exec(([found]: { node: HTMLCanvasElement; width: number; height: number }[]) => {
        const pen = found?.node.getContext('2d');
        if (!found || !pen) return;
        [found.node.width, found.node.height] = [found.width, found.height];
        field.current = { width: found.width, pen };
        draw(pen, latest.current, found.width);
      });
  }, [strokes]);

  function add(event: CanvasTouchEvent, isNew: boolean) {
    const [touch] = event.touches;
    if (!touch || !field.current) return;
    const next = withPoint(latest.current, touch, field.current.width, isNew);
    latest.current = next;
    onDraw(next);
  }
  return (
    <Canvas
      type="2d"
      id="pad"
      className="pad"
      disableScroll
      aria-label="签名的地方，用手指写姓名"
      onTouchStart={(event) => add(event as CanvasTouchEvent, true)}
      onTouchMove={(event) => add(event as CanvasTouchEvent, false)}
    />
  );
}
