import { Canvas, type CanvasTouchEvent } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { type Box, boxOf, coverOn } from '@/cloud/boxes';

interface Props {
  photo: { body: string };
  boxes: readonly Box[];
  onDraw(box: Box): void;
}

interface Field {
  width: number;
  height: number;
  brush: CanvasRenderingContext2D;
  picture: CanvasImageSource;
}

/** A canvas of WeChat's makes its own pictures. */
interface Node extends HTMLCanvasElement {
  createImage(): HTMLImageElement;
}

export function CoverField({ photo: { body }, boxes, onDraw }: Props) {
  const field = useRef<Field>();
  const from = useRef<{ x: number; y: number }>();
  const [height, setHeight] = useState<number>();
  const [drawing, setDrawing] = useState<Box>();

  useEffect(() => {
    Taro.createSelectorQuery()
      .select('#cover')
      .fields({ node: true, size: true })
      .exec(([found]: { node: Node; width: number }[]) => {
        if (!found) return;
        const { node, width } = found;
        const picture = node.createImage();
        picture.onload = () => {
          const brush = node.getContext('2d');
          if (!brush) return;
          const tall = (width * picture.height) / picture.width;
          [node.width, node.height] = [width, tall];
          field.current = { width, height: tall, brush, picture };
          setHeight(tall);
        };
        picture.src = body;
      });
  }, [body]);

  useEffect(() => {
    if (!field.current) return;
    const { brush, picture, ...size } = field.current;
    brush.drawImage(picture, 0, 0, size.width, size.height);
    coverOn(brush, size, drawing ? [...boxes, drawing] : boxes);
  }, [height, boxes, drawing]);

  const boxTo = ({ touches, changedTouches }: CanvasTouchEvent) => {
    const to = touches[0] ?? changedTouches[0];
    return from.current && to && field.current && boxOf(from.current, to, field.current);
  };
  return (
    <Canvas
      type="2d"
      id="cover"
      className="cover-field"
      style={height === undefined ? undefined : { height: `${height}px` }}
      disableScroll
      aria-label="照片，拖一个框盖住"
      onTouchStart={(event) => {
        const [touch] = (event as CanvasTouchEvent).touches;
        from.current = touch && { x: touch.x, y: touch.y };
      }}
      onTouchMove={(event) => setDrawing(boxTo(event as CanvasTouchEvent))}
      onTouchEnd={(event) => {
        const box = boxTo(event as CanvasTouchEvent);
        from.current = undefined;
        setDrawing(undefined);
        if (box) onDraw(box);
      }}
    />
  );
}
